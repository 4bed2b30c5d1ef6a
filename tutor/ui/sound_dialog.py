"""Microphone and sound: which devices, the check, and when a recording ends by itself. What is chosen holds at once."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from tutor.practice.ending import AS_SUITS, CHOICES, NEVER, SENTENCE_S
from tutor.ui.layout import fitting, scrolling
from tutor.ui.mic_panel import DeviceBox, MicPanel
from tutor.ui.preferences import Preferences
from tutor.ui.session import Session


class SoundDialog(QDialog):
    """Opened from the menu."""

    def __init__(self, session: Session, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Microphone and sound"))
        self._session, self._preferences = session, preferences
        self.panel = MicPanel(session.microphone, preferences)
        self.loudspeakers, self.ending = DeviceBox(self.tr("Loudspeaker")), QComboBox()
        self.loudspeakers.show_devices((), preferences.loudspeaker)
        for said in (self.ending, self.ending.view()):
            said.setAccessibleName(self.tr("Stop recording by itself"))
        for choice in CHOICES:
            self.ending.addItem(self._words_of(choice), choice)
        self.ending.setCurrentIndex(self.ending.findData(preferences.ends_by_itself))
        session.microphone.devices_listed.connect(self._listed)
        self.loudspeakers.wanted.connect(self._choose_loudspeaker)
        self.ending.activated.connect(self._choose_ending)
        self.finished.connect(self._leave)
        self._lay_out()
        self.panel.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As the button."""
        self.reject()

    def _lay_out(self) -> None:
        inside, form = QWidget(), QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("&Loudspeaker:"), self.loudspeakers)
        form.addRow(self.tr("Stop &by itself:"), self.ending)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("&Close"))
        buttons.rejected.connect(self.reject)
        column, whole = QVBoxLayout(inside), QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 8)
        column.setSpacing(18)
        column.addWidget(self.panel)
        column.addLayout(form)
        column.addStretch(1)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))
        buttons.setContentsMargins(20, 0, 20, 16)
        whole.addWidget(buttons)
        em = self.fontMetrics().height()
        self.resize(fitting(QSize(32 * em, 36 * em)))

    def _words_of(self, choice: str) -> str:
        if choice == AS_SUITS:
            return self.tr("{seconds:g} s after a single sentence, never in a passage").format(seconds=SENTENCE_S)
        if choice == NEVER:
            return self.tr("Never: I press the key")
        return self.tr("{seconds} s after my last word").format(seconds=choice)

    @Slot(object, object)
    def _listed(self, microphones: object, loudspeakers: Sequence[str]) -> None:
        self.loudspeakers.show_devices(loudspeakers, self._preferences.loudspeaker)

    @Slot(object)
    def _choose_loudspeaker(self, name: str | None) -> None:
        self._preferences.loudspeaker = self._session.microphone.player.device = name

    @Slot()
    def _choose_ending(self) -> None:
        self._preferences.ends_by_itself = self._session.ends_by_itself = self.ending.currentData()

    @Slot()
    def _leave(self) -> None:
        self._session.microphone.leave()
        self._session.recording.device = self._preferences.microphone
