"""Better or not, beyond chance."""

import numpy as np

from tutor.domain.change import Change
from tutor.domain.history.readings import Counts
from tutor.practice.history.chance import items


def counts(*scores: np.ndarray, times: int = 3) -> Counts:
    """Item after item, the mean score of each in takes 0, 1, 2 …"""
    size = sum(map(len, scores))
    item = np.repeat(np.arange(len(scores)), [len(each) for each in scores])
    reading = np.concatenate([np.arange(len(each)) for each in scores])
    flat, nothing = np.full(size, float(times)), np.zeros(size)
    return Counts(tuple("abcdefgh"[: len(scores)]), reading, item, flat, np.concatenate(scores) * times, nothing, nothing)


def changes(made: Counts, takes: int) -> list[Change]:
    return [item.change for item in items(made, np.ones(takes, dtype=bool), 2.0)]


def test_what_moves_far_is_told_and_what_wobbles_is_not() -> None:
    wobble = np.tile([1.0, 1.6, 1.2, 1.4], 6)
    rising = wobble + np.repeat([0.0, 0.5], 12)
    assert changes(counts(wobble, rising, rising[::-1]), 24) == [Change.SAME, Change.BETTER, Change.WORSE]


def test_of_a_thousand_items_that_stay_the_same_hardly_any_is_said_to_move() -> None:
    chance = np.random.default_rng(5)
    alarms = 0
    for takes in (8, 12, 40):
        found = changes(counts(*(chance.normal(1.4, 0.3, takes) for _ in range(8))), takes)
        for _ in range(124):
            found += changes(counts(*(chance.normal(1.4, 0.3, takes) for _ in range(8))), takes)
        alarms += sum(change is not Change.SAME for change in found)
    assert alarms <= 45  # 1 % of 3,000 is 30


def test_a_take_with_many_times_does_not_count_as_many_takes() -> None:
    """All the times of a take share its day and its microphone."""
    takes = np.array([1.0, 1.6, 1.2, 1.4, 1.5, 1.7, 1.3, 1.6])
    assert changes(counts(takes, times=200), 8) == [Change.SAME]


def test_of_seven_takes_nothing_is_said() -> None:
    (item,) = items(counts(np.linspace(0.2, 1.8, 7)), np.ones(7, dtype=bool), 2.0)
    assert (item.change, item.before, item.takes, item.times) == (Change.UNKNOWN, None, 7, 21)


def test_only_the_wanted_takes_count() -> None:
    wanted = np.arange(24) < 12
    (item,) = items(counts(np.repeat([0.5, 1.5], 12)), wanted, 2.0)
    assert (item.takes, item.mean, item.change) == (12, 0.5, Change.SAME)


def test_nothing_wanted_nothing_found() -> None:
    assert items(counts(np.ones(3)), np.zeros(3, dtype=bool), 2.0) == ()
