"""From what the model says to scores with intervals that hold what they promise, fitted on speakers it was not trained on.

Whole readings: mean and spread from the head. Words and sounds: the labels' probabilities, made sharper or flatter by a
temperature, give mean and spread. Both ways the interval is mean +- q sigma, one q a level (split conformal; field.md section 4).
The file says which model it is for, and is refused for any other. Fitted by `tutor.training.speechllm.calibrate`. Knows no torch.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tutor.domain.assessment import PHONE_SCALE, UTTERANCE_SCALE, Estimate
from tutor.domain.errors import ModelError
from tutor.speechllm.rubric import RUBRICS, Name

FILE = "calibration.json"
LABELLED: tuple[Name, ...] = ("word", "stress", "phone")
LEAST_SPREAD = 0.05  # of the scale: raters' labels come in steps, however sure the model is
_ROUNDING = 1e-9
Chances = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Everything fitted on held-out speakers, and what it was fitted on.

    `model`: fingerprint of what it holds for; `data`: the readings; `alpha`: share of scores that may lie outside; `widths`:
    sigmas to either side by level; `temperatures` by level of labels; `slope` and `offset` turn the log-odds of the worst label
    into P(mispronounced).
    """

    model: str
    data: str
    date: str
    takes: int
    alpha: float
    widths: Mapping[str, float]
    temperatures: Mapping[Name, float]
    slope: float
    offset: float

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Of a model's folder. `ModelError` when it is missing, broken, or for another model (`calibration_differs`)."""
        path = folder / FILE
        try:
            said = cls(**json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise ModelError("model_unreadable" if path.exists() else "model_missing", path=str(path)) from error
        if said.model != fingerprint(folder):
            raise ModelError("calibration_differs", path=str(path))
        return said

    def save(self, folder: Path) -> None:
        """Beside the adapter."""
        (folder / FILE).write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")

    def estimate(self, aspect: str, mean: float, sigma: float) -> Estimate:
        """A score of the whole reading, 0-10, from the head's mean and spread."""
        return self._estimate(aspect, mean, sigma, UTTERANCE_SCALE)

    def estimate_labels(self, level: Name, chances: Chances) -> Estimate:
        """A score of a word (0-10), its stress (0-10) or a sound (0-2) from its labels' probabilities, best first."""
        return self._estimate(level, *spread_of(level, tempered(chances, self.temperatures[level])), scale_of(level))

    def mispronounced(self, chances: Chances) -> float:
        """P(the raters' mean is below 0.5) from a sound's labels' probabilities."""
        return float(1 / (1 + np.exp(-np.clip(self.slope * worst_odds(chances) + self.offset, -30, 30))))

    def _estimate(self, level: str, mean: float, sigma: float, top: float) -> Estimate:
        reach = self.widths[level] * sigma
        low, mid, high = (float(np.clip(at, 0.0, top)) for at in (mean - reach, mean, mean + reach))
        return Estimate(mid, low, high)


def scale_of(level: Name) -> float:
    """The top of a level's scale."""
    return PHONE_SCALE if level == "phone" else UTTERANCE_SCALE


def tempered(chances: Chances, temperature: float) -> Chances:
    """Probabilities (…, labels) made flatter (above 1) or sharper (below 1)."""
    logs = np.log(np.maximum(chances, _ROUNDING)) / temperature
    shares = np.exp(logs - logs.max(-1, keepdims=True))
    return np.asarray(shares / shares.sum(-1, keepdims=True), np.float64)


def spread_of(level: Name, chances: Chances) -> tuple[float, float]:
    """Mean score and standard deviation under the labels' probabilities."""
    centres = RUBRICS[level].centres
    mean = float(chances @ centres)
    return mean, max(float(np.sqrt(chances @ (centres - mean) ** 2)), LEAST_SPREAD * scale_of(level))


def worst_odds(chances: Chances) -> float:
    """Log-odds of a sound's worst label, whose scores are those below 0.5."""
    worst = float(np.clip(chances[-1], _ROUNDING, 1 - _ROUNDING))
    return float(np.log(worst) - np.log1p(-worst))


def fingerprint(folder: Path) -> str:
    """Of the weights in a model's folder, adapter and head."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.safetensors")):
        digest.update(path.name.encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
