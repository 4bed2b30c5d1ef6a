"""The level behind the scores of many takes: it moves slowly, and says how sure it is.

A local-level model (J. Durbin & S. J. Koopman, "Time Series Analysis by State Space Methods", 2nd ed. 2012, chapter 2): the level
walks at random from day to day with some variance a day; each take shows it with the doubt of its own score, which the take's
interval gives, and with what one take differs from another besides (text, mood), one variance for all. A Kalman filter goes
through the days and a fixed-interval smoother (their 2.4) goes back: a day's level rests on what came before and after it.
Nobody knows the two variances: every pair of a small grid is tried, and counts as much as it makes the scores likely. To take the
likeliest alone would be too sure of itself (the interval of 90 % held 79 % of the true levels in a simulation).

Several takes of one day show one level: their mean, weighted by their precisions, says all of it.
"""

from statistics import NormalDist

import numpy as np

from tutor.domain.history.level import Level
from tutor.domain.history.readings import Numbers, Whole

_OWN = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5)  # what takes may differ in besides, as shares of the spread of the scores
_WALK = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)  # what the level may move in 30 days, as shares of it: slowly
_MONTH = 30.0
_STEPS = 1_000  # of many years a few days count as one: the level hardly moves in them


def variances(low: Numbers, high: Numbers, confidence: Numbers) -> Numbers:
    """Of scores from the intervals that hold them at their confidence, as of a normal distribution."""
    each, which = np.unique(confidence, return_inverse=True)
    z = np.array([NormalDist().inv_cdf((1 + at) / 2) for at in each])[which]
    return np.asarray(((high - low) / (2 * z)) ** 2)


def level(days: Whole, scores: Numbers, doubts: Numbers) -> Level | None:
    """The level behind scores of takes on some days (ascending, several takes on one day allowed), each with its variance.

    None for fewer than three takes: nothing can be said of how they differ.
    """
    if len(scores) < 3:
        return None
    width = 1 + int(days[-1] - days[0]) // _STEPS
    days = days - (days - days[-1]) % width
    first = np.flatnonzero(np.diff(days, prepend=days[0] - 1))
    spread = max(float(np.std(scores)), 1e-3)
    own, walk = (np.array(grid) * spread for grid in (_OWN, _WALK))
    own, walk = (grid.ravel() ** 2 for grid in np.meshgrid(own, walk))
    least = max(float(np.median(doubts)) * 1e-3, 1e-6)  # a score without any doubt would outweigh all others
    seen, precision, rest = _by_day(scores, np.maximum(doubts, least)[:, None] + own, first)
    gaps = np.diff(days[first], prepend=days[first[0]]) / _MONTH
    walks = gaps[:, None] * walk
    values, spreads, shared, likely = _smoothed(seen, 1 / precision, walks)
    likely += rest
    weights = np.exp(likely - likely.max())
    return Level(days[first], values, spreads, shared, weights / weights.sum())


def _by_day(scores: Numbers, doubts: Numbers, first: Whole) -> tuple[Numbers, Numbers, Numbers]:
    """Weighted mean and precision of each day, and the part of the log likelihood that lies within days; columns are choices."""
    weights = 1 / doubts
    precision = np.add.reduceat(weights, first, axis=0)
    mean = np.add.reduceat(weights * scores[:, None], first, axis=0) / precision
    day = np.repeat(np.arange(len(first)), np.diff(first, append=len(scores)))
    off = (weights * (scores[:, None] - mean[day]) ** 2).sum(0)
    return mean, precision, 0.5 * (np.log(weights).sum(0) - np.log(precision).sum(0) - off)


def _smoothed(seen: Numbers, doubts: Numbers, walks: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Level, variance and covariance with the last level, a row a day; log likelihood but for a constant. Columns are choices.

    The first day starts the level.
    """
    value, variance, before = seen.copy(), doubts.copy(), np.zeros(seen.shape)
    for at in range(1, len(seen)):
        before[at] = variance[at - 1] + walks[at]
        gain = before[at] / (before[at] + doubts[at])
        value[at] = value[at - 1] + gain * (seen[at] - value[at - 1])
        variance[at] = before[at] * (1 - gain)
    whole = before[1:] + doubts[1:]
    likely = -0.5 * (np.log(whole) + (seen[1:] - value[:-1]) ** 2 / whole).sum(0)
    shared = variance.copy()
    for at in range(len(seen) - 2, -1, -1):
        back = variance[at] / before[at + 1]
        value[at] += back * (value[at + 1] - value[at])
        shared[at] = back * shared[at + 1]
        variance[at] += back * back * (variance[at + 1] - before[at + 1])
    return value, variance, shared, likely
