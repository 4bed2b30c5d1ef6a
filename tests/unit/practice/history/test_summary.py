"""What a learner sees first, found in invented readings."""

from datetime import UTC, date, datetime, timedelta

import numpy as np

from tests.builders import STAMP
from tutor.domain.assessment import ModelStamp
from tutor.domain.history.readings import Counts, Readings
from tutor.domain.take import DRILL
from tutor.practice.history.past import Past
from tutor.practice.history.summary import summary

TODAY = date(2026, 11, 22)
OLDER = ModelStamp("embedded", "test", "older")


def past(totals: list[float], *, th: list[float], models: list[int] | None = None, drills: int = 0) -> Past:
    """A reading a day up to today with these totals, each with four TH of this mean; the last `drills` are tries of drills."""
    count = len(totals)
    when = np.array([datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp() - 86_400 * back for back in range(count)][::-1])
    value = np.array(totals)[:, None, None]
    scores = np.broadcast_to(value + np.array([0.0, -0.5, 0.5]), (count, 5, 3))
    full, which = np.full(count, 30.0), np.array(models or [0] * count)
    made = Readings(
        tuple(f"t{at}" for at in range(count)), ("I think.",) * count,
        tuple([None] * (count - drills) + [DRILL] * drills), ("scored",) * count, (OLDER, STAMP), when, full,
        np.arange(count), which, np.array(scores), np.full(count, 0.9), full, full, full, full,
    )  # fmt: skip
    rows, nothing = np.arange(count), np.zeros(count)
    marked = np.array([4.0 if mean < 1 else 0.0 for mean in th])
    sounds = Counts(("TH",), rows, np.zeros(count, dtype=np.int64), np.full(count, 4.0), 4 * np.array(th), marked, nothing)
    words = Counts((), rows[:0], rows[:0], nothing[:0], nothing[:0], nothing[:0], nothing[:0])
    return Past.of(made).counting("sound", sounds).counting("word", words)


def wobble(count: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 0.3, count)


def test_the_week_counts_readings_and_drills_apart() -> None:
    found = summary(past([6.0] * 20, th=[1.5] * 20, drills=2), TODAY)
    assert (found.this.days, found.this.readings, found.this.seconds, found.this.drills) == (7, 5, 150.0, 2)
    assert (found.before.days, found.before.readings, found.before.drills) == (7, 7, 0)


def test_a_level_that_rose_and_a_sound_that_came_are_named() -> None:
    rising = list(np.linspace(4, 8, 60) + wobble(60))
    found = summary(past(rising, th=[0.5] * 32 + [1.8] * 28), TODAY)
    assert {moved.measure for moved in found.moved} == {"total", "accuracy", "fluency", "prosody"}
    assert [(kind, item.name) for kind, item in found.better] == [("sound", "TH")]


def test_of_one_who_stays_the_same_nothing_is_said_but_what_is_weak() -> None:
    found = summary(past(list(6 + wobble(60)), th=list(0.6 + 0.2 * wobble(60))), TODAY)
    assert (found.moved, found.better) == ((), ())
    assert [item.name for item in found.weak] == ["TH"]


def test_what_a_new_model_says_is_never_called_progress() -> None:
    jump = list(5 + wobble(50)) + list(8 + wobble(10))
    found = summary(past(jump, th=[0.5] * 50 + [1.8] * 10, models=[0] * 50 + [1] * 10), TODAY)
    assert (found.moved, found.better) == ((), ())


def test_of_one_who_stopped_months_ago_nothing_is_new() -> None:
    found = summary(past(list(np.linspace(4, 8, 60)), th=[0.5] * 60), TODAY + timedelta(days=120))
    assert (found.this.readings, found.moved, found.better, found.weak) == (0, (), (), ())
