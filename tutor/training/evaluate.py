"""`tutor evaluate`: how close the assessor comes to the raters, and how often its intervals hold.

Errors and widths are on the contract's scales: 0-2 for phones, 0-10 for words and utterances. numpy only.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from tutor.domain.assessment import MISPRONOUNCED, PHONE_SCALE, UTTERANCE_SCALE, Estimate, Verdict
from tutor.domain.marks import PHONE_EDGE
from tutor.practice.ports import Progress
from tutor.scorer.assessor import EmbeddedAssessor
from tutor.scorer.calibration import Calibration
from tutor.training.answers import Answer, Floats, Level, Scored, answer, levels
from tutor.training.manifest import read_manifest

Figures = dict[str, object]
_HAIR = 1e-6  # labels are steps of 0.2 in single precision
_BINS = 15  # equal in width, for the expected calibration error


def evaluate(manifest: Path, model: Path | None, limit: int | None, progress: Progress) -> Figures:
    """The contract's figures for a whole manifest. Raises `ModelError`, `TextError` or `AudioError`."""
    assessor = EmbeddedAssessor.load(model)
    readings = read_manifest(manifest)[:limit]
    answers = []
    for done, reading in enumerate(readings):
        progress(done / len(readings), "evaluating")
        answers.append(answer(assessor.networks, reading))
    return figures(answers, assessor)


def figures(answers: Sequence[Answer], assessor: EmbeddedAssessor) -> Figures:
    """Figures of answers already given."""
    names = ("under_16", "adult", "female", "male")
    began = time.perf_counter()
    scored = [Scored(a.reading, assessor.referee.decide(a.scored)) for a in answers]
    refereed = time.perf_counter() - began
    groups = {name: [s for s in scored if name in s.reading.groups] for name in names}
    audio, spent = (sum(getattr(a, name) for a in answers) for name in ("audio_seconds", "seconds"))
    refused = sum(a.faulty or assessor.verdict(a.read) is not Verdict.SCORED for a in answers)
    return {
        "schema": 1,
        "takes": len(answers),
        "refused": refused,
        **_by_level(scored, assessor.calibration),
        "groups": {name: {"takes": len(g), **_by_level(g, assessor.calibration)} for name, g in groups.items() if g},
        "mispronunciation": _mispronunciation(scored, assessor.calibration),
        "speed": {"audio_seconds": audio, "seconds": spent + refereed, "times_real_time": audio / (spent + refereed)},
    }  # fmt: skip


def _by_level(scored: Sequence[Scored], calibration: Calibration) -> Figures:
    measured = {name: _measure(name, level, calibration) for name, level in levels(scored).items()}
    return {
        "phone": {"accuracy": measured["phone"]},
        "word": {"accuracy": measured["word_accuracy"], "stress": measured["word_stress"]},
        "utterance": {name: measured[name] for name in ("accuracy", "fluency", "prosody", "total")},
    }


def _measure(name: str, level: Level, calibration: Calibration) -> dict[str, float | None]:
    said = [calibration.estimate(name, mean, spread) for mean, spread in zip(level.mean, level.log_variance, strict=True)]
    return measure(said, level.label * (1.0 if name == "phone" else UTTERANCE_SCALE / PHONE_SCALE))


def measure(said: Sequence[Estimate], label: Floats) -> dict[str, float | None]:
    """Estimates against labels of the same scale; nothing but None where there are none."""
    if not said:
        return dict.fromkeys(("pcc", "mse", "mae", "bias", "coverage", "width"))
    value, low, high = (_column(said, part) for part in (lambda e: e.value, lambda e: e.low, lambda e: e.high))
    error = value - label
    held = (low <= label + _HAIR) & (label <= high + _HAIR)
    return {
        "pcc": correlation(value, label),
        "mse": float(np.mean(error**2)),
        "mae": float(np.mean(np.abs(error))),
        "bias": float(np.mean(error)),
        "coverage": float(np.mean(held)),
        "width": float(np.mean(high - low)),
    }


def _column(said: Sequence[Estimate], part: Callable[[Estimate], float]) -> Floats:
    return np.array([part(estimate) for estimate in said])


def correlation(value: Floats, label: Floats) -> float | None:
    """Pearson's correlation; None where one side doesn't vary."""
    return float(np.corrcoef(value, label)[0, 1]) if value.std() > 0 and label.std() > 0 else None


def _mispronunciation(scored: Sequence[Scored], calibration: Calibration) -> dict[str, float | None]:
    logits = np.concatenate([s.scores.mispronounced for s in scored])
    wrong = np.concatenate([s.reading.labels.phone_mean for s in scored]) < PHONE_EDGE
    return mispronunciation(np.array([calibration.mispronounced(float(logit)) for logit in logits]), wrong)


def mispronunciation(chance: Floats, wrong: np.ndarray) -> dict[str, float | None]:
    """How well phones that raters marked are found: claimed chances against whether they were."""
    flagged = chance >= MISPRONOUNCED
    hits = int((flagged & wrong).sum())
    precision = hits / flagged.sum() if flagged.any() else None
    recall = hits / wrong.sum() if wrong.any() else None
    return {
        "average_precision": _average_precision(chance, wrong),
        "threshold": MISPRONOUNCED,
        "precision": precision,
        "recall": recall,
        "f1": 2 * hits / (flagged.sum() + wrong.sum()) if wrong.any() else None,
        "ece": _calibration_error(chance, wrong),
    }


def _average_precision(chance: Floats, wrong: np.ndarray) -> float | None:
    """Mean precision at each mispronounced phone, ranked by chance."""
    if not wrong.any():
        return None
    ranked = wrong[np.argsort(-chance, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean())


def _calibration_error(chance: Floats, wrong: np.ndarray) -> float:
    """Expected calibration error: |claimed - true share| over equal bins, weighted by their phones (arXiv 1706.04599)."""
    bins = np.minimum((chance * _BINS).astype(int), _BINS - 1)
    return float(sum(abs(chance[bins == b].mean() - wrong[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins)))
