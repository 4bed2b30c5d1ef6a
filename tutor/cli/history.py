"""`tutor history list`: the newest takes. `tutor history anki FILE`: the words to practise, for Anki."""

from argparse import Namespace, _SubParsersAction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor.cli.options import add_learner

if TYPE_CHECKING:
    from tutor.cli.world import World


def add(commands: "_SubParsersAction[Any]") -> None:
    """The command's arguments."""
    parser = commands.add_parser("history", help="takes and their results", description="Takes and their results.")
    what = parser.add_subparsers(metavar="WHAT", required=True)
    listing = what.add_parser("list", help="the newest takes", description="List the newest takes, newest first.")
    add_learner(listing)
    listing.set_defaults(run=run_list)
    anki = what.add_parser(
        "anki", help="the words to practise, for Anki", description="Write the words to practise as an Anki package."
    )
    anki.add_argument("file", metavar="FILE", type=Path, help="the package to write (.apkg)")
    add_learner(anki)
    anki.set_defaults(run=run_anki)


def run_list(args: Namespace, world: "World") -> int:
    """Always 0; a history that can't be opened raises."""
    from tutor.cli.output import say, table
    from tutor.present.takes import take_rows

    rows = take_rows(world.history(world.folder(args.learner)).attempts())
    if not rows:
        say("No takes yet.")
        return 0
    columns = [(row.take_id, row.when, row.passage, row.length, row.verdict, row.total, row.band) for row in rows]
    table(("Take", "When", "Text", "Length", "Verdict", "Total", "Range"), columns)
    return 0


def run_anki(args: Namespace, world: "World") -> int:
    """Always 0; a file that can't be written raises."""
    from tutor.cli.output import say
    from tutor.store.anki import export_deck

    folder = world.folder(args.learner)
    count = export_deck(args.file, world.deck(folder).cards(), world.history(folder).waveform)
    say(f"Words written to {args.file}: {count}.")
    return 0
