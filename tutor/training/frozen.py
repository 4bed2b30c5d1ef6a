"""What the layers that are not tuned make of every take and its variants: computed once, kept in files mapped into memory.

Several networks train from the same pages. Variant 0 is the take as it is.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from rich.progress import track
from torch import Tensor

from tutor.acoustics.resample import to_16k
from tutor.domain.audio import Samples
from tutor.store.audiofiles import read_audio
from tutor.training.manifest import RatedReading
from tutor.training.network import Listener
from tutor.training.variants import vary


class Frozen:
    """One variant of all takes. `speeds`: how many times faster than the take each is."""

    def __init__(self, folder: Path, variant: int) -> None:
        with np.load(_index(folder, variant)) as index:
            self.speeds, lengths, width = index["speeds"], index["lengths"], index["width"]
        self._ends = np.cumsum(lengths)
        shape = (int(self._ends[-1]), *(int(n) for n in width))
        self._outputs = np.memmap(_data(folder, variant), np.float16, "c", shape=shape)  # "c": torch wants what it may write

    def __iter__(self) -> Iterator[Tensor]:
        """Outputs of each take (T, layers done, 288), the stem's first, half precision; only read when looked at."""
        for start, end in pairwise((0, *self._ends)):
            yield torch.from_numpy(self._outputs[start:end])


def freeze(readings: Sequence[RatedReading], listener: Listener, layers: int, variant: int, folder: Path) -> Frozen:
    """Outputs of the stem and the first `layers` layers: 1 GB a variant for the 2.9 hours of SpeechOcean762 and three layers."""
    if not _index(folder, variant).exists():
        lengths, speeds = [], []
        with _data(folder, variant).open("wb") as file, torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            for number, reading in enumerate(track(readings, f"variant {variant}")):
                samples, speed = _variant(to_16k(read_audio(reading.audio)).samples, variant, number)
                outputs = listener.frozen(torch.tensor(samples).unsqueeze(0), layers)[0].half().numpy()
                outputs.tofile(file)
                lengths.append(len(outputs))
                speeds.append(speed)
        np.savez(_index(folder, variant), lengths=lengths, speeds=speeds, width=outputs.shape[1:])
    return Frozen(folder, variant)


def _variant(samples: Samples, variant: int, number: int) -> tuple[Samples, float]:
    return vary(samples, np.random.default_rng([variant, number])) if variant else (samples, 1.0)


def _index(folder: Path, variant: int) -> Path:
    return folder / f"variant{variant}.npz"


def _data(folder: Path, variant: int) -> Path:
    return folder / f"variant{variant}.f16"
