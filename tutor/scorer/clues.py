"""What the referee is shown of one piece of reading: the networks' own answers, how clear each phone was, and what is around it.

One row a phone, a word and a piece. Training and use both come through here. Knows arrays, nothing of models or people.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tutor.scorer.evidence import Evidence, Floats
from tutor.scorer.networks import RawScores

_NEIGHBOURS = (-2, -1, 1, 2)
_BEYOND = -99.0  # stands for a neighbour behind either end
_LOW = 0.2  # the quantile that tells how bad the worse ones are
_NEVER = -30.0  # log posteriors below are as good as impossible
_POOR_PHONE, _POOR_WORD = 1.5, 1.6  # of 2
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Clues:
    """`phone` (phones, …), `word` (words, …) and `piece` (1, …), single precision."""

    phone: Floats
    word: Floats
    piece: Floats


def look(raw: RawScores, evidence: Evidence, log_posteriors: Floats) -> Clues:
    """Clues of a piece the networks have answered. `log_posteriors` (phones, CLASSES): means over each phone's frames."""
    signals = _signals(raw, evidence, log_posteriors)
    words = raw.word.reshape(len(raw.word), -1)
    owner = evidence.words.argmax(axis=0)
    piece = np.concatenate([raw.utterance.ravel(), _overall(signals, words), _tempo(evidence)])
    phone = np.column_stack([
        signals, evidence.phones, evidence.timings, words[owner], _by_word(signals, owner)[owner],
        _around(np.column_stack([signals[:, :1], signals[:, 3:], evidence.phones])), np.tile(piece, (len(owner), 1)),
    ])  # fmt: skip
    word = np.column_stack([
        words, _by_word(signals, owner), _by_word(evidence.timings, owner), _around(words), np.bincount(owner),
        np.arange(len(words)), np.tile(piece, (len(words), 1)),
    ])  # fmt: skip
    return Clues(*(part.astype(np.float32) for part in (phone, word, piece[None])))


def _signals(raw: RawScores, evidence: Evidence, log_posteriors: Floats) -> Matrix:
    """Per phone: the networks' mean, log variance and logit; how likely the expected phone was, and against its best rival."""
    bounded = np.maximum(log_posteriors, _NEVER)
    at = np.arange(len(bounded))
    own = bounded[at, evidence.phones]
    rivals = bounded.copy()
    rivals[at, evidence.phones] = -np.inf
    return np.column_stack([raw.phone, raw.mispronounced, own, own - rivals.max(axis=1)])


def _by_word(rows: Matrix | Floats, owner: NDArray[np.int64]) -> Matrix:
    """Least, mean and most of each column over each word's phones."""
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    counts = np.diff(starts, append=len(owner))[:, None]
    return np.column_stack([
        np.minimum.reduceat(rows, starts), np.add.reduceat(rows, starts) / counts, np.maximum.reduceat(rows, starts),
    ])  # fmt: skip


def _around(rows: Matrix | Floats) -> Matrix:
    """Each row's neighbours, side by side."""
    reach = max(_NEIGHBOURS)
    padded = np.pad(rows.astype(np.float64), ((reach, reach), (0, 0)), constant_values=_BEYOND)
    return np.column_stack([padded[reach + by : reach + by + len(rows)] for by in _NEIGHBOURS])


def _overall(signals: Matrix, words: Floats) -> Matrix:
    """How the piece's phones and words did as a whole."""
    kinds = (signals, words)
    spread = [part for rows in kinds for part in (rows.mean(0), rows.std(0), rows.min(0), np.quantile(rows, _LOW, axis=0))]
    poor = [(signals[:, 0] < _POOR_PHONE).mean(), (words[:, 0] < _POOR_WORD).mean()]
    return np.concatenate([*spread, poor])


def _tempo(evidence: Evidence) -> Matrix:
    """Phones, words, silence inside (its sum, longest and how often), frames a phone with and without it, evenness."""
    lengths, gaps = np.exp(evidence.timings[:, 0]), np.expm1(evidence.timings[1:, 2])
    phones, words = len(lengths), len(evidence.words)
    inside = float(gaps.sum())
    return np.array([
        phones, words, inside, inside / words, gaps.max(initial=0.0), (gaps > 0).sum(),
        lengths.mean(), np.log((lengths.sum() + inside) / phones), evidence.timings[:, 0].std(),
    ])  # fmt: skip
