"""How the page looks: chosen in a dialog, seen at once, kept until the next start."""

from typing import Any

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tutor.present.palette import CONTRAST, LIGHT
from tutor.present.reading import Colours, Face, ReadingStyle
from tutor.ui.reading_dialog import ReadingDialog
from tutor.ui.theme import reading_font, theme


def _in_dialog(act: str) -> list[ReadingStyle]:
    """Once the dialog is open: dyslexia-friendly, large, in high contrast, then OK or Cancel; what the page had until then."""
    seen: list[ReadingStyle] = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReadingDialog)
        dialog.changed.connect(seen.append)
        dialog._face.setCurrentIndex(dialog._face.findData(Face.DYSLEXIC))
        dialog._numbers["points"].setValue(24)
        dialog._colours.setCurrentIndex(dialog._colours.findData(Colours.CONTRAST))
        getattr(QDialog, act)(dialog)

    QTimer.singleShot(0, choose)
    return seen


def test_what_is_kept_holds_at_once_and_after_a_new_start(open_window: OpenWindow, settings: QSettings) -> None:
    window = open_window().window
    _in_dialog("accept")
    window.actions_.reading.trigger()
    for shown in (window, open_window().window):
        page = shown.parts.page
        assert page.font().pointSizeF() == 24
        assert page.font().family() == "OpenDyslexic"
        assert theme() is CONTRAST
    settings.setValue("reading/face", "handwriting")
    settings.setValue("reading/points", "400")
    style = open_window().window.reading.style
    assert (style.face, style.points) == (Face.SERIF, 32.0), "what can't be is as at first, what is too large is the largest"


def test_leaving_the_dialog_undoes_what_was_tried(open_window: OpenWindow) -> None:
    window = open_window().window
    before = window.reading.style
    seen = _in_dialog("reject")
    window.actions_.reading.trigger()
    assert seen[-1].colours is Colours.CONTRAST
    assert window.reading.style == before
    assert theme() is LIGHT
    assert window.parts.page.font().pointSizeF() == before.points


def test_the_keys_for_larger_and_smaller_type_stop_at_the_limits(open_window: OpenWindow) -> None:
    window = open_window().window
    for _ in range(12):
        window.actions_.larger.trigger()
    assert window.parts.page.font().pointSizeF() == 32
    for _ in range(12):
        window.actions_.smaller.trigger()
    assert window.parts.page.font().pointSizeF() == 16


@pytest.mark.parametrize("face", Face)
def test_every_kind_of_letters_is_found_and_has_its_own_face(qapp: QApplication, face: Face) -> None:
    family = QFontInfo(reading_font(18, face)).family()
    assert family == "OpenDyslexic" if face is Face.DYSLEXIC else family
    assert all(QFontInfo(reading_font(18, other)).family() != family for other in Face if other is not face)


def test_spacing_moves_letters_words_and_lines_apart(open_window: OpenWindow, qtbot: QtBot) -> None:
    page = open_window().window.parts.page
    text = "I think it is a garden. " * 12

    def height(**wanted: Any) -> int:
        page.show_text(text, ReadingStyle(points=20, **wanted))
        return page.height()

    tight = height(line=1.2)
    assert height(line=2.5) > 1.5 * tight
    page.show_text(text, ReadingStyle(points=20, line=1.2))
    plain = page.fontMetrics().horizontalAdvance("a garden")
    page.set_style(ReadingStyle(points=20, line=1.2, letters=0.12, words=0.16))
    assert page.fontMetrics().horizontalAdvance("a garden") > plain * 1.15
