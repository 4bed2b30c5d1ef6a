"""`tutor history list`: the newest takes."""

from argparse import Namespace, _SubParsersAction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.cli.world import World


def add(commands: "_SubParsersAction[Any]") -> None:
    """The command's arguments."""
    parser = commands.add_parser("history", help="takes and their results", description="Takes and their results.")
    what = parser.add_subparsers(metavar="WHAT", required=True)
    listing = what.add_parser("list", help="the newest takes", description="List the newest takes, newest first.")
    listing.set_defaults(run=run_list)


def run_list(_: Namespace, world: "World") -> int:
    """Always 0; a history that can't be opened raises."""
    from tutor.cli.output import say, table
    from tutor.present.takes import take_rows

    rows = take_rows(world.history().attempts())
    if not rows:
        say("No takes yet.")
        return 0
    columns = [(row.take_id, row.when, row.passage, row.length, row.verdict, row.total, row.band) for row in rows]
    table(("Take", "When", "Text", "Length", "Verdict", "Total", "Range"), columns)
    return 0
