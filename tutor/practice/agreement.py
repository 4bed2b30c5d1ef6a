"""How far a tutor and the machine agree, on what the tutor looked at in full, and thresholds refitted to the tutor's answers.

Percent is the share of equal answers. Weighted kappa is Cohen's (J. Cohen, "Weighted kappa: nominal scale agreement with
provision for scaled disagreement or partial credit", Psychological Bulletin 70, 1968), with quadratic weights: 1 minus the
observed over the expected squared distance of the answers' steps. 0 is what chance would give, 1 is perfect. Words and sounds of
one take are not independent, so the 90 % band comes from drawing whole takes with replacement (a cluster bootstrap: B. Efron and
R. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 8).

Only reviewed takes that were heard whole count. Corrections alone would be nothing but disagreement.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tutor.domain.agreement import Agreement, Refit

Counts = NDArray[np.int64]  # (takes, steps, steps): how often the machine said the row's step and the tutor the column's
FEWEST_TAKES = 5  # fewer say nothing about how the next one would differ
DRAWS, BAND = 1000, 0.9
ENOUGH, OF_EACH, FOLDS = 30, 3, 5  # answers about a sound before it may be refitted, of either kind; parts that are held out
EDGES = tuple(round(0.1 + 0.05 * step, 2) for step in range(17))  # few, so that little can be read into little


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sound that was judged: P(mispronounced), and whether the tutor would have it marked."""

    take_id: str
    chance: float
    marked: bool


def agreement(counts: Counts) -> Agreement | None:
    """Of the answers about one kind of thing; None without any."""
    whole = counts.sum(axis=0)
    items, takes = int(whole.sum()), int((counts.sum(axis=(1, 2)) > 0).sum())
    if items == 0:
        return None
    share, kappa = float(_shares(whole)), weighted_kappa(whole)
    if takes < FEWEST_TAKES:
        return Agreement(items, takes, share, kappa)
    draws = _drawn(counts[counts.sum(axis=(1, 2)) > 0])
    kappas = _kappas(draws)
    kappas = kappas[np.isfinite(kappas)]
    band = _band(kappas) if kappa is not None and len(kappas) > DRAWS / 2 else None
    return Agreement(items, takes, share, kappa, _band(_shares(draws)), band)


def weighted_kappa(table: Counts) -> float | None:
    """Of a square table of counts; None where no disagreement could be expected."""
    kappa = float(_kappas(table))
    return kappa if np.isfinite(kappa) else None


def table_of(pairs: Iterable[tuple[int, int]], steps: int) -> Counts:
    """Machine's and tutor's steps (from 0) as a table of counts."""
    made = np.zeros((steps, steps), np.int64)
    for machine, tutor in pairs:
        made[machine, tutor] += 1
    return made


def refit(labels: Sequence[Labelled], now: float) -> Refit | None:
    """Choose the edge whose marks agree best with the tutor (kappa), and try that on takes held out.

    None while there are fewer than `ENOUGH` answers, `OF_EACH` of either kind, or only one take to learn from.
    """
    takes = sorted({label.take_id for label in labels})
    marked = sum(label.marked for label in labels)
    if len(labels) < ENOUGH or min(marked, len(labels) - marked) < OF_EACH or len(takes) < 2:
        return None
    fold_of = {take: at % FOLDS for at, take in enumerate(takes)}
    edge_of = {fold: _best([each for each in labels if fold_of[each.take_id] != fold], now) for fold in set(fold_of.values())}
    before = agreement(_by_take(labels, takes, lambda _: now))
    after = agreement(_by_take(labels, takes, lambda label: edge_of[fold_of[label.take_id]]))
    assert before is not None
    assert after is not None
    return Refit(len(labels), marked, len(takes), now, _best(labels, now), before, after)


def _best(labels: Sequence[Labelled], now: float) -> float:
    """The edge with the highest kappa; of equal ones the nearest to the one in force."""
    chances = np.array([label.chance for label in labels])
    marked = np.array([label.marked for label in labels])
    edges = np.array(sorted({*EDGES, now}))
    said = chances[None, :] >= edges[:, None]
    tables = np.stack([np.stack([((said == row) & (marked == column)).sum(axis=1) for column in (0, 1)]) for row in (0, 1)])
    kappas = np.nan_to_num(_kappas(np.moveaxis(tables, -1, 0)), nan=0.0)
    best = edges[np.isclose(kappas, kappas.max())]
    return float(best[np.abs(best - now).argmin()])


def _by_take(labels: Sequence[Labelled], takes: Sequence[str], edge: Callable[[Labelled], float]) -> Counts:
    rows = {take: at for at, take in enumerate(takes)}
    counts = np.zeros((len(takes), 2, 2), np.int64)
    for label in labels:
        counts[rows[label.take_id], int(label.chance >= edge(label)), int(label.marked)] += 1
    return counts


def _drawn(counts: Counts) -> Counts:
    """`DRAWS` tables of as many takes drawn with replacement, always the same ones."""
    takes = len(counts)
    often = np.random.default_rng(1968).multinomial(takes, np.full(takes, 1 / takes), size=DRAWS)
    drawn: Counts = np.einsum("dt,tij->dij", often, counts)
    return drawn


def _shares(tables: Counts) -> NDArray[np.float64]:
    shares: NDArray[np.float64] = np.trace(tables, axis1=-2, axis2=-1) / tables.sum(axis=(-2, -1))
    return shares


def _kappas(tables: Counts) -> NDArray[np.float64]:
    """Of each table (…, steps, steps); not a number where no disagreement is expected."""
    steps = np.arange(tables.shape[-1])
    weights = (steps[:, None] - steps[None, :]) ** 2
    said, answered, all_ = tables.sum(axis=-1), tables.sum(axis=-2), tables.sum(axis=(-2, -1))
    expected = np.einsum("...i,...j,ij->...", said, answered, weights) / np.maximum(all_, 1)
    observed = (tables * weights).sum(axis=(-2, -1))
    kappas: NDArray[np.float64] = 1 - observed / np.where(expected > 0, expected, np.nan)
    return kappas


def _band(values: NDArray[np.float64]) -> tuple[float, float]:
    low, high = np.quantile(values, [(1 - BAND) / 2, (1 + BAND) / 2])
    return float(low), float(high)
