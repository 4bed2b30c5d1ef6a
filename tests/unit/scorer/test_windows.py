import numpy as np
import pytest

from tutor.scorer.windows import SEES, first_cut

RATE = 16_000
HOP = 384


def noise(seconds: float) -> np.ndarray:
    return np.random.default_rng(1).normal(size=int(seconds * RATE)).astype(np.float32)


@pytest.mark.parametrize("seconds", [0.1, 5.0, 20.0])
def test_up_to_20_seconds_are_one_window(seconds: float) -> None:
    assert first_cut(noise(seconds)) is None


@pytest.mark.parametrize("seconds", [20.5, 61.0])
def test_a_window_lasts_10_to_20_seconds_of_whole_frames(seconds: float) -> None:
    cut = first_cut(noise(seconds))
    assert cut is not None
    assert 10 * RATE - HOP <= cut <= 20 * RATE - SEES
    assert cut % HOP == 0


def test_a_long_take_is_cut_where_it_is_quiet() -> None:
    samples = noise(30)
    samples[15 * RATE : 16 * RATE] = 0
    cut = first_cut(samples)
    assert cut is not None
    assert 15 * RATE <= cut <= 16 * RATE


def test_what_comes_later_does_not_move_the_cut() -> None:
    samples = noise(60)
    assert first_cut(samples) == first_cut(samples[: 20 * RATE + 1])
