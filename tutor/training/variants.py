"""Other ways the same reading could have sounded: another rate, microphone, room and noise. Knows no network and no label.

A hundred speakers are few: without variants the networks learn by heart whom they hear (LOG.md has what this brought).
"""

import numpy as np
import soxr

from tutor.acoustics.resample import RATE
from tutor.domain.audio import Samples

_SPEEDS = (0.87, 1.15)  # pitch and formants move along, as from one speaker to another
_TILT_DB, _BANDS = 6.0, 7
_ECHO_S, _ECHO_SHARE = (0.1, 0.4), (0.1, 0.4)  # time to decay by 60 dB; level against the direct sound
_SNR_DB = (12.0, 40.0)
_TONED, _ECHOED, _NOISED, _RUMBLING = 0.5, 0.3, 0.7, 0.5  # how often


def vary(samples: Samples, generator: np.random.Generator) -> tuple[Samples, float]:
    """16 kHz samples as they could have been recorded elsewhere, and how many times faster they are."""
    speed = float(generator.uniform(*_SPEEDS))
    sound = soxr.resample(samples, RATE, RATE / speed).astype(np.float64)
    if generator.random() < _TONED:
        sound = _toned(sound, generator)
    if generator.random() < _ECHOED:
        sound = _echoing(sound, generator)
    if generator.random() < _NOISED:
        sound = sound + _noise(sound, generator)
    return (sound * generator.uniform(0.7, 1.3)).astype(np.float32), speed


def _toned(sound: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """Through another microphone: bands louder or softer, finer where frequencies are low."""
    spectrum = np.fft.rfft(sound)
    place = np.sqrt(np.linspace(0, 1, len(spectrum)))
    gain = np.interp(place, np.linspace(0, 1, _BANDS), generator.uniform(-_TILT_DB, _TILT_DB, _BANDS))
    return np.fft.irfft(spectrum * 10 ** (gain / 20), len(sound))


def _echoing(sound: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """In a room: noise that dies away stands for its echoes."""
    length = round(generator.uniform(*_ECHO_S) * RATE)
    echo = generator.standard_normal(length) * 10 ** (-3 * np.arange(length) / length)
    echo *= generator.uniform(*_ECHO_SHARE) / np.linalg.norm(echo)
    echo[0] += 1
    whole = len(sound) + length
    return np.fft.irfft(np.fft.rfft(sound, whole) * np.fft.rfft(echo, whole), whole)[: len(sound)]


def _noise(sound: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """White, or rumbling like traffic."""
    noise = generator.standard_normal(len(sound))
    if generator.random() < _RUMBLING:
        noise = np.cumsum(noise)
        noise -= np.convolve(noise, np.full(401, 1 / 401), "same")
    level = sound.std() / noise.std() * 10 ** (-generator.uniform(*_SNR_DB) / 20)
    return noise * float(level)
