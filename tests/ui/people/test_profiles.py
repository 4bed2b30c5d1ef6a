"""Profiles are changed by who reads, or by a tutor behind a passcode; what is deleted is gone."""

from datetime import UTC, datetime

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.builders import a_waveform
from tests.ui.people.readers import PATIENCE_MS, Start, another, asked, choose, chooser_of, names, read, session_of
from tests.ui.test_access import unnamed
from tutor.app import Program
from tutor.domain.learner import KeepAudio, Learner
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.passcode import PasscodeFile
from tutor.store.paths import Paths
from tutor.store.people import People
from tutor.ui.people.codes import CodeDialog, NewCodeDialog
from tutor.ui.people.profile import ProfileDialog
from tutor.ui.stage import Stage
from tutor.ui.tutoring.area import TutorArea
from tutor.ui.tutoring.profiles import NamesDialog, ProfilesPage


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
    folder = people.folder(people.add(Learner("Ann")).id)
    database = open_database(folder)
    SqlHistory(database).keep(a_waveform(0.1), "I think.", None, datetime.now(UTC), "mic")
    database.close()
    program = start()
    assert program.who is not None
    program.window.actions_.profile.trigger()
    dialog = program.who.profiles.dialog
    assert isinstance(dialog, ProfileDialog)
    assert unnamed(dialog) == []
    dialog.about.name.setText("Anna")
    dialog.sound.setCurrentIndex(dialog.sound.findData(KeepAudio.NEVER))
    assert "Nothing you say" in dialog.note.text()
    assert not dialog.scores.isEnabled()
    dialog.days.setCurrentIndex(dialog.days.findData(90))
    dialog.scores.click()
    assert "their scores stay" in dialog.note.text()
    dialog.accept()
    box = program.who.profiles.dialog
    assert isinstance(box, QMessageBox)  # what was recorded so far goes with it: asked once
    assert len(list(folder.glob("takes/*.flac"))) == 1
    next(button for button in box.buttons() if button.text() == "&Delete").click()
    qtbot.waitUntil(lambda: not list(folder.glob("takes/*.flac")))
    qtbot.waitUntil(lambda: program.window.windowTitle() == "Anna – Read-aloud tutor")
    (learner,) = people.learners()
    assert (learner.name, learner.audio, learner.expires_days) == ("Anna", KeepAudio.NEVER, 90)
    assert learner.scores_stay


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
    area.tabs.setCurrentWidget(page)
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
