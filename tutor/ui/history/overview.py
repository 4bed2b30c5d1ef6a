"""What a learner sees first: this week, what got better, what to practise next, the calendar."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from tutor.domain.history.findings import Summary
from tutor.domain.history.readings import Numbers, Whole
from tutor.present.history.calendar import calendar_summary, calendar_weeks
from tutor.present.history.overview import better_lines, better_note, weak_line, week_lines
from tutor.ui.history.calendar import CalendarView
from tutor.ui.theme import sized


class OverviewPage(QWidget):
    """Says which sound is to be practised. `calendar` is the view of days."""

    sound_wanted = Signal(str)

    def __init__(self, practise: QAction | None) -> None:
        super().__init__()
        self.calendar = CalendarView()
        self._days_said = QLabel(wordWrap=True)
        self._lines = {name: QVBoxLayout() for name in ("week", "better", "next")}
        self.due = QToolButton()
        self.due.setVisible(practise is not None)
        if practise is not None:
            self.due.setDefaultAction(practise)
        self.due.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.weak: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        for heading, name in (
            (self.tr("This week"), "week"), (self.tr("What got better"), "better"), (self.tr("What to practise next"), "next"),
        ):  # fmt: skip
            column.addWidget(self._heading(heading))
            column.addLayout(self._lines[name])
            column.addSpacing(10)
        self._nothing_next = QLabel(self.tr("No sound was marked often enough to name it."), wordWrap=True)
        self._lines["next"].addWidget(self._nothing_next)
        self._lines["next"].addWidget(self.due, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._heading(self.tr("Days of practice")))
        column.addWidget(self._days_said)
        column.addWidget(self.calendar)
        column.addStretch(1)

    def show_summary(self, summary: Summary) -> None:
        """Three paragraphs."""
        self._fill("week", week_lines(summary))
        self._fill("better", better_lines(summary))
        note = QLabel(better_note(), wordWrap=True)
        note.setProperty("quiet", True)
        self._lines["better"].addWidget(note)
        for button in self.weak:
            button.deleteLater()
        self.weak = [self._button(weak_line(item), item.name) for item in summary.weak]
        for button in self.weak:
            self._lines["next"].addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._nothing_next.setVisible(not summary.weak and self.due.isHidden())

    def show_days(self, days: Whole, lengths: Numbers, today: date) -> None:
        """The calendar of takes on some days with their lengths in seconds."""
        said = calendar_summary(days, today)
        self._days_said.setText(said)
        self.calendar.setAccessibleDescription(said)
        self.calendar.show_weeks(calendar_weeks(days, lengths, today))

    def _button(self, text: str, symbol: str) -> QPushButton:
        made = QPushButton(text, autoDefault=False)
        made.setToolTip(self.tr("Drills words with this sound, or shows the readings it is in"))
        made.setProperty("sound", symbol)
        made.clicked.connect(self._chosen)
        return made

    def _chosen(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.sound_wanted.emit(button.property("sound"))

    def _fill(self, name: str, lines: Sequence[str]) -> None:
        layout = self._lines[name]
        while (item := layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for line in lines:
            layout.addWidget(QLabel(line, wordWrap=True))

    def _heading(self, text: str) -> QLabel:
        made = QLabel(text)
        made.setFont(sized(self.font(), 1.2, bold=True))
        return made
