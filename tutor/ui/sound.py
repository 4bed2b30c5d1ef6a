"""Joins what was chosen about sound to the window: applies it to a session, opens its dialog and, once, the first run."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from tutor.domain.learner import Learner
from tutor.domain.target import Passage
from tutor.reading.passages import first_of_level
from tutor.ui.preferences import Preferences
from tutor.ui.session import Session
from tutor.ui.sound_dialog import SoundDialog
from tutor.ui.welcome import Welcome


class SoundSetup(QObject):
    """`closed` follows a dialog that is over."""

    closed = Signal()
    told = Signal(object)  # the learner, as they say at the first run

    def __init__(self, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._session = window, None
        self.preferences = Preferences(settings)
        self.dialog: SoundDialog | Welcome | None = None

    _session: Session | None
    dialog: SoundDialog | Welcome | None  # the one that is open

    def begin(self, session: Session) -> None:
        """Use the devices that were chosen."""
        self._session = session
        self.preferences.level = session.learner.level
        session.recording.device = self.preferences.microphone
        session.microphone.player.device = self.preferences.loudspeaker
        session.ends_by_itself = self.preferences.ends_by_itself

    def first_passage(self, passages: Sequence[Passage]) -> Passage:
        """Where this learner begins."""
        return first_of_level(passages, self.preferences.level)

    @Slot()
    def open_dialog(self) -> None:
        """Microphone and sound."""
        if self._session is not None and self.dialog is None:
            self._session.playback.stop()
            self._open(SoundDialog(self._session, self.preferences, self._window))

    def welcome(self, passages: Sequence[Passage], folder: Path) -> None:
        """The first run, unless it was shown before."""
        if self._session is not None and passages and not self.preferences.welcomed:
            dialog = Welcome(self._session, self.preferences, passages, folder, self._window)
            dialog.begun.connect(self._begun)
            dialog.told.connect(self._told)
            self._open(dialog)

    def _open(self, dialog: SoundDialog | Welcome) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        dialog.open()

    @Slot(object)
    def _begun(self, passage: Passage | None) -> None:
        if passage is not None and self._session is not None and passage.id != self._session.passage_id:
            self._session.choose_text(passage.text, passage.id)

    @Slot(object)
    def _told(self, learner: Learner) -> None:
        self.preferences.level = learner.level
        self.told.emit(learner)

    @Slot()
    def _closed(self) -> None:
        self.dialog = None
        self._window.activateWindow()
        self.closed.emit()
