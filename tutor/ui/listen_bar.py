"""The row of buttons to listen with, and the line that says what is heard at which speed. Knows actions, no sound."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tutor.ui.actions import text_button
from tutor.ui.flow import FlowLayout


class ListenBar(QWidget):
    """A button for each action; they break into lines where there is little room."""

    def __init__(self, actions: Sequence[QAction]) -> None:
        super().__init__()
        self.setObjectName("listen")
        row = QWidget()
        flow = FlowLayout(row)
        self.buttons = [text_button(action) for action in actions]
        for button in self.buttons:
            flow.addWidget(button)
        self._state = QLabel(wordWrap=True)
        self._state.setProperty("quiet", True)
        self._state.setAccessibleName(self.tr("What is heard"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 24, 4)
        column.setSpacing(4)
        column.addWidget(row)
        column.addWidget(self._state)

    def say(self, state: str) -> None:
        """What is going on."""
        self._state.setText(state)

    @property
    def state(self) -> str:
        """What it says."""
        return self._state.text()
