"""Any rate to the 16 kHz everything that listens works at."""

import soxr

from tutor.domain.audio import Waveform

RATE = 16_000


def to_16k(waveform: Waveform) -> Waveform:
    """The same sound at 16,000 Hz (soxr, high quality); the very same object when it has that rate already."""
    return to_rate(waveform, RATE)


def to_rate(waveform: Waveform, rate: int) -> Waveform:
    """The same sound at `rate` Hz."""
    if waveform.rate == rate:
        return waveform
    return Waveform(soxr.resample(waveform.samples, waveform.rate, rate), rate)
