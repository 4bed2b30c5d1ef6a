"""`tutor history export --html FILE …`: a learner's practice over a period, or one kept take, to read or as data."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.options import add_report

if TYPE_CHECKING:
    from tutor.cli.world import World
    from tutor.present.reports.formats import Reports

KINDS = ("html", "pdf", "csv", "json", "textgrid")


def add_reports(parser: ArgumentParser) -> None:
    """The arguments of reports and data."""
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write one row a reading (with --take: one row a sound)")
    parser.add_argument("--json", metavar="FILE", help="write all figures as JSON (-: to standard output, and nothing else)")
    parser.add_argument("--textgrid", type=Path, metavar="FILE", help="with --take: write a Praat TextGrid")
    add_report(parser)
    parser.add_argument("--take", metavar="ID", help="one take only (see: tutor history list)")
    for name, what in (("from", "first"), ("to", "last")):
        parser.add_argument(f"--{name}", dest=what, type=date.fromisoformat, metavar="YYYY-MM-DD", help=f"the {what} day")


def complaint(args: Namespace) -> str | None:
    """What is wrong with a call that asks for these; None when nothing is."""
    if args.textgrid and not args.take:
        return "--textgrid is of one take: name it with --take"
    if args.take and (args.first or args.last):
        return "--take is one take: --from and --to don't go with it"
    return "--from is later than --to" if args.first and args.last and args.first > args.last else None


def is_asked_for(args: Namespace) -> bool:
    """Whether any of these is to be written."""
    return any(getattr(args, kind) for kind in KINDS)


def run(args: Namespace, world: "World") -> int:
    """Always 0; what can't be read or written raises."""
    from tutor.cli.asking import opened_learner
    from tutor.cli.output import progress
    from tutor.present.reports.formats import Asked
    from tutor.store.reported import reports_of

    people = world.people()
    learner = opened_learner(people, args.learner)
    with progress("Counting") as told:
        gather = reports_of(learner, people.folder(learner.id), world.now)
        _write_all(args, gather(Asked(args.first, args.last, args.take), told))
    return 0


def _write_all(args: Namespace, made: "Reports") -> None:
    """Each format that is asked for to its file."""
    from tutor.cli.output import say
    from tutor.cli.reports import save
    from tutor.present.reports.blocks import Reader
    from tutor.present.reports.formats import Format

    for form in Format:
        where = getattr(args, form.lower())
        if where:
            save(where, made.written(form, Reader(args.reader)))
            if args.json != "-":
                say(f"Written: {where}")
