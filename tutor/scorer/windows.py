"""Where a long take is cut for the encoder, whose attention grows with the square of the length."""

import numpy as np

from tutor.domain.audio import Samples
from tutor.scorer.evidence import FRAME_S

_RATE = 16_000
HOP = round(FRAME_S * _RATE)
_LONGEST_S = 20.0
_SHORTEST_S = 10.0
SEES = 895 - HOP  # samples beyond its hop that a window's last frame needs


def first_cut(samples: Samples) -> int | None:
    """Where the first window of these samples gives way to the next: where it is quietest between 10 and 20 s, in whole frames.

    None when all are one window, 20 s at most. What comes after 20 s has no say, so that a take can be cut while it is still
    being read. The window needs `SEES` samples more; with them, windows together give one frame a hop without a seam.
    """
    longest = int(_LONGEST_S * _RATE)
    return _quietest(samples[:longest]) if len(samples) > longest else None


def _quietest(samples: Samples) -> int:
    frames = samples[: len(samples) // HOP * HOP].reshape(-1, HOP)
    loudness = np.convolve((frames**2).mean(axis=1), np.ones(9), mode="same")
    first = int(_SHORTEST_S / FRAME_S)
    return (first + int(loudness[first:-9].argmin())) * HOP
