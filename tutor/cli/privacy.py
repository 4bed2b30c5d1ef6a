"""`tutor privacy`: what is stored, how much, until when and where; deleting a take, or everything."""

from argparse import Namespace, _SubParsersAction
from getpass import getpass
from typing import TYPE_CHECKING, Any

from tutor.domain.errors import StoreError

if TYPE_CHECKING:
    from tutor.cli.world import World
    from tutor.present.ledger import LedgerRow


def add(commands: "_SubParsersAction[Any]") -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "privacy", help="what is stored, and deleting it", description="What is stored, and deleting it."
    )
    what = parser.add_subparsers(metavar="WHAT", required=True)
    listing = what.add_parser("list", help="what is stored", description="List what is stored of every learner and where.")
    listing.set_defaults(run=run_list)
    deleting = what.add_parser("delete", help="delete takes", description="Delete takes, their sound and results, copies too.")
    deleting.add_argument("takes", metavar="TAKE", nargs="+", help="as “tutor history list” names it")
    deleting.add_argument("--learner", metavar="NAME", help="whose takes (default: who read last)")
    deleting.set_defaults(run=run_delete)
    erasing = what.add_parser("erase", help="delete everything", description="Delete everything of everybody; models stay.")
    erasing.set_defaults(run=run_erase)
    for parser in (deleting, erasing):
        parser.add_argument("--yes", action="store_true", help="don't ask")


def run_list(_: Namespace, world: "World") -> int:
    """Always 0; folders that can't be read raise."""
    from tutor.cli.output import say
    from tutor.present.ledger import ledger_rows, size_words
    from tutor.store.paths import Paths
    from tutor.store.upkeep.ledger import read_ledger

    found = read_ledger(Paths.default(), world.people().learners())
    for each in found.learners:
        say(f"{each.learner.name or 'Learner'} ({size_words(each.size)})")
        _list(ledger_rows(each.holdings, each.learner))
        say("")
    say("This computer")
    _list(ledger_rows(found.computer))
    return 0


def run_delete(args: Namespace, world: "World") -> int:
    """0 when they are gone, 1 when the person at the terminal decides otherwise; unknown ones raise before any is deleted."""
    from tutor.cli.output import say
    from tutor.store.database import open_database
    from tutor.store.history import SqlHistory
    from tutor.store.upkeep.removal import Removal

    database = open_database(world.folder(args.learner))
    try:
        database.check_writable()
        for take_id in args.takes:
            SqlHistory(database).attempt(take_id)
        if not (args.yes or _agreed(f"Delete {len(args.takes)} takes with their sound and results, also from the copies?")):
            return 1
        Removal(database).delete(args.takes)
    finally:
        database.close()
    say(f"Deleted: {len(args.takes)}.")
    return 0


def run_erase(args: Namespace, world: "World") -> int:
    """0 when all is gone, 1 when the person at the terminal decides otherwise."""
    from tutor.cli.output import say
    from tutor.store.passcode import PasscodeFile
    from tutor.store.paths import Paths
    from tutor.store.upkeep.erase import erase

    names = ", ".join(each.name or "Learner" for each in world.people().learners()) or "nobody"
    if not (args.yes or _agreed(f"Delete everything of {names}, and all settings and logs?")):
        return 1
    code = PasscodeFile(Paths.default().data / "tutor")
    if code.is_set() and not code.check(getpass("The tutor's passcode: ")):
        raise StoreError("not_the_passcode")
    erase(Paths.default())
    say("Everything was deleted.")
    return 0


def _agreed(question: str) -> bool:
    from tutor.cli.output import say

    if input(f"{question} Type yes: ").strip() == "yes":
        return True
    say("Nothing was deleted.")
    return False


def _list(rows: "tuple[LedgerRow, ...]") -> None:
    from tutor.cli.output import say

    for row in rows:  # no table: paths are long, and are to be copied whole
        say(f"  {row.spoken}", f"    {row.path}")
