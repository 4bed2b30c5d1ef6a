"""The tutor area's page of a learner: what is new, strictness, agreement, and a threshold refitted and taken back."""

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_target, a_waveform, an_assessment, an_estimate
from tests.fakes import FakePlayer, FakeRecorder, ManualClock
from tutor.domain.assessment import Assessment
from tutor.domain.learner import Learner
from tutor.domain.marks import Mark
from tutor.domain.review import About
from tutor.domain.strictness import Strictness
from tutor.practice.review import Reviewing, machine_says, rule_of
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.reviews import SqlReviews
from tutor.store.tallies import SqlTallies
from tutor.ui.tasks import TaskPool
from tutor.ui.theme import apply_theme
from tutor.ui.tutoring.page import TutorDesk
from tutor.ui.tutoring.review_page import ReviewPage
from tutor.ui.tutoring.study import Study

TEXT = "I think it is a garden."
MEI, BO = Learner("Mei Lin", id="mei"), Learner("Bo", id="bo")


class Room:
    """A page on the stores of two learners."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock, self.pool = folder, ManualClock(), TaskPool()
        self.opened: list[str] = []
        self.closed: list[str] = []
        settings = QSettings(str(folder / "tutor.ini"), QSettings.Format.IniFormat)
        known = {"run_task": self.pool.run_task, "open_study": self.study, "clock": self.clock, "settings": settings}
        desk: Any = {field.name: None for field in fields(TutorDesk)} | known  # what other pages need isn't asked for here
        self.page = ReviewPage(TutorDesk(**desk))

    def study(self, learner: Learner) -> Study:
        database = open_database(self.folder / learner.id)
        self.opened.append(learner.id)

        def close() -> None:
            self.closed.append(learner.id)
            database.close()

        sound = (FakeRecorder(), FakePlayer())
        return Study(
            learner,
            SqlHistory(database),
            SqlReviews(database),
            lambda text, _: a_target(text),
            *sound,
            close,
            SqlTallies(database),
        )

    def add(self, learner: Learner, assessments: list[Assessment]) -> list[str]:
        """Takes of a learner's with these results."""
        database = open_database(self.folder / learner.id)
        history, made = SqlHistory(database), []
        for assessment in assessments:
            self.clock.advance(60)
            take = history.keep(a_waveform(0.1), TEXT, None, self.clock.now(), "mic")
            history.save(take.id, assessment)
            made.append(take.id)
        database.close()
        return made

    def reviews(self, learner: Learner) -> SqlReviews:
        return SqlReviews(open_database(self.folder / learner.id))


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Room]:
    apply_theme(qapp)
    made = Room(tmp_path)
    made.page.resize(1000, 700)
    made.page.show()
    yield made
    made.page.leave()
    assert made.pool.close()
    qapp.processEvents()
    assert sorted(made.opened) == sorted(made.closed), "every store that was opened is closed"
    made.page.deleteLater()
    qapp.processEvents()


def _listed(room: Room) -> list[str]:
    model = room.page.view.model()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def test_what_is_new_stands_out_until_it_was_opened_or_let_be(room: Room, qtbot: QtBot) -> None:
    takes = room.add(MEI, [an_assessment()] * 3)
    room.page.show_learner(MEI)
    qtbot.waitUntil(lambda: len(_listed(room)) == 3)
    assert all(row.startswith("●") for row in _listed(room))
    room.page.review.click()
    window = room.page.window_
    assert window is not None
    qtbot.waitUntil(lambda: window.session.take is not None)
    assert window.session.take is not None
    assert window.session.take.attempt.take.id == takes[0], "the oldest first"
    window.close()
    qtbot.waitUntil(lambda: sum(row.startswith("●") for row in _listed(room)) == 2)
    room.page.skip.click()
    qtbot.waitUntil(lambda: not any(row.startswith("●") for row in _listed(room)))
    assert not room.page.review.isEnabled()


def test_going_from_learner_to_learner_leaves_nothing_open(room: Room, qtbot: QtBot) -> None:
    room.add(MEI, [an_assessment()])
    room.add(BO, [an_assessment()] * 2)
    room.page.show_learner(MEI)
    room.page.show_learner(BO)  # before the first one was read
    qtbot.waitUntil(lambda: len(_listed(room)) == 2)
    qtbot.waitUntil(lambda: room.closed == ["mei"])
    room.page.show_learner(None)
    qtbot.waitUntil(lambda: room.closed == ["mei", "bo"])


def test_strictness_is_a_row_and_says_what_it_does(room: Room, qtbot: QtBot) -> None:
    room.add(MEI, [an_assessment()])
    room.page.name.setText("Ms Li")
    room.page.show_learner(MEI)
    qtbot.waitUntil(lambda: len(_listed(room)) == 1)
    box = room.page.strictness
    box.accuracy.setCurrentIndex(box.accuracy.findText("Strict"))
    reviews = room.reviews(MEI)
    qtbot.waitUntil(lambda: len(reviews.settings()) == 1)
    (row,) = reviews.settings()
    assert (row.tutor, row.accuracy, row.pauses) == ("Ms Li", Strictness.STRICT, Strictness.STANDARD)
    qtbot.waitUntil(lambda: "35%" in box.said)
    assert "0.4 s" in box.said
    reviews.database.close()


def test_a_threshold_is_refitted_and_taken_back(room: Room, qtbot: QtBot) -> None:
    """A tutor who marks the “th” of “think” from 0.7 on, where the program does from 0.5 on."""
    chance = Random(2)
    takes = [_with_th(chance.random()) for _ in range(40)]
    room.add(MEI, takes)
    reviews = room.reviews(MEI)
    history, tutor = SqlHistory(reviews.database), Reviewing(reviews, "Ms Li", room.clock)
    for attempt in history.attempts(100):
        assert attempt.assessment is not None
        phone = attempt.assessment.words[1].phones[0]
        wanted = Mark.NEEDS_WORK if (phone.mispronounced or 0.0) >= 0.7 else Mark.CLEAR
        if machine_says(attempt.assessment)[About(1, 0)] is not wanted:
            tutor.answer(attempt.take.id, attempt.assessment, About(1, 0), wanted)
        tutor.done(attempt.take.id, attempt.assessment, 1.0)
    room.page.name.setText("Ms Li")
    room.page.show_learner(MEI)
    box = room.page.agreement
    qtbot.waitUntil(lambda: box.view.model().rowCount() == 6)
    assert "weighted kappa" in box.view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    first = box.sound_view.model().index(0, 0)
    assert "From 50% to 70%" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert box.use.isVisible()
    assert not box.back.isVisible()
    box.use.click()
    qtbot.waitUntil(box.back.isVisible)
    assert rule_of((), reviews.thresholds()).fitted["TH"].edge == pytest.approx(0.7, abs=0.06)
    box.back.click()
    qtbot.waitUntil(lambda: not box.back.isVisible())
    assert rule_of((), reviews.thresholds()).fitted["TH"].edge is None
    assert len(reviews.thresholds()) == 2
    reviews.database.close()


def _with_th(chance: float) -> Assessment:
    said = an_assessment()
    word = said.words[1]
    phone = replace(
        word.phones[0], mispronounced=chance, heard=None, accuracy=an_estimate(1.8 - 1.6 * chance, spread=0.1, top=2.0)
    )
    words = (said.words[0], replace(word, phones=(phone, *word.phones[1:])), *said.words[2:])
    return replace(said, words=words)
