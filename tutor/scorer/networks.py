"""The two ONNX networks: sound to frames, and frames with their evidence to raw scores. Knows nothing of words or people."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from tutor.acoustics.resample import Resampler
from tutor.domain.audio import Samples
from tutor.domain.errors import ModelError
from tutor.scorer.alignment import CLASSES, Posteriors, Tick, silent
from tutor.scorer.evidence import Evidence, Floats
from tutor.scorer.windows import SEES, first_cut

LISTENER, HEAD = "listener.onnx", "head.onnx"
_SHORTEST = 895  # samples one frame sees
Halves = NDArray[np.float16]


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """Frames of a take: features (T, width) for the heads, in half precision to save memory, and log posteriors (T, CLASSES)."""

    features: Halves
    log_posteriors: Posteriors

    def between(self, start: int, end: int) -> "Heard":
        """These frames of it."""
        return Heard(self.features[start:end], self.log_posteriors[start:end])


Windows = Mapping[bytes, Heard]  # frames of windows heard before, by the fingerprint of their samples
_NOTHING: Windows = {}


@dataclass(frozen=True, slots=True, eq=False)
class RawScores:
    """Means and log variances on 0-2, not yet calibrated: `phone` (phones, 2), `word` (words, 2 aspects, 2), `utterance` (4, 2);
    `mispronounced` (phones,) logits. First the networks' own answers, then what the referee makes of them."""

    phone: Floats
    word: Floats
    utterance: Floats
    mispronounced: Floats


class Networks:
    """Both networks, loaded once. Not to be shared between threads."""

    def __init__(self, folder: Path) -> None:
        self._listener = load_session(folder / LISTENER)
        self._head = load_session(folder / HEAD)

    def listen(self, samples: Samples, tick: Tick = silent, overheard: Windows = _NOTHING) -> Heard:
        """16 kHz samples to frames, window by window so that memory stays bounded and `tick` is told."""
        start, parts = 0, []
        while (cut := first_cut(samples[start:])) is not None:
            tick(start / len(samples))
            parts.append(self._window(samples[start : start + cut + SEES], overheard))
            start += cut
        last = samples[start:]
        parts.append(self._window(np.pad(last, (0, max(0, _SHORTEST - len(last)))), overheard))
        return Heard(np.concatenate([part.features for part in parts]), np.concatenate([part.log_posteriors for part in parts]))

    def frames(self, window: Samples) -> Heard:
        """One window of `_SHORTEST` samples at least to frames."""
        features, posteriors = self._listener.run(None, {"samples": window[None]})
        assert posteriors.shape[2] == CLASSES
        return Heard(features[0].astype(np.float16), posteriors[0])

    def _window(self, window: Samples, overheard: Windows) -> Heard:
        return overheard.get(_fingerprint(window)) or self.frames(window)

    def score(self, heard: Heard, evidence: Evidence) -> RawScores:
        """Scores of one piece of at most `evidence.LONGEST` phones."""
        inputs: dict[str, NDArray[Any]] = {
            "features": heard.features.astype(np.float32), "pool": evidence.pool, "phones": evidence.phones,
            "timings": evidence.timings, "words": evidence.words,
        }  # fmt: skip
        answers = self._head.run(None, {name: array[None] for name, array in inputs.items()})
        return RawScores(*(np.asarray(answer, np.float32)[0] for answer in answers))


class Overhearing:
    """Fills `windows` with what a take sounds like while it is still being read, as `Networks.listen` will cut it."""

    def __init__(self, networks: Networks, rate: int, windows: dict[bytes, Heard]) -> None:
        self._networks, self._to_16k, self._windows = networks, Resampler(rate), windows
        self._pending = np.zeros(0, np.float32)

    def feed(self, samples: Samples) -> None:
        """The next samples of the take; listens as soon as they fill a window."""
        self._pending = np.concatenate([self._pending, self._to_16k(samples)])
        while (cut := first_cut(self._pending)) is not None:
            window = self._pending[: cut + SEES]
            self._windows[_fingerprint(window)] = self._networks.frames(window)
            self._pending = self._pending[cut:]


def _fingerprint(window: Samples) -> bytes:
    return hashlib.blake2b(window.tobytes(), digest_size=16).digest()


def load_session(path: Path) -> onnxruntime.InferenceSession:
    """An ONNX file, ready to run on one core. Raises `ModelError`."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # fast enough, leaves a core to the window, and the same sums in the same order
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError("model_unreadable" if path.exists() else "model_missing", path=str(path)) from error
