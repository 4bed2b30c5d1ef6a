"""Plays a take, or part of it, at a speed, once or again and again, and tells where it is. Draws nothing."""

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tutor.acoustics.stretch import slowed
from tutor.domain.audio import Waveform
from tutor.domain.errors import TutorError
from tutor.practice.listening import Piece, back_to_back, cut_out
from tutor.practice.ports import History, Player
from tutor.ui.tasks import RunTask

_TICK_MS = 33
_WHOLE = Piece(0.0, float("inf"))


class Playback(QObject):
    """Silent or playing. `moved` carries seconds into the take, `ended` follows the last of them. `asked` comes before `started`.

    `looping` may change at any time; `set_speed` also changes the speed of what plays.
    """

    asked = Signal()
    started = Signal()
    moved = Signal(float)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, player: Player, history: History, run_task: RunTask, parent: QObject) -> None:
        super().__init__(parent)
        self._player, self._history, self._run_task = player, history, run_task
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._sound: tuple[str, Waveform] | None = None
        self._take: str | None = None  # None: what plays is not of a take
        self._piece, self._from = _WHOLE, 0.0
        self._make: Callable[[], Waveform] = _nothing
        self._ticket, self._wanted = 0, False
        self.speed, self.looping, self.locked = 1.0, False, False

    speed: float
    looping: bool
    locked: bool  # nothing begins to play: the microphone is open and would hear it

    @property
    def playing(self) -> bool:
        """Whether sound comes out, or is about to."""
        return self._wanted

    @property
    def preparing(self) -> bool:
        """Whether sound is about to come: a long take takes seconds to be slowed."""
        return self._wanted and not self._timer.isActive()

    def prepare(self, take_id: str) -> None:
        """Fetch a take's sound, so that a piece of it plays at once when it is asked for."""
        self._run_task(partial(self._fetch, take_id), self._fetched, self._not_fetched)

    def play(self, take_id: str, piece: Piece | None = None) -> None:
        """Play a take, or a piece of it, in place of what plays."""
        self.stop()
        self._take, self._piece = take_id, piece or _WHOLE
        self._begin(self._piece.start)

    def play_sound(self, make: Callable[[], Waveform]) -> None:
        """Play what `make`, called off the GUI thread, returns, at the speed set. It is no part of the take, so nothing moves."""
        self.stop()
        self._take, self._make = None, make
        self._start_soon(self._made)

    def play_beside(self, take_id: str, piece: Piece, make: Callable[[], Waveform]) -> None:
        """Play a piece of a take, then what `make` returns, at one level."""
        self.play_sound(partial(self._beside, take_id, piece, make))

    @Slot()
    def stop(self) -> None:
        """Silence, also of what is about to begin."""
        self._ticket += 1
        if self._timer.isActive():
            self._player.stop()
        self._end()

    def set_speed(self, speed: float) -> None:
        """From now on; what plays goes on from where it is."""
        at, was, self.speed = self._player.position_s, self.speed, speed
        if self._timer.isActive() and self._take is not None and at is not None and speed != was:
            self._ticket += 1
            self._begin(self._from + at * was)

    def _begin(self, start: float) -> None:
        assert self._take is not None
        self._from = start
        self._start_soon(partial(self._cut, self._take, Piece(start, self._piece.end), self.speed))

    def _again(self) -> None:
        if self._take is not None:
            self._begin(self._piece.start)
        else:
            self._start_soon(self._made)

    def _made(self) -> Waveform:
        return slowed(self._make(), self.speed)

    def _start_soon(self, make: Callable[[], Waveform]) -> None:
        if self.locked:
            return
        self._wanted = True
        self.asked.emit()
        self._run_task(partial(self._start, self._ticket, make), self._started, self._failed)

    def _end(self) -> None:
        self._timer.stop()
        if self._wanted:
            self._wanted = False
            self.ended.emit()

    def _cut(self, take_id: str, piece: Piece, speed: float) -> Waveform:
        sound = self._fetch(take_id)
        whole = piece.start <= 0 and piece.end >= sound.seconds
        return cut_out(sound, None if whole else Piece(piece.start, min(piece.end, sound.seconds)), speed)

    def _beside(self, take_id: str, piece: Piece, make: Callable[[], Waveform]) -> Waveform:
        return back_to_back(self._cut(take_id, piece, 1.0), make())

    def _fetch(self, take_id: str) -> Waveform:
        """In the pool, which has one thread: nobody else looks at `_sound`."""
        if self._sound is None or self._sound[0] != take_id:
            self._sound = (take_id, self._history.waveform(take_id))
        return self._sound[1]

    def _start(self, ticket: int, make: Callable[[], Waveform]) -> int:
        if ticket == self._ticket:
            sound = make()
            if ticket == self._ticket:
                self._player.play(sound)
        return ticket

    @Slot(object)
    def _fetched(self, _: object) -> None:
        """It lies ready."""

    @Slot(object)
    def _not_fetched(self, _: TutorError) -> None:
        """Told when somebody wants to hear it."""

    @Slot(object)
    def _started(self, ticket: int) -> None:
        if ticket != self._ticket:
            if not self._wanted:
                self._player.stop()  # it was stopped while it began
            return
        self._timer.start()
        self.started.emit()

    @Slot(object)
    def _failed(self, error: TutorError) -> None:
        self._end()
        self.failed.emit(error)

    @Slot()
    def _tick(self) -> None:
        at = self._player.position_s
        if at is not None:
            if self._take is not None:
                self.moved.emit(self._from + at * self.speed)
        elif self.looping:
            self._timer.stop()
            self._again()
        else:
            self._end()


def _nothing() -> Waveform:
    return Waveform(np.zeros(0, np.float32), 1)
