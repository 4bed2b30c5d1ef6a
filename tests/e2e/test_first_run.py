"""A newcomer's first minutes, with mouse and keys: welcome, microphone check, first reading, its result, a drill, the history."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.room import Room, fake_room, missing, pulse_room, speaking
from tests.samples import a_sample
from tutor.app import Program
from tutor.domain.assessment import Verdict
from tutor.domain.target import Passage
from tutor.store.paths import Paths
from tutor.ui.session import Session
from tutor.ui.stage import Stage
from tutor.ui.theme import apply_theme
from tutor.ui.welcome import Welcome

EASY = Passage("easy", "An easy one", "A1", "I think it is a garden.", ("TH",), "CC0-1.0")
SAMPLE = Passage("sample", "A sample", "A2", a_sample().text, ("TH",), "CC0-1.0")
PATIENCE_MS = 30_000
SHOTS = os.environ.get("TUTOR_SHOTS")  # a folder for pictures to look at


@pytest.fixture(params=["pulse", "fake"])
def room(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    if request.param == "fake":
        with fake_room(monkeypatch) as made:
            yield made
        return
    if why := missing():
        pytest.skip(why)
    with pulse_room(monkeypatch) as real:
        yield real


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, room: Room) -> Iterator[Program]:
    apply_theme(qapp)
    made = Program(Paths.default(), (EASY, SAMPLE))
    with qtbot.waitSignal(made.begun, timeout=PATIENCE_MS):
        made.window.show()
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()
    qapp.processEvents()


def test_a_newcomers_first_minutes(program: Program, room: Room, qtbot: QtBot, home: Path) -> None:
    window, session = program.window, program.session
    assert session is not None
    _welcome(program, room, qtbot, home)
    qtbot.waitUntil(lambda: session.stage is Stage.READY and session.passage_id == "sample", timeout=PATIENCE_MS)
    assert window.parts.title.text() == "A sample", "the first text of the level that was chosen"

    _read(program, session, room, qtbot)
    attempt = session.attempt
    assert attempt is not None
    assert attempt.assessment is not None
    assert attempt.assessment.verdict is Verdict.SCORED
    assert "words need work" in window.transport.status or "No single word" in window.transport.status
    assert window.parts.panels.isVisible()
    _shot(window, "result")
    _drill(program, session, room, qtbot)

    _key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    _key(Qt.Key.Key_Down)  # another passage: the result is left
    _key(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: session.attempt is None and session.stage is Stage.READY, timeout=PATIENCE_MS)
    tabs = window.side.tabs.tabBar()
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    takes = window.side.take_view
    qtbot.waitUntil(lambda: takes.model().rowCount() == 1, timeout=PATIENCE_MS)
    QTest.mouseClick(takes.viewport(), Qt.MouseButton.LeftButton, pos=takes.visualRect(takes.model().index(0, 0)).center())
    qtbot.waitUntil(lambda: session.attempt is not None, timeout=PATIENCE_MS)
    assert session.attempt is not None
    assert session.attempt.take.id == attempt.take.id
    _shot(window, "history")


def _welcome(program: Program, room: Room, qtbot: QtBot, home: Path) -> None:
    dialog = program.window.sound.dialog
    assert isinstance(dialog, Welcome)
    assert any(str(home / "data") in label.text() for label in dialog.findChildren(QLabel)), "it says where things are kept"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.about.name)
    QTest.keyClicks(dialog.about.name, "Li Na")
    _key(Qt.Key.Key_Tab)
    _key(Qt.Key.Key_Down)  # A2
    _shot(dialog, "welcome")
    _click(dialog.next)
    _click(dialog.panel.start)
    qtbot.waitUntil(lambda: "Recording" in dialog.panel.result.text(), timeout=PATIENCE_MS)
    with speaking(room, a_sample().path):
        qtbot.waitUntil(lambda: "works well" in dialog.panel.result.text(), timeout=PATIENCE_MS)
    _shot(dialog, "check")
    _click(dialog.next)
    qtbot.waitUntil(lambda: program.window.sound.dialog is None)
    qtbot.waitUntil(lambda: program.window.windowTitle() == "Li Na – Read-aloud tutor")


def _read(program: Program, session: Session, room: Room, qtbot: QtBot) -> None:
    """Press R, read, press the button."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is program.window.parts.page)
    _key(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: session.stage is Stage.RECORDING, timeout=PATIENCE_MS)
    assert program.window.transport.status.startswith("Recording")
    with speaking(room, a_sample().path) as still:
        _shot(program.window, "recording")
        qtbot.waitUntil(lambda: not still(), timeout=PATIENCE_MS)
    if session.stage is Stage.RECORDING:
        _click(program.window.transport.record_button)
    qtbot.waitUntil(lambda: session.stage is Stage.READY, timeout=PATIENCE_MS)


def _drill(program: Program, session: Session, room: Room, qtbot: QtBot) -> None:
    """Choose a word, drill it down to its sentence, say that, and come back to the result."""
    assert session.attempt is not None
    read = session.attempt.take.id
    program.window.parts.page.setFocus()
    _key(Qt.Key.Key_Right)
    _key(Qt.Key.Key_D)
    qtbot.waitUntil(lambda: session.drill.active and session.stage is Stage.READY, timeout=PATIENCE_MS)
    _shot(program.window, "drill")
    for at in range(1, len(session.drill.steps)):
        _key(Qt.Key.Key_N)
        qtbot.waitUntil(partial(_arrived, session, at), timeout=PATIENCE_MS)
    _key(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: session.stage is Stage.RECORDING, timeout=PATIENCE_MS)
    with speaking(room, a_sample().path) as still:
        qtbot.waitUntil(lambda: not still(), timeout=PATIENCE_MS)
    if session.stage is Stage.RECORDING:
        _click(program.window.transport.record_button)
    qtbot.waitUntil(lambda: len(session.drill.tries) == 1 and session.stage is Stage.READY, timeout=PATIENCE_MS)
    _shot(program.window, "drilled")
    _key(Qt.Key.Key_Escape)
    qtbot.waitUntil(partial(_shows, session, read), timeout=PATIENCE_MS)


def _arrived(session: Session, step: int) -> bool:
    return session.drill.at == step and session.stage is Stage.READY


def _shows(session: Session, take_id: str) -> bool:
    return session.stage is Stage.READY and session.attempt is not None and session.attempt.take.id == take_id


def _click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() // 2, widget.height() // 2))


def _key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def _shot(widget: QWidget, name: str) -> None:
    if SHOTS:
        widget.grab().save(f"{SHOTS}/first-run-{name}.png")
