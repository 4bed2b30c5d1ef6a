"""Logistic regression by Newton's method. Knows nothing of what it tells apart."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_STEPS, _PULL, _HALVINGS = 40, 1.0, 30
_STEEPEST = 30.0  # logits beyond this are as good as certain


def fit_logistic(rows: Floats, right: NDArray[np.bool_], start: Floats) -> Floats:
    """Weights (columns,) with P(right) = 1 / (1 + exp(-rows . weights)).

    A faint pull towards `start` keeps them finite where rows tell right from wrong without an error. A step that would make
    things worse, which rows of great size bring about, is halved.
    """

    def loss(tried: Floats) -> float:
        said = rows @ tried
        return float((np.logaddexp(0, said) - right * said).sum() + _PULL / 2 * ((tried - start) ** 2).sum())

    weights = start.copy()
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -_STEEPEST, _STEEPEST)))
        gradient = rows.T @ (right - chance) - _PULL * (weights - start)
        hessian = (rows * (chance * (1 - chance))[:, None]).T @ rows + _PULL * np.eye(len(weights))
        step = np.linalg.solve(hessian, gradient)
        weights += next((step / 2**at for at in range(_HALVINGS) if loss(weights + step / 2**at) <= loss(weights)), 0.0)
    return weights


def platt(odds: Floats, right: NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and offset with P(right) = 1 / (1 + exp(-(slope x log-odds + offset))), pulled faintly towards 1 and 0."""
    slope, offset = fit_logistic(np.stack([odds, np.ones_like(odds)], axis=1), right, np.array([1.0, 0.0]))
    return float(slope), float(offset)
