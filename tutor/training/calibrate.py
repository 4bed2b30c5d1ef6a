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
from tutor.scorer.networks import Networks
from tutor.scorer.referee import Referee
from tutor.training.answers import Level, Scored, answer, levels
from tutor.training.conformal import ALPHA, conformal_width
from tutor.training.logistic import platt
from tutor.training.manifest import read_manifest

CONFIDENCE = 1 - ALPHA


def main(argv: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(
        prog="tutor calibrate", description="Fit a model's intervals on rated readings it was not trained on."
    )
    parser.add_argument("model", type=Path, help="model folder; its calibration.json is replaced")
    parser.add_argument("dataset", type=Path, help="folder with train.jsonl and its recordings")
    options = parser.parse_args(argv)
    networks, referee = Networks(options.model), Referee(options.model)
    readings = read_manifest(options.dataset / "train.jsonl")
    scored = [Scored(r, referee.decide(answer(networks, r).scored)) for r in track(readings, "calibrating")]
    calibrate(scored).save(options.model)
    return 0


def calibrate(scored: Sequence[Scored]) -> Calibration:
    """From held-out scores to intervals that hold CONFIDENCE of the released labels."""
    logits = np.concatenate([s.scores.mispronounced for s in scored]).astype(np.float64)
    wrong = np.concatenate([s.reading.labels.phone_mean for s in scored]) < PHONE_EDGE
    slope, offset = platt(logits, wrong)
    return Calibration(CONFIDENCE, {name: _width(level) for name, level in levels(scored).items()}, slope, offset)


def _width(level: Level) -> float:
    off = np.abs(level.label - np.clip(level.mean, 0.0, PHONE_SCALE))  # of the score as `Calibration.estimate` says it
    return conformal_width(off / np.exp(0.5 * np.clip(level.log_variance, *LOG_VARIANCE)))
