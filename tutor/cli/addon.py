"""`tutor addon`: what large models need besides the program, installed from a folder without a network, and taken away again."""

from argparse import Namespace, _SubParsersAction
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.cli.world import World


def add(commands: "_SubParsersAction[Any]") -> None:
    """The command's arguments."""
    parser = commands.add_parser("addon", help="what large models need besides", description="The add-on for large models.")
    what = parser.add_subparsers(metavar="WHAT", required=True)
    what.add_parser("list", help="what is installed", description="What is installed.").set_defaults(run=run_list)
    install = what.add_parser("install", help="install it from a folder of wheels", description="Install it, without a network.")
    install.add_argument("folder", type=Path, metavar="DIR", help="a folder of wheels with SHA256SUMS, as the USB kit has it")
    install.add_argument(
        "--without-card",
        action="store_true",
        help="for the compact model, which runs on the processor: no graphics card is needed",
    )
    install.set_defaults(run=run_install)
    what.add_parser("remove", help="take it away", description="Take it away again.").set_defaults(run=run_remove)


def run_list(_: Namespace, __: "World") -> int:
    """Always 0."""
    from tutor.cli.output import say, table
    from tutor.engines import addon_place
    from tutor.speechllm.addon import versions

    found = versions(addon_place())
    if found:
        table(("Package", "Version"), found.items())
    else:
        say("The add-on for large models is not installed.", "Install it from a kit: tutor addon install DIR")
    return 0


def run_install(args: Namespace, _: "World") -> int:
    """Always 0; what can't be installed raises, and leaves what was there."""
    from tutor.cli.output import progress, say
    from tutor.engines import addon_place
    from tutor.speechllm.addon import cards, install

    with progress("Add-on") as told:
        found = install(args.folder, addon_place(), told, there=cards(), needs_card=not args.without_card)
    say(f"{len(found)} packages are installed, torch {found['torch']} among them.", "Next: tutor models import DIR")
    return 0


def run_remove(_: Namespace, __: "World") -> int:
    """Always 0."""
    from tutor.cli.output import say
    from tutor.engines import addon_place
    from tutor.speechllm.addon import remove

    say("The add-on is removed." if remove(addon_place()) else "The add-on was not installed.")
    return 0
