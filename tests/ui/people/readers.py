"""What tests do with a program that several learners use."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_waveform
from tests.fakes import FakeRecorder
from tutor.app import Program
from tutor.ui.people.chooser import Chooser
from tutor.ui.people.codes import CodeDialog
from tutor.ui.session import Session
from tutor.ui.stage import Stage
from tutor.ui.tutoring.area import TutorArea
from tutor.ui.tutoring.entry import TutorEntry

Start = Callable[..., Program]
PATIENCE_MS = 10_000


def chooser_of(program: Program) -> Chooser | None:
    return program.who.chooser if program.who is not None else None


def asked(program: Program) -> Chooser:
    chooser = chooser_of(program)
    assert chooser is not None
    return chooser


def session_of(program: Program) -> Session:
    assert program.session is not None
    return program.session


def names(chooser: Chooser) -> list[str]:
    model = chooser.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(program: Program, name: str, qtbot: QtBot) -> None:
    """By typing the name's beginning, as a list takes it."""
    chooser = asked(program)
    qtbot.waitUntil(lambda: bool(names(chooser)))
    QTest.keyClicks(chooser.view, name[:2])
    assert chooser.view.currentIndex().data() == name
    chooser.go.click()
    qtbot.waitUntil(lambda: program.session is not None and program.session.stage is Stage.READY, timeout=PATIENCE_MS)


def read(program: Program, qtbot: QtBot, *, stop: bool = True) -> None:
    session = session_of(program)
    qtbot.waitUntil(lambda: session.stage is Stage.READY)
    session.record()
    recorder = session.desk.recorder
    assert isinstance(recorder, FakeRecorder)
    qtbot.waitUntil(lambda: recorder.draft is not None)
    recorder.hear(a_waveform(3.0))
    qtbot.waitUntil(lambda: session.stage is Stage.RECORDING)
    if stop:
        session.stop()
        qtbot.waitUntil(lambda: session.attempt is not None and session.is_idle)


def another(program: Program, qtbot: QtBot) -> None:
    before = program.window
    program.window.actions_.other_learner.trigger()
    qtbot.waitUntil(lambda: program.window is not before and chooser_of(program) is not None, timeout=PATIENCE_MS)


def enter_code(entry: TutorEntry, code: str, qtbot: QtBot) -> TutorArea:
    """The passcode into the dialog that asks; the tutor area, once it is open."""
    qtbot.waitUntil(lambda: isinstance(entry.dialog, CodeDialog), timeout=PATIENCE_MS)
    dialog = entry.dialog
    assert isinstance(dialog, CodeDialog)
    dialog.field.setText(code)
    dialog.look()
    qtbot.waitUntil(lambda: entry.area is not None, timeout=PATIENCE_MS)
    assert entry.area is not None
    return entry.area
