"""What can be written of a take, a period and a class, in which formats: window and command line go by this one list."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

from tutor.domain.assessment import Assessment
from tutor.domain.practised import Classroom, Practised
from tutor.domain.target import Target
from tutor.present.reports.blocks import Reader, Report
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


REPORTS = (Format.HTML, Format.PDF)
"""Those that are read by people, and so differ by reader."""
OF_A_PERIOD = (Format.HTML, Format.PDF, Format.CSV, Format.JSON)
OF_A_TAKE = (*OF_A_PERIOD, Format.TEXTGRID)


@dataclass(frozen=True, slots=True)
class OneTake:
    """A take to be written: as its learner accepts it (`shown`), as it was assessed (`said`), and as the contract's JSON."""

    said: Assessment
    shown: Assessment
    target: Target
    about: About
    document: Mapping[str, Any]


def written_report(report: Report, form: Format) -> Written:
    """As a page or on paper."""
    return html_page(report) if form is Format.HTML else on_paper(report)


def written_take(take: OneTake, form: Format, reader: Reader) -> Written:
    """What people read heeds what the learner accepts; data never do."""
    if form in REPORTS:
        return written_report(take_report(take.shown, take.target, take.about, reader), form)
    if form is Format.JSON:
        return as_json(take.document)
    return csv_table(take.said) if form is Format.CSV else textgrid(take.said)


def written_period(done: Practised, over: Over, form: Format, reader: Reader) -> Written:
    """Of one learner."""
    if form in REPORTS:
        return written_report(period_report(done, over, reader), form)
    if form is Format.JSON:
        return as_json(period_json(done, over.learner, over.titles))
    return readings_csv(done, over.titles)


def written_class(room: Classroom, made: datetime, form: Format) -> Written:
    """Of all learners, for their teacher."""
    if form in REPORTS:
        return written_report(class_report(room, made), form)
    return as_json(class_json(room)) if form is Format.JSON else pupils_csv(room)


def as_json(document: object) -> str:
    """As all JSON of this program is written."""
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
