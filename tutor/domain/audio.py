"""Sound as a record, and the facts measured of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
KEPT_STEPS = np.float32(2**23)  # 24 bits, which hold 16-bit sound and the mean of two such channels exactly


@dataclass(frozen=True, slots=True, eq=False)
class Waveform:
    """Mono sound.

    `samples`: shape (n,), float32, nominal range -1 to 1, made read-only here. `rate` in Hz.
    """

    samples: Samples
    rate: int

    def __post_init__(self) -> None:
        if self.samples.ndim != 1 or self.rate <= 0:
            raise ValueError(f"mono samples and a positive rate, not {self.samples.shape} at {self.rate} Hz")
        owned = np.ascontiguousarray(self.samples, dtype=np.float32)
        if owned is self.samples or owned.base is not None:
            owned = owned.copy()
        owned.setflags(write=False)
        object.__setattr__(self, "samples", owned)

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.rate

    def between(self, start_s: float, end_s: float) -> "Waveform":
        """The part from `start_s` to `end_s` (seconds), cut to what is there."""
        first, last = (max(0, round(at * self.rate)) for at in (start_s, end_s))
        return Waveform(self.samples[first : max(first, last)], self.rate)


@dataclass(frozen=True, slots=True)
class AudioFacts:
    """What the take sounds like as a signal.

    Times in seconds, levels in dB relative to full scale, `clipped` the share of samples that were cut off (0-1).
    `speech_start` and `speech_end` span all speech; both 0 when there is none.
    """

    seconds: float
    speech_seconds: float
    speech_start: float
    speech_end: float
    level_db: float
    noise_db: float
    clipped: float


def as_kept(samples: Samples) -> Samples:
    """The samples as they are read back from a kept take: rounded to 24 bits, clipped to full scale."""
    kept: Samples = np.clip(np.rint(samples * KEPT_STEPS), -KEPT_STEPS, KEPT_STEPS - 1) / KEPT_STEPS
    return kept
