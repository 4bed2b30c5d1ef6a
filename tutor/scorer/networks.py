"""The two ONNX networks: sound to frames, and frames with their evidence to raw scores. Knows nothing of words or people."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from tutor.domain.audio import Samples
from tutor.domain.errors import ModelError
from tutor.scorer.alignment import CLASSES, Posteriors, Tick, silent
from tutor.scorer.evidence import Evidence
from tutor.scorer.windows import windows

LISTENER, HEAD = "listener.onnx", "head.onnx"
_SHORTEST = 895  # samples one frame sees
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """Frames of a take: features (T, 288) and log posteriors (T, CLASSES)."""

    features: Floats
    log_posteriors: Posteriors


@dataclass(frozen=True, slots=True, eq=False)
class RawScores:
    """Means and log variances on 0-2, not yet calibrated: `phone` (phones, 2), `word` (words, 2 aspects, 2), `utterance` (4, 2);
    `mispronounced` (phones,) logits."""

    phone: Floats
    word: Floats
    utterance: Floats
    mispronounced: Floats


class Networks:
    """Both networks, loaded once. Not to be shared between threads."""

    def __init__(self, folder: Path) -> None:
        self._listener = _session(folder / LISTENER)
        self._head = _session(folder / HEAD)

    def listen(self, samples: Samples, tick: Tick = silent) -> Heard:
        """16 kHz samples to frames, window by window so that memory stays bounded and `tick` is told."""
        padded = np.pad(samples, (0, max(0, _SHORTEST - len(samples))))
        parts: list[list[Floats]] = []
        for start, end in windows(padded):
            tick(start / len(padded))
            parts.append(
                [np.asarray(out, np.float32)[0] for out in self._listener.run(None, {"samples": padded[None, start:end]})]
            )
        features, posteriors = (np.concatenate([part[at] for part in parts]) for at in (0, 1))
        assert posteriors.shape[1] == CLASSES
        return Heard(features, posteriors)

    def score(self, heard: Heard, evidence: Evidence) -> RawScores:
        """Scores of one piece of at most `evidence.LONGEST` phones."""
        inputs: dict[str, NDArray[Any]] = {
            "features": heard.features, "log_posteriors": heard.log_posteriors, "pool": evidence.pool,
            "phones": evidence.phones, "timings": evidence.timings, "words": evidence.words,
        }  # fmt: skip
        answers = self._head.run(None, {name: array[None] for name, array in inputs.items()})
        return RawScores(*(np.asarray(answer, np.float32)[0] for answer in answers))


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # fast enough, leaves a core to the window, and the same sums in the same order
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError("model_unreadable" if path.exists() else "model_missing", path=str(path)) from error
