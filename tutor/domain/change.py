"""Whether a second reading of a text was better, worse or the same: said only where the doubt about both leaves no other answer.

Two estimates differ when the distance of their values is more than the root of the summed squares of the half-widths that face
each other: the uncertainty of a difference of independent values (JCGM 100:2008, 5.1.2), at the confidence of the two intervals.
Asking that the intervals don't touch would be stricter than that confidence (Schenker & Gentleman 2001, The American
Statistician 55(3)). What errs alike in both takes, one voice heard by one model, makes the rule more careful than it says.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import hypot

from tutor.domain.assessment import ASPECTS, Aspect, Assessment, Estimate, Miscue, Verdict, WordScore

_COMPARABLE = (Verdict.SCORED, Verdict.INCOMPLETE)


class Change(StrEnum):
    """From the one take to the other."""

    BETTER = "better"
    SAME = "same"  # as far as can be told
    WORSE = "worse"
    UNKNOWN = "unknown"  # one of the two was not judged


@dataclass(frozen=True, slots=True)
class AspectChange:
    """One aspect and its two scores."""

    aspect: Aspect
    change: Change
    before: Estimate | None
    after: Estimate | None


@dataclass(frozen=True, slots=True)
class WordChange:
    """One word of the text, by its index, and how it was read both times."""

    index: int
    change: Change
    before: WordScore
    after: WordScore


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two takes of one text. `same_model`: one and the same model judged both."""

    aspects: tuple[AspectChange, ...]
    words: tuple[WordChange, ...]
    confidence: float
    same_model: bool


def compare(before: Assessment, after: Assessment) -> Comparison | None:
    """What changed; None where the takes are of different texts or one of them can't be relied on."""
    texts = [[word.text for word in said.words] for said in (before, after)]
    if texts[0] != texts[1] or not all(said.verdict in _COMPARABLE for said in (before, after)):
        return None
    aspects = tuple(_aspect(aspect, before, after) for aspect in ASPECTS)
    words = tuple(_word(at, *pair) for at, pair in enumerate(zip(before.words, after.words, strict=True)))
    return Comparison(aspects, words, min(before.confidence, after.confidence), before.model == after.model)


def changed(before: Estimate | None, after: Estimate | None) -> Change:
    """By the rule above."""
    if before is None or after is None:
        return Change.UNKNOWN
    if after.value > before.value:
        doubt = hypot(before.high - before.value, after.value - after.low)
        return Change.BETTER if after.value - before.value > doubt else Change.SAME
    doubt = hypot(before.value - before.low, after.high - after.value)
    return Change.WORSE if before.value - after.value > doubt else Change.SAME


def _aspect(aspect: Aspect, before: Assessment, after: Assessment) -> AspectChange:
    pair: tuple[Estimate | None, Estimate | None] = getattr(before.scores, aspect), getattr(after.scores, aspect)
    return AspectChange(aspect, changed(*pair), *pair)


def _word(at: int, before: WordScore, after: WordScore) -> WordChange:
    left_out = [word.miscue is Miscue.OMITTED for word in (before, after)]
    if any(left_out):
        change = Change.SAME if all(left_out) else Change.BETTER if left_out[0] else Change.WORSE
    else:
        change = changed(before.accuracy, after.accuracy)
    return WordChange(at, change, before, after)
