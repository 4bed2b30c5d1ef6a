"""The tutor makes a pack, merges what came back, and sees who gave back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.builders import a_waveform
from tests.fakes import FakeRecorder
from tests.ui.people.readers import PATIENCE_MS, Start, enter_code
from tests.ui.test_access import unnamed
from tests.unit.store.packs.room import Computer, told
from tutor.app import Program
from tutor.domain.learner import Learner
from tutor.store.packs.looking import Handout, look
from tutor.store.passcode import PasscodeFile
from tutor.store.paths import Paths
from tutor.store.people import People
from tutor.ui.tutoring.packs_page import PacksPage
from tutor.ui.tutoring.spoken_note import SpokenNote

GARDEN_TEXT = "I think it is a garden."


def packs_page(program: Program, qtbot: QtBot) -> PacksPage:
    assert program.who is not None
    program.who.entry.open()
    area = enter_code(program.who.entry, "tutors only", qtbot)
    page = next(each for each in area.pages if isinstance(each, PacksPage))
    area.tabs.setCurrentWidget(page)
    qtbot.waitUntil(lambda: bool(page.said.text() and page.number.text()), timeout=PATIENCE_MS)
    return page


def rows(page: PacksPage) -> list[tuple[str, str]]:
    model = page.view.model()
    found = [model.index(at, 0).data(Qt.ItemDataRole.UserRole) for at in range(model.rowCount())]
    return [(each.title, each.below) for each in found]


def speak(note: SpokenNote, qtbot: QtBot) -> None:
    """Two tries, of which the second one is kept."""
    recorder = note.recording._recorder
    assert isinstance(recorder, FakeRecorder)
    for seconds in (1.0, 3.0):
        note.record.click()
        qtbot.waitUntil(lambda: recorder.draft is not None, timeout=PATIENCE_MS)
        recorder.hear(a_waveform(seconds))
        qtbot.waitUntil(lambda: note.meter.isVisible() and bool(note.said.text()), timeout=PATIENCE_MS)
        note.record.click()
        qtbot.waitUntil(lambda: not note.is_busy, timeout=PATIENCE_MS)
    assert note.said.text() == "0:03"
    assert unnamed(note) == []


def make_pack(page: PacksPage, pack: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a tutor does who doesn't know where to put it at first."""
    page.make.click()
    maker = page.dialog
    assert maker is not None
    assert not maker.make.isEnabled()
    assert unnamed(maker) == []
    assert unnamed(page) == []
    maker.name.setText("Week 12")
    maker.tutor.setText("Ms Chen")
    maker.texts.item(0).setCheckState(Qt.CheckState.Checked)
    speak(maker.spoken, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    maker.make.click()
    assert maker.isVisible()  # nobody chose a place: nothing is lost
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pack), ""))
    maker.make.click()


def spoken_in(pack: Path) -> float | None:
    found = look(pack, told)
    assert isinstance(found, Handout)
    return found.assignment.spoken_s


def test_a_pack_goes_out_and_what_comes_back_is_merged(
    start: Start, people: People, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.add(Learner("Ms Chen"))
    PasscodeFile(Paths.default().data / "tutor").set("tutors only")
    page = packs_page(start(), qtbot)
    pack = tmp_path / "week.tutorpack"
    make_pack(page, pack, qtbot, monkeypatch)
    qtbot.waitUntil(lambda: "was written" in page.told.toPlainText(), timeout=PATIENCE_MS)

    assert spoken_in(pack) == pytest.approx(3.0)
    shared = tmp_path / "shared"
    shared.mkdir()
    for at, name in enumerate(("Mei", "Bowen")):
        desk = Computer(tmp_path / f"desk{at}")
        pupil = desk.add(name)
        desk.take(pack, pupil)
        desk.read(pupil, at + 1, text=GARDEN_TEXT)
        desk.give(shared / f"{name}.tutorreturn", pupil)
    (shared / "broken.tutorreturn").write_bytes(b"nothing")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(shared))
    page.merge.click()
    qtbot.waitUntil(lambda: len(rows(page)) == 3, timeout=PATIENCE_MS)
    said = page.told.toPlainText()
    assert "Mei: 1 new takes" in said
    assert "Bowen: 2 new takes" in said
    assert "broken.tutorreturn is refused" in said
    assert rows(page)[0] == ("Ms Chen", "nothing given back yet")
    assert "2 readings in all · “Week 12”: 0 of 1 texts" in rows(page)[1][1]
    assert page.said.text().startswith("2 of 3 learners gave something back")
    assert not page.allow.isVisible()

    (Computer(tmp_path / "desk0").root / "data" / "machine.key").unlink()
    (mei,) = Computer(tmp_path / "desk0").people.learners()
    Computer(tmp_path / "desk0").give(shared / "Mei.tutorreturn", mei)
    page.merge.click()
    qtbot.waitUntil(page.allow.isVisible, timeout=PATIENCE_MS)
    page.allow.click()
    qtbot.waitUntil(lambda: page.told.toPlainText().startswith("Mei: nothing new"), timeout=PATIENCE_MS)
