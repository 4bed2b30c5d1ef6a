"""`tutor passages list` and `tutor passages check`."""

from argparse import Namespace, _SubParsersAction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.cli.world import World


def add(commands: "_SubParsersAction[Any]") -> None:
    """The commands' arguments."""
    parser = commands.add_parser("passages", help="texts to read", description="Texts to read.")
    what = parser.add_subparsers(metavar="WHAT", required=True)
    what.add_parser("list", help="all passages", description="List all passages.").set_defaults(run=run_list)
    what.add_parser("check", help="are they all sound?", description="Check all passages.").set_defaults(run=run_check)


def run_list(_: Namespace, __: "World") -> int:
    """Always 0; a broken passage raises."""
    from tutor.cli.output import table
    from tutor.reading.passages import load_passages

    rows = [(each.id, each.title, each.level, str(len(each.text.split())), " ".join(each.sounds)) for each in load_passages()]
    table(("Passage", "Title", "Level", "Words", "Sounds"), rows)
    return 0


def run_check(_: Namespace, __: "World") -> int:
    """0 when every passage is fit to teach with, 1 when there are faults; one that can't be read raises `TextError`."""
    from tutor.cli.output import say
    from tutor.reading.lexicon import Lexicon
    from tutor.reading.passages import load_passages
    from tutor.reading.syllabus import faults

    passages = load_passages()
    found = faults(passages, Lexicon.load())
    for fault in found:
        say(f"problem  {fault.passage_id or 'all passages'}: {fault.what}")
    say(f"{len(passages)} passages checked, {len(found)} faults found.")
    return 1 if found else 0
