"""Several learners at one computer: each is asked for by name and PIN, and what one reads the next one doesn't see."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.builders import a_waveform
from tests.fakes import FakeAssessor, FakeRecorder
from tests.ui.conftest import GARDEN, THINKING
from tests.ui.test_access import unnamed
from tutor.app import Program
from tutor.domain.learner import KeepAudio, Learner
from tutor.store.passcode import PasscodeFile
from tutor.store.paths import Paths
from tutor.store.people import People
from tutor.ui.people.chooser import Chooser
from tutor.ui.people.codes import CodeDialog, NewCodeDialog
from tutor.ui.people.profile import ProfileDialog
from tutor.ui.session import Session, Stage
from tutor.ui.theme import apply_theme
from tutor.ui.tutoring.area import TutorArea
from tutor.ui.tutoring.profiles import NamesDialog, ProfilesPage

Start = Callable[..., Program]
PATIENCE_MS = 10_000


@pytest.fixture(autouse=True)
def _outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """No microphone, no model, codes that cost little."""
    from argon2 import PasswordHasher

    monkeypatch.setattr("argon2.PasswordHasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    monkeypatch.setattr("tutor.audio.recorder.MicrophoneRecorder", FakeRecorder)
    monkeypatch.setattr("tutor.app._load_assessor", FakeAssessor)


@pytest.fixture
def people(home: Path) -> People:
    return People(Paths.default())


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Start]:
    """Starts the program, which was started before, and waits until somebody reads or is asked for."""
    made: list[Program] = []

    def start_() -> Program:
        apply_theme(qapp)
        config = Paths.default().config / "window.ini"
        QSettings(str(config), QSettings.Format.IniFormat).setValue("learner/welcomed", "yes")
        program = Program(Paths.default(), (GARDEN, THINKING))
        made.append(program)
        program.window.show()
        qtbot.waitUntil(lambda: program.session is not None or chooser_of(program) is not None, timeout=PATIENCE_MS)
        return program

    yield start_
    for program in made:
        program.close()
        program.window.close()
        program.window.deleteLater()
    qapp.processEvents()


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


def test_a_pin_needs_somebody_who_can_help_when_it_is_forgotten(start: Start, people: People, qtbot: QtBot) -> None:
    people.add(Learner("Ann"))
    program = start()
    assert program.who is not None
    profiles = program.who.profiles
    program.window.actions_.profile.trigger()
    assert isinstance(profiles.dialog, ProfileDialog)
    profiles.dialog.pin.click()
    assert isinstance(profiles.dialog, QMessageBox)
    assert "tutor's passcode" in profiles.dialog.text()
    profiles.dialog.reject()
    PasscodeFile(Paths.default().data / "tutor").set("chalk and cheese")
    program.window.actions_.profile.trigger()
    assert isinstance(profiles.dialog, ProfileDialog)
    profiles.dialog.pin.click()
    assert isinstance(profiles.dialog, NewCodeDialog)
    fill_twice(profiles.dialog, "12a4")
    assert not profiles.dialog.buttons.button(profiles.dialog.buttons.StandardButton.Ok).isEnabled(), "digits only"
    fill_twice(profiles.dialog, "1234")
    profiles.dialog.accept()
    qtbot.waitUntil(lambda: people.learners()[0].has_pin)
    assert people.check_pin(people.learners()[0].id, "1234")
    qtbot.waitUntil(lambda: session_of(program).learner.has_pin)
    program.window.actions_.profile.trigger()
    profiles.dialog.pin.click()
    assert isinstance(profiles.dialog, CodeDialog), "the PIN until now comes first"
    profiles.dialog.reject()


def fill_twice(dialog: NewCodeDialog, code: str) -> None:
    for field in (dialog.first, dialog.second):
        field.setText(code)


def test_a_profile_is_changed(start: Start, people: People, qtbot: QtBot) -> None:
    people.add(Learner("Ann"))
    program = start()
    assert program.who is not None
    program.window.actions_.profile.trigger()
    dialog = program.who.profiles.dialog
    assert isinstance(dialog, ProfileDialog)
    assert unnamed(dialog) == []
    dialog.about.name.setText("Anna")
    dialog.sound.setCurrentIndex(dialog.sound.findData(KeepAudio.NEVER))
    assert "Nothing you say" in dialog.note.text()
    dialog.days.setCurrentIndex(dialog.days.findData(90))
    dialog.accept()
    qtbot.waitUntil(lambda: program.window.windowTitle() == "Anna – Read-aloud tutor")
    (learner,) = people.learners()
    assert (learner.name, learner.audio, learner.expires_days) == ("Anna", KeepAudio.NEVER, 90)


def test_a_new_learner_comes_by_the_list(start: Start, people: People, qtbot: QtBot) -> None:
    people.add(Learner("Ann"))
    program = start()
    another(program, qtbot)
    chooser = asked(program)
    chooser.add.click()
    assert program.who is not None
    dialog = program.who.profiles.dialog
    assert isinstance(dialog, ProfileDialog)
    assert not dialog.delete.isVisible()
    dialog.about.name.setText("ann")
    dialog.accept()
    qtbot.waitUntil(lambda: "already" in chooser.banner.text)
    chooser.add.click()
    dialog = program.who.profiles.dialog
    assert isinstance(dialog, ProfileDialog)
    dialog.about.name.setText("Bo")
    dialog.accept()
    qtbot.waitUntil(lambda: names(chooser) == ["Ann", "Bo"])
    assert chooser.view.currentIndex().data() == "Bo"


def test_who_reads_can_delete_all_that_is_theirs(start: Start, people: People, qtbot: QtBot) -> None:
    ann, bo = people.add(Learner("Ann")), people.add(Learner("Bo"))
    program = start()
    choose(program, "Ann", qtbot)
    read(program, qtbot)
    assert program.who is not None
    before, profiles = program.window, program.who.profiles
    program.window.actions_.profile.trigger()
    assert isinstance(profiles.dialog, ProfileDialog)
    profiles.dialog.delete.click()
    box = profiles.dialog
    assert isinstance(box, QMessageBox)
    assert box.defaultButton().text() == "&Keep"
    next(button for button in box.buttons() if button.text() == "&Delete").click()
    qtbot.waitUntil(lambda: program.window is not before and chooser_of(program) is not None, timeout=PATIENCE_MS)
    assert people.learners() == (bo,)
    assert not people.folder(ann.id).exists()
    assert names(asked(program)) == ["Bo"]


def test_the_tutor_area_has_a_passcode_of_its_own(start: Start, people: People, qtbot: QtBot) -> None:
    ann, _ = people.add(Learner("Ann")), people.add(Learner("Bo"))
    people.set_pin(ann.id, "2468")
    program = start()
    chooser = asked(program)
    qtbot.waitUntil(lambda: bool(names(chooser)))
    assert program.who is not None
    entry = program.who.entry
    chooser.tutor.click()
    assert isinstance(entry.dialog, NewCodeDialog)
    fill_twice(entry.dialog, "chalk and cheese")
    entry.dialog.accept()
    qtbot.waitUntil(lambda: entry.area is not None)
    area, page = area_of(program)
    assert unnamed(area) == []
    qtbot.waitUntil(lambda: page.name.text() == "Ann")
    page.pin.click()  # the way out of a forgotten PIN
    qtbot.waitUntil(lambda: not people.learners()[0].has_pin)
    page.add.click()
    assert isinstance(page.dialog, NamesDialog)
    page.dialog.text.setPlainText("Cy\n\n  bo \nDi\nCy\n")
    page.dialog.accept()
    qtbot.waitUntil(lambda: [each.name for each in people.learners()] == ["Ann", "Bo", "Cy", "Di"])
    qtbot.waitUntil(lambda: area.view.model().rowCount() == 4)
    area.view.setCurrentIndex(area.view.model().index(2, 0))
    assert page.name.text() == "Cy"
    page.delete.click()
    box = page.profiles.dialog
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text() == "&Delete").click()
    qtbot.waitUntil(lambda: area.view.model().rowCount() == 3)
    area.reject()
    qtbot.waitUntil(lambda: names(chooser) == ["Ann", "Bo", "Di"])

    chooser.tutor.click()
    assert isinstance(entry.dialog, CodeDialog), "asked for again"
    QTest.keyClicks(entry.dialog.field, "2468")
    entry.dialog.look()
    dialog = entry.dialog
    qtbot.waitUntil(lambda: "not it" in dialog.said.text())
    assert entry.area is None
    QTest.keyClicks(dialog.field, "chalk and cheese")
    dialog.look()
    qtbot.waitUntil(lambda: entry.area is not None)
    area_of(program)[0].reject()


def area_of(program: Program) -> tuple[TutorArea, ProfilesPage]:
    assert program.who is not None
    area = program.who.entry.area
    assert area is not None
    (page,) = (page for page in area.pages if isinstance(page, ProfilesPage))
    return area, page


def test_a_learner_is_deleted_by_the_tutor_while_they_read(start: Start, people: People, qtbot: QtBot) -> None:
    people.add(Learner("Ann"))
    PasscodeFile(Paths.default().data / "tutor").set("chalk and cheese")
    program = start()
    before = program.window
    qtbot.waitUntil(lambda: session_of(program).stage is Stage.READY)
    program.window.actions_.tutor_area.trigger()
    assert program.who is not None
    dialog = program.who.entry.dialog
    assert isinstance(dialog, CodeDialog)
    QTest.keyClicks(dialog.field, "chalk and cheese")
    dialog.look()
    qtbot.waitUntil(lambda: program.who is not None and program.who.entry.area is not None)
    _, page = area_of(program)
    qtbot.waitUntil(lambda: page.name.text() == "Ann")
    page.delete.click()
    box = page.profiles.dialog
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text() == "&Delete").click()
    qtbot.waitUntil(lambda: program.window is not before and chooser_of(program) is not None, timeout=PATIENCE_MS)
    assert people.learners() == ()
    assert not asked(program).go.isEnabled()


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
