"""What a process does that the tests in `test_kill` kill: run by multiprocessing, so it lies in a module of its own."""

import os
from pathlib import Path
from typing import Any

import numpy as np

from tests.builders import WHEN, a_prosody, an_assessment
from tutor.domain.audio import Samples, Waveform
from tutor.store.history import SqlHistory

RATE = 16_000
BLOCK = 480


def block(number: int) -> Samples:
    """Samples that tell their place: no two blocks of one recording are alike."""
    return ((np.arange(BLOCK) + number * BLOCK) % 30_011 / 32_768).astype(np.float32)


def record(folder: Path, written: Any) -> None:
    """Record block after block, saying in `written` how many `write` returned for."""
    draft = SqlHistory(folder).open_draft("I think.", None, RATE, WHEN)
    number = 0
    while True:
        draft.write(block(number))
        number += 1
        written.value = number


def practise(folder: Path, written: Any, finished: Any, saved: Any) -> None:
    """Record, keep and assess takes of three blocks, counting each step after it was done."""
    history = SqlHistory(folder)
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
        SqlHistory(folder / str(begun.value)).close()


def open_and_keep(folder: Path, done: Any) -> None:
    """Open a history that several processes make at once, and keep a take."""
    history = SqlHistory(folder)
    history.keep(Waveform(block(0), RATE), "I think.", None, WHEN, "mic")
    history.close()
    done.value = os.getpid()
