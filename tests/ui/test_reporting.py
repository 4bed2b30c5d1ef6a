"""The report dialog: asked for, looked at, written; nothing lost, nothing stuck."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import WHEN, a_target, an_assessment
from tests.ui.test_access import unnamed
from tests.unit.present.reports.test_period import OVER, a_period
from tutor.domain.errors import StoreError
from tutor.practice.ports import Progress
from tutor.present.reports.blocks import Reader
from tutor.present.reports.formats import Asked, Format, OneTake, Reports, period_reports, take_reports
from tutor.present.reports.take import About
from tutor.store.documents import save
from tutor.ui.reporting.desk import ReportDesk
from tutor.ui.reporting.dialog import ReportDialog
from tutor.ui.reporting.panel import ReportPanel
from tutor.ui.tasks import TaskPool

ONE = OneTake(an_assessment(), an_assessment(), a_target(), About("The garden", WHEN, "Mei"), {"schema": 1})


class Desk:
    """Keeps what is asked for; waits at the `gate` when there is one."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.saved: Callable[[Path, bytes], None] = save
        self.gate: threading.Event | None = None
        self.error: StoreError | None = None

    def gather(self, asked: Asked, progress: Progress) -> Reports:
        self.asked.append(asked)
        if self.gate is not None:
            progress(0.25, "counting")
            assert self.gate.wait(10)
            progress(0.5, "counting")
        if self.error is not None:
            raise self.error
        return take_reports(ONE) if asked.take_id else period_reports(a_period(), OVER)

    def save(self, path: Path, data: bytes) -> None:
        self.saved(path, data)


@pytest.fixture
def pool() -> Iterator[TaskPool]:
    made = TaskPool()
    yield made
    assert made.close()


Opened = tuple[ReportDialog, ReportPanel, Desk]


@pytest.fixture
def opened(qtbot: QtBot, pool: TaskPool) -> Callable[..., Opened]:
    kept: list[QWidget] = []

    def open_(desk: Desk | None = None, take_id: str | None = None) -> Opened:
        window, given = QWidget(), desk or Desk()
        window.resize(1000, 800)
        qtbot.addWidget(window)
        kept.append(window)
        dialog = ReportDialog(ReportDesk(given.gather, given.save, pool.run_task), window, take_id, "The garden")
        dialog.show()
        if desk is None:
            qtbot.waitUntil(dialog.panel.save.isEnabled)
        return dialog, dialog.panel, given

    return open_


def choose(box: object, data: object) -> None:
    box.setCurrentIndex(box.findData(data))  # type: ignore[attr-defined]


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_it_shows_how_it_will_look_to_whom(opened: Callable[..., Opened], qtbot: QtBot) -> None:
    _, panel, desk = opened()
    assert "What to practise next" in panel.preview.toPlainText()
    choose(panel.choices.reader, Reader.PARENT)
    qtbot.waitUntil(lambda: "How to help" in panel.preview.toPlainText())
    assert len(desk.asked) == 1  # nothing is counted twice for another reader
    choose(panel.choices.time, "all")
    qtbot.waitUntil(lambda: len(desk.asked) == 2)
    assert desk.asked[1] == Asked()


def test_days_are_taken_in_their_order(opened: Callable[..., Opened], qtbot: QtBot) -> None:
    _, panel, desk = opened()
    assert not panel.choices.first.isVisible()
    choose(panel.choices.time, "days")
    assert panel.choices.first.isVisible()
    panel.choices.last.setDate(panel.choices.first.date().addDays(-5))
    qtbot.waitUntil(panel.save.isEnabled)
    first, last = desk.asked[-1].first, desk.asked[-1].last
    assert first is not None
    assert last is not None
    assert (last - first).days == 5


