"""The level behind the scores of many takes, and the takes of one measure it was found in."""

from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np

from tutor.domain.assessment import Aspect, ModelStamp
from tutor.domain.history.readings import Numbers, Whole

CONFIDENCE = 0.9
_Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
Measure = Aspect | Literal["pace"]
MEASURES: tuple[Measure, ...] = ("total", "accuracy", "fluency", "prosody", "completeness", "pace")
"""What there are curves of; `pace` is words correct per minute."""


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """The level on each day with takes, oldest first, with the interval that holds it at `CONFIDENCE`.

    `values`, `variances` and `shared`, the covariance with the last day's level, have a row a day and a column a choice of the
    grid, which counts by its share of `weights`.
    """

    days: Whole
    values: Numbers
    variances: Numbers
    shared: Numbers
    weights: Numbers

    @property
    def value(self) -> Numbers:
        """The level."""
        return np.asarray(self.values @ self.weights)

    @property
    def doubt(self) -> Numbers:
        """How far it may be off on either side."""
        return _doubt(self.values, self.variances, self.weights)

    def moved(self, since: int) -> tuple[float, float] | None:
        """How much higher the last level is than that of the last day with takes up to `since`, and how far that may be off.

        None when there is no such day, or when it is the last. The second number is for either side, at `CONFIDENCE`.
        """
        at = int(np.searchsorted(self.days, since, side="right")) - 1
        if at < 0 or at == len(self.days) - 1:
            return None
        moves = self.values[-1] - self.values[at]
        spread = self.variances[at] + self.variances[-1] - 2 * self.shared[at]
        return float(moves @ self.weights), float(_doubt(moves, np.maximum(spread, 0.0), self.weights))


def _doubt(values: Numbers, variances: Numbers, weights: Numbers) -> Numbers:
    """Of a mixture: what its parts doubt, and how they differ."""
    means = np.asarray(values @ weights)[..., None]
    return np.asarray(_Z * np.sqrt((variances + (values - means) ** 2) @ weights))


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One measure of one model's takes, oldest first: their days, values with low and high (a row a take), and the level behind.

    `moments` are days with their parts (`date.toordinal` and the share of the day that was over).
    """

    stamp: ModelStamp
    moments: Numbers
    raw: Numbers
    level: Level | None
