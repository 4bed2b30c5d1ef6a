"""What reports are made of, out of learners' folders: opens the stores, lets `practice` count, and closes them again."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import date
from pathlib import Path

from tutor.domain.errors import StoreError
from tutor.domain.learner import Learner
from tutor.domain.practised import Classroom, Days, Practised
from tutor.practice.accepting import as_shown
from tutor.practice.classroom import class_overview
from tutor.practice.pace import words_correct_per_minute
from tutor.practice.period import period_of, practised, whole
from tutor.practice.ports import People, Progress, Tallies
from tutor.practice.wordbook import Wordbook
from tutor.present.reports.formats import OneTake
from tutor.present.reports.take import About
from tutor.present.takes import shortened
from tutor.reading.lexicon import Lexicon
from tutor.reading.passages import load_passages
from tutor.store.database import open_database
from tutor.store.documents import document
from tutor.store.history import SqlHistory
from tutor.store.library import SqlLibrary
from tutor.store.paths import OWN_WORDS
from tutor.store.sayings import SayingsFile
from tutor.store.tallies import SqlTallies


def practised_in(folder: Path, first: date | None, last: date | None, today: date, progress: Progress) -> Practised:
    """The practice kept in a learner's folder. None: from the first take, to today. Raises `StoreError` or `Cancelled`."""
    with _tallies(folder) as tallies:
        there = whole(tallies, today)
        wanted = Days(first or min(there.first, last or today), last or today)
        return practised(period_of(tallies, wanted, progress), wanted)


def class_in(people: People, wanted: Days, progress: Progress) -> Classroom:
    """The practice of all learners. Raises `StoreError` or `Cancelled`."""

    def opened(learner: Learner) -> AbstractContextManager[Tallies]:
        return _tallies(people.folder(learner.id))

    return class_overview(people.learners(), opened, wanted, progress)


def take_in(folder: Path, take_id: str, learner: str) -> OneTake:
    """A kept take. Raises `StoreError`: `no_such_take`, `not_assessed`, …; `TextError` for a text that can't be read any more."""
    with closing(open_database(folder)) as database:
        attempt, accepted = SqlHistory(database).attempt(take_id), SqlLibrary(database).accepted()
    take, said = attempt.take, attempt.assessment
    if said is None:
        raise StoreError("not_assessed", take=take_id)
    target = Wordbook(Lexicon.load(), SayingsFile(folder / OWN_WORDS)).make_target(take.text, take.passage_id)
    shown = as_shown(said, target, accepted)
    title = titles().get(take.passage_id or "", shortened(take.text))
    about = About(title, take.recorded_at.astimezone(), learner, words_correct_per_minute(shown))
    return OneTake(said, shown, target, about, document(said))


def titles() -> dict[str, str]:
    """Of the passages that ship, by their id."""
    return {passage.id: passage.title for passage in load_passages()}


@contextmanager
def _tallies(folder: Path) -> Iterator[Tallies]:
    with closing(open_database(folder)) as database:
        yield SqlTallies(database)
