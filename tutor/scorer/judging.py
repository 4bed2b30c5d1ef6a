"""From frames to raw scores of words: which pronunciation was meant, what was read, and the head's answer piece by piece.

The one path for use, evaluation and calibration. Knows neither scales nor sentences a person reads.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tutor.domain.phones import Pronunciation
from tutor.domain.target import Target
from tutor.scorer.alignment import CLASS_OF, Alignment, Frames, Tick, align, silent
from tutor.scorer.evidence import LONGEST, MARGIN, gather
from tutor.scorer.networks import Floats, Heard, Networks, RawScores

_UNHEARD = np.nan
_ABOUT = 0.5  # log units


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """A target as it was read. Rows follow the target's words and their phones; NaN where a word was not read.

    `frames` (phones, 2) as in `Alignment`; `raw` as in `RawScores`; `log_posteriors` (phones, CLASSES) are means over each phone.
    """

    pronunciations: tuple[Pronunciation, ...]
    frames: Frames
    raw: RawScores
    log_posteriors: Floats

    @property
    def read(self) -> NDArray[np.bool_]:
        """Whether each word was read."""
        starts = np.cumsum([0, *(len(word) for word in self.pronunciations[:-1])])
        read: NDArray[np.bool_] = self.frames[starts, 0] >= 0
        return read

    @property
    def clear(self) -> float:
        """Share of the phones in read words that sound about as likely as their best rival; 0 when none was read."""
        read = self.frames[:, 0] >= 0
        own = np.array([CLASS_OF[phone.symbol] for word in self.pronunciations for phone in word])[read]
        heard = self.log_posteriors[read]
        close = heard[np.arange(len(heard)), own] > heard[:, 1:].max(axis=1, initial=-np.inf) - _ABOUT
        return float(close.mean()) if len(close) else 0.0


def judge(networks: Networks, heard: Heard, target: Target, *, freely: bool, tick: Tick = silent) -> Judgement:
    """Judge every word; `freely`: words may turn out not to have been read (see `alignment`). `tick` hears how far it is."""
    said = tuple(word.pronunciations[0] for word in target.words)
    found = _align(heard, said, freely=freely, tick=lambda share: tick(share / 2))
    better = tuple(
        _best_variant(heard, word.pronunciations, frames)
        for word, frames in zip(target.words, _by_word(said, found), strict=True)
    )
    if better != said:
        said, found = better, _align(heard, better, freely=freely, tick=lambda share: tick((1 + share) / 2))
    pieces = [(words, _score(networks, heard, said, found, words)) for words in _pieces(target, said, found)]
    posteriors = [_mean(heard, span) for span in found.frames]
    return Judgement(said, found.frames, _assemble(said, pieces), np.stack(posteriors))


def _align(heard: Heard, said: Sequence[Pronunciation], *, freely: bool, tick: Tick = silent) -> Alignment:
    return align(heard.log_posteriors, [[CLASS_OF[phone.symbol] for phone in word] for word in said], freely=freely, tick=tick)


def _by_word(said: Sequence[Pronunciation], found: Alignment) -> list[Frames]:
    return np.split(found.frames, np.cumsum([len(word) for word in said])[:-1])


def _best_variant(heard: Heard, variants: Sequence[Pronunciation], frames: Frames) -> Pronunciation:
    """The pronunciation that fits the word's own frames best: users say "either" in more than one right way."""
    start, end = frames[0, 0], frames[-1, 1]
    fitting = [variant for variant in variants if len(variant) <= end - start]
    if len(fitting) < 2 or start < 0:
        return variants[0]
    part = Heard(heard.features[start:end], heard.log_posteriors[start:end])
    return max(fitting, key=lambda variant: _align(part, [variant], freely=False).score)


def _pieces(target: Target, said: Sequence[Pronunciation], found: Alignment) -> Iterator[list[int]]:
    """Read words of one sentence, at most LONGEST phones at a time."""
    read = [frames[0, 0] >= 0 for frames in _by_word(said, found)]
    for first, behind in target.sentences:
        piece: list[int] = []
        for word in (at for at in range(first, behind) if read[at]):
            if piece and sum(len(said[at]) for at in (*piece, word)) > LONGEST:
                yield piece
                piece = []
            piece.append(word)
        if piece:
            yield piece


def _score(networks: Networks, heard: Heard, said: Sequence[Pronunciation], found: Alignment, words: list[int]) -> RawScores:
    by_word = _by_word(said, found)
    spans = np.concatenate([by_word[at] for at in words])
    start, end = max(0, spans[0, 0] - MARGIN), spans[-1, 1] + MARGIN
    part = Heard(heard.features[start:end], heard.log_posteriors[start:end])
    return networks.score(part, gather([said[at] for at in words], spans - start, len(part.features)))


def _assemble(said: Sequence[Pronunciation], pieces: list[tuple[list[int], RawScores]]) -> RawScores:
    """Pieces back into the target's order; utterance scores averaged over the pieces by their phones."""
    ends = np.cumsum([len(word) for word in said])
    phone = np.full((ends[-1], 2), _UNHEARD, np.float32)
    word = np.full((len(said), 2, 2), _UNHEARD, np.float32)
    mispronounced = np.full(ends[-1], _UNHEARD, np.float32)
    for words, raw in pieces:
        rows = np.concatenate([np.arange(ends[at] - len(said[at]), ends[at]) for at in words])
        phone[rows], mispronounced[rows], word[words] = raw.phone, raw.mispronounced, raw.word
    weights = [len(raw.phone) for _, raw in pieces]
    whole = np.average([raw.utterance for _, raw in pieces], axis=0, weights=weights) if pieces else np.full((4, 2), _UNHEARD)
    return RawScores(phone, word, whole.astype(np.float32), mispronounced)


def _mean(heard: Heard, span: NDArray[np.int64]) -> Floats:
    if span[0] < 0:
        return np.full(heard.log_posteriors.shape[1], _UNHEARD, np.float32)
    mean: Floats = heard.log_posteriors[span[0] : span[1]].mean(axis=0)
    return mean
