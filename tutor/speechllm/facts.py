"""What is known of a reading before a model judges it: the embedded assessor's scores and pauses, as facts for a small model.

A rater who is given the facts needs less of an ear. Facts are written into the prompt and into the rows of the answer, as digits
right before the label they bear on (see `codec`). A fact that isn't known is None, and written "?". Knows no model.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from tutor.domain.assessment import Assessment, Estimate, WordScore
from tutor.speechllm.rubric import SENTENCE

UNKNOWN = "?"
PAUSE = "~"  # behind the fact of a word that was followed by a pause where the text asks for none
LEAST_PAUSE_S = 0.3  # shorter gaps are stops of consonants and breath
_MOST = 99  # two digits
_STEPS = (0.4, 0.8, 1.1, 1.35, 1.5, 1.65, 1.78, 1.88, 1.95)  # of a phone's score, finer where most are
Fact = float | None


@dataclass(frozen=True, slots=True)
class WordFacts:
    """One word: its score 0-10, its phones' 0-2, and whether a pause followed that the text doesn't ask for."""

    score: Fact
    phones: tuple[Fact, ...]
    paused: bool

    @property
    def mark(self) -> str:
        """As it stands behind the word's name."""
        return f":{two_digits(self.score)}{PAUSE if self.paused else ''}"


@dataclass(frozen=True, slots=True)
class Facts:
    """One sentence: scores of `accuracy`, `fluency`, `prosody` and `total` (0-10), words a minute, and its words."""

    whole: dict[str, Fact]
    pace: Fact
    words: tuple[WordFacts, ...]

    @classmethod
    def of(cls, heard: Assessment, words: range, breaks: Sequence[bool]) -> Self:
        """From an assessment; `breaks`: behind which of the words the text asks for a pause."""
        mine = heard.words[words.start : words.stop]
        whole = {name: _value(getattr(heard.scores, name)) for name in (*SENTENCE, "total")}
        known = tuple(
            WordFacts(_value(word.accuracy), tuple(_value(phone.accuracy) for phone in word.phones), paused)
            for word, paused in zip(mine, _pauses(mine, breaks), strict=True)
        )
        return cls(whole, pace_of([(word.start, word.end) for word in mine]), known)

    @property
    def mark(self) -> str:
        """What the prompt says of the whole sentence."""
        pace = UNKNOWN if self.pace is None else str(round(self.pace))
        return f"total {two_digits(self.whole['total'])}, {pace} words a minute, {sum(word.paused for word in self.words)} pauses"


def two_digits(score: Fact) -> str:
    """A score of 0-10 in tenths."""
    return UNKNOWN if score is None else f"{min(_MOST, max(0, round(10 * score))):02d}"


def one_digit(score: Fact) -> str:
    """A phone's score of 0-2."""
    return UNKNOWN if score is None else str(sum(score >= step for step in _STEPS))


def pace_of(times: Sequence[tuple[Fact, Fact]]) -> Fact:
    """Words a minute from the first word's start to the last one's end, of those that were read."""
    read = [(start, end) for start, end in times if start is not None and end is not None]
    spent = max((end for _, end in read), default=0.0) - min((start for start, _ in read), default=0.0)
    return 60 * len(read) / spent if spent > 0 else None


def _pauses(words: Sequence[WordScore], breaks: Sequence[bool]) -> list[bool]:
    paused = [False] * len(words)
    for at, (word, following) in enumerate(pairwise(words)):
        if word.end is not None and following.start is not None and not breaks[at]:
            paused[at] = following.start - word.end >= LEAST_PAUSE_S
    return paused


def _value(estimate: Estimate | None) -> Fact:
    return None if estimate is None else estimate.value
