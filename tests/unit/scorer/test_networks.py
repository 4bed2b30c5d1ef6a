"""Listening to a long take, as a whole and while it is still being read."""

import numpy as np
import pytest

from tests.samples import SAMPLES
from tutor.acoustics.resample import to_16k, to_rate
from tutor.domain.audio import Samples, Waveform
from tutor.domain.resources import assets
from tutor.scorer.networks import Heard, Networks, Overhearing
from tutor.store.audiofiles import read_audio

HOP, SEES = 384, 895


class CountingNetworks(Networks):
    """Counts the windows it had to listen to."""

    def __init__(self) -> None:
        super().__init__(assets() / "scorer")
        self.runs = 0

    def frames(self, window: Samples) -> Heard:
        self.runs += 1
        return super().frames(window)


@pytest.fixture(scope="module")
def networks() -> CountingNetworks:
    return CountingNetworks()


@pytest.fixture(scope="module")
def sound() -> Waveform:
    """Half a minute, as a microphone gives it."""
    samples = np.concatenate([read_audio(sample.path).samples for sample in SAMPLES] * 2)
    return to_rate(Waveform(samples[: 32 * 16_000], 16_000), 48_000)


def overheard(networks: Networks, sound: Waveform) -> dict[bytes, Heard]:
    windows: dict[bytes, Heard] = {}
    overhearing = Overhearing(networks, sound.rate, windows)
    for at in range(0, len(sound.samples), 2400):
        overhearing.feed(sound.samples[at : at + 2400])
    return windows


@pytest.mark.parametrize("seconds", [0.01, 1.0, 20.0, 32.0])
def test_windows_together_give_every_frame_once(networks: CountingNetworks, sound: Waveform, seconds: float) -> None:
    samples = to_16k(sound).samples[: round(seconds * 16_000)]
    heard = networks.listen(samples)
    assert len(heard.features) == len(heard.log_posteriors) == max(0, (len(samples) - SEES) // HOP) + 1


def test_a_take_overheard_is_the_take_heard_afterwards(networks: CountingNetworks, sound: Waveform) -> None:
    samples = to_16k(sound).samples
    afterwards = networks.listen(samples)
    windows = overheard(networks, sound)
    networks.runs = 0
    heard = networks.listen(samples, overheard=windows)
    assert networks.runs == 1, "only the end was left"
    assert np.array_equal(heard.features, afterwards.features)
    assert np.array_equal(heard.log_posteriors, afterwards.log_posteriors)


def test_a_take_that_was_overheard_with_a_gap_is_heard_anew(networks: CountingNetworks, sound: Waveform) -> None:
    samples = to_16k(sound).samples
    windows = overheard(networks, Waveform(sound.samples[4800:], sound.rate))
    networks.runs = 0
    heard = networks.listen(samples, overheard=windows)
    assert networks.runs > 1
    assert np.array_equal(heard.features, networks.listen(samples).features)
