"""Rated readings as tensors, and batches of them. Knows nothing of losses or networks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from tutor.scorer.alignment import Frames
from tutor.scorer.evidence import FRAME_OFFSET_S, FRAME_S, MARGIN, Evidence, gather
from tutor.training.manifest import Labels, RatedReading

PER_UTTERANCE_POINT = 5.0  # 0-10 scores are trained on 0-2, like phones
IGNORED = -100
_HEARD_RIGHT = 1.2  # of the raters' mean, 0-2


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One reading: the frozen layers' outputs (T, done, 288), its evidence, frame classes (T,) and labels on 0-2 (…, raters)."""

    stem: Tensor
    pool: Tensor
    phones: Tensor
    timings: Tensor
    words: Tensor
    frames: Tensor
    phone: Tensor
    phone_mean: Tensor
    word: Tensor
    utterance: Tensor


@dataclass(frozen=True, slots=True, eq=False)
class Batch(Example):
    """Examples padded to one size, in one more dimension; masks are True where something is real, missing labels NaN."""

    frame_mask: Tensor
    phone_mask: Tensor


def make_example(reading: RatedReading, stem: Tensor, spans: Frames, speed: float = 1.0) -> Example:
    """`spans` (phones, 2) in frames of the take as it is, `speed` how many times faster this variant of it is.

    Silence beyond the margin the head sees in use too (`evidence.MARGIN`) is cut off.
    """
    spans = _faster(spans, speed, len(stem))
    start, end = max(0, int(spans[0, 0]) - MARGIN), int(spans[-1, 1]) + MARGIN
    stem, spans = stem[start:end], spans - start
    evidence = gather([word.pronunciations[0] for word in reading.target.words], spans, len(stem))
    classes = _classes(evidence, spans, reading.labels)
    arrays = (evidence.pool, evidence.phones, evidence.timings, evidence.words, classes, *_labels(reading.labels))
    return Example(stem, *(torch.from_numpy(array) for array in arrays))


def _faster(spans: Frames, speed: float, frames: int) -> Frames:
    if speed == 1:
        return spans
    moved = np.rint(((spans * FRAME_S + FRAME_OFFSET_S) / speed - FRAME_OFFSET_S) / FRAME_S).astype(np.int64)
    start = np.clip(moved[:, 0], 0, frames - 1)
    return np.stack([start, np.clip(moved[:, 1], start + 1, frames)], axis=1)


def _classes(evidence: Evidence, spans: Frames, labels: Labels) -> NDArray[np.int64]:
    """The phone of each frame; a phone the raters didn't hear doesn't teach how it sounds."""
    classes = np.zeros(evidence.pool.shape[1], np.int64)
    for phone, heard, (first, behind) in zip(evidence.phones, labels.phone_mean, spans, strict=True):
        classes[first:behind] = phone if heard >= _HEARD_RIGHT else IGNORED
    return classes


def _labels(labels: Labels) -> tuple[np.ndarray, ...]:
    word = np.stack([labels.word_accuracy, labels.word_stress], 1) / PER_UTTERANCE_POINT
    return labels.phone, labels.phone_mean, word, labels.utterance / PER_UTTERANCE_POINT


def batches(examples: Sequence[Example], size: int, generator: np.random.Generator) -> Iterator[Batch]:
    """All examples once, shuffled, those of similar length together to save padding."""
    for pool in _pools(generator.permutation(len(examples)), size):
        ranked = sorted(pool, key=lambda at: len(examples[at].stem))
        groups = [ranked[at : at + size] for at in range(0, len(ranked), size)]
        for at in generator.permutation(len(groups)):
            yield collate([examples[i] for i in groups[at]])


def count_batches(examples: int, size: int) -> int:
    """How many `batches` makes of so many examples."""
    return sum(-(-len(pool) // size) for pool in _pools(np.arange(examples), size))


def _pools(order: NDArray[np.int64], size: int) -> list[NDArray[np.int64]]:
    return np.array_split(order, max(1, len(order) // (size * 8)))


def collate(examples: Sequence[Example]) -> Batch:
    """Pad to the longest of each."""
    frames, phones, words = (max(len(getattr(e, name)) for e in examples) for name in ("stem", "phones", "words"))
    raters = max(e.phone.shape[1] for e in examples)

    def grid(name: str, rows: int, columns: int, fill: float = 0.0) -> Tensor:
        return torch.stack([_fit(getattr(e, name), rows, columns, fill) for e in examples])

    def column(name: str, fill: float = 0.0) -> Tensor:
        return pad_sequence([getattr(e, name) for e in examples], batch_first=True, padding_value=fill)

    real = pad_sequence([torch.ones(len(e.stem), dtype=torch.bool) for e in examples], batch_first=True)
    return Batch(
        stem=column("stem"), pool=grid("pool", phones, frames), phones=column("phones"), timings=column("timings"),
        words=grid("words", words, phones), frames=column("frames", IGNORED), phone=grid("phone", phones, raters, torch.nan),
        phone_mean=column("phone_mean", torch.nan), word=column("word", torch.nan), utterance=column("utterance"),
        frame_mask=real, phone_mask=column("phones") > 0,
    )  # fmt: skip


def _fit(array: Tensor, rows: int, columns: int, fill: float) -> Tensor:
    return torch.nn.functional.pad(array, (0, columns - array.shape[1], 0, rows - array.shape[0]), value=fill)
