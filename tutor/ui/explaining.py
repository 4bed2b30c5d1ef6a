"""An explanation while it is being written, under the text, until the result is there."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tutor.domain.assessment import RationaleLine
from tutor.ui.announce import announce
from tutor.ui.session import Session
from tutor.ui.stage import Stage
from tutor.ui.theme import sized


class Explaining(QWidget):
    """Hidden unless something is written."""

    def __init__(self) -> None:
        super().__init__()
        self._head, self.lines = QLabel(self.tr("What stood out (more is coming)"), wordWrap=True), QLabel(wordWrap=True)
        self._head.setFont(sized(self.font(), 1.1, bold=True))
        column = QVBoxLayout(self)
        for label in (self._head, self.lines):
            column.addWidget(label)
        self.setVisible(False)

    def begin(self, session: Session) -> None:
        """Show what this session's assessor writes."""
        session.written.connect(self._show)
        session.stage_changed.connect(self._go)

    @Slot(object)
    def _show(self, lines: Sequence[RationaleLine]) -> None:
        self.lines.setText("\n".join(f"• {line.text}" for line in lines))
        self.setVisible(bool(lines))
        if lines:
            announce(self, lines[-1].text)

    @Slot(object)
    def _go(self, _: Stage) -> None:
        self.setVisible(False)
