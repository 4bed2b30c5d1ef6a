"""What stands about the program in the program."""

from importlib.metadata import version

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tutor.ui.about import AboutDialog, program_icon


@pytest.fixture
def dialog(qtbot: QtBot) -> AboutDialog:
    made = AboutDialog()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    "said", ["Moonshine", "SpeechOcean762", "CC BY 4.0", "Lesser General Public License", "your own build of Qt"]
)
def test_whose_work_is_in_it(dialog: AboutDialog, said: str) -> None:
    assert said in dialog.told.toPlainText()


def test_versions_can_be_copied_for_a_letter(dialog: AboutDialog) -> None:
    (button,) = [each for each in dialog.findChildren(QPushButton) if "versions" in each.text()]
    button.click()
    copied = QGuiApplication.clipboard().text()
    assert f"Read-aloud tutor {version('readaloud-tutor')}" in copied
    assert "moonshine-tiny-speechocean762" in copied
    assert qVersion() in copied


def test_the_licences_are_the_whole_notice(dialog: AboutDialog) -> None:
    text = dialog.licences.toPlainText()
    assert "num2words" in text
    assert "Permission is hereby granted" in text


def test_the_icon_can_be_drawn(dialog: AboutDialog) -> None:
    assert not program_icon().pixmap(48, 48).isNull()


def test_the_menu_opens_it(open_window: OpenWindow) -> None:
    window = open_window().window
    (action,) = [each for each in window.keys.actions if each.objectName() == "About.about"]
    action.trigger()
    (dialog,) = window.findChildren(AboutDialog)
    assert dialog.isVisible()
    dialog.close()
