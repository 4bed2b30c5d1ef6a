"""What the learner sees of their tutor: both answers, comments to read and hear, and the tutor's setting."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.builders import STAMP, WHEN, an_assessment
from tests.fakes import FakeAssessor
from tests.reviewing import MemoryReviews
from tests.ui.conftest import Desktop, OpenWindow
from tutor.domain.marks import Mark
from tutor.domain.review import About, Comment, Correction
from tutor.domain.strictness import Setting, Strictness


def _read(desktop: Desktop, qtbot: QtBot) -> str:
    """A take of the learner's, whose id it is."""
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    assert desktop.session.attempt is not None
    return desktop.session.attempt.take.id


def _answer(take_id: str, about: About, expected: str, answer: Mark | int) -> Correction:
    return Correction(f"{about}", take_id, "Ms Li", WHEN, about, expected, answer, None, STAMP)


def test_the_learner_sees_the_tutors_answers_with_the_programs(open_window: OpenWindow, qtbot: QtBot) -> None:
    reviews = MemoryReviews()
    desktop = open_window(reviews=reviews)
    take_id, window = _read(desktop, qtbot), desktop.window
    panel = window.parts.feedback.from_tutor
    assert not panel.isVisible(), "nothing yet"
    assert window.choice.marked == 2
    reviews.add(_answer(take_id, About(1), "think", Mark.CLEAR))
    reviews.add(_answer(take_id, About(aspect="fluency"), "", 2))
    reviews.add(Comment("c" * 32, take_id, "Ms Li", WHEN, 5, 5, "Lovely long vowel here."))
    reviews.add(Comment("d" * 32, take_id, "Ms Li", WHEN, None, None, "", 4.0))
    window.tutors.refresh()
    qtbot.waitUntil(panel.isVisible)
    assert window.choice.marked == 1, "“think” is clear by the tutor"
    assert "tutor: clear; the program: needs work" in window.parts.page._cells[1].tooltip.lower()
    fluency = window.parts.feedback.score_view.model().index(1, 0)
    assert "Tutor: Many pauses" in fluency.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2" in panel.said.text()
    assert panel.view.model().rowCount() == 2
    panel.view.clicked.emit(panel.view.model().index(1, 0))
    assert window.choice.word == 5, "a comment leads to its words"
    panel.view.activated.emit(panel.view.model().index(0, 0))
    qtbot.waitUntil(lambda: len(desktop.player.played) == 1)
    assert desktop.player.played[0].seconds == 1.0, "a spoken one is heard"


def test_in_one_column_nothing_scrolls_within_the_page_when_comments_come(open_window: OpenWindow, qtbot: QtBot) -> None:
    reviews = MemoryReviews()
    desktop = open_window(reviews=reviews)
    take_id, window = _read(desktop, qtbot), desktop.window
    window.resize(500, 700)
    qtbot.waitUntil(lambda: window.parts.is_narrow)
    inside = window.parts.panels.currentWidget()
    assert isinstance(inside, QScrollArea)
    qtbot.waitUntil(lambda: inside.verticalScrollBar().maximum() == 0)
    for at in range(6):
        reviews.add(Comment(f"{at}" * 32, take_id, "Ms Li", WHEN, 5, 5, "Lovely long vowel here."))
    window.tutors.refresh()
    qtbot.waitUntil(window.parts.feedback.from_tutor.isVisible)
    qtbot.waitUntil(lambda: inside.verticalScrollBar().maximum() == 0)


def test_a_take_of_before_comes_with_what_the_tutor_said_of_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    reviews = MemoryReviews()
    desktop = open_window(reviews=reviews)
    take_id = _read(desktop, qtbot)
    reviews.add(_answer(take_id, About(1), "think", Mark.CLEAR))
    desktop.session.choose_text("I think it is.", "thinking")
    qtbot.waitUntil(lambda: desktop.session.attempt is None)
    desktop.session.choose_take(take_id)
    qtbot.waitUntil(lambda: desktop.session.attempt is not None)
    assert desktop.window.choice.marked == 1


def test_strictness_holds_for_the_next_take_and_is_called_the_tutors_setting(open_window: OpenWindow, qtbot: QtBot) -> None:
    reviews = MemoryReviews([Setting("s" * 32, "Ms Li", WHEN, Strictness.STRICT, Strictness.LENIENT)])
    words = list(an_assessment().words)
    phone = words[5].phones[0]
    words[5] = replace(words[5], phones=(replace(phone, mispronounced=0.4, heard="K"), *words[5].phones[1:]))
    desktop = open_window(reviews=reviews, assessor=FakeAssessor(answer=an_assessment(words=tuple(words))))
    _read(desktop, qtbot)
    assert desktop.window.choice.marked == 3, "0.4 is enough when marked strictly"
    panel = desktop.window.parts.feedback.from_tutor
    assert panel.said.text() == "Your tutor's setting: sounds and words strict, pauses lenient."


def test_the_stored_result_stays_the_programs(open_window: OpenWindow, qtbot: QtBot) -> None:
    reviews = MemoryReviews()
    desktop = open_window(reviews=reviews)
    take_id = _read(desktop, qtbot)
    before = desktop.history.kept[take_id].assessment
    reviews.add(_answer(take_id, About(1), "think", Mark.CLEAR))
    desktop.window.tutors.refresh()
    qtbot.waitUntil(lambda: desktop.window.choice.marked == 1)
    assert desktop.history.kept[take_id].assessment is before


def test_the_learner_is_told_once_that_there_is_something_new(open_window: OpenWindow, qtbot: QtBot) -> None:
    reviews = MemoryReviews()
    desktop = open_window(reviews=reviews)
    take_id, window = _read(desktop, qtbot), desktop.window
    assert window.parts.banner.text == ""
    reviews.add(_answer(take_id, About(1), "think", Mark.CLEAR))
    window.tutors.refresh()
    qtbot.waitUntil(lambda: "tutor" in window.parts.banner.text)
    row = window.side.take_view.model().index(0, 0)
    assert "with your tutor's answers" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    window.parts.banner.hide()
    with qtbot.waitSignal(desktop.session.tutors.listed):
        window.tutors.refresh()
    assert window.parts.banner.text == "", "only news is told"
