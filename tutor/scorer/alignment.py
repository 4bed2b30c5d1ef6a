"""Which frames belong to which phone when every word was read once, in order, with nothing but silence between words.

Knows posteriors and phone numbers, nothing of models or scores. What was really read is found by `tracker`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tutor.domain.phones import PHONES, Pronunciation
from tutor.scorer.lattice import Lattice, States

SILENCE = 0
CLASSES = 1 + len(PHONES)
CLASS_OF = {phone: at for at, phone in enumerate(PHONES, 1)}
# Frames a phone lasts at least: squeezed into fewer, a mispronounced phone leaves its evidence to its neighbours. Quick speech,
# of fewer than _QUICK frames a phone, has no room for so many: a fluent native reader takes 3.3, learners 3.3 to 9.
_SHORTEST, _SHORTEST_IF_QUICK, _QUICK = 3, 2, 4
_BLOCK = 500  # frames between two ticks
_NEVER = -1e30

Posteriors = NDArray[np.float32]
Frames = NDArray[np.int64]
Tick = Callable[[float], None]  # told now and then which share of a longer job is done; may raise to stop it


def silent(_: float) -> None:
    """A tick nobody listens to."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Frames of every phone in reading order, shape (phones, 2): first, and behind the last.

    `score` is the mean over the frames spoken on of (log posterior - best log posterior): 0 is a perfect fit.
    """

    frames: Frames
    score: float


def classes_of(pronunciations: Iterable[Pronunciation]) -> list[list[int]]:
    """Class numbers of each word's phones."""
    return [[CLASS_OF[phone.symbol] for phone in word] for word in pronunciations]


def align(log_posteriors: Posteriors, words: Sequence[Sequence[int]], *, tick: Tick = silent) -> Alignment:
    """Align frames (T, CLASSES) with words given as class numbers; `tick` hears how far it is.

    With fewer frames than phones, the frames are shared out evenly, one a phone.
    """
    classes = np.array([phone for word in words for phone in word])
    if len(log_posteriors) < len(classes):
        first = np.arange(len(classes)) * len(log_posteriors) // len(classes)
        return Alignment(np.stack([first, first + 1], axis=1), _NEVER)
    rows = min(_rows(log_posteriors, len(classes)), len(log_posteriors) // len(classes))
    path = _best_path(log_posteriors, classes, Lattice([len(word) for word in words], None, rows), tick)
    spoken = path < rows * len(classes)
    phone = path[spoken] % len(classes)
    numbers = np.arange(len(classes))
    at = np.flatnonzero(spoken)
    spans = np.stack([at[np.searchsorted(phone, numbers)], at[np.searchsorted(phone, numbers, side="right") - 1] + 1], axis=1)
    heard = log_posteriors[spoken]
    return Alignment(spans, float(np.mean(heard[np.arange(len(heard)), classes[phone]] - heard.max(axis=1))))


def _rows(log_posteriors: Posteriors, phones: int) -> int:
    spoken = int((log_posteriors.argmax(axis=1) != SILENCE).sum())
    return _SHORTEST if spoken >= _QUICK * phones else _SHORTEST_IF_QUICK


def _best_path(log_posteriors: Posteriors, classes: Frames, lattice: Lattice, tick: Tick) -> States:
    for start in range(0, len(log_posteriors), _BLOCK):
        tick(start / len(log_posteriors))
        block = log_posteriors[start : start + _BLOCK]
        lattice.advance(block[:, classes], block[:, SILENCE])
    return lattice.finish()
