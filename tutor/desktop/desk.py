"""What the window works with, made of the adapters for one learner. Imports what is heavy only when it is called: the window
paints before that. Knows no widget.
"""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.domain.audio import Waveform
from tutor.domain.cards import Card
from tutor.domain.errors import StoreError
from tutor.domain.learner import Learner
from tutor.domain.take import Attempt
from tutor.domain.target import Passage, Target
from tutor.practice.ports import Assessor, History, Homework, Progress
from tutor.store.paths import OWN_WORDS, Paths
from tutor.ui.session import Desk

if TYPE_CHECKING:
    from tutor.store.database import Database


def make_desk(
    database: "Database", learner: Learner, passages: tuple[Passage, ...], writes_sound: Callable[[], bool], homework: Homework
) -> Desk:
    """On the learner's open database. Takes a second; raises `StoreError`."""
    from tutor.audio.player import SpeakerPlayer
    from tutor.audio.recorder import MicrophoneRecorder
    from tutor.audio.voice import SystemVoice
    from tutor.practice.assignments import HomeworkSayings
    from tutor.practice.wordbook import Wordbook
    from tutor.reading.lexicon import Lexicon
    from tutor.reading.pairs import Pairs
    from tutor.store.audiofiles import read_audio
    from tutor.store.deck import SqlDeck
    from tutor.store.history import SqlHistory
    from tutor.store.library import SqlLibrary
    from tutor.store.reviews import SqlReviews
    from tutor.store.sayings import SayingsFile
    from tutor.store.tallies import SqlTallies
    from tutor.store.textfiles import read_text

    history, lexicon = SqlHistory(database, writes_sound), Lexicon.load()
    book = Wordbook(lexicon, HomeworkSayings(SayingsFile(database.folder / OWN_WORDS), homework))
    return Desk(
        MicrophoneRecorder(), SpeakerPlayer(), history, SystemClock(), passages, read_audio, book.make_target,
        SqlLibrary(database), book, read_text, SystemVoice(),
        SqlDeck(database), cache(partial(Pairs.load, lexicon)), partial(_export_deck, history, writes_sound),
        SqlTallies(database), SqlReviews(database), learner,
    )  # fmt: skip


def care_for(database: "Database", learner: Learner) -> None:
    """What is done in the background for a learner's folder. Raises `StoreError`."""
    from tutor.store.upkeep.daily import look_after

    look_after(database, learner, datetime.now(UTC).astimezone())
    import_module("tutor.present.reports.formats")  # heavy; so that the first report opens at once


def erase_everything(paths: Paths) -> None:
    """Of everybody, once nothing is open any more. Raises `StoreError`."""
    from tutor.store.upkeep.erase import erase

    erase(paths)


def assess_kept(history: History, take_id: str, target: Target, assessor: Assessor, progress: Progress) -> Attempt:
    """Assess a take of the history and save the result. Raises `ModelError`, `StoreError` or `Cancelled`."""
    from tutor.practice.assess import assess_take

    return assess_take(take_id, target, assessor, history, progress)


def save(path: Path, data: bytes) -> None:
    """A document, whole or not at all. Raises `StoreError`."""
    from tutor.store.documents import save as write

    write(path, data)


class SystemClock:
    """The computer's own."""

    def now(self) -> datetime:
        """UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Since some start."""
        return time.monotonic()


def _export_deck(history: History, writes_sound: Callable[[], bool], path: Path, cards: Sequence[Card]) -> int:
    """Without a voice for who wants scores only: what is held in memory is not written anywhere."""
    from tutor.store.anki import export_deck

    return export_deck(path, cards, history.waveform if writes_sound() else _no_voice)


def _no_voice(take_id: str) -> Waveform:
    raise StoreError("sound_let_go", take=take_id)
