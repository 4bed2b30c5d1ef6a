"""Any rate to the 16 kHz everything that listens works at."""

import numpy as np

from tutor.domain.audio import Samples, Waveform

RATE = 16_000


def to_16k(waveform: Waveform) -> Waveform:
    """The same sound at 16,000 Hz (soxr, high quality); the very same object when it has that rate already."""
    return to_rate(waveform, RATE)


def to_rate(waveform: Waveform, rate: int) -> Waveform:
    """The same sound at `rate` Hz."""
    if waveform.rate == rate:
        return waveform
    import soxr  # when it is needed: windows that name this module paint before it is loaded

    return Waveform(soxr.resample(waveform.samples, waveform.rate, rate), rate)


class Resampler:
    """Samples of any rate to 16,000 Hz, block by block: together the very samples `to_16k` makes of the whole."""

    def __init__(self, rate: int) -> None:
        import soxr

        self._stream = soxr.ResampleStream(rate, RATE, 1, dtype="float32") if rate != RATE else None

    def __call__(self, block: Samples) -> Samples:
        """What is certain by now; it lags behind by some milliseconds."""
        return block if self._stream is None else self._stream.resample_chunk(block)

    def rest(self) -> Samples:
        """What was held back, when all blocks have come."""
        nothing = np.zeros(0, np.float32)
        return nothing if self._stream is None else self._stream.resample_chunk(nothing, last=True)
