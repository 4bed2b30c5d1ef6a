"""The history window on the real store: what is in it, how it is narrowed, and the way to a take and a word."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import WHEN, a_waveform, an_assessment, an_estimate, phones
from tests.ui.conftest import Desktop, OpenWindow
from tutor.domain.assessment import ModelStamp, Scores
from tutor.domain.take import DRILL
from tutor.practice.deck import new_card
from tutor.practice.focus import Focus
from tutor.store.database import Database, open_database
from tutor.store.history import SqlHistory
from tutor.ui.history.view import HistoryView
from tutor.ui.stage import Stage

WORDS = an_assessment().words  # I think it is a garden
OLDER = ModelStamp("embedded", "test", "older")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = open_database(tmp_path / "ana")
    yield made
    made.close()


def practise(database: Database, days: int = 12) -> None:
    """A reading a day up to today, the older half judged by another model; a drill's try on the last day."""
    history = SqlHistory(database)
    for back in range(days):
        text, passage = ("I think it is a garden.", "garden") if back % 2 else ("I think it is.", None)
        take = history.keep(a_waveform(0.5), text, passage, WHEN - timedelta(days=back), "mic")
        total = Scores(an_estimate(7.0), an_estimate(7.0), an_estimate(7.0), an_estimate(10.0), an_estimate(7.0 - back / 10))
        words = WORDS if passage else WORDS[:4]
        model = {"model": OLDER} if back >= days // 2 else {}
        history.save(take.id, an_assessment(words=words, scores=total, **model))
    drill = history.keep(a_waveform(0.5), "think", DRILL, WHEN, "mic")
    history.save(drill.id, an_assessment(words=WORDS[1:2]))


def open_history(desktop: Desktop, qtbot: QtBot) -> HistoryView:
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.window.actions_.history.trigger()
    history = desktop.window.findChild(HistoryView)
    assert isinstance(history, HistoryView)
    qtbot.waitUntil(lambda: not history.loader.running and history.overview.calendar.model().columnCount() > 0)
    return history


def shown(view: QTableView, column: int) -> list[str]:
    model = view.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def go_to(history: HistoryView, tab: int) -> None:
    history.tabs.setCurrentIndex(tab)


def test_readings_and_drills_are_counted_apart(open_window: OpenWindow, qtbot: QtBot, database: Database) -> None:
    practise(database)
    history = open_history(open_window(history=SqlHistory(database)), qtbot)
    go_to(history, 4)
    assert history.takes.view.model().rowCount() == 12
    history.filters.kind.setCurrentIndex(1)
    assert history.takes.view.model().rowCount() == 1
    assert shown(history.takes.view, 1) == ["think"]


def test_the_newest_take_is_first_and_can_be_heard_and_opened(open_window: OpenWindow, qtbot: QtBot, database: Database) -> None:
    practise(database)
    desktop = open_window(history=SqlHistory(database))
    history = open_history(desktop, qtbot)
    go_to(history, 4)
    view = history.takes.view
    assert shown(view, 0)[0].startswith(f"{WHEN.astimezone():%Y-%m-%d}")
    history.listen.trigger()
    qtbot.waitUntil(lambda: len(desktop.player.played) == 1)
    qtbot.waitUntil(lambda: history.listen.text() == "Sto&p playing")
    history.listen.trigger()
    qtbot.waitUntil(lambda: desktop.player.position_s is None)
    take = history.takes.chosen
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.session.attempt is not None and desktop.session.attempt.take.id == take)
    assert not history.isVisible()


def test_from_a_word_of_the_table_to_that_word_of_a_take(open_window: OpenWindow, qtbot: QtBot, database: Database) -> None:
    practise(database)
    desktop = open_window(history=SqlHistory(database))
    history = open_history(desktop, qtbot)
    go_to(history, 3)
    words = history.words.view
    words.selectRow(shown(words, 0).index("garden"))
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert history.filters.wanted.word == "garden"
    assert set(shown(history.takes.view, 1)) == {"The garden"}
    history.piece.trigger()
    qtbot.waitUntil(lambda: len(desktop.player.played) == 1)
    history.go.trigger()
    qtbot.waitUntil(lambda: desktop.session.assessment is not None)
    assert desktop.window.choice.word == 5


def test_from_a_sound_to_that_sound_of_a_take(open_window: OpenWindow, qtbot: QtBot, database: Database) -> None:
    practise(database)
    desktop = open_window(history=SqlHistory(database))
    history = open_history(desktop, qtbot)
    go_to(history, 2)
    assert shown(history.sounds.view, 0)[0] == "“th” as in “thin” /θ/"  # what is marked most
    history.sounds.show_takes.click()
    history.go.trigger()
    qtbot.waitUntil(lambda: desktop.session.assessment is not None)
    assert (desktop.window.choice.word, desktop.window.choice.phone) == (1, 0)


def test_models_are_kept_apart_and_named(open_window: OpenWindow, qtbot: QtBot, database: Database) -> None:
    practise(database)
    history = open_history(open_window(history=SqlHistory(database)), qtbot)
    go_to(history, 1)
    assert "version older" in history.trend.view.summary.text()
    go_to(history, 2)
    judged = history.sounds.judged
    assert [judged.itemText(at) for at in range(judged.count())] == ["version 0", "version older"]
    assert shown(history.sounds.view, 1)[0] == "6"  # readings of the newer one alone


