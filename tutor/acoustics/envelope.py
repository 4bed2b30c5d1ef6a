"""A waveform small enough to draw."""

import numpy as np

from tutor.domain.audio import Samples


def envelope(samples: Samples, points: int) -> tuple[Samples, Samples]:
    """Lowest and highest sample of each of `points` equal stretches, in order; fewer points when there are fewer samples."""
    count = min(points, len(samples))
    if count < 1:
        nothing = np.zeros(0, dtype=np.float32)
        return nothing, nothing
    starts = np.arange(count) * len(samples) // count
    return np.minimum.reduceat(samples, starts), np.maximum.reduceat(samples, starts)
