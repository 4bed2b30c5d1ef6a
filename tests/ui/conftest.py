"""A window on fakes: `desk` is the outside world, `open_window` puts a living window on it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_target, a_waveform, facts
from tests.fakes import (
    FakeAssessor,
    FakePlayer,
    FakeRecorder,
    FakeVoice,
    ManualClock,
    MemoryDeck,
    MemoryHistory,
    MemoryLibrary,
    MemorySayings,
    NoTallies,
)
from tests.reviewing import MemoryReviews
from tutor.domain.audio import Waveform
from tutor.domain.cards import Card
from tutor.domain.errors import AudioError
from tutor.domain.learner import Learner
from tutor.domain.take import Attempt
from tutor.domain.target import Passage, Target
from tutor.practice.ports import Assessor, History, Progress
from tutor.practice.wordbook import Wordbook
from tutor.reading.lexicon import Lexicon
from tutor.reading.pairs import Pairs
from tutor.store.anki import export_deck
from tutor.store.history import SqlHistory
from tutor.store.tallies import SqlTallies
from tutor.store.textfiles import read_text
from tutor.ui.assess_worker import AssessThread, LoadAssessor
from tutor.ui.session import Desk, Session
from tutor.ui.stage import Stage
from tutor.ui.tasks import TaskPool
from tutor.ui.theme import apply_theme
from tutor.ui.window import MainWindow

GARDEN = Passage("garden", "The garden", "A1", "I think it is a garden.", ("TH",), "CC0-1.0")
THINKING = Passage("thinking", "Thinking", "A2", "I think it is.", ("TH",), "CC0-1.0")


def read_audio(path: Path) -> Waveform:
    """An opener that knows one good file."""
    if path.name == "good.wav":
        return a_waveform(3.0)
    raise AudioError("not_audio", path=str(path))


def make_target(text: str, passage_id: str | None) -> Target:
    return a_target(text)


@dataclass
class Desktop:
    """The window's world, each part in reach of the test."""

    window: MainWindow
    session: Session
    recorder: FakeRecorder
    player: FakePlayer
    history: Any
    clock: ManualClock
    assessor: FakeAssessor
    thread: AssessThread
    pool: TaskPool
    library: MemoryLibrary
    wordbook: Wordbook
    deck: MemoryDeck
    errors: list[Exception] = field(default_factory=list)

    def close(self) -> tuple[bool, bool]:
        """Everything ends, in the program's order; True where it ended in time."""
        self.session.close()
        ended = self.thread.close(), self.pool.close()
        self.window.close()
        return ended

    def read_aloud(self, qtbot: QtBot, seconds: float = 3.0) -> None:
        """Record by the key, speak, stop by the key."""
        qtbot.waitUntil(lambda: self.session.stage is Stage.READY)
        self.session.record()
        qtbot.waitUntil(lambda: self.recorder.draft is not None)
        self.recorder.hear(a_waveform(seconds))
        qtbot.waitUntil(lambda: self.session.stage is Stage.RECORDING)
        self.session.stop()


OpenWindow = Callable[..., Desktop]


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, settings: QSettings) -> Iterator[OpenWindow]:
    """Opens windows; closes them and their threads when the test ends."""
    opened: list[Desktop] = []

    def open_(
        *,
        assessor: FakeAssessor | None = None,
        history: Any = None,
        recorder: FakeRecorder | None = None,
        voice: FakeVoice | None = None,
        load: LoadAssessor | None = None,
        library: MemoryLibrary | None = None,
        deck: MemoryDeck | None = None,
        simple: bool = True,
        learner: Learner | None = None,
        reviews: MemoryReviews | None = None,
    ) -> Desktop:
        """`simple`: texts are made of the words of `builders`; else of the lexicon's."""
        apply_theme(qapp)
        made = assessor or FakeAssessor()
        kept = history or MemoryHistory()
        heard, player, clock = recorder or FakeRecorder(), FakePlayer(), ManualClock()
        passages = (GARDEN, THINKING)
        lexicon, cards = Lexicon.load(), deck or MemoryDeck()
        owned, book = library or MemoryLibrary(), Wordbook(lexicon, MemorySayings())
        pairs, export = cache(partial(Pairs.load, lexicon)), partial(_export_deck, kept)
        expected = make_target if simple else book.make_target
        tallies = SqlTallies(kept.database) if isinstance(kept, SqlHistory) else NoTallies()
        outside = (owned, book, read_text, voice or FakeVoice(), cards, pairs, export, tallies)
        whose = (reviews or MemoryReviews(), learner or Learner())
        desk = Desk(heard, player, kept, clock, passages, read_audio, expected, *outside, *whose)
        pool = TaskPool()
        thread = AssessThread(load or (lambda _: made), partial(_assess, history=kept))
        session = Session(desk, thread, pool.run_task)
        window = MainWindow(passages, settings)
        with qtbot.waitActive(window):
            window.show()
        thread.start()
        window.begin(session)
        desktop = Desktop(window, session, heard, player, kept, clock, made, thread, pool, owned, book, cards)
        session.failed.connect(desktop.errors.append)
        opened.append(desktop)
        return desktop

    yield open_
    for desktop in opened:
        assert desktop.close() == (True, True)
        desktop.window.deleteLater()
    qapp.processEvents()


def _export_deck(history: History, path: Path, cards: Sequence[Card]) -> int:
    return export_deck(path, cards, history.waveform)


def _assess(take_id: str, target: Target, assessor: Assessor, progress: Progress, *, history: History) -> Attempt:
    """As `practice.assess_take` without its look at the sound, which is a hum here."""
    history.save(take_id, assessor.assess(history.waveform(take_id), facts(), target, progress))
    return history.attempt(take_id)
