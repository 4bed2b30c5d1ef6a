"""Which frames belong to which phone: Viterbi over the target's phones, with silence allowed between words.

Reading `freely`, words may be skipped and other speech may fall between them; otherwise every phone gets at least one frame.
Knows posteriors and phone numbers, nothing of models or scores.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tutor.domain.phones import PHONES

SILENCE = 0
CLASSES = 1 + len(PHONES)
CLASS_OF = {phone: at for at, phone in enumerate(PHONES, 1)}
_SKIP_WORD, _SKIP_PHONE = 6.0, 8.0  # log units a skipped word costs, and each of its phones; the trial is in training/LOG.md
_OTHER_SPEECH = 2.5  # log units a frame of speech outside the text costs against its best phone
_SHORTEST = 3  # frames a phone lasts at least: squeezed into fewer, a mispronounced phone leaves its evidence to its neighbours
_ROOM = 100_000_000  # moves kept at most, a byte each; longer takes do with phones of one frame
_TICK = 500  # frames between two ticks
_NEVER = -1e30

Posteriors = NDArray[np.float32]
Frames = NDArray[np.int64]
Tick = Callable[[float], None]  # told now and then which share of a longer job is done; may raise to stop it


def silent(_: float) -> None:
    """A tick nobody listens to."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Frames of every phone in reading order, shape (phones, 2): first, and behind the last; -1 where its word was skipped.

    `score` is the mean over the frames spoken on of (log posterior - best log posterior): 0 is a perfect fit.
    """

    frames: Frames
    score: float


@dataclass(frozen=True, slots=True)
class _Lattice:
    """States in order: silence, the phones of word 0, silence, the phones of word 1, ... , silence; phones `repeats` times."""

    classes: NDArray[np.int64]
    repeats: int
    firsts: NDArray[np.int64]  # state of each word's first phone
    lasts: NDArray[np.int64]
    skipped: NDArray[np.float32]  # cost of skipping the first k words, for k from 0 to all

    @classmethod
    def of(cls, words: Sequence[Sequence[int]], repeats: int) -> "_Lattice":
        classes, firsts, lasts = [SILENCE], [], []
        for word in words:
            firsts.append(len(classes))
            classes.extend(phone for phone in word for _ in range(repeats))
            lasts.append(len(classes) - 1)
            classes.append(SILENCE)
        costs = np.cumsum([0.0, *(_SKIP_WORD + _SKIP_PHONE * len(word) for word in words)])
        return cls(np.array(classes), repeats, np.array(firsts), np.array(lasts), costs.astype(np.float32))


def align(log_posteriors: Posteriors, words: Sequence[Sequence[int]], *, freely: bool, tick: Tick = silent) -> Alignment:
    """Align frames (T, CLASSES) with words given as class numbers; `tick` hears how far it is.

    Not reading freely and with fewer frames than phones, the frames are shared out evenly, one a phone.
    """
    phones = sum(len(word) for word in words)
    if not freely and len(log_posteriors) < phones:
        first = np.arange(phones) * len(log_posteriors) // phones
        return Alignment(np.stack([first, first + 1], axis=1), _NEVER)
    lattice = _Lattice.of(words, _repeats(len(log_posteriors), phones))
    path = _best_path(_emissions(log_posteriors, lattice, freely), lattice, freely, tick)
    return Alignment(_spans(path, lattice), _fit(log_posteriors, path, lattice))


def _repeats(frames: int, phones: int) -> int:
    """How many frames each phone is asked to last: _SHORTEST unless the take is too short or too long for it."""
    if frames * phones * _SHORTEST > _ROOM:
        return 1
    return min(_SHORTEST, max(1, frames // phones))


def _emissions(log_posteriors: Posteriors, lattice: _Lattice, freely: bool) -> Posteriors:
    emissions = log_posteriors[:, lattice.classes]
    if freely:
        other = log_posteriors[:, 1:].max(axis=1) - _OTHER_SPEECH
        silent = lattice.classes == SILENCE
        emissions[:, silent] = np.maximum(log_posteriors[:, [SILENCE]], other[:, None])
    return emissions


def _best_path(emissions: Posteriors, lattice: _Lattice, freely: bool, tick: Tick) -> Frames:
    """The state of every frame. Moves: stay (0), one on (1), over a silence (2), over words (3, from `source`)."""
    length, states = emissions.shape
    firsts, later = lattice.firsts, lattice.firsts[1:]
    moves = np.zeros((length, states), np.int8)
    source = np.zeros((length, len(firsts)), np.int32)
    best = np.full(states, _NEVER, np.float32)
    best[[0, 1]] = emissions[0, [0, 1]]
    if freely:
        best[firsts] = emissions[0, firsts] - lattice.skipped[:-1]
    before = np.full(states, _NEVER, np.float32)
    for at in range(1, length):
        if at % _TICK == 0:
            tick(at / length)
        before[1:] = best[:-1]
        moves[at] = before > best
        new = np.maximum(best, before)
        _enter(new, moves[at], later, best[later - 2], 2)
        if freely:
            jump, source[at] = _jumps(best, lattice)
            _enter(new, moves[at], firsts, jump, 3)
        best = new + emissions[at]
    return _trace(moves, source, lattice, _last_state(best, lattice, freely))


def _enter(new: Posteriors, moves: NDArray[np.int8], words: Frames, offered: Posteriors, move: int) -> None:
    """Take another way into words' first phones where it is better."""
    better = offered > new[words]
    new[words[better]] = offered[better]
    moves[words[better]] = move


