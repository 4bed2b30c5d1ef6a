"""The check of the microphone as it is seen: choose one, speak, stay in the good part, hear yourself, one thing to do."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tutor.domain.errors import TutorError
from tutor.domain.microphone import MicrophoneCheck
from tutor.present.messages import Message, error_message
from tutor.present.microphone import check_line, check_message, check_rows
from tutor.ui.announce import announce
from tutor.ui.mic_test import MicTest
from tutor.ui.preferences import Preferences
from tutor.ui.theme import icon, named, surface, theme
from tutor.ui.transport import LOUD_DB, QUIETEST_DB, SOFT_DB, Meter


class DeviceBox(QComboBox):
    """Devices by name, the system's own first. A remembered one that is gone stays in the list and says so."""

    wanted = Signal(object)  # a name, or None for the system's own

    def __init__(self, name: str) -> None:
        super().__init__()
        for said in (self, self.view()):
            said.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.activated.connect(self._activated)

    def show_devices(self, names: Sequence[str], chosen: str | None) -> None:
        """List these and mark the one that is remembered."""
        with QSignalBlocker(self):
            self.clear()
            self.addItem(self.tr("The system's own"), None)
            for name in names:
                self.addItem(name, name)
            if chosen is not None and chosen not in names:
                self.addItem(self.tr("{name} (not there now)").format(name=chosen), chosen)
            self.setCurrentIndex(max(0, self.findData(chosen)))

    @Slot(int)
    def _activated(self, at: int) -> None:
        self.wanted.emit(self.itemData(at))


class Scale(QWidget):
    """Says under a meter which part of it is soft, good and too loud."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line in three parts, the good one thick; the words say the same."""
        painter = QPainter(self)
        now, width = theme(), self.width()
        soft, loud = ((level - QUIETEST_DB) / -QUIETEST_DB * width for level in (SOFT_DB, LOUD_DB))
        for start, end, colour, thick, word in (
            (0.0, soft, surface("line"), 2, self.tr("soft")),
            (soft, loud, QColor(now.accent), 4, self.tr("good")),
            (loud, float(width), QColor(now.needs_work), 4, self.tr("too loud")),
        ):
            painter.setPen(QPen(colour, thick))
            painter.drawLine(round(start) + 2, 4, round(end) - 2, 4)
            painter.setPen(QColor(now.quiet))
            room = self.fontMetrics().horizontalAdvance(word)
            at = min((start + end - room) / 2, width - room)
            painter.drawText(QRectF(at, 8, room + 1, self.height() - 8), Qt.AlignmentFlag.AlignLeft, word)

    def sizeHint(self) -> QSize:
        """A line of small text."""
        return QSize(100, self.fontMetrics().height() + 8)


class MicPanel(QWidget):
    """Works on a `MicTest`; remembers the choice and the result in the preferences. `done` follows each result."""

    done = Signal(object)

    def __init__(self, test: MicTest, preferences: Preferences) -> None:
        super().__init__()
        self._test, self._preferences, self._running = test, preferences, False
        self.devices = DeviceBox(self.tr("Microphone"))
        self.again = QPushButton(self.tr("&Look again"))
        self.start = named(QPushButton(), "primary")
        self.play = QPushButton(self.tr("&Hear it"))
        self.meter, self._scale = Meter(wide=True), Scale()
        self._told = QLabel(
            self.tr("Start the check and count aloud from one to ten, as loudly as you will read."), wordWrap=True
        )
        self.result, self._rows, self._last = (QLabel(wordWrap=True) for _ in range(3))
        self._last.setProperty("quiet", True)
        for label, name in (
            (self.result, self.tr("Result")),
            (self._rows, self.tr("Measured")),
            (self._last, self.tr("Last check")),
        ):
            label.setAccessibleName(name)
        self._connect()
        self._lay_out()
        self.devices.show_devices((), preferences.microphone)
        self._show_running(False)
        self._show_last()

    def look(self) -> None:
        """Find out which devices there are."""
        self._test.list_devices()

    @Slot()
    def start_or_stop(self) -> None:
        """One button for both."""
        if self._running:
            self._test.recording.stop()
            return
        self._test.recording.device = self._preferences.microphone
        self._show_running(True)
        self._say(Message(self.tr("Waiting for the microphone…"), ""))
        self._rows.clear()
        self._test.start()

    def _connect(self) -> None:
        test = self._test
        self.start.clicked.connect(self.start_or_stop)
        self.again.clicked.connect(test.list_devices)
        self.play.clicked.connect(test.play)
        self.devices.wanted.connect(self._choose)
        test.devices_listed.connect(self._listed)
        test.recording.began.connect(self._began)
        test.recording.heard.connect(self._heard)
        test.recording.fell_back.connect(self._fell_back)
        test.checked.connect(self._checked)
        test.stopped.connect(self._stopped)
        test.failed.connect(self._failed)

    def _lay_out(self) -> None:
        column, bar, buttons = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        bar.setSpacing(2)
        bar.addWidget(self.meter)
        bar.addWidget(self._scale)
        label = QLabel(self.tr("&Microphone:"))
        label.setBuddy(self.devices)
        devices = QHBoxLayout()
        devices.addWidget(self.devices, 1)
        devices.addWidget(self.again)
        buttons.addWidget(self.start)
        buttons.addWidget(self.play)
        buttons.addStretch(1)
        column.addWidget(label)
        column.addLayout(devices)
        column.addWidget(self._told)
        column.addLayout(bar)
        column.addLayout(buttons)
        for words in (self.result, self._rows, self._last):
            column.addWidget(words)

    def _show_running(self, running: bool) -> None:
        self._running = running
        self.start.setText(self.tr("&Stop") if running else self.tr("&Check the microphone"))
        self.start.setIcon(icon("stop" if running else "record", theme().page))
        self.devices.setEnabled(not running)
        self.again.setEnabled(not running)
        self.play.setEnabled(not running and self._test.sample is not None)
        if not running:
            self.meter.show_level(QUIETEST_DB)

    def _show_last(self) -> None:
        check = self._preferences.microphone_check
        self._last.setText(check_line(check) if check is not None else "")
        self._last.setVisible(check is not None)

    def _say(self, message: Message) -> None:
        self.result.setText(f"<b>{escape(message.what)}</b> {escape(message.do)}".strip())
        announce(self, f"{message.what} {message.do}".strip(), now=True)

    @Slot(object)
    def _choose(self, name: str | None) -> None:
        self._preferences.microphone = name

    @Slot(object, object)
    def _listed(self, microphones: Sequence[str], loudspeakers: object) -> None:
        self.devices.show_devices(microphones, self._preferences.microphone)

    @Slot()
    def _began(self) -> None:
        self._say(Message(self.tr("Recording."), self.tr("Count aloud from one to ten.")))

    @Slot(float, float)
    def _heard(self, level_db: float, seconds: float) -> None:
        self.meter.show_level(level_db)

    @Slot(object)
    def _fell_back(self, error: TutorError) -> None:
        self._rows.setText(str(error_message(error)))

    @Slot(object)
    def _checked(self, check: MicrophoneCheck) -> None:
        self._preferences.microphone_check = check
        self._show_running(False)
        self._rows.setText("\n".join(row.text for row in check_rows(check)))
        self._last.hide()  # the result says it
        self._say(check_message(check))
        self.done.emit(check)

    @Slot()
    def _stopped(self) -> None:
        self._show_running(False)
        self.result.clear()

    @Slot(object)
    def _failed(self, error: TutorError) -> None:
        self._show_running(False)
        self._rows.clear()
        self._say(error_message(error))
