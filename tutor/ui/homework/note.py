"""What the tutor says to an assignment, written or by voice, above its text. Shows it and says when it is to be heard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tutor.domain.assignment import Assignment
from tutor.ui.theme import sized


class AssignedNote(QWidget):
    """Hidden while there is nothing. `wanted`: play the spoken note, or be silent when it plays."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._head, self._said, self.hear = QLabel(), QLabel(wordWrap=True), QPushButton()
        self._seconds = 0.0
        self._head.setFont(sized(self.font(), 1.0, bold=True))
        self._said.setTextFormat(Qt.TextFormat.PlainText)  # a stranger may have written it
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 12)
        for widget in (self._head, self._said):
            column.addWidget(widget)
        column.addWidget(self.hear, 0, Qt.AlignmentFlag.AlignLeft)
        self.hear.clicked.connect(self.wanted)
        self.hide()

    def show_note(self, assignment: Assignment | None) -> None:
        """Of the assignment whose text is on the page; None: it is none of these."""
        note, seconds = (assignment.note, assignment.spoken_s) if assignment is not None else ("", None)
        if assignment is not None:
            self._head.setText(self.tr("{sender} says:").format(sender=assignment.sender))
        self._said.setText(note)
        self._said.setVisible(bool(note))
        self._seconds = seconds or 0.0
        self.hear.setVisible(seconds is not None)
        self.show_playing(False)
        self.setVisible(bool(note) or seconds is not None)

    def show_playing(self, playing: bool) -> None:
        """What the button does now."""
        said = self.tr("■ Stop") if playing else self.tr("▶ Hear the spoken note, {seconds:.0f} s")
        self.hear.setText(said.format(seconds=self._seconds))
        self.hear.setAccessibleName(self.tr("Stop the spoken note") if playing else self.hear.text().removeprefix("▶ "))
