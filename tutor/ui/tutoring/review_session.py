"""One take under a tutor's review: what is shown of it, and what the tutor does about it. Holds no widget.

Every act is a row in the store, made off the GUI thread; what is shown follows from the rows, so it is read anew after each.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from tutor.domain.assessment import Assessment
from tutor.domain.errors import TutorError
from tutor.domain.review import About, Answer, Comment, standing
from tutor.domain.strictness import ruled
from tutor.domain.take import Attempt
from tutor.domain.target import Target
from tutor.practice.accepting import Tutored, as_shown
from tutor.practice.heard import Heard
from tutor.practice.review import Reviewing, Seen, TakeReview, machine_says, review_of, rule_of
from tutor.ui.tasks import RunTask
from tutor.ui.tutoring.study import Study


@dataclass(frozen=True, slots=True)
class UnderReview:
    """A take on the tutor's screen: `plain` by the learner's rule, `shown` with the answers in place of the machine's."""

    attempt: Attempt
    target: Target
    plain: Assessment
    shown: Assessment
    review: TakeReview
    seen: Seen


class ReviewSession(QObject):
    """`opened` follows when another take is there, `changed` after every act, `listed` carries the takes and what was seen."""

    opened = Signal()
    changed = Signal()
    listed = Signal(object, object)
    failed = Signal(object)

    def __init__(self, study: Study, reviewing: Reviewing, run_task: RunTask, parent: QObject) -> None:
        super().__init__(parent)
        self.study, self._reviewing, self.run_task = study, reviewing, run_task
        self.take: UnderReview | None = None
        self.heard = Heard(())
        self._wanted = ""

    take: UnderReview | None

    def open(self, take_id: str) -> None:
        """Put a take on the screen; it is new no more."""
        self._wanted = take_id
        self.run_task(partial(self._open, take_id), self._opened, self._report)

    def list(self) -> None:
        """Read anew which takes there are."""
        self.run_task(self._list, self._listed, self._report)

    def answer(self, about: About, answer: Answer) -> None:
        """Say what it is."""
        if self.take is not None:
            self._act(partial(self._reviewing.answer, self.take.attempt.take.id, self.take.plain, about, answer))

    def machine(self, about: About) -> Answer | None:
        """What the machine says of it."""
        return machine_says(self.take.plain).get(about) if self.take is not None else None

    def undo(self) -> None:
        """Take back the last answer about this take."""
        if self.take is not None:
            self._act(partial(self._reviewing.undo, self.take.attempt.take.id))

    def done(self) -> None:
        """The take was gone through; or is to be gone through again."""
        if self.take is None:
            return
        take_id = self.take.attempt.take.id
        if take_id in self.take.seen.reviewed:
            self._act(partial(self._reviewing.not_done, take_id))
        else:
            self._act(partial(self._reviewing.done, take_id, self.take.plain, self.heard.share))

    def comment(self, words: tuple[int, int] | None, text: str) -> None:
        """Say something about these words."""
        if self.take is not None:
            self._act(partial(self._reviewing.comment, self.take.attempt.take.id, words, text))

    def withdraw(self, comment: Comment) -> None:
        """Take a comment back."""
        self._act(partial(self._reviewing.withdraw, comment))

    def voice_comment(self, words: tuple[int, int] | None) -> Comment:
        """What is going to be recorded about these words of the take on the screen."""
        assert self.take is not None
        return self._reviewing.voice_comment(self.take.attempt.take.id, words)

    @property
    def comments(self) -> Sequence[Comment]:
        """Of the take on the screen, in the order of the text."""
        return standing(self.take.review.comments) if self.take is not None else ()

    @Slot()
    def refresh(self) -> None:
        """Read the rows of the take anew."""
        self._act(_nothing)

    def _act(self, act: Callable[[], object]) -> None:
        if self.take is not None:
            self.run_task(partial(self._acted, act, self.take), self._show, self._report)

    def _acted(self, act: Callable[[], object], take: UnderReview) -> UnderReview:
        """In the pool."""
        act()
        return self._read(take.attempt, take.target)

    def _open(self, take_id: str) -> UnderReview:
        attempt = self.study.history.attempt(take_id)
        target = self.study.make_target(attempt.take.text, attempt.take.passage_id)
        self._reviewing.open(take_id)
        return self._read(attempt, target)

    def _read(self, attempt: Attempt, target: Target) -> UnderReview:
        if attempt.assessment is None:
            raise TutorError("not_assessed")
        reviews = self.study.reviews
        rule = rule_of(reviews.settings(), reviews.thresholds())
        found = review_of(reviews, attempt)
        shown = as_shown(attempt.assessment, target, frozenset(), Tutored(rule, found.answers))
        return UnderReview(attempt, target, ruled(attempt.assessment, rule), shown, found, self._reviewing.seen())

    def _list(self) -> tuple[Sequence[Attempt], Seen]:
        return self.study.history.attempts(drills=False), self._reviewing.seen()

    @Slot(object)
    def _opened(self, take: UnderReview) -> None:
        if take.attempt.take.id == self._wanted:
            self.take, self.heard = take, Heard(take.plain.words)
            self.opened.emit()
            self.list()

    @Slot(object)
    def _show(self, take: UnderReview) -> None:
        if self.take is not None and take.attempt.take.id == self.take.attempt.take.id:
            self.take = take
            self.changed.emit()

    @Slot(object)
    def _listed(self, found: tuple[Sequence[Attempt], Seen]) -> None:
        self.listed.emit(*found)

    @Slot(object)
    def _report(self, error: TutorError) -> None:
        self.failed.emit(error)


def _nothing() -> None:
    """Only what there is is read anew."""
