"""`tutor assess`: a recording against its text; result as a table, JSON, HTML, PDF, TextGrid and CSV."""

from argparse import Namespace, _SubParsersAction
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor.cli.opinions import opinions_json, print_opinions, second_opinion
from tutor.cli.options import add_engine, add_report

if TYPE_CHECKING:
    from tutor.cli.world import Ways, World
    from tutor.domain.assessment import Assessment
    from tutor.domain.opinions import Opinions
    from tutor.domain.target import Target
    from tutor.practice.ports import Assessor

SCORED, NOT_SCORED = 0, 3


def add(commands: "_SubParsersAction[Any]") -> None:
    """The command's arguments."""
    parser = commands.add_parser("assess", help="assess a recording", description="Assess a recording of a text.")
    parser.add_argument("audio", type=Path, metavar="AUDIO", help="a sound file (WAV, FLAC, OGG, Opus, MP3 …)")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--text", metavar="T", help="the text that was read")
    what.add_argument("--passage", metavar="ID", help="the passage that was read (see: tutor passages list)")
    add_engine(parser)
    parser.add_argument(
        "--learner", metavar="NAME", help="whose words, accepted sounds and strictness count (default: who read last, if no PIN)"
    )
    parser.add_argument("--both", action="store_true", help="also ask the built-in assessor and show where the two lie apart")
    parser.add_argument("--json", metavar="FILE", help="write the assessment as JSON (-: to standard output, and nothing else)")
    for kind, what_for in (("textgrid", "a Praat TextGrid"), ("csv", "one row a sound")):
        parser.add_argument(f"--{kind}", type=Path, metavar="FILE", help=f"write {what_for}")
    add_report(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, world: "World") -> int:
    """Exit code 0 when scored, 3 at any other verdict."""
    folder = world.folder(args.learner) if args.learner is not None else None
    target = world.target(args.text, args.passage, folder)
    assessment = assess_file(args.audio, target, lambda: world.assessor(args.engine, args.model, args.server))
    opinions = second_opinion(args, assessment, target, world) if args.both else None
    _write_data(args, assessment, opinions)
    if args.html or args.pdf or args.json != "-":
        _show(args, _shown_by(world.ways(folder), assessment, target), target, world)
    if opinions and args.json != "-":
        print_opinions(opinions)
    return exit_code(assessment)


def _shown_by(ways: "Ways", assessment: "Assessment", target: "Target") -> "Assessment":
    """What people look at heeds what this learner accepts, and how strictly they are marked; the data doesn't."""
    from tutor.practice.accepting import as_shown

    return as_shown(assessment, target, ways.accepted, ways.tutored)


def _show(args: Namespace, shown: "Assessment", target: "Target", world: "World") -> None:
    from tutor.cli.reports import save
    from tutor.practice.pace import words_correct_per_minute
    from tutor.present.reports.blocks import Reader
    from tutor.present.reports.formats import Format, written_report
    from tutor.present.reports.take import About, take_report

    about = About(args.audio.name, world.now(), correct_a_minute=words_correct_per_minute(shown))
    for where, form in ((args.html, Format.HTML), (args.pdf, Format.PDF)):
        if where:
            save(where, written_report(take_report(shown, target, about, Reader(args.reader)), form))
    if args.json != "-":
        print_result(shown)


def assess_file(audio: Path, target: "Target", load: "Callable[[], Assessor]") -> "Assessment":
    """Read a sound file, load the assessor and assess. Raises `AudioError`, `ModelError`."""
    from tutor.cli.output import progress
    from tutor.practice.assess import assess_sound
    from tutor.store.audiofiles import read_audio

    waveform = read_audio(audio)
    with progress("Assessing") as told:
        return assess_sound(waveform, target, load(), told)


def exit_code(assessment: "Assessment") -> int:
    """0 scored, 3 any other verdict."""
    from tutor.domain.assessment import Verdict

    return SCORED if assessment.verdict is Verdict.SCORED else NOT_SCORED


def print_result(assessment: "Assessment") -> None:
    """Verdict, aspect scores with their ranges, words to work on, rationale."""
    from tutor.cli.output import say, table
    from tutor.practice.pace import words_correct_per_minute
    from tutor.present.messages import problem_message, verdict_name
    from tutor.present.scores import aspect_rows

    say(f"{verdict_name(assessment.verdict)}.", *(str(problem_message(code)) for code in assessment.problems), "")
    if not assessment.verdict.refuses:
        rows = [(row.name, row.shown, row.band, row.label) for row in aspect_rows(assessment)]
        table(("Aspect", "Score", "Range", "In words"), rows)
        pace = words_correct_per_minute(assessment)
        say(*([f"Words correct per minute: {pace:.0f}"] if pace is not None else []), "")
        _print_words(assessment)
    say(*(f"- {line.text}" for line in assessment.rationale))


def _print_words(assessment: "Assessment") -> None:
    from tutor.cli.output import say, table
    from tutor.domain.marks import Mark
    from tutor.present.heat import word_cells

    marked = [cell for cell in word_cells(assessment) if cell.mark is not Mark.CLEAR]
    if marked:
        table(("Word", "", "What was noticed"), [(cell.text, cell.symbol, cell.tooltip) for cell in marked])
        say("")


def _write_data(args: Namespace, assessment: "Assessment", opinions: "Opinions | None") -> None:
    from tutor.cli.output import write, write_json
    from tutor.present.tables import csv_table, textgrid
    from tutor.store.documents import document

    if args.json:
        write_json(args.json, document(assessment) | ({"opinions": opinions_json(opinions)} if opinions else {}))
    if args.textgrid:
        write(args.textgrid, lambda: textgrid(assessment))
    if args.csv:
        write(args.csv, lambda: csv_table(assessment))
