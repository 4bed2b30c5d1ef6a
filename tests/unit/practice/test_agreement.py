"""Weighted kappa against closed forms, bands that take whole takes, and a refit that must not flatter itself."""

import math
from random import Random

import numpy as np
import pytest

from tutor.practice.agreement import ENOUGH, FEWEST_TAKES, Labelled, agreement, refit, table_of, weighted_kappa


def test_two_answers_are_cohens_kappa_of_his_first_paper() -> None:
    """Cohen 1960, "A coefficient of agreement for nominal scales": of 200, po = 0.88*... here 20/5/10/15 gives (0.7-0.5)/0.5."""
    assert weighted_kappa(np.array([[20, 5], [10, 15]])) == pytest.approx((0.7 - 0.5) / (1 - 0.5))


@pytest.mark.parametrize("p", [0.0, 0.25, 0.5, 1.0])
def test_uniform_margins_with_a_share_of_chance_have_that_kappa(p: float) -> None:
    """p of the answers are equal, the rest independent, in three equally frequent steps: kappa is p for any weights."""
    table = np.full((3, 3), (1 - p) * 900 / 9) + np.eye(3) * p * 300
    assert weighted_kappa(table.astype(np.int64)) == pytest.approx(p)


def test_it_is_the_correlation_where_both_have_the_same_margins() -> None:
    """Fleiss and Cohen 1973: with quadratic weights and equal means and variances kappa equals Pearson's correlation."""
    table = np.array([[30, 10, 2], [10, 40, 8], [2, 8, 20]])
    steps = np.arange(3)
    whole, of_row = table.sum(), table.sum(axis=1)
    mean = (steps * of_row).sum() / whole
    variance = ((steps - mean) ** 2 * of_row).sum() / whole
    covariance = (np.outer(steps - mean, steps - mean) * table).sum() / whole
    assert weighted_kappa(table) == pytest.approx(covariance / variance)


def test_a_step_aside_costs_less_than_two() -> None:
    near, far = np.diag([10, 10, 10]), np.diag([10, 10, 10])
    near[0, 1] = near[2, 1] = 5
    far[0, 2] = far[2, 0] = 5
    kept = weighted_kappa(near), weighted_kappa(far)
    assert kept[0] is not None
    assert kept[1] is not None
    assert kept[0] > kept[1] + 0.3


def test_one_answer_for_everything_says_nothing_of_kappa() -> None:
    found = agreement(np.array([[[50, 0], [0, 0]]]))
    assert found is not None
    assert (found.share, found.kappa) == (1.0, None)
    assert agreement(np.zeros((3, 2, 2), np.int64)) is None


def _takes(many: int, seed: int) -> list[np.ndarray]:
    chance = Random(seed)
    made = []
    for _ in range(many):
        good = chance.uniform(0.5, 1.0)  # takes differ: what makes the answers of one depend on each other
        pairs = [(step, step if chance.random() < good else 1 - step) for step in (chance.randrange(2) for _ in range(40))]
        made.append(table_of(pairs, 2))
    return made


def test_the_band_holds_what_other_takes_would_give() -> None:
    """Of 60 samples of 20 takes each some 90 % of the bands hold the share of all takes there are (0.75)."""
    inside = 0
    for seed in range(60):
        found = agreement(np.stack(_takes(20, seed)))
        assert found is not None
        assert found.share_band is not None
        inside += found.share_band[0] <= 0.75 <= found.share_band[1]
    assert 46 <= inside <= 60


def test_a_few_takes_have_no_band() -> None:
    few = agreement(np.stack(_takes(FEWEST_TAKES - 1, 1)))
    assert few is not None
    assert few.share_band is None
    assert few.kappa_band is None
    enough = agreement(np.stack(_takes(FEWEST_TAKES, 1)))
    assert enough is not None
    assert enough.kappa_band is not None


def _labels(edge: float, many: int = 120, *, noise: float = 0.0, seed: int = 3) -> list[Labelled]:
    """A tutor who marks from `edge` on, but for a share of slips."""
    chance = Random(seed)
    made = []
    for at in range(many):
        said = chance.random()
        marked = (said >= edge) != (chance.random() < noise)
        made.append(Labelled(f"t{at % 6}", said, marked))
    return made


@pytest.mark.parametrize("edge", [0.3, 0.7])
def test_the_edge_moves_to_where_the_tutor_marks(edge: float) -> None:
    found = refit(_labels(edge, noise=0.05), 0.5)
    assert found is not None
    assert found.better
    assert math.isclose(found.edge, edge, abs_tol=0.06)
    assert found.after.share > found.before.share
    assert found.after.kappa is not None
    assert found.before.kappa is not None
    assert found.after.kappa > found.before.kappa


def test_answers_without_a_pattern_are_no_reason_to_move() -> None:
    """What fits by chance falls apart on takes that were held out."""
    better = 0
    for seed in range(20):
        chance = Random(seed)
        labels = [Labelled(f"t{at % 6}", chance.random(), chance.random() < 0.3) for at in range(60)]
        found = refit(labels, 0.5)
        assert found is not None
        assert found.after.kappa is not None
        assert abs(found.after.kappa) < 0.45, "held out: chance gives no agreement"
        better += found.better
    assert better < 15


def test_where_the_edge_fits_already_it_stays() -> None:
    found = refit(_labels(0.5), 0.5)
    assert found is not None
    assert math.isclose(found.edge, 0.5, abs_tol=0.051)


def test_few_answers_or_answers_of_one_kind_or_of_one_take_are_not_enough() -> None:
    labels = _labels(0.5)
    assert refit(labels[: ENOUGH - 1], 0.5) is None
    assert refit([Labelled(f"t{at % 6}", 0.1 * (at % 10), False) for at in range(60)], 0.5) is None
    assert refit([Labelled("t", each.chance, each.marked) for each in labels], 0.5) is None
