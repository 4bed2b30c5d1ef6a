"""Whether a sound or a word is getting better, or only seems to: the later half of its takes against the earlier half.

In each half the mean score is a ratio, of the sum of the scores to their number; takes, not single sounds, are what varies, since
all that is said in one take shares its day and its microphone (W. G. Cochran, "Sampling Techniques", 3rd ed. 1977, 2.11 and 9A.1:
ratio estimates over clusters). The two means differ when they lie further apart than chance lets them, at 99 % (B. L. Welch,
Biometrika 34, 1947): strict, because a table has many rows and each is a chance to err. What moves by less than the half point
in which scores are read off is the same, however sure that is. Quantiles of Student's t by
M. Abramowitz & I. A. Stegun, "Handbook of Mathematical Functions", 26.7.5.
"""

from statistics import NormalDist

import numpy as np

from tutor.domain.change import Change
from tutor.domain.history.findings import Item
from tutor.domain.history.readings import Counts, Mask, Numbers, Whole

FEWEST = 4  # takes in each half
_Z = NormalDist().inv_cdf(0.995)
_Halves = tuple[float | None, float | None, Change]
_LEAST_MOVE = 0.05  # of the scale: a half point of ten
_LEAST_SD = 0.01  # of the scale: scores are rounded, so that none is surer than this


def items(counts: Counts, wanted: Mask, scale: float) -> tuple[Item, ...]:
    """Every sound or word of the wanted readings, in the order of their names; scores go from 0 to `scale`."""
    rows = np.flatnonzero(wanted[counts.reading])
    rows = rows[np.lexsort((counts.reading[rows], counts.item[rows]))]
    found, first = np.unique(counts.item[rows], return_index=True)
    behind = np.append(first[1:], len(rows))
    halves = _halves(counts, rows, first, behind, scale)
    sums = [np.add.reduceat(column[rows], first) if len(rows) else column[:0] for column in (
        counts.times, counts.total, counts.marked, counts.left_out)]  # fmt: skip
    return tuple(
        _item(counts.names[item], int(behind[at] - first[at]), [float(column[at]) for column in sums], halves[at])
        for at, item in enumerate(found)
    )


def _item(name: str, takes: int, sums: list[float], halves: _Halves) -> Item:
    times, total, marked, left_out = sums
    return Item(name, takes, int(times), total / times if times else None, int(marked), int(left_out), *halves)


def _halves(counts: Counts, rows: Whole, first: Whole, behind: Whole, scale: float) -> list[_Halves]:
    """Means of both halves and the change, an item each. Takes in which it was never judged don't count."""
    item = np.repeat(np.arange(len(first)), behind - first)
    judged = counts.times[rows] > 0
    rows, item = rows[judged], item[judged]
    many = np.bincount(item, minlength=len(first))
    place = np.arange(len(rows)) - np.repeat(np.cumsum(many) - many, many)
    half = (place >= (many // 2)[item]).astype(np.int64)
    mean, variance, takes = _ratios(counts.times[rows], counts.total[rows], 2 * item + half, 2 * len(first))
    return [_judged(mean[at : at + 2], variance[at : at + 2], takes[at : at + 2], scale) for at in range(0, len(mean), 2)]


def _ratios(times: Numbers, total: Numbers, group: Whole, groups: int) -> tuple[Numbers, Numbers, Whole]:
    """Mean, its variance and the number of takes of each group; takes are the clusters."""
    takes = np.bincount(group, minlength=groups)
    said = np.maximum(np.bincount(group, times, groups), 1.0)
    mean = np.bincount(group, total, groups) / said
    off = np.bincount(group, (total - mean[group] * times) ** 2, groups)
    return mean, off / said**2 * takes / np.maximum(takes - 1, 1), takes


def _judged(mean: Numbers, variance: Numbers, takes: Whole, scale: float) -> _Halves:
    if takes.min() < FEWEST:
        return None, None, Change.UNKNOWN
    own = np.maximum(variance, (_LEAST_SD * scale) ** 2 / takes)
    whole = own.sum()
    freedom = whole**2 / (own**2 / (takes - 1)).sum()
    moved, doubt = float(mean[1] - mean[0]), _student(float(freedom)) * float(np.sqrt(whole))
    change = Change.SAME if abs(moved) <= max(doubt, _LEAST_MOVE * scale) else Change.BETTER if moved > 0 else Change.WORSE
    return float(mean[0]), float(mean[1]), change


def _student(freedom: float) -> float:
    """The 99.5 % quantile of Student's t; within 4 % from 3 degrees of freedom on."""
    z = _Z
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, 1))
