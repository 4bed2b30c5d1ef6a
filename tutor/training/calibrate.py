"""Fitting what turns raw means and variances into scores and honest intervals, on speakers the networks had not heard.

    tutor calibrate MODEL DATASET

fits a model folder's `calibration.json` anew on a rated corpus of one's own, whose speakers the model was not trained on.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rich.progress import track

from tutor.domain.assessment import PHONE_SCALE
from tutor.domain.marks import PHONE_EDGE
from tutor.scorer.calibration import LOG_VARIANCE, Calibration
from tutor.scorer.calibration import Level as Fitted
from tutor.scorer.networks import Networks
from tutor.training.answers import Answer, Floats, Level, answer, levels
from tutor.training.logistic import fit_logistic
from tutor.training.manifest import read_manifest

CONFIDENCE = 0.9
_NEWTON_STEPS = 30
_PULL = 1.0
_FAINT = 1e-4  # squared points of 0-2
_STEEPEST = 30.0  # logits beyond this are as good as certain


def main(argv: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(
        prog="tutor calibrate", description="Fit a model's intervals on rated readings it was not trained on."
    )
    parser.add_argument("model", type=Path, help="model folder; its calibration.json is replaced")
    parser.add_argument("dataset", type=Path, help="folder with train.jsonl and its recordings")
    options = parser.parse_args(argv)
    networks = Networks(options.model)
    readings = read_manifest(options.dataset / "train.jsonl")
    calibrate([answer(networks, reading) for reading in track(readings, "calibrating")]).save(options.model)
    return 0


def calibrate(answers: Sequence[Answer]) -> Calibration:
    """From held-out answers to intervals that hold CONFIDENCE of the released labels."""
    logits = np.concatenate([a.scored.raw.mispronounced for a in answers]).astype(np.float64)
    wrong = np.concatenate([a.reading.labels.phone_mean for a in answers]) < PHONE_EDGE
    slope, offset = _logistic(logits, wrong)
    fitted = {name: _fit(level) for name, level in levels(answers).items()}
    return Calibration(CONFIDENCE, fitted, slope, offset)


def _fit(level: Level) -> Fitted:
    slope, offset = (float(v) for v in np.polyfit(level.mean, level.label, 1))
    said = np.clip(slope * level.mean + offset, 0.0, PHONE_SCALE)  # as `Calibration.estimate` says it
    log_variance = np.clip(level.log_variance, *LOG_VARIANCE)
    power = _power(log_variance, (level.label - said) ** 2)
    return Fitted(slope, offset, power, conformal_width(np.abs(level.label - said) / np.exp(0.5 * power * log_variance)))


def _power(log_variance: Floats, squares: Floats) -> float:
    """The power of the variance that fits squared errors best: likelihood of a Gaussian with variance e^a x variance ^ power.

    Networks learn variances where they have learnt the labels, so on new speakers large ones come out too small. A faint pull
    towards power 1 and a faint error everywhere keep it finite.
    """
    design = np.stack([np.ones_like(log_variance), log_variance], axis=1)
    start = np.array([np.log(squares.mean() + _FAINT) - log_variance.mean(), 1.0])
    weights = start
    for _ in range(_NEWTON_STEPS):
        ratio = (squares + _FAINT) * np.exp(-np.clip(design @ weights, -_STEEPEST, _STEEPEST))
        gradient = design.T @ (1 - ratio) + _PULL * (weights - start)
        hessian = (design * ratio[:, None]).T @ design + _PULL * np.eye(2)
        weights = weights - np.linalg.solve(hessian, gradient)
    return float(weights[1])


def conformal_width(scores: Floats) -> float:
    """The ceil((n+1) x confidence)-th smallest score (split conformal; field.md section 4)."""
    rank = min(len(scores), int(np.ceil((len(scores) + 1) * CONFIDENCE)))
    return float(np.sort(scores)[rank - 1])


def _logistic(logits: Floats, wrong: np.ndarray) -> tuple[float, float]:
    """Platt scaling: P = 1 / (1 + exp(-(slope x logit + offset))).

    A faint pull towards slope 1 and offset 0 keeps it finite where logits tell right from wrong without an error.
    """
    slope, offset = fit_logistic(np.stack([logits, np.ones_like(logits)], axis=1), wrong, np.array([1.0, 0.0]))
    return float(slope), float(offset)
