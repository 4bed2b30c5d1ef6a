import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.audio.ring import Ring

steps = st.lists(st.one_of(st.integers(0, 12), st.just("read")), max_size=60)


@given(steps, st.integers(1, 9), st.integers(1, 2))
def test_reads_give_every_kept_frame_once_and_in_order(steps: list[int | str], size: int, channels: int) -> None:
    ring, unread, lost, at = Ring(size, channels), 0, 0, 0.0
    kept: list[float] = []
    got: list[float] = []
    for step in steps:
        if isinstance(step, str):
            got.extend(ring.read())
            unread = 0
            continue
        block = np.repeat(np.arange(at, at + step, dtype=np.float32)[:, np.newaxis], channels, axis=1)
        at += step
        ring.write(block)
        fits = unread + step <= size
        lost += not fits
        if fits:
            kept.extend(block[:, 0])
            unread += step
    got.extend(ring.read())
    assert got == kept
    assert ring.overflows == lost
    assert ring.written == len(kept)


def test_channels_are_mixed_to_their_mean() -> None:
    ring = Ring(4, 2)
    ring.write(np.array([[1.0, 0.0], [0.5, -0.5]], dtype=np.float32))
    assert list(ring.read()) == [0.5, 0.0]


def test_the_newest_frames_can_be_looked_at_before_and_after_reading() -> None:
    ring = Ring(4, 1)
    ring.write(np.array([[1], [2], [3]], dtype=np.float32))
    ring.read()
    ring.write(np.array([[4], [5]], dtype=np.float32))
    assert list(ring.last(3)) == [3, 4, 5]
    assert len(ring.read()) == 2
    assert list(ring.last(2)) == [4, 5]


@pytest.mark.parametrize("frames", [0, 3])
def test_a_fresh_ring_has_nothing_to_show(frames: int) -> None:
    assert len(Ring(8, 1).last(frames)) == 0
