import numpy as np
import pytest
from numpy.typing import NDArray

from tests.builders import RATE, a_waveform, silence
from tutor.acoustics.pitch import track_pitch
from tutor.domain.audio import Waveform

FORMANTS = ((700, 80), (1200, 90), (2600, 120))


def a_voice(hertz: NDArray[np.float64], *, fundamental: bool = True, rate: int = RATE) -> Waveform:
    """A vowel whose pitch follows `hertz`, one value a sample."""
    phase = 2 * np.pi * np.cumsum(hertz) / rate
    wave = np.zeros(len(hertz))
    for k in range(1 if fundamental else 2, int(0.45 * rate / hertz.max())):
        gain = sum(1 / (1 + ((k * hertz - centre) / width) ** 2) for centre, width in FORMANTS)
        wave += (gain / np.sqrt(k) + 0.002) * np.sin(k * phase + k)
    return Waveform((0.1 * wave / np.abs(wave).max()).astype(np.float32), rate)


def steady(hertz: float, seconds: float = 0.6) -> NDArray[np.float64]:
    return np.full(int(seconds * RATE), hertz)


@pytest.mark.parametrize("fundamental", [True, False])
def test_two_tones_keep_their_interval_from_80_to_500_hertz(fundamental: bool) -> None:
    """Against a reference tone of 200 Hz in the same take, which is the longer and so the median."""
    for hertz in np.geomspace(80, 500, 16):
        reference, tone = a_voice(steady(200.0, 0.8)), a_voice(steady(hertz, 0.6), fundamental=fundamental)
        track = track_pitch(Waveform(np.concatenate([reference.samples, silence(0.2).samples, tone.samples]), RATE))
        inside = track.value[106:154]
        assert np.isfinite(inside).all()
        assert np.abs(inside - 12 * np.log2(hertz / 200)).max() < 0.5
        assert np.abs(track.value[6:74]).max() < 0.5


def test_a_glide_is_followed_in_time_and_pitch() -> None:
    hertz = np.geomspace(100, 400, 3 * RATE)
    track = track_pitch(a_voice(hertz))
    times = np.arange(len(track.value)) * 0.01
    wanted = 12 * np.log2(100 / 200) + 24 * times / 3
    assert len(track.value) == 300
    assert np.nanmax(np.abs(track.value - wanted)[10:-10]) < 0.3
    held = (track.low <= wanted) & (wanted <= track.high)
    assert held[10:-10].mean() >= 0.9


def test_the_band_lies_around_the_value_and_is_finite_where_there_is_voice() -> None:
    track = track_pitch(a_voice(steady(180.0)))
    voiced = np.isfinite(track.value)
    assert voiced.mean() > 0.9
    assert (track.low[voiced] < track.value[voiced]).all()
    assert (track.value[voiced] < track.high[voiced]).all()
    assert np.isnan(track.low[~voiced]).all()
    assert np.isnan(track.high[~voiced]).all()


def test_the_band_widens_in_noise() -> None:
    voice = a_voice(steady(180.0, 1.0))
    noise = np.random.default_rng(3).standard_normal(len(voice.samples)).astype(np.float32)
    noisy = track_pitch(Waveform(voice.samples + 0.06 * noise, RATE))
    clean = track_pitch(voice)
    assert np.nanmean(noisy.high - noisy.low) > 1.2 * np.nanmean(clean.high - clean.low)


def test_silence_and_noise_have_no_pitch() -> None:
    noise = np.random.default_rng(4).standard_normal(2 * RATE).astype(np.float32) * 0.05
    assert np.isnan(track_pitch(silence(1.0)).value).all()
    assert np.isnan(track_pitch(Waveform(noise, RATE)).value).mean() > 0.95


@pytest.mark.parametrize("hertz", [90.0, 420.0])
def test_a_leap_of_an_octave_counts_only_when_it_lasts(hertz: float) -> None:
    def leaping(seconds: float) -> float:
        voice = a_voice(np.concatenate([steady(200.0, 0.5), steady(hertz, seconds), steady(200.0, 0.5)]))
        return float(np.nanmax(np.abs(track_pitch(voice).value)))

    assert leaping(0.06) < 9
    assert leaping(0.3) == pytest.approx(abs(12 * np.log2(hertz / 200)), abs=0.5)


@pytest.mark.parametrize("samples", [0, 1, 100, 161])
def test_takes_of_a_few_samples_give_tracks_of_their_length(samples: int) -> None:
    assert len(track_pitch(Waveform(np.zeros(samples, dtype=np.float32), RATE)).value) == samples // 160


def test_other_rates_and_steps_give_the_same_curve() -> None:
    fine, coarse = track_pitch(a_waveform(1.0, rate=48_000)), track_pitch(a_waveform(1.0), step=0.02)
    assert len(coarse.value) == 50
    np.testing.assert_allclose(fine.value[10:90:2], coarse.value[5:45], atol=0.1)


def test_same_samples_give_the_same_track_to_the_bit() -> None:
    first, second = track_pitch(a_waveform(1.0)), track_pitch(a_waveform(1.0))
    np.testing.assert_array_equal(first.value, second.value)
    np.testing.assert_array_equal(first.low, second.low)
