"""Keys are the learner's own: changed, kept, reset, and named wherever the window speaks of them."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Desktop, OpenWindow
from tutor.ui.keys import is_single
from tutor.ui.keys_dialog import KeysDialog
from tutor.ui.stage import Stage


def dialog_of(desktop: Desktop) -> KeysDialog:
    desktop.window.actions_.keys.trigger()
    (dialog,) = desktop.window.findChildren(KeysDialog)
    return dialog


def type_key(dialog: KeysDialog, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    dialog.edit.setFocus()
    QTest.keyClick(dialog.edit, key, held)
    dialog.edit.editingFinished.emit()  # which follows by itself a second later


def test_a_key_is_changed_and_hints_follow(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    window = desktop.window
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    assert window.transport.status == "Press R or Space and read the text aloud."
    dialog = dialog_of(desktop)
    dialog.choose(window.actions_.record)
    type_key(dialog, Qt.Key.Key_F5)
    assert dialog.note == "“Record” has the key F5 now."
    assert window.transport.status == "Press F5 or Space and read the text aloud."
    assert "(F5)" in window.transport.record_button.toolTip()
    assert "F5" in dialog.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    dialog.close()
    QTest.keyClick(window.parts.page, Qt.Key.Key_R)
    assert desktop.session.stage is Stage.READY
    QTest.keyClick(window.parts.page, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: desktop.recorder.draft is not None)


def test_it_is_kept_and_reset(open_window: OpenWindow, settings: QSettings) -> None:
    first = open_window().window
    first.keys.give(first.actions_.record, QKeySequence("Ctrl+R"))
    again = open_window()
    made = again.window.actions_
    assert [key.toString() for key in made.record.shortcuts()] == ["Ctrl+R"]
    dialog = dialog_of(again)
    dialog.choose(made.record)
    dialog.reset_one.click()
    assert [key.toString() for key in made.record.shortcuts()] == ["R"]
    again.window.keys.give(made.play, QKeySequence())
    assert made.play.shortcuts() == []
    assert made.play.toolTip() == "Play my take"
    dialog.reset_all.click()
    assert [key.toString() for key in made.play.shortcuts()] == ["P"]


@pytest.mark.parametrize(("key", "said"), [(Qt.Key.Key_P, "“Play my take”"), (Qt.Key.Key_Space, "needed to read")])
def test_a_taken_key_is_named_and_refused(open_window: OpenWindow, key: Qt.Key, said: str) -> None:
    desktop = open_window()
    dialog = dialog_of(desktop)
    dialog.choose(desktop.window.actions_.record)
    type_key(dialog, key)
    assert said in dialog.note
    assert [key.toString() for key in desktop.window.actions_.record.shortcuts()] == ["R"]
    assert dialog.edit.keySequence().toString() == "R"


def test_a_first_key_that_was_given_away_is_named(open_window: OpenWindow) -> None:
    desktop = open_window()
    made, keys = desktop.window.actions_, desktop.window.keys
    keys.give(made.record, QKeySequence("F5"))
    keys.give(made.play, QKeySequence("R"))
    dialog = dialog_of(desktop)
    dialog.choose(made.record)
    dialog.reset_one.click()
    assert "“Play my take”" in dialog.note
    assert made.record.shortcut().toString() == "F5"


def test_single_letters_are_switched_off_as_a_whole(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    window = desktop.window
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    dialog = dialog_of(desktop)
    dialog.single.click()
    assert not any(is_single(key) for action in window.keys.actions for key in action.shortcuts())
    assert window.actions_.open_file.shortcuts()
    assert window.transport.status == "Press Space and read the text aloud."
    dialog.choose(window.actions_.record)
    assert "R (switched off)" in dialog.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    dialog.single.click()
    assert window.actions_.record.shortcut().toString() == "R"


def test_the_keyboard_gets_out_of_the_field_for_keys(open_window: OpenWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(open_window())
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.edit.setFocus()
    QTest.keyClick(QApplication.focusWidget() or dialog.edit, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.reset_one
    assert dialog.edit.keySequence().toString() != "Tab"
