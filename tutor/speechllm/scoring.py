"""From a reply to scores with intervals. Knows no torch; a calibrated scoring takes the place of the plain one (`Scoring`)."""

from typing import Protocol

import numpy as np

from tutor.domain.assessment import Estimate
from tutor.speechllm.codec import sentence_slot
from tutor.speechllm.grammar import Chances
from tutor.speechllm.replies import Reply
from tutor.speechllm.rubric import RUBRICS, SENTENCE, Name


class Scoring(Protocol):
    """Makes scores of replies."""

    @property
    def confidence(self) -> float:
        """The share of scores that their intervals hold."""

    def sentence(self, reply: Reply) -> dict[str, Estimate]:
        """Aspects of one sentence, 0-10; what can't be judged is left out."""

    def labels(self, level: Name, chances: Chances) -> Estimate:
        """A word or its stress (0-10) or a phone (0-2) from its labels' probabilities, best first."""

    def mispronounced(self, chances: Chances) -> float:
        """P(a phone's score is below 0.5)."""


class PlainScoring:
    """What the model itself claims, for a model without calibration: expected scores, and the labels that hold 90 % together."""

    confidence = 0.9

    def sentence(self, reply: Reply) -> dict[str, Estimate]:
        """See `Scoring`."""
        said: dict[str, Estimate] = {}
        for aspect in SENTENCE:
            weights = reply.weights(sentence_slot(aspect))
            if weights is not None:
                said[aspect] = self.labels(aspect, weights)
        return said

    def labels(self, level: Name, chances: Chances) -> Estimate:
        """See `Scoring`."""
        rubric = RUBRICS[level]
        below = np.cumsum(chances)
        best, worst = (int(np.searchsorted(below, share)) for share in self._tails())
        value = rubric.expected(chances)
        low, high = rubric.bands[min(worst, len(below) - 1)].low, rubric.bands[best].high
        return Estimate(value, min(low, value), max(high, value))

    def mispronounced(self, chances: Chances) -> float:
        """See `Scoring`."""
        return float(chances[-1])

    def _tails(self) -> tuple[float, float]:
        tail = (1 - self.confidence) / 2
        return tail, 1 - tail - 1e-9
