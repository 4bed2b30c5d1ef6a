"""What the scoring head is given: which frames and words belong together, and how long things took.

Training and use both come through here, so that they can't drift apart. Knows nothing of the networks.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tutor.domain.phones import Pronunciation
from tutor.scorer.alignment import CLASS_OF, Frames

FRAME_S = 384 / 16_000  # Moonshine's hop: 64 x 3 x 2 samples at 16 kHz
FRAME_OFFSET_S = 0.5 * (895 - 384) / 16_000  # a frame sees 895 samples; this puts its hop in their middle
TIMINGS = 9
MARGIN = round(0.3 / FRAME_S)  # frames of context the head gets around what it scores
LONGEST = 64  # phones the head takes at once; the corpus's longest reading has 42
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One sentence as arrays: `pool` (phones, frames) averages frames over each phone's span; `phones` (phones,) class numbers;
    `timings` (phones, TIMINGS); `words` (words, phones) averages phones over each word."""

    pool: Floats
    phones: NDArray[np.int64]
    timings: Floats
    words: Floats


def gather(pronunciations: Sequence[Pronunciation], spans: Frames, frames: int) -> Evidence:
    """Evidence of words with every phone aligned; `spans` (phones, 2) in frames from 0 to `frames`."""
    lengths = [len(word) for word in pronunciations]
    said = [phone for word in pronunciations for phone in word]
    at = np.arange(frames)
    inside = (at >= spans[:, :1]) & (at < spans[:, 1:])
    owner = np.repeat(np.arange(len(lengths)), lengths)
    member = owner[None, :] == np.arange(len(lengths))[:, None]
    return Evidence(
        pool=_averaging(inside),
        phones=np.array([CLASS_OF[phone.symbol] for phone in said]),
        timings=_timings(spans, owner, np.array([-1 if p.stress is None else p.stress for p in said])),
        words=_averaging(member),
    )


def _averaging(inside: NDArray[np.bool_]) -> Floats:
    shares: Floats = (inside / inside.sum(axis=1, keepdims=True)).astype(np.float32)
    return shares


def _timings(spans: Frames, owner: NDArray[np.int64], stress: NDArray[np.int64]) -> Floats:
    """Per phone: log duration, the same against the take's mean, silence before and behind, first or last of its word, stress."""
    length = np.log(spans[:, 1] - spans[:, 0])
    gap = np.zeros(len(spans) + 1)
    gap[1:-1] = np.log1p(spans[1:, 0] - spans[:-1, 1])
    edge = owner[1:] != owner[:-1]
    first, last = np.append(True, edge), np.append(edge, True)
    columns = [length, length - length.mean(), gap[:-1], gap[1:], first, last, stress == 0, stress == 1, stress == 2]
    return np.stack(columns, axis=1).astype(np.float32)
