"""Scores of the whole reading with their spread, from the hidden states of the model's own answer (`states.py`).

A mean and a variance an aspect, trained by Gaussian likelihood over all raters (`tutor.training.speechllm.heads`). Lies beside
the adapter.
"""

import json
from pathlib import Path
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional

from tutor.domain.errors import ModelError
from tutor.speechllm.rubric import SENTENCE
from tutor.speechllm.states import FloatStates

FILE = "head.safetensors"
ASPECTS = ("accuracy", "fluency", "prosody", "total")
LEAST_VARIANCE = 0.01  # no rater is surer than a tenth of a point
_MIDDLE = 7.5  # of the scale 0-10: where most readings lie, so that training begins there


class ScoreHead(nn.Module):
    """States (takes, labels, width) to mean and variance (takes, aspects), on 0-10."""

    def __init__(self, width: int, inner: int = 64) -> None:
        super().__init__()
        self.width, self.inner = width, inner
        self.norm = nn.LayerNorm(width)
        self.read = nn.Linear(width * len(SENTENCE), inner)
        self.say = nn.Linear(inner, 2 * len(ASPECTS))

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """Mean and variance."""
        said = self.say(functional.gelu(self.read(self.norm(states).flatten(1))))
        mean, raw = said.chunk(2, dim=-1)
        return mean + _MIDDLE, functional.softplus(raw) + LEAST_VARIANCE

    def judge(self, states: FloatStates) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Mean and standard deviation (takes, aspects), in the order of ASPECTS."""
        with torch.inference_mode():
            mean, variance = self(torch.from_numpy(states).float())
        return mean.double().numpy(), variance.double().sqrt().numpy()

    def save(self, folder: Path) -> None:
        """Beside the adapter."""
        shape = {"shape": json.dumps({"width": self.width, "inner": self.inner})}
        save_file(self.state_dict(), str(folder / FILE), metadata=shape)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Raises `ModelError` when it is missing or broken."""
        path = folder / FILE
        try:
            with safe_open(str(path), "pt") as kept:
                head = cls(**json.loads(kept.metadata()["shape"]))
                head.load_state_dict({name: kept.get_tensor(name) for name in kept.keys()})  # noqa: SIM118 - no mapping
        except (OSError, SafetensorError, KeyError, TypeError, ValueError, RuntimeError) as error:
            raise ModelError("model_unreadable" if path.exists() else "model_missing", path=str(path)) from error
        return head.eval()
