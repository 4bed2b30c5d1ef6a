"""Brings a learner's past into the window step by step, off its thread: what isn't counted yet, takes, counts, a summary."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from tutor.domain.errors import TutorError
from tutor.domain.history.findings import Summary
from tutor.domain.history.readings import Counts, Readings
from tutor.practice.history.past import Past
from tutor.practice.history.summary import summary
from tutor.practice.ports import Clock, Tallies
from tutor.ui.tasks import RunTask

Loaded = tuple[Past, Summary]


class PastLoader(QObject):
    """`loaded` comes with the takes alone first, `summed` with everything. Each step is short, so that a recording never waits.

    `counting` carries how much of the older assessments is counted (0 to 1), 1 when that is over.
    """

    loaded = Signal(object)
    summed = Signal(object)
    counting = Signal(float)
    failed = Signal(object)

    def __init__(self, tallies: Tallies, clock: Clock, run_task: RunTask, parent: QObject) -> None:
        super().__init__(parent)
        self._tallies, self._clock, self._run_task = tallies, clock, run_task
        self._waiting = 0
        self._stopped = self._closed = self.running = False

    def close(self) -> None:
        """Ask for nothing more: the history is about to be closed."""
        self._closed = True

    def load(self) -> None:
        """Begin anew; nothing happens while it runs already."""
        if not self.running and not self._closed:
            self.running, self._stopped = True, False
            self._run_task(self._tallies.uncounted, self._begin, self._report)

    def stop(self) -> None:
        """Count no further; what was counted stays, and the rest of the work goes on."""
        self._stopped = True

    def _then(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[TutorError], None]) -> None:
        if self._closed:
            self.running = False
        else:
            self._run_task(work, done, failed)

    @Slot(object)
    def _begin(self, waiting: int) -> None:
        self._waiting = waiting
        if waiting:
            self.counting.emit(0.0)
            self._then(partial(self._count, None), self._count_on, self._not_counted)
        else:
            self._fetch()

    def _count(self, before: int | None) -> tuple[int | None, int]:
        return self._tallies.fill(before), self._tallies.uncounted()

    @Slot(object)
    def _count_on(self, found: tuple[int | None, int]) -> None:
        at, left = found
        self.counting.emit(1 - left / self._waiting if at is not None else 1.0)
        if at is None or self._stopped:
            self.counting.emit(1.0)
            self._fetch()
        else:
            self._then(partial(self._count, at), self._count_on, self._not_counted)

    @Slot(object)
    def _not_counted(self, error: TutorError) -> None:
        """Another program holds the history, or the disk is full: what is counted can be looked at all the same."""
        self.counting.emit(1.0)
        self.failed.emit(error)
        self._fetch()

    def _fetch(self) -> None:
        self._then(self._tallies.readings, self._fetched, self._report)

    @Slot(object)
    def _fetched(self, readings: Readings) -> None:
        self.loaded.emit(Past.of(readings))
        self._then(partial(self._sum, readings), self._summed, self._report)

    def _sum(self, readings: Readings) -> Loaded:
        sounds: Counts = self._tallies.sounds(readings)
        past = Past.of(readings).counting("sound", sounds).counting("word", self._tallies.words(readings))
        return past, summary(past, self._clock.now().astimezone().date())

    @Slot(object)
    def _summed(self, found: Loaded) -> None:
        self.running = False
        self.summed.emit(found)

    @Slot(object)
    def _report(self, error: TutorError) -> None:
        self.running = False
        self.failed.emit(error)
