"""From raw means and variances to scores on the contract's scales, with intervals that hold what they promise.

Split conformal over speakers the networks had not heard (field.md section 4): mean +- q sigma ^ power, one q and power a level.
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
LOG_VARIANCE = (-5.0, 2.0)  # the range the variances are trained in


@dataclass(frozen=True, slots=True)
class Level:
    """value = slope x mean + offset, interval = value +- width x sigma ^ power, all on 0-2 as the networks speak."""

    slope: float
    offset: float
    power: float
    width: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Everything fitted on held-out speakers. `slope` and `offset` turn a logit into P(mispronounced)."""

    confidence: float
    levels: dict[str, Level]
    slope: float
    offset: float

    @classmethod
    def load(cls, folder: Path) -> "Calibration":
        """Read it; `ModelError` when it is missing or broken."""
        path = folder / FILE
        try:
            data = json.loads(path.read_text("utf-8"))
            levels = {name: Level(**level) for name, level in data.pop("levels").items()}
            return cls(levels=levels, **data)
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise ModelError("model_unreadable" if path.exists() else "model_missing", path=str(path)) from error

    def save(self, folder: Path) -> None:
        """Write it beside the networks."""
        (folder / FILE).write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")

    def estimate(self, name: str, mean: float, log_variance: float) -> Estimate:
        """One score on the contract's scale: 0-2 for phones, 0-10 for words and utterances."""
        level = self.levels[name]
        top = PHONE_SCALE if name == "phone" else UTTERANCE_SCALE
        value = level.slope * mean + level.offset
        reach = level.width * float(np.exp(0.5 * level.power * np.clip(log_variance, *LOG_VARIANCE)))
        low, mid, high = (min(max(at, 0.0), PHONE_SCALE) * top / PHONE_SCALE for at in (value - reach, value, value + reach))
        return Estimate(mid, low, high)

    def mispronounced(self, logit: float) -> float:
        """P(the raters' mean is below 0.5)."""
        return float(1 / (1 + np.exp(-np.clip(self.slope * logit + self.offset, -30, 30))))
