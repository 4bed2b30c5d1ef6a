"""One longer job at a time in the pool, which says how far it is and can be stopped."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from tutor.domain.errors import Cancelled, TutorError
from tutor.practice.ports import Progress
from tutor.ui.tasks import RunTask


class Work(QObject):
    """`done` brings what the job gave. A job that is stopped, or follows another that isn't over, ends without a word."""

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()
    _told = Signal(int, float)

    def __init__(self, run_task: RunTask, parent: QObject) -> None:
        super().__init__(parent)
        self._run_task = run_task
        self._number, self._stop = 0, threading.Event()
        self._told.connect(self._pass_on)

    def start(self, job: Callable[[Progress], Any]) -> None:
        """Begin; what was going on is stopped."""
        self.stop()
        self._number, self._stop = self._number + 1, threading.Event()
        number, stop = self._number, self._stop

        def progress(share: float, stage: str) -> None:  # noqa: ARG001  (nothing is said of stages)
            if stop.is_set():
                raise Cancelled
            self._told.emit(number, share)

        self._run_task(lambda: (number, job(progress)), self._finished, self._broke_off)

    @Slot()
    def stop(self) -> None:
        """The job ends at its next step."""
        self._stop.set()

    @Slot(int, float)
    def _pass_on(self, number: int, share: float) -> None:
        if number == self._number and not self._stop.is_set():
            self.progressed.emit(share)

    @Slot(object)
    def _finished(self, result: tuple[int, Any]) -> None:
        number, made = result
        if number != self._number:
            return
        self.ended.emit()
        if not self._stop.is_set():
            self.done.emit(made)

    @Slot(object)
    def _broke_off(self, error: TutorError) -> None:
        if isinstance(error, Cancelled):
            if self._stop.is_set():
                self.ended.emit()
            return
        self.ended.emit()
        self.failed.emit(error)
