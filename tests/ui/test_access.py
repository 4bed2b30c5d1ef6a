"""The window for ears and keys: everything that takes the focus has a name, everything that is drawn is also said."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tutor.present.heat import phone_cells, word_cells
from tutor.present.reading import ReadingStyle
from tutor.ui.keys_dialog import KeysDialog
from tutor.ui.reading_dialog import ReadingDialog
from tutor.ui.sound_dialog import SoundDialog
from tutor.ui.welcome import Welcome


def unnamed(window: QWidget) -> list[str]:
    focusable = [widget for widget in window.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    inner = [area.viewport() for area in window.findChildren(QAbstractScrollArea)]
    return [repr(widget) for widget in focusable if widget not in inner and not _name(widget)]


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _menu_of(action: QAction) -> QMenu:
    menu = action.menu()
    assert isinstance(menu, QMenu)
    return menu


def test_everything_that_takes_the_focus_has_a_name(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    assert unnamed(desktop.window) == []
    assert unnamed(SoundDialog(desktop.session, desktop.window.sound.preferences)) == []
    assert unnamed(Welcome(desktop.session, desktop.window.sound.preferences, (), Path())) == []
    assert unnamed(ReadingDialog(ReadingStyle(), desktop.window)) == []
    assert unnamed(KeysDialog(desktop.window.keys, desktop.window)) == []
    made = desktop.window.actions_
    for action in (made.own_text, made.words, made.fine_list):
        action.trigger()
    assert unnamed(desktop.window) == [], "with its dialogs open"


def test_every_action_has_a_key_of_its_own_and_a_place_in_a_menu(open_window: OpenWindow) -> None:
    window = open_window().window
    actions = [action for top in window.menuBar().actions() for action in _menu_of(top).actions() if action.menu() is None]
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert all(action.shortcuts() for action in actions)
    assert len(keys) == len(set(keys))
    assert set(window.findChildren(QAction)) >= set(actions)


def test_the_heat_table_says_every_word_and_sound(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    assert desktop.session.attempt is not None
    said = desktop.session.attempt.assessment
    assert said is not None
    heat, role = desktop.window.parts.heat.model(), Qt.ItemDataRole.AccessibleTextRole
    assert [heat.index(row, 0).data(role) for row in range(heat.rowCount())] == [cell.spoken for cell in word_cells(said)]
    sounds = [heat.index(1, column).data(role) for column in range(1, heat.columnCount())]
    assert [sound for sound in sounds if sound] == [cell.spoken for cell in phone_cells(said.words[1], 1)]
    assert not heat.flags(heat.index(1, 5)) & Qt.ItemFlag.ItemIsEnabled, "behind the last sound there is nothing to walk on"


def test_lists_say_their_rows(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    qtbot.waitUntil(lambda: desktop.window.side.take_view.model().rowCount() == 1)
    parts = desktop.window.parts
    views: tuple[QAbstractItemView, ...] = (
        parts.feedback.score_view, parts.feedback.line_view, parts.strip.view,
        desktop.window.side.passage_view, desktop.window.side.take_view,
    )  # fmt: skip
    for view in views:
        model = view.model()
        assert model.rowCount() > 0
        for row in range(model.rowCount()):
            assert len(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) > 2


def test_curves_have_a_summary_in_words(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    summaries = desktop.window.parts.melody().summaries()
    assert len(summaries) == 2
    assert "pause" in summaries[1]


def test_a_narrow_window_has_everything_in_one_column(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    window, parts = desktop.window, desktop.window.parts
    assert not parts.is_narrow
    window.resize(640, 400)
    qtbot.waitUntil(lambda: parts.is_narrow)
    assert window.width() <= 800
    assert not window.side.isVisible()
    assert parts.page_scroll.isAncestorOf(parts.panels)
    window.actions_.side.trigger()
    assert window.side.isVisible()
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: not parts.is_narrow)
    assert not parts.page_scroll.isAncestorOf(parts.panels)
