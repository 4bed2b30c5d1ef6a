"""Two assessors' opinions of one take, side by side: where do they lie further apart than both say they may be wrong?

Written against the records; knows no assessor.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tutor.domain.assessment import ASPECTS, Assessment, Estimate


@dataclass(frozen=True, slots=True)
class Opinion:
    """One score by both. `about` is an aspect, or `word:3`; `apart` when their bands don't touch."""

    about: str
    name: str
    first: Estimate
    second: Estimate

    @property
    def apart(self) -> bool:
        """Whether no score would satisfy both."""
        return self.first.high < self.second.low or self.second.high < self.first.low


@dataclass(frozen=True, slots=True)
class Opinions:
    """All scores both gave. `confidence` is the lower of theirs, lowered by the share on which they lie apart."""

    all: tuple[Opinion, ...]
    confidence: float

    @property
    def apart(self) -> tuple[Opinion, ...]:
        """Those that can't both hold."""
        return tuple(opinion for opinion in self.all if opinion.apart)


def side_by_side(first: Assessment, second: Assessment) -> Opinions:
    """Of the same take and target; `ValueError` for another text."""
    if [word.text for word in first.words] != [word.text for word in second.words]:
        raise ValueError("two assessments of different texts")
    found = tuple(_opinions(first, second))
    share = sum(opinion.apart for opinion in found) / len(found) if found else 0.0
    return Opinions(found, min(first.confidence, second.confidence) * (1 - share))


def _opinions(first: Assessment, second: Assessment) -> Iterator[Opinion]:
    for aspect in ASPECTS:
        one, other = getattr(first.scores, aspect), getattr(second.scores, aspect)
        if one and other and aspect != "completeness":  # which both count alike
            yield Opinion(aspect, aspect.capitalize(), one, other)
    for at, (mine, theirs) in enumerate(zip(first.words, second.words, strict=True)):
        if mine.accuracy and theirs.accuracy:
            yield Opinion(f"word:{at}", mine.text, mine.accuracy, theirs.accuracy)
