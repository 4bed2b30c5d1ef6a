"""What the commands work with, each part made when it is first asked for: the command line's composition root."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from tutor.domain.accepted import Accepted
from tutor.domain.target import Target
from tutor.practice.accepting import Tutored
from tutor.practice.ports import Assessor, Deck, History, People, Player, Recorder
from tutor.store.paths import OWN_WORDS, Paths


def load_assessor(engine: str, model: Path | None, server: str | None) -> Assessor:
    """The engine's assessor with the model in the folder, on the server, or with the one that ships. Raises `ModelError`."""
    from tutor import engines

    return engines.load_assessor(engines.engine_of(engine, model, server))


def open_people() -> People:
    """Who reads on this computer. Raises `StoreError`."""
    from tutor.store.people import People as Kept

    return Kept(Paths.default())


def open_folder(learner: str | None) -> Path:
    """What is kept of the learner named, else of the only or the last one; may ask for their PIN. Raises `StoreError`."""
    from tutor.cli.asking import learner_folder

    return learner_folder(open_people(), learner)


def open_history(folder: Path) -> History:
    """The history in a learner's folder, to read, also beside the window. Raises `StoreError`."""
    from tutor.store.database import open_database
    from tutor.store.history import SqlHistory

    return SqlHistory(open_database(folder, to_write=False))


def open_deck(folder: Path) -> Deck:
    """The words to practise in a learner's folder. Raises `StoreError`."""
    from tutor.store.database import open_database
    from tutor.store.deck import SqlDeck

    return SqlDeck(open_database(folder, to_write=False))


def microphones() -> Recorder:
    """The computer's microphones."""
    from tutor.audio.recorder import MicrophoneRecorder

    return MicrophoneRecorder()


def loudspeakers() -> Player:
    """The computer's loudspeakers."""
    from tutor.audio.player import SpeakerPlayer

    return SpeakerPlayer()


class MakeTarget(Protocol):
    """Makes targets."""

    def __call__(self, text: str | None, passage_id: str | None, folder: Path | None = None) -> Target:
        """Of a text or of a passage that ships, by own pronunciations first: a learner's, whose `folder` it is, else of who read
        last. Raises `TextError`, `StoreError`.
        """


@dataclass(frozen=True, slots=True)
class Ways:
    """What a learner's results are shown by: the sounds that are fine as they are, and how strictly their tutor marks."""

    accepted: Accepted = frozenset()
    tutored: Tutored = field(default_factory=Tutored)


def target_of(text: str | None, passage_id: str | None, folder: Path | None = None) -> Target:
    """A `MakeTarget`."""
    from tutor.cli.asking import open_to_all
    from tutor.practice.wordbook import Wordbook
    from tutor.reading.lexicon import Lexicon
    from tutor.reading.passages import find_passage
    from tutor.store.sayings import SayingsFile

    written = find_passage(passage_id).text if passage_id else text or ""
    folder = folder or open_to_all(open_people()) or Paths.default().data  # where no lexicon is
    return Wordbook(Lexicon.load(), SayingsFile(folder / OWN_WORDS)).make_target(written, passage_id)


def ways_of(folder: Path | None) -> Ways:
    """Of the learner whose folder it is, None: of whoever read last; plain ones without a history. Raises `StoreError`."""
    from tutor.cli.asking import open_to_all
    from tutor.practice.review import rule_of
    from tutor.store.database import DATABASE, open_database
    from tutor.store.library import SqlLibrary
    from tutor.store.reviews import SqlReviews

    folder = folder or open_to_all(open_people())
    if folder is None or not (folder / DATABASE).is_file():
        return Ways()
    with closing(open_database(folder, to_write=False)) as database:
        reviews = SqlReviews(database)
        return Ways(SqlLibrary(database).accepted(), Tutored(rule_of(reviews.settings(), reviews.thresholds())))


def no_window() -> str | None:
    """Why no window can be opened, None when one can."""
    from tutor.cli.display import Trial

    return Trial().complaint()


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True, slots=True)
class World:
    """Makers of what the commands need; a test puts its own in their place."""

    assessor: Callable[[str, Path | None, str | None], Assessor] = load_assessor
    people: Callable[[], People] = open_people
    folder: Callable[[str | None], Path] = open_folder
    history: Callable[[Path], History] = open_history
    deck: Callable[[Path], Deck] = open_deck
    recorder: Callable[[], Recorder] = microphones
    player: Callable[[], Player] = loudspeakers
    target: MakeTarget = target_of
    ways: Callable[[Path | None], Ways] = ways_of
    now: Callable[[], datetime] = _now
    no_window: Callable[[], str | None] = no_window
