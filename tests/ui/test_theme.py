"""Colours are put on everything at once, and only when they are others."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tutor.present.reading import Colours
from tutor.ui.theme import apply_theme


class Polished(QWidget):
    """Counts how often its style changed."""

    times = 0

    def changeEvent(self, event: QEvent) -> None:
        self.times += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


def test_colours_that_are_there_already_are_not_put_on_anew(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, Colours.LIGHT)
    widget = Polished()
    qtbot.addWidget(widget)
    widget.show()
    before = widget.times
    apply_theme(qapp, Colours.LIGHT)
    assert widget.times == before
    apply_theme(qapp, Colours.DARK)
    assert widget.times > before
    apply_theme(qapp)
