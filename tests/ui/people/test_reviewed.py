"""A tutor reviews a take in the tutor area of the running program, and the learner sees it when the area is left."""

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_waveform, an_assessment
from tests.ui.people.readers import PATIENCE_MS, Start
from tutor.domain.learner import Learner
from tutor.domain.marks import Mark
from tutor.store.passcode import PasscodeFile
from tutor.store.paths import Paths
from tutor.store.people import People
from tutor.ui.people.codes import CodeDialog
from tutor.ui.tutoring.review_page import ReviewPage

TEXT = "I think it is a garden."


def test_what_the_tutor_says_is_seen_by_the_learner_at_once(start: Start, people: People, qtbot: QtBot) -> None:
    people.add(Learner("Ann"))
    PasscodeFile(Paths.default().data / "tutor").set("chalk and cheese")
    program = start()
    qtbot.waitUntil(lambda: program.session is not None and program.session.target is not None, timeout=PATIENCE_MS)
    assert program.session is not None
    assert program.who is not None
    session, entry, window = program.session, program.who.entry, program.window
    take = session.desk.history.keep(a_waveform(3.0), TEXT, None, session.desk.clock.now(), "mic")
    session.desk.history.save(take.id, an_assessment())
    session.choose_take(take.id)
    qtbot.waitUntil(lambda: window.choice.word == 1)
    window.actions_.tutor_area.trigger()
    assert isinstance(entry.dialog, CodeDialog)
    QTest.keyClicks(entry.dialog.field, "chalk and cheese")
    entry.dialog.look()
    qtbot.waitUntil(lambda: entry.area is not None)
    assert entry.area is not None
    (page,) = (page for page in entry.area.pages if isinstance(page, ReviewPage))
    entry.area.tabs.setCurrentWidget(page)
    qtbot.waitUntil(page.review.isVisible, timeout=PATIENCE_MS)
    page.review.click()
    review = page.window_
    assert review is not None
    qtbot.waitUntil(lambda: review.choice.word == 1)
    with qtbot.waitSignal(review.session.changed):
        review.actions_.answer_3.trigger()
    entry.area.reject()
    qtbot.waitUntil(window.parts.feedback.from_tutor.isVisible)
    assert session.assessment is not None
    assert session.assessment.words[1].tutor is Mark.CLEAR
    assert page.window_ is None, "it closed with the area"


def test_a_spoken_comment_lies_in_the_learners_own_folder(people: People, home: Path) -> None:
    """What is deleted with a learner is all in one place."""
    from tutor.desktop.studies import open_study

    learner = people.add(Learner("Ann"))
    study = open_study(people.folder(learner.id), learner)
    study.close()
    assert (people.folder(learner.id) / "comments").is_dir()
