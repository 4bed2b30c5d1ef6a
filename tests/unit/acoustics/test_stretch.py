from typing import Any

import numpy as np
import pytest

from tests.builders import a_waveform
from tests.samples import SAMPLES, Sample
from tutor.acoustics.pitch import _detect
from tutor.acoustics.resample import to_16k
from tutor.acoustics.stretch import slowed
from tutor.domain.audio import Waveform
from tutor.store.audiofiles import read_audio


def _semitones_moved(sound: Waveform, slow: Waveform, speed: float) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Frame by frame, where both have a voice: how far the pitch is from that of the same moment before."""
    before, after = (
        12 * np.log2(np.where(sure > 0.8, hertz, np.nan)) for hertz, sure in map(_detect, (sound.samples, slow.samples))
    )
    then = np.minimum(np.rint(np.arange(len(after)) * speed).astype(int), len(before) - 1)
    moved = after - before[then]
    return np.asarray(moved[np.isfinite(moved)])


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path.stem)
@pytest.mark.parametrize("speed", [0.5, 0.65, 0.8])
def test_slower_is_longer_and_no_deeper(sample: Sample, speed: float) -> None:
    sound = to_16k(read_audio(sample.path))
    slow = slowed(sound, speed)
    assert slow.seconds == pytest.approx(sound.seconds / speed, rel=0.001)
    moved = _semitones_moved(sound, slow, speed)
    assert len(moved) > 20
    assert abs(np.median(moved)) < 0.2
    assert np.percentile(np.abs(moved), 95) < 1


def test_it_is_the_same_sound_every_time_and_nothing_moves() -> None:
    sound = Waveform(np.concatenate([np.zeros(16_000, np.float32), a_waveform(0.5).samples]), 16_000)
    slow = slowed(sound, 0.5)
    assert np.array_equal(slow.samples, slowed(sound, 0.5).samples)
    assert np.flatnonzero(np.abs(slow.samples) > 0.02)[0] == pytest.approx(32_000, abs=1_000)


def test_at_full_speed_or_without_sound_nothing_is_done() -> None:
    sound, nothing = a_waveform(0.2), Waveform(np.zeros(0, np.float32), 16_000)
    assert slowed(sound, 1.0) is sound
    assert slowed(nothing, 0.5) is nothing
