"""The bar under the page: record and stop, the level of the microphone, the time, play, open, discard, and what is going on."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent, QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tutor.ui.theme import surface, theme

QUIETEST_DB, SOFT_DB, LOUD_DB = -60.0, -40.0, -3.0  # of a meter; soft, good and too loud begin there


class Meter(QWidget):
    """The level as a bar of steps; also in words, for who can't see it."""

    def __init__(self, *, wide: bool = False) -> None:
        super().__init__()
        self._level_db = -120.0
        self.setAccessibleName(self.tr("Microphone level"))
        across = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(self.tr("No sound"))

    def show_level(self, level_db: float) -> None:
        """Peak level in dB of full scale."""
        self._level_db = level_db
        words = self._words()
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            self.setToolTip(words)
        self.update()

    def _words(self) -> str:
        if self._level_db <= QUIETEST_DB:
            return self.tr("No sound")
        if self._level_db < SOFT_DB:
            return self.tr("Soft")
        return self.tr("Too loud") if self._level_db > LOUD_DB else self.tr("Good level")

    def sizeHint(self) -> QSize:
        """Sixteen steps of a character's width."""
        height = self.fontMetrics().height()
        return QSize(height * 7, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Steps from left to right; those above full level are taller and orange."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        steps, width, height = 16, self.width() / 16, self.height()
        lit = round((self._level_db - QUIETEST_DB) / -QUIETEST_DB * steps)
        for step in range(steps):
            loud = step >= steps - 1
            colour = QColor(theme().needs_work if loud else theme().accent) if step < lit else surface("line")
            tall = height * (1.0 if loud else 0.6)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(step * width, (height - tall) / 2, width * 0.6, tall), 1.5, 1.5)


class Transport(QWidget):
    """Buttons of the actions it is given, the meter, the time, and one line of status with progress."""

    def __init__(self, record: QAction, cancel: QAction, others: tuple[QAction, ...]) -> None:
        super().__init__()
        self.setObjectName("transport")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.record_button = self._button(record, "primary")
        self.record_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.buttons = [self.record_button, *(self._button(action) for action in others)]
        self._cancel = self._button(cancel)
        self.meter, self._time = Meter(), QLabel("0:00")
        self._time.setAccessibleName(self.tr("Time recorded"))
        self._status = QLabel(wordWrap=True)
        self._status.setAccessibleName(self.tr("Status"))
        self._bar = QProgressBar(textVisible=False, maximum=1000)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._actions = {record: self.record_button, cancel: self._cancel}
        self._actions |= dict(zip(others, self.buttons[1:], strict=True))
        for action in self._actions:
            action.visibleChanged.connect(self._follow)
        self._lay_out()
        self._follow()
        self.show_recording(False)
        self.show_progress(None)

    def say(self, status: str) -> None:
        """What is going on, in one line."""
        self._status.setText(status)

    @property
    def status(self) -> str:
        """What it says."""
        return self._status.text()

    @property
    def time_shown(self) -> str:
        """The time recorded, as minutes and seconds."""
        return self._time.text()

    def show_recording(self, running: bool) -> None:
        """Whether meter and time are wanted."""
        self.meter.setVisible(running)
        self._time.setVisible(running)
        if not running:
            self.show_heard(-120.0, 0.0)

    def show_heard(self, level_db: float, seconds: float) -> None:
        """Level and time of the recording."""
        self.meter.show_level(level_db)
        self._time.setText(clock_time(seconds))

    def show_progress(self, share: float | None) -> None:
        """How far the assessing is, 0 to 1; None when nothing is assessed."""
        self._bar.setVisible(share is not None)
        if share is not None:
            self._bar.setValue(round(share * self._bar.maximum()))
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self._bar, self._bar.value()))

    @Slot()
    def _follow(self) -> None:
        """A tool button doesn't hide with its action by itself."""
        for action, button in self._actions.items():
            button.setVisible(action.isVisible())

    def _button(self, action: QAction, name: str = "") -> QToolButton:
        button = QToolButton(toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setObjectName(name)
        button.setDefaultAction(action)
        button.setIconSize(QSize(20, 20))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self.buttons:
            row.addWidget(button)
        row.addWidget(self.meter)
        row.addWidget(self._time)
        row.addStretch(1)
        row.addWidget(self._cancel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 10, 24, 10)
        whole.addWidget(self._bar)
        whole.addLayout(row)
        whole.addWidget(self._status)


def clock_time(seconds: float) -> str:
    """Minutes and seconds of a recording."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
