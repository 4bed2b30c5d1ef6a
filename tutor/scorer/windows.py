"""Where a long take is cut for the encoder, whose attention grows with the square of the length."""

from collections.abc import Iterator

import numpy as np

from tutor.domain.audio import Samples
from tutor.scorer.evidence import FRAME_S

_RATE = 16_000
_HOP = round(FRAME_S * _RATE)
_LONGEST_S = 20.0
_SHORTEST_S = 10.0
_SEES = 895 - _HOP  # samples beyond its hop that a window's last frame needs


def windows(samples: Samples) -> Iterator[tuple[int, int]]:
    """First sample and the one behind the last, a window; cut where it is quietest between 10 and 20 s, in whole frames.

    Windows overlap by what the last frame sees, so that together they give one frame a hop without a seam.
    """
    start = 0
    while len(samples) - start > _LONGEST_S * _RATE:
        at = start + _quietest(samples[start : start + int(_LONGEST_S * _RATE)])
        yield start, at + _SEES
        start = at
    yield start, len(samples)


def _quietest(samples: Samples) -> int:
    frames = samples[: len(samples) // _HOP * _HOP].reshape(-1, _HOP)
    loudness = np.convolve((frames**2).mean(axis=1), np.ones(9), mode="same")
    first = int(_SHORTEST_S / FRAME_S)
    return (first + int(loudness[first:-9].argmin())) * _HOP
