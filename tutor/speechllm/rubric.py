"""What the raters were asked, as data: five ordinal labels an aspect, their scores, and words that describe them.

Cut points: field.md section 4, paper B (sentence and phone given there; words by the corpus's bands; stress has two labels).
Knows neither prompts nor models.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Name = Literal["accuracy", "fluency", "prosody", "word", "stress", "phone"]
SENTENCE: tuple[Literal["accuracy", "fluency", "prosody"], ...] = ("accuracy", "fluency", "prosody")
LABELS = ("Excellent", "Good", "Average", "Bad", "Worst")
STRESS_LABELS = ("Correct", "Incorrect")


@dataclass(frozen=True, slots=True)
class Band:
    """One label: the scores from `low` to `high` it stands for, and what it means."""

    label: str
    low: float
    high: float
    meaning: str

    @property
    def centre(self) -> float:
        """The score a bare label is worth."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Rubric:
    """One aspect: its task in a sentence and its bands, best first. The top of the best band is the top of the scale."""

    task: str
    bands: tuple[Band, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """Best first."""
        return tuple(band.label for band in self.bands)

    @property
    def centres(self) -> NDArray[np.float64]:
        """A score for each label, best first."""
        return np.array([band.centre for band in self.bands])

    def label(self, score: float) -> str:
        """The best label whose band begins at or below the score."""
        return next((band.label for band in self.bands if score >= band.low - 1e-6), self.bands[-1].label)

    def expected(self, chances: Sequence[float] | NDArray[np.float64]) -> float:
        """The mean score under the labels' probabilities, best first."""
        return float(np.asarray(chances, np.float64) @ self.centres)


def _bands(cuts: Sequence[tuple[float, float]], *meanings: str) -> tuple[Band, ...]:
    return tuple(Band(label, *cut, meaning) for label, cut, meaning in zip(LABELS, cuts, meanings, strict=True))


_SENTENCE_CUTS = ((9.0, 10.0), (7.0, 8.0), (5.0, 6.0), (3.0, 4.0), (0.0, 2.0))
_WORD_CUTS = ((10.0, 10.0), (7.0, 9.0), (4.0, 6.0), (2.0, 3.0), (0.0, 1.0))
_PHONE_CUTS = ((1.9, 2.0), (1.5, 1.8), (1.0, 1.4), (0.5, 0.9), (0.0, 0.4))

RUBRICS: dict[Name, Rubric] = {
    "accuracy": Rubric("how rightly the sentence is pronounced", _bands(
        _SENTENCE_CUTS, "no evident mistake", "a few mistakes", "many mistakes and an accent, still understood",
        "serious mistakes, hard to understand", "only a word or two can be recognised")),
    "fluency": Rubric("how smoothly it is read", _bands(
        _SENTENCE_CUTS, "no noticeable pause or stammer", "a few pauses", "pauses that break the flow",
        "many pauses, broken and slow", "so broken that it barely holds together")),
    "prosody": Rubric("its intonation, rhythm and pace", _bands(
        _SENTENCE_CUTS, "right intonation, steady pace and cadence", "nearly right, small slips", "unsteady pace, weak rhythm",
        "too fast or too slow, no rhythm", "the sentence can't be completed")),
    "word": Rubric("each word by its sounds", _bands(
        _WORD_CUTS, "perfect", "all right with an accent", "under a third of its sounds mistaken", "over a third mistaken",
        "hardly recognisable or silent")),
    "stress": Rubric("the word stress of each word of several syllables", (
        Band("Correct", 10.0, 10.0, "on the right syllable"), Band("Incorrect", 5.0, 5.0, "on another syllable"))),
    "phone": Rubric("each sound", _bands(
        _PHONE_CUTS, "right", "right with a slight accent", "a heavy accent", "nearly another sound", "another or missing")),
}  # fmt: skip
