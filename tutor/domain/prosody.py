"""Melody, loudness, pauses and pace of a take."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Curve = NDArray[np.float32]
LONG_PAUSE_S = 0.4  # what readers notice is a gap of about half a second


@dataclass(frozen=True, slots=True)
class Pause:
    """A silence inside the reading (seconds), behind word `after_word`; `expected` when punctuation asks for one."""

    start: float
    end: float
    after_word: int
    expected: bool

    @property
    def seconds(self) -> float:
        """How long it is, to the millisecond it is stored with."""
        return round(self.end - self.start, 3)


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """One curve with its band: read-only float32 arrays of one length, NaN where there is no value, low <= value <= high."""

    value: Curve
    low: Curve
    high: Curve

    def __post_init__(self) -> None:
        if not len(self.value) == len(self.low) == len(self.high):
            raise ValueError("a track's value, low and high have one length")
        for name in ("value", "low", "high"):
            curve = np.array(getattr(self, name), dtype=np.float32)
            curve.setflags(write=False)
            object.__setattr__(self, name, curve)


@dataclass(frozen=True, slots=True, eq=False)
class Prosody:
    """Curves every `step` seconds from 0 on: pitch in semitones about the speaker's own median, energy in dB of full scale.

    `words_per_minute` counts the time from the first to the last word; `articulation_rate` is syllables a second
    without the pauses. Both None when no word was read. `long_pause`: from this length in seconds on a pause where the text has
    no stop is marked; about what is shown, never stored.
    """

    step: float
    pitch: Track
    energy: Track
    pauses: tuple[Pause, ...]
    words_per_minute: float | None
    articulation_rate: float | None
    long_pause: float = LONG_PAUSE_S

    @property
    def odd_pauses(self) -> tuple[int, ...]:
        """Which of `pauses` are marked: long ones where the text has no stop."""
        return tuple(at for at, pause in enumerate(self.pauses) if not pause.expected and pause.seconds >= self.long_pause)
