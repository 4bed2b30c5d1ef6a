"""A class pack comes to the window, its text is read, and the reading goes back to the tutor by a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import a_waveform, an_assessment
from tests.fakes import FakePlayer
from tests.ui.people.readers import PATIENCE_MS, Start, read, session_of
from tests.ui.test_access import unnamed
from tests.unit.store.packs.room import Computer, a_key, an_assignment, told
from tutor.app import Program
from tutor.domain.assignment import AssignedText
from tutor.domain.learner import Learner
from tutor.domain.take import Attempt
from tutor.practice.ports import History
from tutor.store.packs.making import for_class, make_pack
from tutor.store.people import People
from tutor.ui.homework.give_dialog import GiveDialog
from tutor.ui.homework.homework import HomeworkPart
from tutor.ui.homework.pack_dialog import PackDialog
from tutor.ui.stage import Stage

TEXT = "I think it is a garden, or is it?"


def a_pack(folder: Path, seed: int = 0, number: str = "0" * 32) -> Path:
    path = folder / f"week{seed}{number[:2]}.tutorpack"
    texts = (AssignedText("My garden", TEXT), AssignedText("The garden", "I think it is a garden.", "garden"))
    make_pack(path, for_class(an_assignment(id=number, texts=texts)), a_key(seed), told)
    return path


def part_of(program: Program) -> HomeworkPart:
    assert program.homework is not None
    return program.homework


def drop(program: Program, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(program.window, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(program.window, QDropEvent(QPointF(5, 5), *how))


def offered(program: Program, path: Path, qtbot: QtBot) -> PackDialog:
    qtbot.waitUntil(lambda: session_of(program).stage is Stage.READY, timeout=PATIENCE_MS)
    drop(program, path)
    qtbot.waitUntil(lambda: isinstance(part_of(program).dialog, PackDialog), timeout=PATIENCE_MS)
    dialog = part_of(program).dialog
    assert isinstance(dialog, PackDialog)
    return dialog


def assessed(history: History, take_id: str, *_: object) -> Attempt:
    """The hum of a test is a reading."""
    history.save(take_id, an_assessment())
    return history.attempt(take_id)


def lines(program: Program) -> list[tuple[str, str]]:
    model = program.window.side.passage_view.model()
    rows = [model.index(at, 0).data(Qt.ItemDataRole.UserRole) for at in range(model.rowCount())]
    return [(row.title, row.line) for row in rows if row.assigned is not None]


def test_what_the_tutor_says_to_it_is_read_and_heard_above_the_text(
    start: Start, people: People, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tutor.audio.player.SpeakerPlayer", FakePlayer)
    people.add(Learner("Mei"))
    program = start()
    pack = tmp_path / "spoken.tutorpack"
    said = an_assignment(texts=(AssignedText("My garden", TEXT),), note="Read <b>slowly</b>.")
    make_pack(pack, for_class(said, note=a_waveform(2.0)), a_key(), told)
    dialog = offered(program, pack, qtbot)
    dialog.sure.click()
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(lines(program)), timeout=PATIENCE_MS)
    note, session = part_of(program).note, session_of(program)
    assert not note.isVisible()
    session.choose_text(TEXT, None)
    qtbot.waitUntil(note.hear.isVisible, timeout=PATIENCE_MS)
    assert [label.text() for label in note.findChildren(QLabel)] == ["Ms Chen says:", "Read <b>slowly</b>."]
    assert note.hear.text() == "▶ Hear the spoken note, 2 s"
    assert unnamed(note) == []
    player = session.desk.player
    assert isinstance(player, FakePlayer)
    note.hear.click()
    qtbot.waitUntil(lambda: len(player.played) == 1, timeout=PATIENCE_MS)
    assert player.played[0].seconds == pytest.approx(2.0)
    assert note.hear.text() == "■ Stop"
    note.hear.click()
    assert note.hear.text() == "▶ Hear the spoken note, 2 s"
    session.choose_text("I think it is a garden.", None)
    assert not note.isVisible()


def test_a_pack_is_taken_read_and_given_back(
    start: Start, people: People, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tutor.app.assess_kept", assessed)
    people.add(Learner("Mei"))
    program = start()
    dialog = offered(program, a_pack(tmp_path), qtbot)
    assert not dialog.take.isEnabled()
    assert unnamed(dialog) == []
    dialog.sure.click()
    dialog.take.click()
    qtbot.waitUntil(lambda: len(lines(program)) == 2, timeout=PATIENCE_MS)
    assert [title for title, _ in lines(program)] == ["My garden", "The garden"]
    assert all(line.endswith("not read yet") for _, line in lines(program))
    program.window.side.passage_view.setCurrentIndex(program.window.side.passage_view.model().index(0, 0))
    qtbot.waitUntil(lambda: session_of(program).text == TEXT)
    assert program.window.parts.title.text() == "My garden"
    read(program, qtbot)
    qtbot.waitUntil(lambda: lines(program)[0][1].endswith("✓ read"), timeout=PATIENCE_MS)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mei"), ""))
    program.window.actions_.give_back.trigger()
    qtbot.waitUntil(lambda: isinstance(part_of(program).dialog, GiveDialog), timeout=PATIENCE_MS)
    giving = part_of(program).dialog
    assert isinstance(giving, GiveDialog)
    assert giving.homework.isChecked()
    assert unnamed(giving) == []
    giving.save.click()
    path = tmp_path / "mei.tutorreturn"
    qtbot.waitUntil(lambda: str(path) in program.window.parts.banner.text, timeout=PATIENCE_MS)
    receipt = Computer(tmp_path / "tutor").receive(path)
    assert (receipt.learner.name, receipt.merged.takes, receipt.merged.sounds) == ("Mei", 1, 1)


def test_another_tutor_s_key_is_asked_about_and_the_known_one_is_not(
    start: Start, people: People, qtbot: QtBot, tmp_path: Path
) -> None:
    people.add(Learner("Mei"))
    program = start()
    first = offered(program, a_pack(tmp_path), qtbot)
    first.sure.click()
    first.take.click()
    qtbot.waitUntil(lambda: len(lines(program)) == 2, timeout=PATIENCE_MS)
    part_of(program).dialog = None
    known = offered(program, a_pack(tmp_path, number="1" * 32), qtbot)
    assert known.take.isEnabled()
    known.leave.click()
    part_of(program).dialog = None
    other = offered(program, a_pack(tmp_path, seed=3, number="2" * 32), qtbot)
    assert not other.take.isEnabled()
    other.leave.click()
    assert len(lines(program)) == 2


def test_a_damaged_pack_says_why_and_changes_nothing(start: Start, people: People, qtbot: QtBot, tmp_path: Path) -> None:
    people.add(Learner("Mei"))
    program = start()
    path = a_pack(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"garden", b"gardem"))
    qtbot.waitUntil(lambda: session_of(program).stage is Stage.READY, timeout=PATIENCE_MS)
    drop(program, path)
    qtbot.waitUntil(lambda: path.name in program.window.parts.banner.text, timeout=PATIENCE_MS)
    assert part_of(program).dialog is None
    assert lines(program) == []
