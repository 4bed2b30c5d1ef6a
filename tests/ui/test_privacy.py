"""What is kept, and deleting it, in the window: by keys, asked once, and told."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import WHEN, a_waveform, an_assessment
from tests.fakes import ManualClock
from tests.ui.conftest import Desktop, OpenWindow
from tutor.domain.learner import Learner
from tutor.domain.ledger import Kind
from tutor.store.database import Database, open_database
from tutor.store.history import SqlHistory
from tutor.store.paths import Paths
from tutor.store.people import People
from tutor.store.upkeep.backups import make_backup
from tutor.store.upkeep.keeper import Keeper
from tutor.ui.privacy import Privacy
from tutor.ui.stage import Stage

Opened = tuple[Desktop, Privacy]


@pytest.fixture
def people(home: Path) -> People:
    made = People(Paths.default())
    made.add(Learner("Mei"))
    return made


@pytest.fixture
def database(people: People) -> Iterator[Database]:
    made = open_database(people.folder(people.learners()[0].id))
    history = SqlHistory(made)
    for hour in range(3):
        take = history.keep(a_waveform(0.5), "I think it is a garden.", "garden", WHEN + timedelta(hours=hour), "mic")
        history.save(take.id, an_assessment())
    make_backup(made.path, WHEN.date())
    yield made
    made.close()


@pytest.fixture
def opened(open_window: OpenWindow, people: People, database: Database, qtbot: QtBot) -> Opened:
    desktop = open_window(history=SqlHistory(database), learner=people.learners()[0])
    privacy = Privacy(desktop.window, desktop.session, Keeper(Paths.default(), people, database, ManualClock()))
    qtbot.waitUntil(lambda: desktop.window.side.take_view.model().rowCount() == 3)
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    return desktop, privacy


def answer(privacy: Privacy, qtbot: QtBot, *, delete: bool) -> None:
    """By keys: Esc keeps; Tab leads to what deletes, Space presses it."""
    qtbot.waitUntil(lambda: privacy.box is not None and privacy.box.isVisible())
    box = privacy.box
    assert box is not None
    box.activateWindow()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPushButton))
    chosen = box.focusWidget()
    assert isinstance(chosen, QPushButton)
    assert chosen.text() == "&Keep"  # Return pressed by accident deletes nothing
    if not delete:
        QTest.keyClick(box, Qt.Key.Key_Escape)
        return
    QTest.keyClick(chosen, Qt.Key.Key_Tab)
    chosen = box.focusWidget()
    assert isinstance(chosen, QPushButton)
    assert chosen.text() == "&Delete"
    QTest.keyClick(chosen, Qt.Key.Key_Space)


def rows_of(desktop: Desktop) -> int:
    return desktop.window.side.take_view.model().rowCount()


def test_a_reading_is_deleted_by_keys_and_asked_about_once(
    opened: tuple[Desktop, Privacy], database: Database, qtbot: QtBot
) -> None:
    desktop, privacy = opened
    action = desktop.window.actions_.delete_take
    assert not action.isEnabled()
    take = SqlHistory(database).attempts()[0].take
    desktop.session.choose_take(take.id)
    qtbot.waitUntil(lambda: desktop.session.attempt is not None)
    action.trigger()
    answer(privacy, qtbot, delete=False)
    assert len(SqlHistory(database).attempts()) == 3
    assert privacy.box is None
    action.trigger()
    answer(privacy, qtbot, delete=True)
    qtbot.waitUntil(lambda: rows_of(desktop) == 2)
    assert take.id not in {attempt.take.id for attempt in SqlHistory(database).attempts()}
    assert not (database.folder / "takes" / f"{take.id}.flac").exists()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    assert (desktop.session.attempt, desktop.session.text) == (None, take.text)
    assert desktop.errors == []


def test_the_list_says_what_there_is_and_lets_it_be_deleted(
    opened: tuple[Desktop, Privacy], database: Database, qtbot: QtBot
) -> None:
    desktop, privacy = opened
    desktop.window.actions_.privacy.trigger()
    qtbot.waitUntil(lambda: privacy.dialog is not None and privacy.dialog.own.rowCount() > 0)
    dialog = privacy.dialog
    assert dialog is not None
    kinds = [row.kind for row in dialog.own.rows]
    assert kinds == [Kind.RESULTS, Kind.SOUND, Kind.COPIES]
    assert "3 files" in dialog.own.rows[1].spoken
    assert dialog.heading.text().startswith("Mei: ")
    assert not dialog.erase.isHidden()
    dialog.view.setCurrentIndex(dialog.own.index(1, 0))
    dialog.delete.click()
    answer(privacy, qtbot, delete=True)
    qtbot.waitUntil(lambda: [row.kind for row in dialog.own.rows] == [Kind.RESULTS, Kind.COPIES])
    assert len(SqlHistory(database).attempts()) == 3
    dialog.view.setCurrentIndex(dialog.own.index(0, 0))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.view.hasFocus)
    QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
    answer(privacy, qtbot, delete=True)
    qtbot.waitUntil(lambda: rows_of(desktop) == 0)
    assert SqlHistory(database).attempts() == []
    dialog.reject()
    qtbot.waitUntil(lambda: privacy.dialog is None)


def test_a_second_window_looks_on_and_says_why_it_records_nothing(
    open_window: OpenWindow, database: Database, qtbot: QtBot
) -> None:
    reading = open_database(database.folder, to_write=False)
    desktop = open_window(history=SqlHistory(reading))
    qtbot.waitUntil(lambda: desktop.window.side.take_view.model().rowCount() == 3)
    desktop.session.choose_take(SqlHistory(database).attempts()[0].take.id)
    qtbot.waitUntil(lambda: desktop.session.attempt is not None)
    desktop.session.record()
    qtbot.waitUntil(lambda: len(desktop.errors) == 1)
    assert "Another window of the tutor" in desktop.window.parts.banner.text
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    reading.close()


def test_everything_goes_only_when_it_is_meant_and_nobody_else_reads_here(opened: Opened, people: People, qtbot: QtBot) -> None:
    desktop, privacy = opened
    desktop.window.actions_.privacy.trigger()
    qtbot.waitUntil(lambda: privacy.dialog is not None and privacy.dialog.own.rowCount() > 0)
    assert privacy.dialog is not None
    privacy.dialog.erase.click()
    assert isinstance(privacy.box, QMessageBox)
    with qtbot.waitSignal(privacy.erase_wanted):
        answer(privacy, qtbot, delete=True)
    people.add(Learner("Bo"))
    desktop.window.actions_.privacy.trigger()
    qtbot.waitUntil(lambda: privacy.dialog is not None and privacy.dialog.erase.isHidden())
    assert "Other learners (1): " in privacy.dialog.said.text()
    privacy.dialog.reject()
    qtbot.waitUntil(lambda: privacy.dialog is None)
