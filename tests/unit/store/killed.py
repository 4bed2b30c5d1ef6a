"""What a process does that the tests in `test_kill` kill: run by multiprocessing, so it lies in a module of its own."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from tests.builders import WHEN, a_prosody, an_assessment
from tutor.domain.audio import Samples, Waveform
from tutor.domain.errors import StoreError
from tutor.store.database import open_database
from tutor.store.history import SqlHistory

RATE = 16_000
BLOCK = 480


def block(number: int) -> Samples:
    """Samples that tell their place: no two blocks of one recording are alike."""
    return ((np.arange(BLOCK) + number * BLOCK) % 30_011 / 32_768).astype(np.float32)


def record(folder: Path, written: Any) -> None:
    """Record block after block, saying in `written` how many `write` returned for."""
    draft = SqlHistory(open_database(folder)).open_draft("I think.", None, RATE, WHEN)
    number = 0
    while True:
        draft.write(block(number))
        number += 1
        written.value = number


def practise(folder: Path, written: Any, finished: Any, saved: Any) -> None:
    """Record, keep and assess takes of three blocks, counting each step after it was done."""
    history = SqlHistory(open_database(folder))
    assessment = an_assessment(prosody=a_prosody(20.0))
    while True:
        draft = history.open_draft("I think.", None, RATE, WHEN)
        for number in range(3):
            draft.write(block(number))
        written.value += 1
        take = draft.finish("Test microphone", 0)
        finished.value += 1
        history.save(take.id, assessment)
        saved.value += 1


def open_only(folder: Path, begun: Any) -> None:
    """Make a history again and again, each in a new folder."""
    while True:
        begun.value += 1
        open_database(folder / str(begun.value)).close()


def open_and_keep(folder: Path, wrote: Any, all_open: Any) -> None:
    """Open a history that several processes make at once, and keep a take; `wrote` is 1 when it could."""
    history = SqlHistory(open_database(folder))
    all_open.wait(60)
    history.attempts()
    with suppress(StoreError):
        history.keep(Waveform(block(0), RATE), "I think.", None, WHEN, "mic")
        wrote.value = 1
    history.database.close()
