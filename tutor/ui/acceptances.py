"""The sounds this learner accepts, held for the screen: loaded once, changed from the result, applied to what is shown."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from tutor.domain.accepted import Acceptance, Accepted
from tutor.domain.errors import TutorError
from tutor.domain.take import Attempt
from tutor.domain.target import Target
from tutor.practice.accepting import Tutored, as_shown
from tutor.practice.ports import Library
from tutor.ui.tasks import RunTask


class Acceptances(QObject):
    """`changed` follows when the list is another one; what was stored of a take never changes."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, run_task: RunTask, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._run_task = library, run_task
        self.accepted: Accepted = frozenset()

    def load(self) -> None:
        """Read the list."""
        self._run_task(self._library.accepted, self._loaded, self._report)

    def accept(self, acceptance: Acceptance) -> None:
        """Never mark it again."""
        self._run_task(partial(self._change, self._library.accept, acceptance), self._loaded, self._report)

    def mark_again(self, acceptance: Acceptance) -> None:
        """Take it off the list."""
        self._run_task(partial(self._change, self._library.mark_again, acceptance), self._loaded, self._report)

    def applied(self, attempt: Attempt | None, target: Target | None, tutored: Tutored) -> Attempt | None:
        """The attempt as it is to be shown, by what a tutor decided as well."""
        if attempt is None or attempt.assessment is None or target is None:
            return attempt
        return replace(attempt, assessment=as_shown(attempt.assessment, target, self.accepted, tutored))

    def _change(self, how: Callable[[Acceptance], None], acceptance: Acceptance) -> Accepted:
        how(acceptance)
        return self._library.accepted()

    @Slot(object)
    def _loaded(self, accepted: Accepted) -> None:
        if accepted != self.accepted:
            self.accepted = accepted
            self.changed.emit()

    @Slot(object)
    def _report(self, error: TutorError) -> None:
        self.failed.emit(error)
