"""`tutor models list`, `import` and `check`: bases and adapters for the engine speechllm, with sizes and licences. No network."""

from argparse import Namespace, _SubParsersAction
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.cli.world import World
    from tutor.speechllm.shelf import Model


def add(commands: "_SubParsersAction[Any]") -> None:
    """The commands' arguments."""
    parser = commands.add_parser("models", help="large models you brought in", description="Models for --engine speechllm.")
    what = parser.add_subparsers(metavar="WHAT", required=True)
    what.add_parser("list", help="all models", description="List all models.").set_defaults(run=run_list)
    bring = what.add_parser(
        "import", help="copy a model here", description="Copy a downloaded model here; after a stop it goes on where it was."
    )
    told = "a model's folder (safetensors), a ZIP file of one, or the compact model's base (98 MB, .whl or .gguf)"
    bring.add_argument("path", type=Path, metavar="FILE|FOLDER", help=told)
    bring.set_defaults(run=run_import)
    look = what.add_parser("check", help="is a model whole, and does it fit?", description="Check a model's folder.")
    look.add_argument("folder", type=Path, metavar="DIR", help="the model's folder, or its name in the list")
    look.set_defaults(run=run_check)


def run_list(_: Namespace, __: "World") -> int:
    """Always 0; a broken model raises."""
    from tutor.cli.output import say, table
    from tutor.engines import shelf
    from tutor.speechllm.gguf import SMALL
    from tutor.speechllm.shelf import KNOWN, models

    found = list(models(shelf()))
    if found:
        rows = [(each.name, each.kind, _size(each.size), each.licence, each.base or "", str(each.folder)) for each in found]
        table(("Model", "Kind", "Size", "Licence", "Adapter of", "Folder"), rows)
        return 0
    say("No models yet.")
    for use, each, given in (("any computer", SMALL, "FILE"), ("a graphics card", KNOWN, "DIR")):
        say(f"For {use}: download {each.name} ({each.size}, {each.licence}) from {each.address}")
        say(f"    then: tutor models import {given}")
    return 0


def run_import(args: Namespace, _: "World") -> int:
    """Always 0; what can't be imported raises."""
    from tutor.cli.output import progress, say
    from tutor.cli.train import extra_needed
    from tutor.engines import shelf
    from tutor.speechllm.bringing import bring_in
    from tutor.speechllm.shelf import pickles

    with extra_needed("speechllm"), progress("Copying") as told:
        found = bring_in(args.path.resolve(), shelf(), told)
    left = pickles(args.path)
    say(f"{found.name}: {found.kind}, {_size(found.size)}, licence {found.licence}.", f"Use it with {_use(found)}")
    if left:
        say(f"Left behind, since opening them could run code: {', '.join(left)}.")
    return 0


def run_check(args: Namespace, _: "World") -> int:
    """0 when the model is whole; a broken one raises."""
    from tutor.cli.output import progress, say, table
    from tutor.engines import shelf
    from tutor.speechllm.bringing import check_sums
    from tutor.speechllm.shelf import inspect

    found = inspect(args.folder if args.folder.exists() else shelf() / args.folder)
    with progress("Checking") as told:
        held = check_sums(found.folder, told)
    sums = " Every file is what its checksum says." if held else ""
    say(f"{found.name}: {found.kind}, {_size(found.size)}, licence {found.licence}. Its files are whole.{sums}")
    for name, need in found.needs.items():
        where = "everything on the graphics card" if name == "roomy" else "embedding and audio tower in the computer's own memory"
        say("", f"With {where}: {need.total / 1024**3:.1f} GiB on the card (computed).")
        table(("Part", "GiB"), [(part, f"{size / 1024**3:.2f}") for part, size in need.parts.items()])
    return 0


def _use(found: "Model") -> str:
    from tutor.speechllm.gguf import SMALL

    return "--engine speechllm --model compact" if found.name == SMALL.name else f"--model {found.folder}"


def _size(size: int) -> str:
    return f"{size / 1e9:.1f} GB" if size >= 1e8 else f"{size / 1e6:.1f} MB"
