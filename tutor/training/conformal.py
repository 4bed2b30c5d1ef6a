"""Split conformal prediction (field.md section 4): how far intervals must reach. Knows nothing of what is scored."""

import numpy as np
from numpy.typing import NDArray

ALPHA = 0.1  # share of labels that may lie outside


def conformal_width(scores: NDArray[np.float64], alpha: float = ALPHA) -> float:
    """The ceil((n+1)(1-alpha))-th smallest of held-out errors, in sigmas; the largest where there are too few."""
    rank = min(len(scores), int(np.ceil((len(scores) + 1) * (1 - alpha))))
    return float(np.sort(scores)[rank - 1])
