"""`tutor history list`: the newest takes. `tutor history anki FILE`: the words to practise, for Anki.

`tutor history export FILE` gives takes back to the tutor, who merges them with `tutor history import`.
"""

from argparse import Namespace, _SubParsersAction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor.cli.options import add_learner
from tutor.domain.errors import TutorError

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
    giving = what.add_parser("export", help="give takes to your tutor", description="Write all takes to a file for the tutor.")
    giving.add_argument("file", metavar="FILE", type=Path, help="the file to write (.tutorreturn)")
    giving.add_argument("--scores-only", action="store_true", help="without sound")
    add_learner(giving)
    giving.set_defaults(run=run_export)
    merging = what.add_parser("import", help="merge what learners gave", description="Merge learners' takes into your history.")
    merging.add_argument("paths", metavar="FILE|FOLDER", type=Path, nargs="+", help="a learner's file, or a folder of them")
    merging.add_argument("--any-computer", action="store_true", help="also from computers that weren't a learner's before")
    merging.set_defaults(run=run_import)


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


def run_export(args: Namespace, world: "World") -> int:
    """Always 0; takes that can't be given raise."""
    from contextlib import closing

    from tutor.cli.asking import opened_learner
    from tutor.cli.output import progress, say
    from tutor.store.database import open_database
    from tutor.store.packs.giving import Gift, give_back, take_ids
    from tutor.store.packs.keys import MACHINE_KEY, own_key
    from tutor.store.paths import Paths

    people = world.people()
    learner = opened_learner(people, args.learner)
    with closing(open_database(people.folder(learner.id))) as database, progress("Writing") as told:
        takes = take_ids(database)
        gift = Gift(learner, takes, sound=not args.scores_only)
        given = give_back(args.file, database, gift, own_key(Paths.default().data / MACHINE_KEY), told)
    say(f"Takes written to {args.file}: {given.takes}, {given.sounds} of them with sound.")
    return 0


def run_import(args: Namespace, world: "World") -> int:
    """0 when every file was merged; 1 when some were not, each with its reason on standard error."""
    from tutor.cli.output import note, progress, say
    from tutor.present.messages import error_message
    from tutor.present.packs import receipt_lines
    from tutor.store.packs.keys import MACHINE_KEY, own_key, public
    from tutor.store.packs.receiving import receive, returns_in
    from tutor.store.paths import Paths

    people, own = world.people(), public(own_key(Paths.default().data / MACHINE_KEY))
    refused = 0
    for path in returns_in(args.paths):
        try:
            with progress(path.name) as told:
                receipt = receive(path, people, own, told, any_computer=args.any_computer)
        except TutorError as error:
            refused += 1
            note(f"{path.name}: {error_message(error)}")
        else:
            say(*receipt_lines(receipt))
    return 1 if refused else 0
