"""A job of more than a second, in a thread of its own, with its progress shown and a way to stop it."""

import threading
from collections.abc import Callable
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from tutor.domain.errors import Cancelled, TutorError
from tutor.practice.ports import Progress
from tutor.ui.tasks import TaskPool

_STEPS, _EVERY_S = 1000, 0.1


class LongTask(QObject):
    """Runs `work(progress)` once, which a person can cancel in the dialog; then tells `done` or `failed`, never both.

    Cancelling is told by neither: `ended` follows in each case, and before the other two.
    """

    done = Signal(object)
    failed = Signal(object)
    ended = Signal()
    _progressed = Signal(float)

    def __init__(self, said: str, work: Callable[[Progress], Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._stop, self._said = work, threading.Event(), -_EVERY_S
        self._pool = TaskPool(self)
        self.dialog = QProgressDialog(said, self.tr("&Cancel"), 0, _STEPS, parent)
        self.dialog.setWindowTitle(parent.window().windowTitle())
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog.setAutoClose(False)
        self.dialog.setAutoReset(False)
        self.dialog.setMinimumDuration(300)
        self.dialog.canceled.connect(self._cancel)
        self._progressed.connect(self._show)

    def start(self) -> None:
        """Begin; the dialog appears when it takes longer than a moment."""
        self.dialog.setValue(0)
        self._pool.run_task(lambda: self._work(self._report), self._done, self._failed)

    def close(self) -> None:
        """Stop it and wait for its end."""
        self._stop.set()
        self._pool.close()

    def _report(self, share: float, stage: str) -> None:
        if self._stop.is_set():
            raise Cancelled
        if monotonic() - self._said >= _EVERY_S:
            self._said = monotonic()
            self._progressed.emit(share)

    @Slot(float)
    def _show(self, share: float) -> None:
        if not self._stop.is_set():
            self.dialog.setValue(round(_STEPS * min(1.0, share)))

    @Slot()
    def _cancel(self) -> None:
        self._stop.set()

    @Slot(object)
    def _done(self, result: object) -> None:
        self._end()
        self.done.emit(result)

    @Slot(object)
    def _failed(self, error: TutorError) -> None:
        self._end()
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _end(self) -> None:
        self.dialog.close()
        self.dialog.deleteLater()
        self.ended.emit()