def test_the_words_above_a_curve_stay_readable_where_they_take_many_lines(
    open_window: OpenWindow, qtbot: QtBot, database: Database
) -> None:
    practise(database)
    history = open_history(open_window(history=SqlHistory(database)), qtbot)
    go_to(history, 1)
    history.window().resize(800, 500)
    view, shown_now = history.trend.view, history.trend.view._trend
    assert shown_now is not None
    view.show_trend(replace(shown_now, summary=60 * "What there is to say of it. "))
    qtbot.waitUntil(lambda: view.width() < 820)
    lines = view.summary.heightForWidth(view.summary.width())
    assert lines > 4 * view.fontMetrics().height()
    qtbot.waitUntil(lambda: view.summary.height() >= lines)


def test_time_text_and_word_narrow_what_is_shown_and_all_brings_it_back(
    open_window: OpenWindow, qtbot: QtBot, database: Database
) -> None:
    practise(database, days=40)
    history = open_history(open_window(history=SqlHistory(database)), qtbot)
    go_to(history, 4)
    rows = history.takes.view.model()
    history.filters.span.setCurrentIndex(1)
    assert rows.rowCount() == 28
    history.filters.text.setCurrentText("The garden")
    assert rows.rowCount() == 14
    history.filters.word.setFocus()
    QTest.keyClicks(history.filters.word, "nowhere")
    QTest.keyClick(history.filters.word, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows.rowCount() == 0)
    history.filters.all.click()
    assert rows.rowCount() == 40
    go_to(history, 0)
    QTest.keyClick(history.overview.calendar, Qt.Key.Key_Return)  # today
    assert rows.rowCount() == 1


def test_takes_of_before_there_were_tallies_are_counted_in(open_window: OpenWindow, qtbot: QtBot, database: Database) -> None:
    practise(database)
    with database.writing() as connection:
        for table in ("tallies", "sound_tallies", "word_tallies"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    history = open_history(open_window(history=SqlHistory(database)), qtbot)
    go_to(history, 2)
    assert history.sounds.view.model().rowCount() > 0


def test_what_is_read_meanwhile_is_there_when_it_is_opened_again(
    open_window: OpenWindow, qtbot: QtBot, database: Database
) -> None:
    practise(database)
    desktop = open_window(history=SqlHistory(database))
    history = open_history(desktop, qtbot)
    history.window().close()
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.session.assessment is not None)
    open_history(desktop, qtbot)
    go_to(history, 4)
    qtbot.waitUntil(lambda: history.takes.view.model().rowCount() == 13)


def test_an_empty_history_says_so(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.window.actions_.history.trigger()
    history = desktop.window.findChild(HistoryView)
    assert isinstance(history, HistoryView)
    qtbot.waitUntil(lambda: "Nothing was read yet" in history.said.text())
    for tab in range(5):
        go_to(history, tab)


def test_everything_that_takes_the_focus_has_a_name(open_window: OpenWindow, qtbot: QtBot, database: Database) -> None:
    practise(database)
    history = open_history(open_window(history=SqlHistory(database)), qtbot)
    for tab in range(5):
        go_to(history, tab)
        for widget in history.findChildren(QWidget):
            if widget.isVisible() and isinstance(widget, (QAbstractButton, QComboBox, QLineEdit, QTableView)):
                named = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
                inside = isinstance(widget.parent(), (QComboBox, QTableView)) or "qt_" in widget.objectName()
                assert named or inside, widget


def test_a_table_is_sorted_by_keyboard_too(open_window: OpenWindow, qtbot: QtBot, database: Database) -> None:
    practise(database)
    history = open_history(open_window(history=SqlHistory(database)), qtbot)
    go_to(history, 2)
    page = history.sounds
    page.order.setCurrentIndex(1)
    readings = [int(text) for text in shown(page.view, 1)]
    assert readings == sorted(readings, reverse=True)
    page.order.setCurrentIndex(0)
    assert page.view.grid.row(0).key == "AA"
    assert page.said.text().startswith("“a” as in “father”")


def test_a_weak_sound_leads_to_a_drill_or_to_its_readings(open_window: OpenWindow, qtbot: QtBot, database: Database) -> None:
    practise(database, days=24)
    desktop = open_window(history=SqlHistory(database), simple=False)
    history = open_history(desktop, qtbot)
    (weak,) = history.overview.weak
    assert weak.text() == "“th” as in “thin”: marked 12 of 12 times"
    weak.click()
    assert history.filters.wanted.sound == "TH"
    history.filters.clear()
    focus = Focus("think", "TH", 0, phones("TH IH1 NG K"), "I think.", "I think", None, 0.0, 0.0, "S")
    desktop.session.drill.put(new_card(focus, WHEN))
    qtbot.waitUntil(lambda: len(desktop.session.drill.cards) == 1)
    weak.click()
    qtbot.waitUntil(lambda: desktop.session.drill.active)
    assert not history.isVisible()
