import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tutor.acoustics.envelope import envelope


@given(st.lists(st.floats(-1, 1, width=32), max_size=200), st.integers(1, 50))
def test_no_extreme_gets_lost_and_points_are_never_too_many(values: list[float], points: int) -> None:
    samples = np.array(values, dtype=np.float32)
    low, high = envelope(samples, points)
    assert len(low) == len(high) == min(points, len(samples))
    if len(samples):
        assert (low.min(), high.max()) == (samples.min(), samples.max())
        assert (low <= high).all()


def test_each_point_covers_its_own_stretch() -> None:
    low, high = envelope(np.array([0, 1, 2, 3, -4, 5], dtype=np.float32), 3)
    assert (list(low), list(high)) == ([0, 2, -4], [1, 3, 5])
