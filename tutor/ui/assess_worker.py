"""The one thread in which the model lives: loads it, serves one request at a time, can be stopped. Touches no widget."""

import logging
import threading
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QThread, Signal, Slot

from tutor.domain.assessment import RationaleLine
from tutor.domain.audio import Samples, as_kept
from tutor.domain.errors import Cancelled, TutorError
from tutor.domain.take import Attempt
from tutor.domain.target import Target
from tutor.practice.ports import Assessor, Following, Overhearing, Progress
from tutor.ui.tasks import as_tutor_error, log_unexpected

MODEL_TICKET = 0  # the ticket of what happens while the model loads before anybody asked for an assessment
_PROGRESS_EVERY_S = 0.1
_LATE_S = 1.0  # behind the reader, sentences are left for later
_log = logging.getLogger(__name__)

Written = Callable[[tuple[RationaleLine, ...]], None]
LoadAssessor = Callable[[Written], Assessor]
"""Makes the assessor; what it is given hears an explanation while it is being written."""
Judge = Callable[[Assessor, Progress], object]
AssessTake = Callable[[str, Target, Assessor, Progress], Attempt]


class _Worker(QObject):
    """Lives in the assessor's thread."""

    ready = Signal()
    progress = Signal(int, float, str)
    assessed = Signal(int, object)
    failed = Signal(int, object)
    placed = Signal(int)
    marked = Signal(object)
    judged = Signal(int, object)
    written = Signal(int, object)

    def __init__(self, load: LoadAssessor, assess_take: AssessTake) -> None:
        super().__init__()
        self._load, self._assess_take = load, assess_take
        self._ticket = MODEL_TICKET
        self._assessor: Assessor | None = None
        self._overhearing: Overhearing | None = None
        self._expected: Target | None = None
        self._marks = False
        self._following: Following | None = None
        self._place: int | None = None

    @Slot()
    def load(self) -> None:
        """Load the model before it is asked for."""
        try:
            self._loaded()
        except Exception as error:  # noqa: BLE001  the entry of a thread
            self.failed.emit(MODEL_TICKET, as_tutor_error(error))

    @Slot(object)
    def change(self, load: LoadAssessor) -> None:
        """From now on this one."""
        self._load, self._assessor = load, None
        self._overhearing = self._following = None
        self.load()

    @Slot(int, str, object, object)
    def assess(self, ticket: int, take_id: str, target: Target, stop: threading.Event) -> None:
        """Serve one request."""
        self._overhearing = self._following = None  # whatever take it was, it has ended
        try:
            progress = _Reporter(self, ticket, stop)
            progress(0.0, "loading")
            assessor, self._ticket = self._loaded(), ticket
            result = self._assess_take(take_id, target, assessor, progress)
        except Exception as error:  # noqa: BLE001  the entry of a thread
            self.failed.emit(ticket, as_tutor_error(error))
        else:
            self.assessed.emit(ticket, result)

    @Slot(object, bool)
    def expect(self, target: Target | None, marks: bool) -> None:
        """What is going to be read, if the reader is to be followed; whether its sentences are judged meanwhile."""
        self._expected, self._marks = target, marks

    @Slot(int, object, object)
    def judge(self, ticket: int, work: Judge, stop: threading.Event) -> None:
        """Serve another request."""
        try:
            result: object = work(self._loaded(), _Reporter(self, ticket, stop))
        except Exception as error:  # noqa: BLE001  the entry of a thread
            result = as_tutor_error(error)
        self.judged.emit(ticket, result)

    @Slot(int)
    def overhear(self, rate: int) -> None:
        """A take begins."""
        self._overhearing = self._following = self._place = None
        self.marked.emit(())
        if self._assessor is None:
            return
        try:
            self._overhearing = self._assessor.overhear(rate)
            self._following = self._assessor.follow(rate, self._expected) if self._expected else None
        except Exception as error:  # noqa: BLE001  the entry of a thread
            self._not_overheard(error)

    @Slot(object, float)
    def hear(self, samples: Samples, when: float) -> None:
        """It goes on; `when` it came, as `monotonic` counts."""
        try:
            if self._overhearing is not None:
                self._overhearing.feed(as_kept(samples))
            if self._following is not None:
                self._tell(self._following.hear(samples))
                if self._marks and monotonic() - when < _LATE_S:
                    self._mark(self._following)
        except Exception as error:  # noqa: BLE001  the entry of a thread
            self._not_overheard(error)

    def _tell(self, place: int) -> None:
        if place != self._place:
            self._place = place
            self.placed.emit(place)

    def _mark(self, following: Following) -> None:
        said = following.judge()
        if said is not None:
            self.marked.emit(said)

    def _not_overheard(self, error: Exception) -> None:
        """Nothing is lost: the take is heard when it is assessed, and what is wrong is told then."""
        self._overhearing = self._following = None
        _log.warning("stopped overhearing", exc_info=error)

    def _loaded(self) -> Assessor:
        if self._assessor is None:
            self._assessor = self._load(self._write)
            self.ready.emit()
        return self._assessor

    def _write(self, lines: tuple[RationaleLine, ...]) -> None:
        self.written.emit(self._ticket, lines)


