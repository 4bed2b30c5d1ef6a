"""Short-time power and harmonicity of 16 kHz sound, in blocks so that memory doesn't grow with the take."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tutor.domain.audio import Samples, Waveform
from tutor.domain.prosody import Track

RATE = 16_000
HOP = 160  # 10 ms
WINDOW = 512  # 32 ms: two periods of the deepest voice
FLOOR_DB = -120.0  # below the dither of 16 bits; where digital silence lies
_FFT = 2 * WINDOW  # room for the whole autocorrelation without wrap-around
_BLOCK = 1000  # frames at a time: about 12 MB of work memory, whatever the take's length
_AUDIBLE_HZ = 80.0  # below it lie mains hum, rumble and handling noise, and no part of speech that counts
_SPEECH_BAND_HZ = (200.0, 4000.0)  # where speech stands out best; clear of the strongest mains harmonics
_PITCH_HZ = (75.0, 450.0)  # men to children

Curve = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Frames:
    """One value every 10 ms, the frame's middle at (k + 0.5) * 10 ms.

    `level_db`: power above 80 Hz, dB of full scale (a full-scale sine is -3 dB). `speech_db`: the same of 200-4000 Hz.
    `harmonicity`: highest normalised autocorrelation at the lags of 75-450 Hz, 0-1 (Boersma 1993, eq. 9).
    """

    level_db: Curve
    speech_db: Curve
    harmonicity: Curve


def frames(samples: Samples) -> Frames:
    """Analyse 16 kHz samples; never empty."""
    parts = [_analyse(block) for block in _blocks(samples)]
    return Frames(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def to_db(power: Curve) -> Curve:
    """10 log10, not below the floor."""
    decibels: Curve = 10 * np.log10(np.maximum(power, 10 ** (FLOOR_DB / 10)))
    return decibels


def point_count(waveform: Waveform, step: float) -> int:
    """How many values a curve over the waveform has, one each `step` seconds from 0 on."""
    return int(round(waveform.seconds / step, 6))  # 0.29 / 0.01 is a little under 29


def to_track(value: Curve, low: Curve, high: Curve) -> Track:
    """Single precision is enough to draw."""
    return Track(value.astype(np.float32), low.astype(np.float32), high.astype(np.float32))


def _blocks(samples: Samples) -> Iterator[Samples]:
    """Windows of `_BLOCK` frames at a time, shape (frames, WINDOW), each centred on its hop; zeros beyond the ends."""
    count = max(1, len(samples) // HOP)
    side = (WINDOW - HOP) // 2
    for first in range(0, count, _BLOCK):
        behind = min(count, first + _BLOCK)
        start, stop = first * HOP - side, (behind - 1) * HOP - side + WINDOW
        part = samples[max(0, start) : stop]
        part = np.pad(part, (max(0, -start), stop - max(0, start) - len(part)))
        yield np.lib.stride_tricks.sliding_window_view(part, WINDOW)[::HOP]


def _analyse(block: Samples) -> tuple[Curve, Curve, Curve]:
    taper = np.hanning(WINDOW).astype(np.float32)
    spectrum = np.fft.rfft(block * taper, _FFT)
    power = (spectrum.real**2 + spectrum.imag**2).astype(np.float64)
    hertz = np.fft.rfftfreq(_FFT, 1 / RATE)
    power[:, hertz < _AUDIBLE_HZ] = 0
    scale = 2 / (_FFT * float(np.sum(taper**2)))  # Parseval, one-sided
    speech = (hertz >= _SPEECH_BAND_HZ[0]) & (hertz <= _SPEECH_BAND_HZ[1])
    return to_db(power.sum(1) * scale), to_db(power[:, speech].sum(1) * scale), _harmonicity(power, taper)


def _harmonicity(power: Curve, taper: Samples) -> Curve:
    own = np.fft.irfft(np.abs(np.fft.rfft(taper, _FFT)) ** 2)
    correlation = np.fft.irfft(power, axis=1)
    lags = slice(int(RATE / _PITCH_HZ[1]), int(RATE / _PITCH_HZ[0]) + 1)
    best = (correlation[:, lags] / own[lags]).max(1)
    energy = correlation[:, 0] / own[0]
    harmonicity: Curve = np.clip(np.divide(best, energy, out=np.zeros_like(best), where=energy > 1e-12), 0, 1)
    return harmonicity
