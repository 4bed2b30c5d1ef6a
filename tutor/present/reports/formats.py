"""What can be written of a take, a period and a class, in which formats: window and command line go by this one list."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, TypeAlias

from tutor.domain.assessment import Assessment
from tutor.domain.practised import Classroom, Practised
from tutor.domain.target import Target
from tutor.domain.wording import say
from tutor.present.reports.blocks import Block, Reader, Report, Table
from tutor.present.reports.classroom import class_report
from tutor.present.reports.data import class_json, period_json, pupils_csv, readings_csv
from tutor.present.reports.figures import Over
from tutor.present.reports.page import html_page
from tutor.present.reports.paper import Paper, on_paper
from tutor.present.reports.period import period_report
from tutor.present.reports.take import About, take_report
from tutor.present.tables import csv_table, textgrid

Written: TypeAlias = str | Paper
"""A file's text; paper still has to be set on pages."""


class Format(StrEnum):
    """By the end of the file's name."""

    HTML = "html"
    PDF = "pdf"
    CSV = "csv"
    JSON = "json"
    TEXTGRID = "TextGrid"


Data: TypeAlias = Mapping[Format, Callable[[], str]]
REPORTS = (Format.HTML, Format.PDF)
"""Those that are read by people, and so differ by reader."""
_PREVIEWED, _PRINTED = 25, 400  # rows of a table; nobody reads more on paper, and to set thousands takes minutes


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is to be of: one take, or a period. None: from the first take, to today."""

    first: date | None = None
    last: date | None = None
    take_id: str | None = None


@dataclass(frozen=True, slots=True)
class Reports:
    """What is known of a take, a period or a class: as a report for each reader, and as data. `name` is fit for a file."""

    name: str
    report: Callable[[Reader], Report]
    data: Data

    def written(self, form: Format, reader: Reader) -> Written:
        """In that format; data are the same for all readers."""
        if form in REPORTS:
            return written_report(self.report(reader), form)
        return self.data[form]()

    def preview(self, reader: Reader) -> Paper:
        """On paper, with long tables cut off."""
        return on_paper(_cut(self.report(reader), _PREVIEWED))


@dataclass(frozen=True, slots=True)
class OneTake:
    """A take to be written: as its learner accepts it (`shown`), as it was assessed (`said`), and as the contract's JSON."""

    said: Assessment
    shown: Assessment
    target: Target
    about: About
    document: Mapping[str, Any]


def written_report(report: Report, form: Format) -> Written:
    """As a page, or on paper, where very long tables are cut off."""
    return html_page(report) if form is Format.HTML else on_paper(_cut(report, _PRINTED))


def take_reports(take: OneTake) -> Reports:
    """What people read heeds what the learner accepts; data never do."""
    data: Data = {
        Format.CSV: partial(csv_table, take.said),
        Format.JSON: partial(as_json, take.document),
        Format.TEXTGRID: partial(textgrid, take.said),
    }
    about = take.about
    return Reports(
        _file_name(about.learner, f"{about.when:%Y-%m-%d}", about.title),
        partial(take_report, take.shown, take.target, about),
        data,
    )


def period_reports(done: Practised, over: Over) -> Reports:
    """Of one learner."""
    data: Data = {
        Format.CSV: partial(readings_csv, done, over.titles),
        Format.JSON: lambda: as_json(period_json(done, over.learner, over.titles)),
    }
    return Reports(_file_name(over.learner, f"{done.first}", f"{done.last}"), partial(period_report, done, over), data)


def class_reports(room: Classroom, made: datetime, language_name: Callable[[str], str]) -> Reports:
    """Of all learners, for their teacher, whoever is asked for; `language_name` says the language of a code."""
    data: Data = {Format.CSV: partial(pupils_csv, room), Format.JSON: lambda: as_json(class_json(room))}
    return Reports(
        _file_name(say("class"), f"{room.first}", f"{room.last}"), lambda _: class_report(room, made, language_name), data
    )


def as_json(document: object) -> str:
    """As all JSON of this program is written."""
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _file_name(*parts: str) -> str:
    """Without what file systems don't take."""
    joined = " ".join(part for part in parts if part)
    return re.sub(r"[^\w\- ]+", "", joined).strip()[:80] or "report"


def _cut(report: Report, most: int) -> Report:
    sections = (replace(each, blocks=tuple(_shorter(block, most) for block in each.blocks)) for each in report.sections)
    return replace(report, sections=tuple(sections))


def _shorter(block: Block, most: int) -> Block:
    if not isinstance(block, Table) or len(block.rows) <= most:
        return block
    left_out, blank = len(block.rows) - most, [""] * (len(block.heads) - 1)
    if block.ends_newest:
        before = (say("{count} earlier").format(count=left_out), *blank)
        return replace(block, rows=(before, *block.rows[-most:]))
    return replace(block, rows=(*block.rows[:most], (say("and {count} more").format(count=left_out), *blank)))
