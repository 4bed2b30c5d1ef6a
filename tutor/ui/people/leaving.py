"""The end of a learner's turn: what they are recording is kept and assessed first, and then nobody is waiting for anything."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from tutor.ui.session import Session

_LOOK_MS, _PATIENCE_MS = 50, 400


class Leaving(QObject):
    """`left` follows once all of it is on the disk; `stayed` when they wait no longer, or something went wrong on the way."""

    left = Signal()
    stayed = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(session)
        self._session = session
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._waiting = QProgressDialog(self.tr("Your last reading is being finished…"), self.tr("&Stay"), 0, 0, window)
        self._waiting.setWindowTitle(self.tr("One moment"))
        self._waiting.setWindowModality(Qt.WindowModality.WindowModal)
        self._waiting.setMinimumDuration(_PATIENCE_MS)
        self._waiting.canceled.connect(self._stay)
        session.failed.connect(self._stay)

    def begin(self) -> None:
        """Stop what runs, keeping it."""
        self._session.playback.stop()
        self._session.stop()
        self._timer.start()
        self._look()

    @Slot()
    def _look(self) -> None:
        if self._timer.isActive() and self._session.is_idle:
            self._end()
            self.left.emit()

    @Slot()
    def _stay(self) -> None:
        if self._timer.isActive():
            self._end()
            self.stayed.emit()

    def _end(self) -> None:
        self._timer.stop()
        self._waiting.canceled.disconnect(self._stay)
        self._waiting.close()
        self._waiting.deleteLater()