def _jumps(best: Posteriors, lattice: _Lattice) -> tuple[Posteriors, Frames]:
    """For each word the best way in over at least one skipped word, and the state it comes from."""
    words = len(lattice.firsts)
    ends = np.concatenate([[0], np.where(best[lattice.lasts + 1] >= best[lattice.lasts], lattice.lasts + 1, lattice.lasts)])
    reach = best[ends] + lattice.skipped  # entry k: behind k words
    runs = np.maximum.accumulate(reach)
    where = np.maximum.accumulate(np.where(reach == runs, np.arange(words + 1), 0))
    jump = np.full(words, _NEVER, np.float32)
    jump[1:] = runs[: words - 1] - lattice.skipped[1:-1]
    origin = np.zeros(words, np.int64)
    origin[1:] = ends[where[: words - 1]]
    return jump, origin


def _last_state(best: Posteriors, lattice: _Lattice, freely: bool) -> int:
    ends = np.concatenate([lattice.lasts, lattice.lasts + 1])
    if not freely:
        ends = ends[[len(lattice.lasts) - 1, -1]]
        return int(ends[best[ends].argmax()])
    ends = np.append(ends, 0)
    missing = lattice.skipped[-1] - lattice.skipped
    return int(ends[(best[ends] - np.concatenate([missing[1:], missing[1:], missing[:1]])).argmax()])


def _trace(moves: NDArray[np.int8], source: NDArray[np.int32], lattice: _Lattice, state: int) -> Frames:
    word_of = {int(first): at for at, first in enumerate(lattice.firsts)}
    path = np.empty(len(moves), np.int64)
    for at in range(len(moves) - 1, -1, -1):
        path[at] = state
        move = moves[at, state]
        state = int(source[at, word_of[state]]) if move == 3 else state - int(move)
    return path


def _spans(path: Frames, lattice: _Lattice) -> Frames:
    states = np.flatnonzero(lattice.classes != SILENCE).reshape(-1, lattice.repeats)
    first = np.searchsorted(path, states[:, 0], side="left")
    behind = np.searchsorted(path, states[:, -1], side="right")
    return np.where((behind > first)[:, None], np.stack([first, behind], axis=1), -1)


def _fit(log_posteriors: Posteriors, path: Frames, lattice: _Lattice) -> float:
    classes = lattice.classes[path]
    spoken = classes != SILENCE
    if not spoken.any():
        return float(_NEVER)
    rows = log_posteriors[spoken]
    return float(np.mean(rows[np.arange(len(rows)), classes[spoken]] - rows.max(axis=1)))
