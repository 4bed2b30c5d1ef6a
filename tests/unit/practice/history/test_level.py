"""The level behind many scores: near the truth, slow, and honest about how sure it is."""

import numpy as np
import pytest

from tutor.domain.history.level import CONFIDENCE
from tutor.practice.history.level import level, variances


def practised(seed: int, *, drift: float, days: int = 200) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Days of takes, their scores with a standard error of 0.8 each, their variances, and the true level of each take."""
    chance = np.random.default_rng(seed)
    at = np.sort(chance.integers(0, days, 150))
    walk = 6 + np.cumsum(chance.normal(0, drift, days))
    return at, walk[at] + chance.normal(0, 0.8, len(at)), np.full(len(at), 0.4), walk[at]


def test_the_interval_holds_the_true_level_as_often_as_it_says() -> None:
    held = []
    for seed in range(40):
        days, scores, doubts, truth = practised(seed, drift=0.03)
        found = level(days, scores, doubts)
        assert found is not None
        true = dict(zip(days, truth, strict=True))
        held += [abs(true[day] - value) <= doubt for day, value, doubt in zip(found.days, found.value, found.doubt, strict=True)]
    assert np.mean(held) == pytest.approx(CONFIDENCE, abs=0.06)


def test_a_learner_who_stays_the_same_has_a_level_line_that_lies_within_little() -> None:
    moves = []
    for seed in range(20):
        days, scores, doubts, _ = practised(seed, drift=0.0)
        found = level(days, scores, doubts)
        assert found is not None
        moves.append(np.ptp(found.value))
        moved = found.moved(int(days[-1]) - 60)
        assert moved is not None
    assert np.median(moves) < 0.4  # raw takes range over four points


def test_a_move_is_told_from_chance_about_as_often_as_it_says() -> None:
    alarms = []
    for seed in range(60):
        days, scores, doubts, _ = practised(seed, drift=0.0)
        found = level(days, scores, doubts)
        assert found is not None
        moved = found.moved(int(days[-1]) - 28)
        alarms.append(moved is not None and abs(moved[0]) > moved[1])
    assert np.mean(alarms) <= 0.1


def test_a_learner_who_gets_better_is_seen_to() -> None:
    days = np.arange(60)
    chance = np.random.default_rng(3)
    found = level(days, 5 + days / 20 + chance.normal(0, 0.5, 60), np.full(60, 0.2))
    assert found is not None
    moved = found.moved(31)
    assert moved is not None
    assert moved[0] - moved[1] > 0.5


def test_several_takes_of_a_day_count_as_if_one_after_the_other() -> None:
    days = np.repeat(np.arange(10), 3)
    scores = np.tile([5.0, 6.0, 7.0], 10)
    found = level(days, scores, np.full(30, 0.3))
    assert found is not None
    np.testing.assert_allclose(found.value, 6.0, atol=0.01)
    assert list(found.days) == list(range(10))


def test_it_is_surer_of_more_takes() -> None:
    few, many = (level(np.arange(count), np.tile([5.0, 7.0], count // 2), np.full(count, 0.5)) for count in (6, 60))
    assert few is not None
    assert many is not None
    assert many.doubt[-1] < few.doubt[-1]


def test_nothing_is_said_of_two_takes_nor_of_a_move_before_the_first() -> None:
    assert level(np.array([1, 2]), np.array([5.0, 6.0]), np.array([0.1, 0.1])) is None
    found = level(np.array([5, 6, 7]), np.array([5.0, 6.0, 5.5]), np.full(3, 0.1))
    assert found is not None
    assert found.moved(4) is None
    assert found.moved(7) is None


def test_counted_scores_without_any_doubt_are_no_trouble() -> None:
    found = level(np.arange(5), np.full(5, 10.0), np.zeros(5))
    assert found is not None
    np.testing.assert_allclose(found.value, 10.0)


def test_an_interval_at_its_confidence_gives_the_variance() -> None:
    found = variances(np.array([5.0, 5.0]), np.array([7.0, 7.0]), np.array([0.9, 0.6827]))
    np.testing.assert_allclose(found, [(1 / 1.6449) ** 2, 1.0], rtol=1e-3)


def test_of_many_years_the_level_is_the_same_in_coarser_steps() -> None:
    chance = np.random.default_rng(11)
    days = np.sort(chance.integers(0, 3_000, 2_000))
    found = level(days, 6 + days / 1_500 + chance.normal(0, 0.7, 2_000), np.full(2_000, 0.3))
    assert found is not None
    assert len(found.days) <= 1_001
    assert found.days[-1] == days[-1]
    np.testing.assert_allclose(found.value, 6 + found.days / 1_500, atol=0.4)
