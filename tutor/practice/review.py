"""A tutor goes through a learner's takes: what is new, answers in place of the machine's, one key each, and back again.

Each act is a row (`domain.review`) that `Reviewing` makes and the store only adds; what follows from the rows is asked here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import uuid4

from tutor.domain.agreement import Refit
from tutor.domain.assessment import Assessment, ModelStamp
from tutor.domain.marks import Mark, mark_phone, mark_word
from tutor.domain.review import RATED, About, Answer, Answers, Comment, Correction, Look, answers, expected, fitting
from tutor.domain.rubric import step_of
from tutor.domain.strictness import Rule, Setting, Strictness, Threshold
from tutor.domain.take import Attempt
from tutor.practice.accepting import Tutored
from tutor.practice.ports import Clock, Reviews

HEARD_WHOLE = 0.95  # of the reading: who heard so much of it looked at all of it


@dataclass(frozen=True, slots=True)
class Seen:
    """Which takes a tutor has opened, and which ones they are done with."""

    opened: frozenset[str] = frozenset()
    reviewed: frozenset[str] = frozenset()

    def is_new(self, attempt: Attempt) -> bool:
        """Whether there is something to look at that this tutor never opened."""
        return attempt.assessment is not None and attempt.take.id not in self.opened


@dataclass(frozen=True, slots=True)
class TakeReview:
    """All rows about one take. `answers` are those that count and fit the assessment, whoever gave them."""

    corrections: tuple[Correction, ...] = ()
    comments: tuple[Comment, ...] = ()
    answers: Answers = field(default_factory=dict)


def machine_says(assessment: Assessment) -> dict[About, Answer]:
    """What is shown of every word, sound and aspect, of an assessment without a tutor's answers."""
    said: dict[About, Answer] = {}
    for at, word in enumerate(assessment.words):
        said[About(at)] = mark_word(word)
        said |= {About(at, nth): mark_phone(phone) for nth, phone in enumerate(word.phones)}
    scores = {aspect: getattr(assessment.scores, aspect) for aspect in RATED}
    return said | {About(aspect=name): step_of(name, score.value) for name, score in scores.items() if score is not None}


def seen(looks: Iterable[Look], tutor: str) -> Seen:
    """Of all a learner's takes."""
    last = {look.take_id: look for look in in_time(look for look in looks if look.tutor == tutor)}
    return Seen(frozenset(last), frozenset(take for take, look in last.items() if look.reviewed))


def in_time(looks: Iterable[Look]) -> list[Look]:
    """The oldest first, ties by id: in whatever order rows were merged."""
    return sorted(looks, key=lambda look: (look.at, look.id))


def review_of(reviews: Reviews, attempt: Attempt) -> TakeReview:
    """All that was said about a take. Raises `StoreError`."""
    rows = tuple(reviews.corrections(attempt.take.id))
    said = answers(fitting(rows, attempt.assessment)) if attempt.assessment is not None else {}
    return TakeReview(rows, tuple(reviews.comments(attempt.take.id)), said)


def rule_of(settings: Iterable[Setting], thresholds: Iterable[Threshold]) -> Rule:
    """What a learner's results are marked by now."""
    last = max(settings, key=lambda row: (row.at, row.id), default=None)
    fitted = {row.symbol: row for row in sorted(thresholds, key=lambda row: (row.at, row.id))}
    return Rule(last.accuracy, last.pauses, fitted) if last is not None else Rule(fitted=fitted)


def tutored(reviews: Reviews, attempt: Attempt) -> Tutored:
    """What a take is to be shown by. Raises `StoreError`."""
    return Tutored(rule_of(reviews.settings(), reviews.thresholds()), review_of(reviews, attempt).answers)


