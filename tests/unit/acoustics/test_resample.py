import numpy as np
import pytest

from tests.builders import a_waveform
from tutor.acoustics.resample import Resampler, to_16k, to_rate


@pytest.mark.parametrize("rate", [8_000, 11_025, 22_050, 44_100, 48_000, 96_000])
def test_length_and_level_stay(rate: int) -> None:
    wave = a_waveform(1.0, rate=rate)
    same = to_16k(wave)
    assert same.rate == 16_000
    assert same.seconds == pytest.approx(1.0, abs=0.001)
    assert np.std(same.samples) == pytest.approx(np.std(wave.samples), rel=0.05)


def test_sound_at_16_khz_is_passed_on_untouched() -> None:
    wave = a_waveform(0.1)
    assert to_16k(wave) is wave


def test_a_tone_above_the_new_range_is_gone() -> None:
    t = np.arange(48_000) / 48_000
    wave = type(a_waveform(0.1))(np.sin(2 * np.pi * 12_000 * t).astype(np.float32), 48_000)
    assert np.abs(to_16k(wave).samples[100:-100]).max() < 0.01


def test_any_rate_can_be_asked_for() -> None:
    assert len(to_rate(a_waveform(0.5), 44_100).samples) == 22_050


@pytest.mark.parametrize("rate", [11_025, 16_000, 44_100, 48_000])
def test_blocks_give_the_very_samples_of_the_whole(rate: int) -> None:
    whole = a_waveform(3.0, rate=rate)
    resampler = Resampler(rate)
    blocks = [resampler(whole.samples[at : at + 1234]) for at in range(0, len(whole.samples), 1234)]
    assert np.array_equal(np.concatenate([*blocks, resampler.rest()]), to_16k(whole).samples)
