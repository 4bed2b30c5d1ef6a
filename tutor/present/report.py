"""An assessment as one HTML file: no script, nothing fetched, readable on a phone, on paper and by a screen reader."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from tutor.domain.assessment import Assessment, Verdict, WordScore
from tutor.domain.marks import Mark
from tutor.domain.phones import ipa_of
from tutor.domain.target import Target
from tutor.present.curves import plots
from tutor.present.happenings import event_legend, glyphs
from tutor.present.heat import HeatCell, legend, phone_cells, word_cells
from tutor.present.messages import problem_message, verdict_name
from tutor.present.palette import DARK, LIGHT
from tutor.present.rationale import rationale_rows
from tutor.present.scores import aspect_rows
from tutor.present.svg import draw
from tutor.present.text import text_runs


@dataclass(frozen=True, slots=True)
class Strip:
    """A word with its phones beside what was heard (IPA, empty when the same or nothing)."""

    cell: HeatCell
    phones: tuple[tuple[HeatCell, str], ...]


def html_report(assessment: Assessment, target: Target, source: str, when: datetime) -> str:
    """The page. `source` names the recording, `when` is shown as it comes."""
    cells, found = word_cells(assessment), glyphs(assessment)
    strips = tuple(_strip(cell, assessment.words[cell.word]) for cell in cells)
    return _template().render(
        assessment=assessment, source=source, when=when.strftime("%Y-%m-%d %H:%M"), light=LIGHT, dark=DARK, marks=tuple(Mark),
        runs=text_runs(target, cells, found), legend=legend(cells), events=event_legend(found),
        strips=strips, read=not assessment.verdict.refuses,
        marked=[strip for strip in strips if strip.cell.mark in (Mark.NEEDS_WORK, Mark.UNSURE)],
        aspects=aspect_rows(assessment), lines=rationale_rows(assessment), scored=assessment.verdict is Verdict.SCORED,
        verdict=verdict_name(assessment.verdict), messages=_messages(assessment),
        drawings=[draw(plot, assessment.audio.seconds) for plot in plots(assessment, target)],
    )  # fmt: skip


def _messages(assessment: Assessment) -> list[str]:
    codes = [] if assessment.verdict is Verdict.SCORED else [assessment.verdict.value]
    return [str(problem_message(code)) for code in dict.fromkeys((*codes, *assessment.problems))]


def _strip(cell: HeatCell, word: WordScore) -> Strip:
    pairs = zip(phone_cells(word, cell.word), word.phones, strict=True)
    return Strip(cell, tuple((drawn, _other(score.heard, score.phone.symbol)) for drawn, score in pairs))


def _other(heard: str | None, expected: str) -> str:
    return ipa_of(heard) if heard and heard != expected else ""


@cache
def _template() -> Template:
    folder = FileSystemLoader(Path(__file__).parent / "templates")
    made = Environment(loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.get_template("report.html")
