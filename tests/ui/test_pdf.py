"""A report as a PDF: pages that hold what the report says, the same each time, made in any thread."""

import re
import zlib
from datetime import timedelta

import pytest
from PySide6.QtCore import QRunnable, QThreadPool
from PySide6.QtWidgets import QApplication

from tests.builders import WHEN, a_target, an_assessment
from tutor.present.reports.blocks import Reader, Report
from tutor.present.reports.paper import on_paper
from tutor.present.reports.take import About, take_report
from tutor.ui.pdf import pdf

pytestmark = pytest.mark.usefixtures("qapp")


def a_report(title: str = "take.wav") -> Report:
    return take_report(an_assessment(), a_target(), About(title, WHEN, "Mei", 62.0), Reader.TEACHER)


def pages(made: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", made))


def strokes(made: bytes) -> int:
    """How many lines are drawn on all pages."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", made, re.DOTALL)
    return sum(len(re.findall(rb" l\n", _unpacked(each))) for each in streams)


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


def test_it_has_pages_a_title_and_curves_as_lines(qapp: QApplication) -> None:
    made = pdf(on_paper(a_report()))
    assert made.startswith(b"%PDF-")
    assert pages(made) >= 2
    assert strokes(made) > 100
    assert b"/Subtype /Image" not in made
    assert "Reading report · Mei".encode("utf-16-be") in made.replace(b"\\(", b"(")


class Job(QRunnable):
    def __init__(self) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.made = b""

    def run(self) -> None:
        self.made = pdf(on_paper(a_report()))


def test_the_same_report_gives_the_same_bytes_in_any_thread() -> None:
    pool = QThreadPool()
    first = pdf(on_paper(a_report()))
    job = Job()
    pool.start(job)
    assert pool.waitForDone(10_000)
    assert job.made == first
    assert f"(D:{WHEN:%Y%m%d%H%M%S}".encode() in first
    later = take_report(an_assessment(), a_target(), About("take.wav", WHEN + timedelta(days=1)), Reader.TEACHER)
    assert pdf(on_paper(later)) != first


def test_hostile_text_draws_nothing_else_and_opens_nothing() -> None:
    hostile = '<img src="file:///etc/passwd"><img src="999"><script>x</script>'
    made = pdf(on_paper(a_report(hostile)))
    assert "&lt;img" in on_paper(a_report(hostile)).markup
    assert b"/Subtype /Image" not in made
