"""Plays a take and tells where it is, for the cursor in the curves. Draws nothing."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tutor.domain.errors import TutorError
from tutor.practice.ports import History, Player
from tutor.ui.tasks import RunTask

_TICK_MS = 33


class Playback(QObject):
    """Silent or playing. `moved` carries seconds into the take, `ended` follows the last of them."""

    started = Signal()
    moved = Signal(float)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, player: Player, history: History, run_task: RunTask, parent: QObject) -> None:
        super().__init__(parent)
        self._player, self._history, self._run_task = player, history, run_task
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def playing(self) -> bool:
        """Whether sound comes out."""
        return self._timer.isActive()

    def play(self, take_id: str) -> None:
        """Play a take from its start."""
        self._run_task(partial(self._start, take_id), self._started, self._failed)

    @Slot()
    def stop(self) -> None:
        """Silence."""
        if self.playing:
            self._timer.stop()
            self._player.stop()
            self.ended.emit()

    def _start(self, take_id: str) -> None:
        self._player.play(self._history.waveform(take_id))

    @Slot(object)
    def _started(self, _: object) -> None:
        self._timer.start()
        self.started.emit()

    @Slot(object)
    def _failed(self, error: TutorError) -> None:
        self.failed.emit(error)

    @Slot()
    def _tick(self) -> None:
        at = self._player.position_s
        if at is None:
            self._timer.stop()
            self.ended.emit()
        else:
            self.moved.emit(at)
