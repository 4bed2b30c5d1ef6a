"""The history of each learner in the tutor area, and the way from a take to its review."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_waveform, an_assessment
from tests.ui.people.readers import PATIENCE_MS, Start
from tutor.domain.learner import Learner
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.people import People
from tutor.ui.history.view import HistoryView
from tutor.ui.tutoring.history_page import HistoryPage
from tutor.ui.tutoring.review_page import ReviewPage


def reads(people: People, name: str, times: int) -> None:
    learner = people.add(Learner(name))
    database = open_database(people.folder(learner.id))
    history = SqlHistory(database)
    for back in range(times):
        take = history.keep(a_waveform(0.5), "I think it is a garden.", "garden", datetime.now(UTC) - timedelta(days=back), "")
        history.save(take.id, an_assessment())
    database.close()


def test_a_tutor_sees_each_learner_s_own_and_goes_on_to_a_review(start: Start, people: People, qtbot: QtBot) -> None:
    reads(people, "Bo", 2)
    reads(people, "Mei", 3)
    program = start()
    assert program.who is not None
    program.who.entry._enter()
    area = program.who.entry.area
    assert area is not None
    page = next(page for page in area.pages if isinstance(page, HistoryPage))
    area.tabs.setCurrentWidget(page)

    def counted(count: int) -> bool:
        view = page.view
        return view is not None and not view.loader.running and f"{count} readings" in view.said.text()

    qtbot.waitUntil(lambda: counted(2), timeout=PATIENCE_MS)
    area.view.setCurrentIndex(area.view.model().index(1, 0))
    qtbot.waitUntil(lambda: counted(3), timeout=PATIENCE_MS)
    view = page.view
    assert isinstance(view, HistoryView)
    assert view.overview.due.isHidden()  # what is due is the learner's
    view.tabs.setCurrentIndex(4)
    QTest.keyClick(view.takes.view, Qt.Key.Key_Return)
    review = next(page for page in area.pages if isinstance(page, ReviewPage))
    assert area.tabs.currentWidget() is review
    qtbot.waitUntil(lambda: review.window_ is not None and review.window_.session.take is not None, timeout=PATIENCE_MS)
    area.reject()
