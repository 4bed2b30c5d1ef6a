"""`tutor history list`: the newest takes. `tutor history anki FILE`: the words to practise, for Anki.

`tutor history export FILE` gives takes back to the tutor, who merges them with `tutor history import`;
`tutor history export --html FILE …` writes reports and data.
"""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from tutor.cli import export
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
    _add_export(what.add_parser(
        "export", help="reports and data; takes for your tutor",
        description="Write reports and data of a learner's practice, or all takes to a file for the tutor.",
    ))  # fmt: skip
    merging = what.add_parser("import", help="merge what learners gave", description="Merge learners' takes into your history.")
    merging.add_argument("paths", metavar="FILE|FOLDER", type=Path, nargs="+", help="a learner's file, or a folder of them")
    merging.add_argument("--any-computer", action="store_true", help="also from computers that weren't a learner's before")
    merging.set_defaults(run=run_import)


def _add_export(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?", help="give all takes to your tutor (.tutorreturn)")
    parser.add_argument("--scores-only", action="store_true", help="without sound, in FILE")
    export.add_reports(parser)
    add_learner(parser)
    parser.set_defaults(run=partial(run_export, usage=parser.error))


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


def run_export(args: Namespace, world: "World", usage: Callable[[str], NoReturn]) -> int:
    """Always 0; what can't be read or written raises."""
    if said := export.complaint(args):
        usage(said)
    if args.file is None and not export.is_asked_for(args):
        usage("say what to write: FILE, --html, --pdf, --csv or --json")
    if args.file is not None:
        _give(args, world)
    return export.run(args, world) if export.is_asked_for(args) else 0


def _give(args: Namespace, world: "World") -> None:
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
