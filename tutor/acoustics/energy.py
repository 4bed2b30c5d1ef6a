"""Loudness of a take over time."""

import numpy as np

from tutor.acoustics.frames import RATE, Curve, point_count, to_db, to_track
from tutor.acoustics.resample import to_16k
from tutor.domain.audio import Samples, Waveform
from tutor.domain.prosody import Track

_CELLS = 4  # of one step each: 40 ms at the usual step hold two periods of the deepest voice
_T90 = 2.353  # two-sided 90 % of Student's t with three degrees of freedom


def track_energy(waveform: Waveform, step: float = 0.01) -> Track:
    """Level in dB of full scale at 0, `step`, 2 `step` … seconds, as many as whole steps fit, -120 for digital silence.

    Each value is the mean power of the four steps around it. The band is that mean plus and minus 2.35 standard errors (90 %),
    taken from how the four powers scatter (at most 10 dB down): narrow in a held vowel, wide where the sound sets in or
    breaks off and one figure for 40 ms says little. It is no statement about the microphone's calibration.
    """
    power = _cells(to_16k(waveform).samples, round(step * RATE))[: point_count(waveform, step)]
    if not len(power):
        return to_track(power, power, power)
    around = np.lib.stride_tricks.sliding_window_view(np.pad(power, (_CELLS // 2, _CELLS // 2 - 1), mode="edge"), _CELLS)
    mean = around.mean(1)
    error = _T90 * around.std(1, ddof=1) / np.sqrt(_CELLS)
    value, low, high = to_db(mean), to_db(np.maximum(mean - error, mean / 10)), to_db(mean + error)
    return to_track(value, np.minimum(low, value), np.maximum(high, value))


def _cells(samples: Samples, size: int) -> Curve:
    """Mean power of each `size` samples; the rest at the end counts as one more."""
    count = len(samples) // size
    whole = samples[: count * size].reshape(count, size)
    power = np.einsum("ij,ij->i", whole, whole).astype(np.float64) / size
    rest = samples[count * size :]
    return np.append(power, np.mean(np.square(rest))) if len(rest) else power
