"""Several learners at one computer: each is asked for by name and PIN, and what one reads the next one doesn't see."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.conftest import GARDEN
from tests.ui.people.readers import PATIENCE_MS, Start, another, asked, choose, chooser_of, names, read, session_of
from tests.ui.test_access import unnamed
from tutor.app import Program
from tutor.domain.learner import Learner
from tutor.store.paths import Paths
from tutor.store.people import People
from tutor.ui.people.codes import CodeDialog


def test_who_is_alone_is_not_asked(start: Start, people: People, qtbot: QtBot) -> None:
    program = start()
    assert chooser_of(program) is None
    assert [each.name for each in people.learners()] == [""]
    assert program.window.windowTitle() == "Read-aloud tutor"


def test_what_an_older_program_was_told_is_the_first_learners(start: Start, people: People) -> None:
    settings = QSettings(str(Paths.default().config / "window.ini"), QSettings.Format.IniFormat)
    for key, value in {"name": "Li Na", "level": "A2", "first_language": "zh"}.items():
        settings.setValue(f"learner/{key}", value)
    settings.setValue("reading/points", "31.0")
    program = start()
    (learner,) = people.learners()
    assert (learner.name, learner.level, learner.first_language) == ("Li Na", "A2", "zh")
    assert session_of(program).learner == learner
    assert program.window.windowTitle() == "Li Na – Read-aloud tutor"
    assert program.window.reading.style.points == 31.0
    assert (people.folder(learner.id) / "settings.ini").is_file()


def test_several_are_asked_by_name_and_each_sees_their_own(start: Start, people: People, qtbot: QtBot) -> None:
    people.add(Learner("Ann", "A1"))
    people.add(Learner("Bo", "A2"))
    program = start()
    chooser = asked(program)
    assert names(chooser) == ["Ann", "Bo"]
    assert unnamed(chooser) == []
    QTest.keyClick(chooser, Qt.Key.Key_Escape)
    assert chooser.isVisible(), "there is no way around it"
    choose(program, "Ann", qtbot)
    read(program, qtbot)
    program.window.reading.larger()
    larger = program.window.reading.style.points
    qtbot.waitUntil(lambda: program.window.side.take_view.model().rowCount() == 1)

    another(program, qtbot)
    choose(program, "Bo", qtbot)
    assert program.window.windowTitle() == "Bo – Read-aloud tutor"
    assert session_of(program).passage_id == "thinking", "the first text of Bo's level"
    assert program.window.side.take_view.model().rowCount() == 0
    assert session_of(program).attempt is None
    assert program.window.reading.style.points < larger
    assert session_of(program).desk.history.attempts() == []

    another(program, qtbot)
    choose(program, "Ann", qtbot)
    qtbot.waitUntil(lambda: program.window.side.take_view.model().rowCount() == 1)
    assert program.window.reading.style.points == larger


def test_a_recording_is_kept_and_assessed_before_another_learner_comes(start: Start, people: People, qtbot: QtBot) -> None:
    ann, _ = people.add(Learner("Ann")), people.add(Learner("Bo"))
    program = start()
    choose(program, "Ann", qtbot)
    read(program, qtbot, stop=False)
    another(program, qtbot)
    choose(program, "Ann", qtbot)
    (attempt,) = session_of(program).desk.history.attempts()
    assert attempt.take.seconds == 3.0
    assert attempt.assessment is not None
    assert list((people.folder(ann.id) / "takes").glob("*.part")) == []


def test_no_window_of_the_one_before_is_left(start: Start, people: People, qtbot: QtBot, qapp: QApplication) -> None:
    people.add(Learner("Ann"))
    people.add(Learner("Bo"))
    program = start()
    choose(program, "Ann", qtbot)
    read(program, qtbot)
    before = program.window
    another(program, qtbot)
    qtbot.waitUntil(lambda: not isValid(before))
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and "Ann" in widget.windowTitle()]


def test_a_pin_opens_and_nothing_else(start: Start, people: People, qtbot: QtBot) -> None:
    ann = people.add(Learner("Ann"))
    people.add(Learner("Bo"))
    people.set_pin(ann.id, "2468")
    program = start()
    chooser = asked(program)
    qtbot.waitUntil(lambda: bool(names(chooser)))
    assert "PIN" in chooser.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.keyClicks(chooser.view, "An")
    chooser.go.click()
    dialog = chooser.findChild(CodeDialog)
    assert isinstance(dialog, CodeDialog)
    assert unnamed(dialog) == []
    for typed in ("1111", "2222"):
        QTest.keyClicks(dialog.field, typed)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "not it" in dialog.said.text() and dialog.field.isEnabled() and not dialog.field.text())
        dialog.said.setText("")
    QTest.keyClicks(dialog.field, "3333")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not it" in dialog.said.text())
    QTest.keyClicks(dialog.field, "2468")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Wait" in dialog.said.text())
    assert not dialog.field.isEnabled()
    assert program.session is None
    people.set_pin(ann.id, "2468")  # as after the wait
    dialog._waited()
    dialog._wait_s = 0
    dialog._waited()
    QTest.keyClicks(dialog.field, "2468")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.session is not None and program.session.learner.name == "Ann", timeout=PATIENCE_MS)


def test_a_learner_alone_with_a_pin_is_asked_for_it(start: Start, people: People) -> None:
    ann = people.add(Learner("Ann"))
    people.set_pin(ann.id, "2468")
    assert asked(start()) is not None


def test_a_list_that_cannot_be_read_is_told_and_nothing_is_made(start: Start, people: People, qtbot: QtBot) -> None:
    people.add(Learner("Ann"))
    Paths.default().data.joinpath("learners.json").write_text("{")
    program = Program(Paths.default(), (GARDEN,))
    program.window.show()
    qtbot.waitUntil(lambda: "list of learners" in program.window.parts.banner.text, timeout=PATIENCE_MS)
    assert program.who is None
    program.close()
    program.window.close()
    program.window.deleteLater()
