import numpy as np
import pytest

from tutor.scorer.windows import windows

RATE = 16_000
HOP, SEES = 384, 895


@pytest.mark.parametrize("seconds", [0.1, 5.0, 20.0, 20.5, 61.0, 600.0])
def test_windows_together_give_every_frame_once(seconds: float) -> None:
    samples = np.random.default_rng(1).normal(size=int(seconds * RATE)).astype(np.float32)
    cut = list(windows(samples))
    frames = sum((end - start - SEES) // HOP + 1 for start, end in cut)
    assert frames == (len(samples) - SEES) // HOP + 1
    assert cut[0][0] == 0
    assert cut[-1][1] == len(samples)
    assert max(end - start for start, end in cut) <= 20.1 * RATE


def test_a_long_take_is_cut_where_it_is_quiet() -> None:
    samples = np.random.default_rng(1).normal(size=30 * RATE).astype(np.float32)
    samples[15 * RATE : 16 * RATE] = 0
    (_, _), (second, _) = windows(samples)
    assert 15 * RATE <= second <= 16 * RATE