class _Reporter:
    """`ports.Progress` for one ticket: stops when told, reports at most ten times a second."""

    def __init__(self, worker: _Worker, ticket: int, stop: threading.Event) -> None:
        self._worker, self._ticket, self._stop = worker, ticket, stop
        self._said = -_PROGRESS_EVERY_S

    def __call__(self, share: float, stage: str) -> None:
        if self._stop.is_set():
            raise Cancelled
        if monotonic() - self._said >= _PROGRESS_EVERY_S:
            self._said = monotonic()
            self._worker.progress.emit(self._ticket, share, stage)


class AssessThread(QObject):
    """The GUI thread's handle on the worker. Every signal arrives in the GUI thread and carries the ticket `submit` gave."""

    ready = Signal()
    progress = Signal(int, float, str)
    assessed = Signal(int, object)
    failed = Signal(int, object)
    placed = Signal(int)  # the word of the text being read
    marked = Signal(object)  # what can be said by now of its words, as `ports.Following.judge`; nothing when a take begins
    written = Signal(int, object)  # the lines of an explanation so far
    _asked = Signal(int, str, object, object)
    _changed = Signal(object)
    _expected = Signal(object, bool)
    judged = Signal(int, object)  # a TutorError where it did not come to a result
    _wanted = Signal(int, object, object)
    _begun = Signal(int)
    _heard = Signal(object, float)

    def __init__(self, load: LoadAssessor, assess_take: AssessTake, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._worker = _Worker(load, assess_take)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.load)
        self._thread.finished.connect(self._worker.deleteLater)
        self._asked.connect(self._worker.assess)
        self._changed.connect(self._worker.change)
        self._expected.connect(self._worker.expect)
        self._wanted.connect(self._worker.judge)
        self._begun.connect(self._worker.overhear)
        self._heard.connect(self._worker.hear)
        for mine, theirs in (
            (self.ready, self._worker.ready),
            (self.progress, self._worker.progress),
            (self.assessed, self._worker.assessed),
            (self.placed, self._worker.placed),
            (self.marked, self._worker.marked),
            (self.judged, self._worker.judged),
            (self.written, self._worker.written),
        ):
            theirs.connect(mine)
        self._worker.failed.connect(self._failed)
        for ended in (self._worker.assessed, self._worker.judged, self._worker.failed):
            ended.connect(self._ended)
        self._ticket = MODEL_TICKET
        self._stops: dict[int, threading.Event] = {}

    def start(self) -> None:
        """Start the thread; it loads the model at once."""
        self._thread.start()

    @property
    def is_busy(self) -> bool:
        """Whether a request has not been answered yet."""
        return bool(self._stops)

    def change(self, load: LoadAssessor) -> None:
        """Load another assessor once what was asked for so far is done; `ready` or `failed` with `MODEL_TICKET` follows."""
        self._changed.emit(load)

    def submit(self, take_id: str, target: Target) -> int:
        """Ask for an assessment; returns its ticket, above 0 and rising."""
        self._ticket += 1
        self._stops[self._ticket] = threading.Event()
        self._asked.emit(self._ticket, take_id, target, self._stops[self._ticket])
        return self._ticket

    def expect(self, target: Target | None, *, marks: bool = False) -> None:
        """Follow the reader of the next takes through this text, telling with `placed`, and with `marks` judge its sentences,
        telling with `marked`; None: don't."""
        self._expected.emit(target, marks)

    def judge(self, work: Judge) -> int:
        """Have other work done with the model; `judged` follows with the ticket this returns."""
        self._ticket += 1
        self._stops[self._ticket] = threading.Event()
        self._wanted.emit(self._ticket, work, self._stops[self._ticket])
        return self._ticket

    def overhear(self, rate: int) -> None:
        """A take of that rate begins, whose samples `hear` will bring while it is read. From any thread."""
        self._begun.emit(rate)

    def hear(self, samples: Samples) -> None:
        """The take's next samples, for the assessor to begin with when it is free. From any thread; returns at once."""
        self._heard.emit(samples, monotonic())

    def cancel(self, ticket: int) -> None:
        """Ask that request to stop; `failed` with `Cancelled` follows unless it ends first."""
        if ticket in self._stops:
            self._stops[ticket].set()

    def close(self, wait_ms: int = 5000) -> bool:
        """Stop all requests and the thread; False when it didn't end in time and must not be destroyed."""
        for stop in self._stops.values():
            stop.set()
        self._thread.quit()
        return not self._thread.isRunning() or self._thread.wait(wait_ms)

    @Slot(int, object)
    def _ended(self, ticket: int, _: object) -> None:
        self._stops.pop(ticket, None)

    @Slot(int, object)
    def _failed(self, ticket: int, error: TutorError) -> None:
        log_unexpected(error)
        self.failed.emit(ticket, error)
