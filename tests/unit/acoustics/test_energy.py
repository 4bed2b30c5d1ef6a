import numpy as np
import pytest

from tests.builders import RATE, a_waveform, silence
from tutor.acoustics.energy import track_energy
from tutor.domain.audio import Waveform


def test_a_sine_of_full_scale_is_minus_three_decibels() -> None:
    wave = Waveform(np.sin(2 * np.pi * 200 * np.arange(RATE) / RATE).astype(np.float32), RATE)
    track = track_energy(wave)
    assert len(track.value) == 100
    np.testing.assert_allclose(track.value, -3.01, atol=0.01)
    np.testing.assert_allclose(track.high, track.low, atol=0.01)


def test_silence_is_the_floor() -> None:
    track = track_energy(silence(0.5))
    assert (track.value == -120).all()
    assert (track.low == -120).all()


def test_an_onset_lies_at_its_time_and_the_band_is_wide_there() -> None:
    wave = Waveform(np.concatenate([silence(0.5).samples, a_waveform(0.5).samples]), RATE)
    track = track_energy(wave)
    width = track.high - track.low
    assert track.value[47] == -120
    assert track.value[53] > -40
    assert width[50] > 3 * np.median(width[55:95])


def test_the_band_holds_the_value() -> None:
    samples = np.random.default_rng(5).standard_normal(RATE).astype(np.float32) * 0.1
    track = track_energy(Waveform(samples, RATE))
    assert (track.low <= track.value).all()
    assert (track.value <= track.high).all()
    truth = 20 * np.log10(0.1)
    assert ((track.low <= truth) & (truth <= track.high)).mean() > 0.8


@pytest.mark.parametrize(("rate", "seconds"), [(48_000, 1.0), (44_100, 0.333), (16_000, 0.0), (16_000, 0.015)])
def test_there_is_a_value_each_step(rate: int, seconds: float) -> None:
    wave = a_waveform(seconds, rate=rate) if seconds else silence(0)
    assert len(track_energy(wave).value) == int(round(wave.seconds / 0.01, 6))
