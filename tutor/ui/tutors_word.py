"""What a tutor said about the take that is shown, and how strictly this learner is marked; held for the screen."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from tutor.domain.errors import TutorError
from tutor.domain.review import Comment, standing
from tutor.domain.take import Attempt
from tutor.practice.accepting import Tutored
from tutor.practice.ports import Reviews
from tutor.practice.review import review_of, rule_of
from tutor.ui.tasks import RunTask


@dataclass(frozen=True, slots=True)
class Told:
    """About one take (its id; empty: none is shown)."""

    take_id: str = ""
    tutored: Tutored = field(default_factory=Tutored)
    comments: Sequence[Comment] = ()


@dataclass(frozen=True, slots=True)
class SaidOf:
    """The takes a tutor said something about, and when the last of it was said; None: nothing yet."""

    takes: frozenset[str] = frozenset()
    last: datetime | None = None


class TutorsWord(QObject):
    """`changed` follows when what is shown is to be shown otherwise."""

    changed = Signal()
    listed = Signal(object)  # SaidOf
    failed = Signal(object)

    def __init__(self, reviews: Reviews, run_task: RunTask, parent: QObject) -> None:
        super().__init__(parent)
        self.reviews, self._run_task, self.told = reviews, run_task, Told()

    def load(self) -> None:
        """Keep spoken comments that a killed program left behind, and read how strictly is marked."""
        self._run_task(self._recovered, self._loaded, self._report)
        self._run_task(self._said_of, self._list, self._report)

    def read(self, attempt: Attempt) -> Told:
        """In the pool: all about a take. Raises `StoreError`."""
        said = review_of(self.reviews, attempt)
        rule = rule_of(self.reviews.settings(), self.reviews.thresholds())
        return Told(attempt.take.id, Tutored(rule, said.answers), standing(said.comments))

    def show(self, told: Told) -> None:
        """This is the take that is shown."""
        self.told = told

    def leave(self, take_id: str) -> None:
        """Another take is shown, about which nothing was said yet; the strictness stays."""
        if take_id != self.told.take_id:
            self.told = Told(take_id, Tutored(self.told.tutored.rule))

    def refresh(self, attempt: Attempt | None) -> None:
        """The tutor was at it meanwhile."""
        if attempt is None:
            self.load()
        else:
            self._run_task(partial(self.read, attempt), self._loaded, self._report)
            self._run_task(self._said_of, self._list, self._report)

    def _recovered(self) -> Told:
        self.reviews.recover()
        return Told(tutored=Tutored(rule_of(self.reviews.settings(), self.reviews.thresholds())))

    def _said_of(self) -> SaidOf:
        rows = [(row.take_id, row.at) for row in self.reviews.corrections()]
        rows += [(row.take_id, row.at) for row in standing(self.reviews.comments())]
        return SaidOf(frozenset(take for take, _ in rows), max((at for _, at in rows), default=None))

    @Slot(object)
    def _list(self, said: SaidOf) -> None:
        self.listed.emit(said)

    @Slot(object)
    def _loaded(self, told: Told) -> None:
        if told.take_id in ("", self.told.take_id):
            rule = told.tutored.rule
            self.told = told if told.take_id else replace(self.told, tutored=replace(self.told.tutored, rule=rule))
            self.changed.emit()

    @Slot(object)
    def _report(self, error: TutorError) -> None:
        self.failed.emit(error)
