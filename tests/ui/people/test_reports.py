"""Reports out of the running program: of the take on the page, and in the tutor area of a learner and of the class."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_waveform, an_assessment
from tests.ui.people.readers import PATIENCE_MS, Start
from tutor.domain.learner import Learner
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.people import People
from tutor.ui.history.window import HistoryWindow
from tutor.ui.reporting.dialog import ReportDialog
from tutor.ui.stage import Stage
from tutor.ui.tutoring.area import TutorArea
from tutor.ui.tutoring.reports import ClassPage, ReportsPage


@pytest.fixture
def take_id(people: People) -> str:
    """Mei read once; Bo did not."""
    mei = people.add(Learner("Mei", "A1", "zh"))
    people.add(Learner("Bo", "A2", "ko"))
    people.opened(mei.id)
    database = open_database(people.folder(mei.id))
    history = SqlHistory(database)
    take = history.keep(a_waveform(3.0), "I think it is a garden.", "garden", datetime.now(UTC), "")
    history.save(take.id, an_assessment())
    database.close()
    return take.id


def test_the_take_on_the_page_and_the_learner_s_practice(start: Start, people: People, take_id: str, qtbot: QtBot) -> None:
    program = start()
    assert program.who is not None
    assert program.who.chooser is not None
    program.who._choose(people.learners()[0])
    qtbot.waitUntil(lambda: program.session is not None and program.session.stage is Stage.READY, timeout=PATIENCE_MS)
    assert program.session is not None
    program.session.choose_take(take_id)
    qtbot.waitUntil(lambda: program.session is not None and program.session.attempt is not None, timeout=PATIENCE_MS)
    program.window.actions_.report.trigger()
    dialog = program.window.findChild(ReportDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.panel.save.isEnabled, timeout=PATIENCE_MS)
    assert dialog.panel.choices.time.currentText() == "This take: The garden"
    assert "Mei" in dialog.panel.preview.toPlainText()
    dialog.panel.choices.time.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "Days with practice" in dialog.panel.preview.toPlainText(), timeout=PATIENCE_MS)
    dialog.reject()


def test_the_tutor_sees_a_learner_and_the_class(start: Start, take_id: str, qtbot: QtBot) -> None:
    program = start()
    assert program.who is not None
    program.who.entry._enter()
    area = program.who.entry.area
    assert isinstance(area, TutorArea)
    reports = next(page for page in area.pages if isinstance(page, ReportsPage))
    area.tabs.setCurrentWidget(reports)
    qtbot.waitUntil(lambda: "Mei" in reports.panel.preview.toPlainText(), timeout=PATIENCE_MS)
    assert "Every reading" in reports.panel.preview.toPlainText()  # whoever looks here teaches
    room = next(page for page in area.pages if isinstance(page, ClassPage))
    area.tabs.setCurrentWidget(room)
    qtbot.waitUntil(lambda: "Class overview" in room.panel.preview.toPlainText(), timeout=PATIENCE_MS)
    said = room.panel.preview.toPlainText()
    assert "1 of 2" in said
    assert "Bo" in said
    assert "Nothing that can be said of five learners or more." in said
    assert not room.panel.choices.reader.isVisible()
    area.reject()


def test_from_the_history_it_is_of_the_last_weeks(start: Start, people: People, take_id: str, qtbot: QtBot) -> None:
    people.remove(people.learners()[1].id)
    program = start()
    qtbot.waitUntil(lambda: program.session is not None and program.session.stage is Stage.READY, timeout=PATIENCE_MS)
    program.window.actions_.history.trigger()
    history = program.window.findChild(HistoryWindow)
    assert history is not None
    history.report.click()
    dialog = history.findChild(ReportDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "Days with practice" in dialog.panel.preview.toPlainText(), timeout=PATIENCE_MS)
    assert dialog.panel.choices.time.currentText() == "The last 4 weeks"
    dialog.reject()
    history.close()
