"""From raw means and variances to scores on the contract's scales, with intervals that hold what they promise.

Split conformal over speakers neither networks nor referee had heard (field.md section 4): mean +- q sigma, one q a level.
Fitted by `tutor.training.calibrate`, kept as JSON beside the networks.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from tutor.domain.assessment import PHONE_SCALE, UTTERANCE_SCALE, Estimate
from tutor.domain.errors import ModelError

FILE = "calibration.json"
LEVELS = ("phone", "word_accuracy", "word_stress", "accuracy", "fluency", "prosody", "total")
LOG_VARIANCE = (-12.0, 2.0)  # no score is surer, or less sure


@dataclass(frozen=True, slots=True)
class Calibration:
    """Everything fitted on held-out speakers.

    `widths`: sigmas an interval reaches to either side, by level; `slope` and `offset` turn a logit into P(mispronounced).
    """

    confidence: float
    widths: dict[str, float]
    slope: float
    offset: float

    @classmethod
    def load(cls, folder: Path) -> "Calibration":
        """Read it; `ModelError` when it is missing or broken."""
        path = folder / FILE
        try:
            return cls(**json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise ModelError("model_unreadable" if path.exists() else "model_missing", path=str(path)) from error

    def save(self, folder: Path) -> None:
        """Write it beside the networks."""
        (folder / FILE).write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")

    def estimate(self, name: str, mean: float, log_variance: float) -> Estimate:
        """One score on the contract's scale: 0-2 for phones, 0-10 for words and utterances."""
        top = PHONE_SCALE if name == "phone" else UTTERANCE_SCALE
        reach = self.widths[name] * float(np.exp(0.5 * np.clip(log_variance, *LOG_VARIANCE)))
        low, mid, high = (min(max(at, 0.0), PHONE_SCALE) * top / PHONE_SCALE for at in (mean - reach, mean, mean + reach))
        return Estimate(mid, low, high)

    def mispronounced(self, logit: float) -> float:
        """P(the raters' mean is below 0.5)."""
        return float(1 / (1 + np.exp(-np.clip(self.slope * logit + self.offset, -30, 30))))
