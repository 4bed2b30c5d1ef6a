"""Short jobs off the GUI thread: decoding a file, closing a recording, reading the history. Never the model."""

import logging
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from tutor.domain.errors import TutorError

_log = logging.getLogger(__name__)


def as_tutor_error(error: Exception) -> TutorError:
    """What a thread's entry reports for any exception; one nobody foresaw becomes the code `unexpected`, with its cause."""
    if isinstance(error, TutorError):
        return error
    made = TutorError("unexpected", what=f"{type(error).__name__}: {error}")
    made.__cause__ = error
    return made


def log_unexpected(error: TutorError) -> None:
    """Write down where an exception nobody foresaw came from. Called in the GUI thread."""
    if error.__cause__ is not None and error.code == "unexpected":
        _log.error("unexpected", exc_info=error.__cause__)


class RunTask(Protocol):
    """Runs `work` elsewhere, then calls one of the other two in the GUI thread, in the order the works were given."""

    def __call__(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[TutorError], None]) -> None:
        """`done` and `failed` are methods of QObjects of the GUI thread: anything else would run in the worker's thread."""


class _Report(QObject):
    """Carries a job's end into the GUI thread: a QRunnable has no signals.

    It holds the work until that thread has heard: what the work holds may be Qt's, and is not to end with the worker.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self.work: Callable[[], Any] | None = work


class _Job(QRunnable):
    def __init__(self, report: _Report) -> None:
        super().__init__()
        self._report = report

    def run(self) -> None:
        """Called by the pool."""
        assert self._report.work is not None
        try:
            result = self._report.work()
        except Exception as error:  # noqa: BLE001  the entry of a thread: nobody above would be told
            self._report.failed.emit(as_tutor_error(error))
        else:
            self._report.done.emit(result)


class TaskPool(QObject):
    """One thread for all short jobs, so that two writes never race and answers keep their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._reports: set[_Report] = set()
        self._closed = False

    def run_task(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[TutorError], None]) -> None:
        """See `RunTask`."""
        if not all(isinstance(getattr(told, "__self__", None), QObject) for told in (done, failed)):
            raise TypeError("done and failed must be methods of QObjects")
        if self._closed:
            return  # a late answer asks for more when nobody waits for anything any more
        report = _Report(work, self)
        self._reports.add(report)
        for signal, told in ((report.done, done), (report.failed, failed)):
            signal.connect(told)
            signal.connect(self._forget)
        report.failed.connect(self._write_down)
        self._pool.start(_Job(report))

    def wait(self, wait_ms: int) -> bool:
        """For what runs; False when it didn't end in time."""
        return self._pool.waitForDone(wait_ms)

    def close(self, wait_ms: int = 20_000) -> bool:
        """As `wait`, for what may be a take on its way to the disk; nothing is run after that.

        A pool that is deleted while its thread runs takes the process down with it.
        """
        self._closed = True
        return self.wait(wait_ms)

    @Slot(object)
    def _write_down(self, error: TutorError) -> None:
        log_unexpected(error)

    @Slot(object)
    def _forget(self, _: object) -> None:
        report = self.sender()
        if isinstance(report, _Report):
            report.work = None
            self._reports.discard(report)
            report.deleteLater()
