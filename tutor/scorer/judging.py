"""From frames to what is known of each word: which pronunciation was meant, what was read, and the clues of each piece.

The one path for use, evaluation and calibration. Knows neither scales nor sentences a person reads.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tutor.domain.assessment import Miscue
from tutor.domain.phones import Pronunciation
from tutor.domain.target import Target
from tutor.scorer.alignment import Frames, Tick, align, classes_of, silent
from tutor.scorer.clues import Clues, look
from tutor.scorer.evidence import LONGEST, MARGIN, Floats, gather
from tutor.scorer.miscues import Happening, Reading, understand
from tutor.scorer.networks import Heard, Networks
from tutor.scorer.refine import refine
from tutor.scorer.script import log_odds
from tutor.scorer.tracker import follow

_UNHEARD = np.nan
_Rows = TypeVar("_Rows", Frames, Floats)  # one a phone


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Words read in one go, at most LONGEST phones: their numbers in the target, and the clues to their scores."""

    words: tuple[int, ...]
    clues: Clues


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """A target as it was read. Rows follow the target's words and their phones; NaN where a word was not read.

    `frames` (phones, 2) of the reading that counts, first and behind the last, -1 where there is none; `log_posteriors` (phones,
    CLASSES) are means over each phone; `pieces` hold every word that was read; `miscues` and `events` as in `miscues.Reading`.
    `this_text`: log odds that it is this text that was read, see `script`.
    """

    pronunciations: tuple[Pronunciation, ...]
    frames: Frames
    log_posteriors: Floats
    pieces: tuple[Piece, ...]
    miscues: tuple[Miscue | None, ...]
    events: tuple[Happening, ...]
    this_text: float

    @property
    def read(self) -> NDArray[np.bool_]:
        """Whether each word was read."""
        starts = np.cumsum([0, *(len(word) for word in self.pronunciations[:-1])])
        read: NDArray[np.bool_] = self.frames[starts, 0] >= 0
        return read


def judge(networks: Networks, heard: Heard, target: Target, *, freely: bool, tick: Tick = silent) -> Judgement:
    """Judge every word; `freely`: words may be left out, said again and so on (see `tracker`). `tick` hears how far it is."""
    said = tuple(word.pronunciations[0] for word in target.words)
    read = _read(heard, said, target, freely=freely, tick=lambda share: tick(share / 2))
    places = _places(_by_word(said, read.frames), len(heard.features))
    better = tuple(_best_variant(heard, word.pronunciations, place) for word, place in zip(target.words, places, strict=True))
    if better != said:
        said, read = better, _read(heard, better, target, freely=freely, tick=lambda share: tick((1 + share) / 2))
    posteriors = np.stack([_mean(heard, span) for span in read.frames])
    spans = _by_word(said, read.frames)
    by_word = list(zip(said, spans, _by_word(said, posteriors), strict=True))
    pieces = tuple(_piece(networks, heard, by_word, words) for words in _pieces(target, said, spans))
    return Judgement(said, read.frames, posteriors, pieces, read.reading.miscues, read.reading.events, read.this_text)


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """Where the phones of the words that count are, (phones, 2); what was read, and whether it is this text."""

    frames: Frames
    reading: Reading
    this_text: float


def _read(heard: Heard, said: Sequence[Pronunciation], target: Target, *, freely: bool, tick: Tick) -> _Read:
    words = classes_of(said)
    if not freely:
        frames = align(heard.log_posteriors, words, tick=tick).frames
        return _Read(frames, Reading((None,) * len(words), ()), np.inf)
    visits = follow(heard.log_posteriors, words, tick)
    reading = understand(visits, words, heard.log_posteriors, np.array([word.break_after for word in target.words]))
    frames = refine(visits, reading, words, heard.log_posteriors)
    return _Read(frames, reading, log_odds(visits, words, heard.log_posteriors))


def _by_word(said: Sequence[Pronunciation], rows: _Rows) -> list[_Rows]:
    return np.split(rows, np.cumsum([len(word) for word in said])[:-1])


def _places(by_word: Sequence[Frames], frames: int) -> list[tuple[int, int]]:
    """Where each word is; one that was not read may be between those around it."""
    places = [(int(word[0, 0]), int(word[-1, 1])) for word in by_word]
    for at, (start, _) in enumerate(places):
        if start < 0:
            after = next((word[0, 0] for word in by_word[at + 1 :] if word[0, 0] >= 0), frames)
            places[at] = (max(0, places[at - 1][1]) if at else 0, int(after))
    return places


def _best_variant(heard: Heard, variants: Sequence[Pronunciation], place: tuple[int, int]) -> Pronunciation:
    """The pronunciation that fits a place best: users say "either" in more than one right way."""
    start, end = place
    fitting = [variant for variant in variants if len(variant) <= end - start]
    if len(fitting) < 2:
        return variants[0]
    part = heard.log_posteriors[start:end]
    return max(fitting, key=lambda variant: align(part, classes_of([variant])).score)


def _pieces(target: Target, said: Sequence[Pronunciation], by_word: Sequence[Frames]) -> Iterator[list[int]]:
    """Read words of one sentence in the order they were said, at most LONGEST phones at a time."""
    for first, behind in target.sentences:
        piece: list[int] = []
        for word in (at for at in range(first, behind) if by_word[at][0, 0] >= 0):
            full = sum(len(said[at]) for at in (*piece, word)) > LONGEST
            if piece and (full or by_word[word][0, 0] < by_word[piece[-1]][-1, 1]):
                yield piece
                piece = []
            piece.append(word)
        if piece:
            yield piece


def _piece(networks: Networks, heard: Heard, by_word: Sequence[tuple[Pronunciation, Frames, Floats]], words: list[int]) -> Piece:
    """`by_word`: of each word of the target, how it is said, where its phones are, and their mean log posteriors."""
    said, places, means = zip(*(by_word[at] for at in words), strict=True)
    spans = np.concatenate(places)
    start, end = max(0, spans[0, 0] - MARGIN), spans[-1, 1] + MARGIN
    part = heard.between(start, end)
    evidence = gather(said, spans - start, len(part.features))
    return Piece(tuple(words), look(networks.score(part, evidence), evidence, np.concatenate(means)))


def _mean(heard: Heard, span: NDArray[np.int64]) -> Floats:
    if span[0] < 0:
        return np.full(heard.log_posteriors.shape[1], _UNHEARD, np.float32)
    mean: Floats = heard.log_posteriors[span[0] : span[1]].mean(axis=0)
    return mean