class Reviewing:
    """One tutor at work on one learner. All of it raises `StoreError`; then nothing was added."""

    def __init__(self, reviews: Reviews, tutor: str, clock: Clock) -> None:
        self.reviews, self.tutor, self._clock = reviews, tutor, clock

    def seen(self) -> Seen:
        """What this tutor has opened and is done with."""
        return seen(self.reviews.looks(), self.tutor)

    def open(self, take_id: str) -> None:
        """The take is on the tutor's screen: it is new no more."""
        self.skip([take_id])

    def skip(self, take_ids: Iterable[str]) -> None:
        """None of these is new any more, though nobody looked at them."""
        for take_id in set(take_ids) - self.seen().opened:
            self.reviews.add(Look(_new_id(), take_id, self.tutor, self._now()))

    def done(self, take_id: str, shown: Assessment, heard: float) -> None:
        """The tutor went through the take as it was `shown` without answers: what is not corrected is agreed to."""
        at = self._behind(self._looks(take_id))
        self.reviews.add(Look(_new_id(), take_id, self.tutor, at, True, heard, machine_says(shown), shown.model))

    def not_done(self, take_id: str) -> None:
        """The take is to be gone through again."""
        self.reviews.add(Look(_new_id(), take_id, self.tutor, self._behind(self._looks(take_id))))

    def answer(self, take_id: str, shown: Assessment, about: About, answer: Answer) -> Correction:
        """Say what it is. `shown` is the assessment by the learner's rule, without answers."""
        said = machine_says(shown).get(about)
        names = (_new_id(), take_id, self.tutor, self._now())
        return self._add(Correction(*names, about, expected(shown, about) or "", answer, said, shown.model))

    def undo(self, take_id: str) -> Correction | None:
        """Take back this tutor's last answer about the take that stands; what was said before it counts again. None: no more."""
        rows = [row for row in self.reviews.corrections(take_id) if row.tutor == self.tutor]
        stack = _standing(rows)
        if not stack:
            return None
        last = stack[-1]
        before = next((row.answer for row in reversed(stack[:-1]) if row.about == last.about), None)
        return self._add(replace(last, id=_new_id(), at=self._now(), answer=before, undoes=last.id))

    def comment(self, take_id: str, words: tuple[int, int] | None, text: str) -> Comment:
        """Say something about these words, or about the whole take."""
        row = self.voice_comment(take_id, words, text)
        self.reviews.add(row)
        return row

    def voice_comment(self, take_id: str, words: tuple[int, int] | None, text: str = "") -> Comment:
        """The row of a comment whose sound is still to be recorded (`Reviews.open_voice`)."""
        first, last = words or (None, None)
        return Comment(_new_id(), take_id, self.tutor, self._now(), first, last, text)

    def withdraw(self, comment: Comment) -> None:
        """Take a comment back; it stays in the store, and is shown no more."""
        now = self._now()
        self.reviews.add(Comment(_new_id(), comment.take_id, self.tutor, now, None, None, "", withdraws=comment.id))

    def set_strictness(self, accuracy: Strictness, pauses: Strictness) -> None:
        """From now on."""
        self.reviews.add(Setting(_new_id(), self.tutor, self._behind(self.reviews.settings()), accuracy, pauses))

    def use(self, symbol: str, model: ModelStamp, found: Refit) -> None:
        """Mark this sound by the refitted edge from now on."""
        kappas = (found.before.kappa, found.after.kappa)
        at = self._behind(self.reviews.thresholds())
        self.reviews.add(Threshold(_new_id(), self.tutor, at, symbol, found.edge, model, found.labels, *kappas))

    def back(self, fitted: Threshold) -> None:
        """Mark a sound by the learner's strictness again."""
        at = self._behind(self.reviews.thresholds())
        self.reviews.add(Threshold(_new_id(), self.tutor, at, fitted.symbol, None, fitted.model, fitted.labels, None, None))

    def _add(self, row: Correction) -> Correction:
        same = [each for each in self.reviews.corrections(row.take_id) if each.about == row.about]
        row = replace(row, at=self._behind(same))
        self.reviews.add(row)
        return row

    def _looks(self, take_id: str) -> list[Look]:
        return [look for look in self.reviews.looks() if look.take_id == take_id]

    def _behind(self, rows: Iterable[Correction | Look | Setting | Threshold]) -> datetime:
        """Now, but behind all of these, whose newest counts: a clock is coarse, or was set back meanwhile."""
        return max([self._now(), *(row.at + timedelta(microseconds=1) for row in rows)])

    def _now(self) -> datetime:
        return self._clock.now()


def _standing(rows: Sequence[Correction]) -> list[Correction]:
    """One tutor's answers that were not undone, in time."""
    undone = {row.undoes for row in rows}
    kept = [row for row in rows if row.undoes is None and row.id not in undone]
    return sorted(kept, key=lambda row: (row.at, row.id))


def _new_id() -> str:
    return uuid4().hex


def is_answer(about: About, answer: Answer) -> bool:
    """Whether a tutor can say that of it; unsure and not judged are the machine's."""
    return isinstance(answer, int) if about.aspect is not None else answer not in (Mark.UNSURE, Mark.NOT_JUDGED)