@pytest.mark.parametrize("form", list(Format))
def test_every_format_is_written_whole(
    form: Format, opened: Callable[..., Opened], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, panel, _ = opened(take_id="t1")
    choose(panel.choices.format, form)
    answer(monkeypatch, tmp_path / f"mine.{form}")
    panel.save.click()
    qtbot.waitUntil(lambda: "Saved:" in panel.status.text())
    begins = {Format.HTML: b"<!DOCTYPE html>", Format.PDF: b"%PDF", Format.CSV: b"word_index", Format.JSON: b"{",
              Format.TEXTGRID: b'File type = "ooTextFile"'}  # fmt: skip
    assert (tmp_path / f"mine.{form}").read_bytes().startswith(begins[form])
    assert panel.open.isVisible()
    assert panel.choices.reader.isEnabled() is (form in (Format.HTML, Format.PDF))


def test_praat_s_format_is_only_for_a_take(opened: Callable[..., Opened]) -> None:
    _, panel, _ = opened(take_id="t1")
    assert panel.choices.time.currentText() == "This take: The garden"
    assert panel.choices.format.findData(Format.TEXTGRID) >= 0
    choose(panel.choices.time, 4)
    assert panel.choices.format.findData(Format.TEXTGRID) < 0


def test_a_name_without_its_end_gets_it_and_what_is_there_is_only_replaced_when_allowed(
    opened: Callable[..., Opened], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, panel, _ = opened()
    there = tmp_path / "mei.2026.html"
    there.write_text("of last month")
    answer(monkeypatch, tmp_path / "mei.2026")
    asked: list[str] = []

    def question(_: QWidget, title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return QMessageBox.StandardButton.No if len(asked) == 1 else QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", question)
    panel.save.click()
    assert "mei.2026.html" in asked[0]
    assert there.read_text() == "of last month"
    panel.save.click()
    qtbot.waitUntil(lambda: "Saved:" in panel.status.text())
    assert "Reading practice" in there.read_text(encoding="utf-8")


def test_counting_can_be_stopped_and_begun_again(opened: Callable[..., Opened], qtbot: QtBot) -> None:
    desk = Desk()
    desk.gate = threading.Event()
    _, panel, _ = opened(desk)
    qtbot.waitUntil(lambda: panel.bar.value() == 250)
    assert panel.cancel.isVisible()
    assert not panel.save.isEnabled()
    panel.cancel.click()
    desk.gate.set()
    qtbot.waitUntil(lambda: not panel.bar.isVisible())
    assert (panel.status.text(), panel.save.isEnabled(), panel.preview.toPlainText()) == ("Stopped.", False, "")
    choose(panel.choices.time, "all")
    qtbot.waitUntil(panel.save.isEnabled)


def test_another_choice_overtakes_the_one_before(opened: Callable[..., Opened], qtbot: QtBot) -> None:
    desk = Desk()
    desk.gate = threading.Event()
    _, panel, _ = opened(desk)
    qtbot.waitUntil(lambda: len(desk.asked) == 1)
    choose(panel.choices.time, 12)
    desk.gate.set()
    qtbot.waitUntil(panel.save.isEnabled)
    assert len(desk.asked) == 2


def test_trouble_is_said_above_and_the_dialog_goes_on(
    opened: Callable[..., Opened], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk()
    desk.error = StoreError("in_use", path="history.db")
    dialog, panel, _ = opened(desk)
    qtbot.waitUntil(lambda: bool(dialog.banner.text))
    assert not panel.save.isEnabled()
    desk.error = None
    choose(panel.choices.time, "all")
    qtbot.waitUntil(panel.save.isEnabled)

    def full(path: Path, data: bytes) -> None:
        raise StoreError("file_not_written", path=str(path), reason="No space left on device")

    desk.saved = full
    answer(monkeypatch, tmp_path / "x.html")
    panel.save.click()
    qtbot.waitUntil(lambda: "No space left" in dialog.banner.text)
    assert panel.save.isEnabled()
    assert not panel.open.isVisible()


def test_everything_has_a_name_for_screen_readers(opened: Callable[..., Opened]) -> None:
    dialog, panel, _ = opened()
    choose(panel.choices.time, "days")
    assert unnamed(dialog) == []
    assert dialog.windowTitle()
