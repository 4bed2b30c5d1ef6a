"""What reports are made of, out of learners' folders: opens the stores, lets `practice` count, and closes them again."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import date, datetime
from pathlib import Path

from tutor.domain.errors import StoreError
from tutor.domain.learner import Learner
from tutor.domain.practised import Days, Practised
from tutor.practice.accepting import as_shown
from tutor.practice.classroom import class_overview
from tutor.practice.pace import words_correct_per_minute
from tutor.practice.period import period_of, practised, whole
from tutor.practice.ports import People, Progress, Tallies
from tutor.practice.review import review_of, tutored
from tutor.practice.wordbook import Wordbook
from tutor.present.reports.figures import Over
from tutor.present.reports.formats import Asked, OneTake, Reports, class_reports, period_reports, take_reports
from tutor.present.reports.remarks import comment_lines, comments_by_reading, correction_lines, corrections_by_reading
from tutor.present.reports.take import About
from tutor.present.takes import shortened
from tutor.reading.lexicon import Lexicon
from tutor.reading.passages import load_passages
from tutor.store.database import open_database
from tutor.store.documents import document
from tutor.store.history import SqlHistory
from tutor.store.library import SqlLibrary
from tutor.store.paths import OWN_WORDS
from tutor.store.reviews import SqlReviews
from tutor.store.sayings import SayingsFile
from tutor.store.tallies import SqlTallies

Gather = Callable[[Asked, Progress], Reports]
"""Reads and counts what is asked for. May take seconds, in any thread but the window's. Raises `StoreError` or `Cancelled`."""


def reports_of(learner: Learner, folder: Path, now: Callable[[], datetime]) -> Gather:
    """Of one learner's takes and periods, in their folder. `now` gives this computer's time."""

    def gather(asked: Asked, progress: Progress) -> Reports:
        if asked.take_id is not None:
            return take_reports(_take(folder, asked.take_id, learner.name))
        done = _practised(folder, asked, now().date(), progress)
        return period_reports(done, _over(folder, done, learner.name, now()))

    return gather


def reports_of_class(people: People, now: Callable[[], datetime], language_name: Callable[[str], str]) -> Gather:
    """Of all learners; `language_name` says the language of a code."""

    def opened(learner: Learner) -> AbstractContextManager[Tallies]:
        return _tallies(people.folder(learner.id))

    def gather(asked: Asked, progress: Progress) -> Reports:
        learners, last = people.learners(), asked.last or now().date()
        first = asked.first or min((_first(people.folder(each.id), last) for each in learners), default=last)
        return class_reports(class_overview(learners, opened, Days(first, last), progress), now(), language_name)

    return gather


def _practised(folder: Path, asked: Asked, today: date, progress: Progress) -> Practised:
    with _tallies(folder) as tallies:
        last = asked.last or today
        wanted = Days(asked.first or min(whole(tallies, today).first, last), last)
        return practised(period_of(tallies, wanted, progress), wanted)


def _over(folder: Path, done: Practised, learner: str, made: datetime) -> Over:
    names = _titles()
    with closing(open_database(folder)) as database:
        accepted, reviews = SqlLibrary(database).accepted(), SqlReviews(database)
        corrections = corrections_by_reading(reviews.corrections(), done.readings, names)
        comments = comments_by_reading(reviews.comments(), done.readings, names)
    return Over(made, learner, names, corrections, comments, accepted)


def _first(folder: Path, today: date) -> date:
    with _tallies(folder) as tallies:
        return whole(tallies, today).first


def _take(folder: Path, take_id: str, learner: str) -> OneTake:
    """Raises `StoreError`: `no_such_take`, `not_assessed`, …; `TextError` for a text that can't be read any more."""
    with closing(open_database(folder)) as database:
        attempt, accepted = SqlHistory(database).attempt(take_id), SqlLibrary(database).accepted()
        reviews = SqlReviews(database)
        by_tutor, review = tutored(reviews, attempt), review_of(reviews, attempt)
    take, said = attempt.take, attempt.assessment
    if said is None:
        raise StoreError("not_assessed", take=take_id)
    target = Wordbook(Lexicon.load(), SayingsFile(folder / OWN_WORDS)).make_target(take.text, take.passage_id)
    shown = as_shown(said, target, accepted, by_tutor)
    about = About(
        _titles().get(take.passage_id or "", shortened(take.text)), take.recorded_at.astimezone(), learner,
        words_correct_per_minute(shown), correction_lines(review.corrections, said), comment_lines(review.comments, said),
    )  # fmt: skip
    return OneTake(said, shown, target, about, document(said))


def _titles() -> dict[str, str]:
    """Of the passages that ship, by their id."""
    return {passage.id: passage.title for passage in load_passages()}


@contextmanager
def _tallies(folder: Path) -> Iterator[Tallies]:
    with closing(open_database(folder)) as database:
        yield SqlTallies(database)
