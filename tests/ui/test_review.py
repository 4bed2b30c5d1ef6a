"""A tutor's keys on a learner's take, through the real store: heard, answered, undone, commented on in text and by voice."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_target, a_waveform, an_assessment
from tests.fakes import FakePlayer, FakeRecorder, ManualClock
from tutor.domain.learner import Learner
from tutor.domain.marks import Mark
from tutor.domain.review import About, answers
from tutor.domain.strictness import Strictness
from tutor.domain.take import Take
from tutor.practice.review import Reviewing
from tutor.practice.reviewed import gone_through
from tutor.store.database import Database, open_database
from tutor.store.history import SqlHistory
from tutor.store.reviews import SqlReviews
from tutor.store.tallies import SqlTallies
from tutor.ui.tasks import TaskPool
from tutor.ui.theme import apply_theme
from tutor.ui.tutoring.review_session import ReviewSession
from tutor.ui.tutoring.review_window import ReviewWindow
from tutor.ui.tutoring.study import Study

TEXT = "I think it is a garden."


@dataclass
class Room:
    """A tutor's window on a learner's store."""

    window: ReviewWindow
    database: Database
    history: SqlHistory
    reviews: SqlReviews
    player: FakePlayer
    recorder: FakeRecorder
    clock: ManualClock
    pool: TaskPool
    take: Take

    def add(self) -> Take:
        self.clock.advance(60)
        take = self.history.keep(a_waveform(3.0), TEXT, None, self.clock.now(), "mic")
        self.history.save(take.id, an_assessment())
        return take

    def press(self, action: QAction, qtbot: QtBot) -> None:
        """By its key, as a tutor would."""
        before = self.window.session.take
        QTest.keySequence(self.window.parts.page, action.shortcut())
        self.clock.advance(1)
        qtbot.waitUntil(lambda: self.window.session.take is not before)

    def answers(self) -> dict[About, object]:
        return dict(answers(self.reviews.corrections(self.take.id)))


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Room]:
    apply_theme(qapp)
    database, clock, pool = open_database(tmp_path), ManualClock(), TaskPool()
    history, reviews = SqlHistory(database), SqlReviews(database)
    player, recorder = FakePlayer(), FakeRecorder()
    learner = Learner("Mei Lin", id="a")
    study = Study(
        learner, history, reviews, lambda text, _: a_target(text), recorder, player, database.close, SqlTallies(database)
    )
    settings = QSettings(str(tmp_path / "tutor.ini"), QSettings.Format.IniFormat)
    parent = QWidget()
    session = ReviewSession(study, Reviewing(reviews, "Ms Li", clock), pool.run_task, parent)
    window = ReviewWindow(session, clock, settings)
    made = Room(window, database, history, reviews, player, recorder, clock, pool, Take("", "", None, clock.now(), 0.0, ""))
    made.take = made.add()
    with qtbot.waitActive(window):
        window.show()
    window.open(made.take.id)
    qtbot.waitUntil(lambda: window.choice.word == 1)
    yield made
    window.close()
    assert pool.close()
    window.deleteLater()
    parent.deleteLater()
    database.close()
    qapp.processEvents()


def test_a_word_a_sound_and_a_score_are_overruled_with_one_key_each(room: Room, qtbot: QtBot) -> None:
    made = room.window.actions_
    assert room.window.parts.answers.said == "The program: Needs work"
    assert made.answer_3.iconText() == "Clear (3)", "what the key does is written on it"
    room.press(made.answer_3, qtbot)
    assert room.answers() == {About(1): Mark.CLEAR}
    made.next_sound.trigger()
    assert made.answer_4.isEnabled() is False, "a sound can't be another word"
    room.press(made.answer_2, qtbot)
    made.aspect.trigger()
    made.aspect.trigger()
    assert room.window.parts.answers.answers[0].isVisible()
    room.press(made.answer_1, qtbot)
    assert room.answers() == {About(1): Mark.CLEAR, About(1, 0): Mark.ACCENT, About(aspect="fluency"): 1}
    assert room.window.parts.answers.said == "The program: Smooth. You: Often interrupted"
    assert len(room.reviews.corrections()) == 3


def test_in_one_column_a_panel_is_as_high_as_what_is_in_it(room: Room, qtbot: QtBot) -> None:
    room.window.resize(500, 700)
    parts = room.window.parts
    inside = parts.panels.currentWidget()
    assert isinstance(inside, QScrollArea)
    qtbot.waitUntil(lambda: parts.panels.minimumHeight() > 0)
    qtbot.waitUntil(lambda: inside.verticalScrollBar().maximum() == 0)


def test_to_agree_takes_one_key_too_and_undo_is_a_row(room: Room, qtbot: QtBot) -> None:
    made = room.window.actions_
    room.press(made.agree, qtbot)
    assert room.answers() == {About(1): Mark.NEEDS_WORK}
    room.press(made.undo, qtbot)
    assert room.answers() == {}
    assert len(room.reviews.corrections()) == 2
    assert room.window.parts.answers.said == "The program: Needs work"


def test_what_the_program_is_not_sure_of_cannot_be_agreed_to(room: Room, qtbot: QtBot) -> None:
    room.window.choice.choose_word(3)
    assert room.window.actions_.agree.isEnabled(), "that a word was left out can be"
    room.window.choice.choose(3, 0)
    assert not room.window.actions_.agree.isEnabled(), "of its sounds nothing is known"


def test_the_page_follows_the_sound_and_stops_at_the_word_that_was_heard(room: Room, qtbot: QtBot) -> None:
    window, player = room.window, room.player
    QTest.keyClick(window.parts.page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(player.played) == 1)
    start = room.history.waveform(room.take.id).seconds - player.played[0].seconds
    player.position_s = 1.45 - start
    qtbot.waitUntil(lambda: window.session.heard.share > 0)
    window.parts.panels.setCurrentWidget(window.parts.heat)
    player.position_s = 2.45 - start
    qtbot.waitUntil(lambda: window.parts.heat.currentIndex().row() == 5)
    assert window.choice.word == 1, "what was chosen stays until it is stopped"
    QTest.keyClick(window.parts.page, Qt.Key.Key_Space)
    assert window.choice.word == 5
    assert player.position_s is None


def test_done_counts_only_what_was_heard_whole(room: Room, qtbot: QtBot) -> None:
    made, window = room.window.actions_, room.window
    room.press(made.done, qtbot)
    assert "0%" in window.parts.banner.text
    assert gone_through(room.reviews.looks(), room.reviews.corrections(), "Ms Li").takes == ()
    assert "agreed" in window.parts.answers.status
    room.press(made.done, qtbot)
    assert "agreed" not in window.parts.answers.status, "the same key takes it back"
    for at in range(90):
        window.session.heard.at(at / 30)
    room.press(made.done, qtbot)
    found = gone_through(room.reviews.looks(), room.reviews.corrections(), "Ms Li").takes
    assert [take.take_id for take in found] == [room.take.id]
    assert window.parts.banner.text == ""


def test_a_comment_is_about_the_selected_words(room: Room, qtbot: QtBot) -> None:
    made, parts = room.window.actions_, room.window.parts
    cursor = parts.page.textCursor()
    cursor.setPosition(TEXT.index("it"))
    cursor.setPosition(TEXT.index("a garden"), cursor.MoveMode.KeepAnchor)
    parts.page.setTextCursor(cursor)
    QTest.keyClick(parts.page, Qt.Key.Key_K)
    assert parts.comments.field.hasFocus()
    QTest.keyClicks(parts.comments.field, "Link 1 and 2.")
    assert room.answers() == {}, "keys that are written answer nothing"
    before = room.window.session.take
    QTest.keyClick(parts.comments.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.window.session.take is not before)
    (comment,) = room.reviews.comments(room.take.id)
    assert (comment.text, comment.first, comment.last, comment.tutor) == ("Link 1 and 2.", 2, 3, "Ms Li")
    parts.comments.view.setCurrentIndex(parts.comments.view.model().index(0, 0))
    room.press(made.withdraw, qtbot)
    assert not parts.comments.view.isVisible()
    assert len(room.reviews.comments()) == 2


def test_a_comment_is_spoken_and_heard_again(room: Room, qtbot: QtBot) -> None:
    made, window = room.window.actions_, room.window
    QTest.keyClick(window.parts.page, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: room.recorder.draft is not None)
    room.recorder.hear(a_waveform(1.0))
    qtbot.waitUntil(window.parts.comments.meter.isVisible)
    window.listen.play_or_stop()
    assert room.player.played == [], "the microphone would hear it"
    room.press(made.speak, qtbot)
    (comment,) = room.reviews.comments(room.take.id)
    assert (comment.first, comment.seconds) == (1, 1.0)
    assert len(room.history.attempts()) == 1, "it is no take"
    window.parts.comments.view.setCurrentIndex(window.parts.comments.view.model().index(0, 0))
    made.hear_comment.trigger()
    qtbot.waitUntil(lambda: len(room.player.played) == 1)
    assert room.player.played[0].seconds == pytest.approx(1.0)


def test_a_spoken_comment_can_be_thrown_away_and_is_kept_when_the_window_closes(room: Room, qtbot: QtBot) -> None:
    window = room.window
    for _ in range(2):
        QTest.keyClick(window.parts.page, Qt.Key.Key_V)
        qtbot.waitUntil(lambda: room.recorder.draft is not None)
        room.recorder.hear(a_waveform(1.0))
        qtbot.waitUntil(lambda: window.spoken.recording.is_running)
        if not room.reviews.comments():
            break
    QTest.keyClick(window.parts.page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.spoken.is_busy)
    assert room.reviews.comments() == []
    QTest.keyClick(window.parts.page, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: room.recorder.draft is not None)
    room.recorder.hear(a_waveform(1.0))
    qtbot.waitUntil(lambda: window.spoken.recording.is_running)
    window.close()
    assert len(room.reviews.comments()) == 1


def test_the_next_new_take_is_the_oldest_that_was_not_opened(room: Room, qtbot: QtBot) -> None:
    second, third = room.add(), room.add()
    room.window.session.list()
    for wanted in (second.id, third.id):
        qtbot.waitUntil(room.window.actions_.next_new.isEnabled)
        with qtbot.waitSignal(room.window.session.opened):
            room.window.actions_.next_new.trigger()
        assert room.window.session.take is not None
        assert room.window.session.take.attempt.take.id == wanted
    with qtbot.waitSignal(room.window.session.listed):
        room.window.session.list()
    assert not room.window.actions_.next_new.isEnabled()


def test_a_key_given_otherwise_is_named_on_its_button(room: Room, qtbot: QtBot) -> None:
    room.window.keys.give(room.window.actions_.answer_1, QKeySequence("X"))
    assert room.window.actions_.answer_1.iconText() == "Needs work (X)"
    room.press(room.window.actions_.answer_1, qtbot)
    assert room.answers() == {About(1): Mark.NEEDS_WORK}


def test_what_was_set_meanwhile_is_shown_by_it(room: Room, qtbot: QtBot) -> None:
    words = list(an_assessment().words)
    phone = words[5].phones[0]
    words[5] = replace(words[5], phones=(replace(phone, mispronounced=0.4, heard="K"), *words[5].phones[1:]))
    room.history.save(room.take.id, replace(an_assessment(), words=tuple(words)))
    Reviewing(room.reviews, "Ms Li", room.clock).set_strictness(Strictness.STRICT, Strictness.STANDARD)
    room.window.open(room.take.id)
    qtbot.waitUntil(lambda: room.window.choice.marked == 3)


def test_everything_that_takes_the_focus_has_a_name(room: Room) -> None:
    tabbed = [each for each in room.window.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(tabbed) > 20
    assert [each for each in tabbed if each.isVisible() and not each.accessibleName() and not getattr(each, "text", str)()] == []
