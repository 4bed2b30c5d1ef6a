"""Readings that didn't go by the text, made by cutting and splicing real takes at their words: what the tracker is measured on.

Seeded: the same take, kind and seed give the same sound. Knows nothing of the tracker.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tutor.domain.audio import Samples
from tutor.scorer.alignment import Frames
from tutor.scorer.evidence import FRAME_OFFSET_S, FRAME_S
from tutor.training.manifest import RatedReading

RATE = 16_000
_FADE = 80  # samples (5 ms) two pieces overlap by
_LONG = 3  # phones of a word worth missing
Generator = np.random.Generator


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A take, its sound and where its words lie in it: `edges` (words, 2) in samples; `lengths` (words,) in phones."""

    reading: RatedReading
    samples: Samples
    spans: Frames
    edges: NDArray[np.int64]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, reading: RatedReading, samples: Samples, spans: Frames) -> "Source":
        """`spans` (phones, 2) in frames."""
        lengths = tuple(len(word.pronunciations[0]) for word in reading.target.words)
        behind = np.cumsum(lengths)
        edges = np.stack([spans[behind - lengths, 0], spans[behind - 1, 1]], axis=1)
        return cls(reading, samples, spans, np.minimum(at_sample(edges), len(samples)), lengths)

    def said(self, first: int, last: int) -> Samples:
        """The sound of words `first` to `last`."""
        return self.samples[self.edges[first, 0] : self.edges[last, 1]]

    def quiet(self, seconds: float) -> Samples:
        """The take's own silence, from before its first word, as often as needed."""
        before = self.samples[: max(int(self.edges[0, 0]) - RATE // 20, RATE // 20)]
        return np.resize(before, round(seconds * RATE))


@dataclass(frozen=True, slots=True, eq=False)
class Splice:
    """Sound in which words `first` to `last` of the reading's text went another way; `kind` says how."""

    kind: str
    reading: RatedReading
    samples: Samples
    first: int
    last: int


def at_sample(frames: Frames) -> Frames:
    """Frame numbers to sample numbers."""
    found: Frames = np.rint((frames * FRAME_S + FRAME_OFFSET_S) * RATE).astype(np.int64)
    return found


def join(pieces: Sequence[Samples]) -> Samples:
    """One behind the other, overlapping by a short fade."""
    whole = pieces[0]
    for piece in pieces[1:]:
        fade = min(_FADE, len(whole), len(piece))
        rise = np.linspace(0, 1, fade, dtype=np.float32)
        middle = whole[len(whole) - fade :] * (1 - rise) + piece[:fade] * rise
        whole = np.concatenate([whole[: len(whole) - fade], middle, piece[fade:]])
    return whole.astype(np.float32)


Place = tuple[Samples, int, int]
Way = Callable[[Source, Source, Generator], Place | None]


def splice(kind: str, source: Source, other: Source, generator: Generator) -> Splice | None:
    """The take spliced one of `WAYS`; None where it has no place for it. `other` lends words the text hasn't."""
    made = WAYS[kind](source, other, generator)
    return made and Splice(kind, source.reading, *made)


def _omit(source: Source, _: Source, generator: Generator) -> Place | None:
    places = [at for at, length in enumerate(source.lengths) if length >= _LONG]
    return _without(source, places, 1, generator) if len(source.lengths) > 2 else None


def _omit_run(source: Source, _: Source, generator: Generator) -> Place | None:
    words = int(generator.integers(2, 4))
    places = range(len(source.lengths) - words + 1)
    return _without(source, places, words, generator) if len(source.lengths) >= words + 3 else None


def _without(source: Source, places: Sequence[int], words: int, generator: Generator) -> Place | None:
    if not len(places):
        return None
    first = int(generator.choice(places))
    last = first + words - 1
    behind = source.edges[last + 1, 0] if last + 1 < len(source.edges) else source.edges[last, 1]
    return join([source.samples[: source.edges[first, 0]], source.samples[behind:]]), first, last


def _repeat(words: tuple[int, int], pause: bool) -> Way:
    def way(source: Source, _: Source, generator: Generator) -> Place | None:
        run = int(generator.integers(words[0], words[1] + 1))
        places = [at for at in range(len(source.lengths) - run + 1) if sum(source.lengths[at : at + run]) >= _LONG]
        if not places:
            return None
        first = int(generator.choice(places))
        last = first + run - 1
        gap = [source.quiet(generator.uniform(0.1, 0.5))] if pause else []
        end = source.edges[last, 1]
        return join([source.samples[:end], *gap, source.said(first, last), source.samples[end:]]), first, last

    return way


def _restart_word(source: Source, _: Source, generator: Generator) -> Place | None:
    places = [at for at, length in enumerate(source.lengths) if length > _LONG]
    if not places:
        return None
    word = int(generator.choice(places))
    phones = int(
        generator.integers(2, source.lengths[word] // 2 + 1)
    )  # two missing at least: less can't be told from the whole word
    broken = source.samples[source.edges[word, 0] : at_sample(source.spans)[sum(source.lengths[:word]) + phones - 1, 1]]
    quiet = source.quiet(generator.uniform(0.05, 0.4))
    start = source.edges[word, 0]
    return join([source.samples[:start], broken, quiet, source.samples[start:]]), word, word


def _restart_sentence(source: Source, _: Source, generator: Generator) -> Place | None:
    if len(source.lengths) < 4:
        return None
    last = len(source.lengths) // 2 - 1
    begun = source.samples[: source.edges[last, 1]]
    return join([begun, source.quiet(generator.uniform(0.2, 0.6)), source.samples[source.edges[0, 0] :]]), 0, last


def _insert(source: Source, other: Source, generator: Generator) -> Place | None:
    found = _foreign(source, other, generator)
    if not found:
        return None
    behind = int(generator.integers(0, len(source.lengths) - 1)) if len(source.lengths) > 1 else 0
    end = source.edges[behind, 1]
    return join([source.samples[:end], source.quiet(0.1), found[0], source.quiet(0.1), source.samples[end:]]), behind, behind


def _substitute(source: Source, other: Source, generator: Generator) -> Place | None:
    found = _foreign(source, other, generator)
    places = [at for at, length in enumerate(source.lengths) if length >= _LONG]
    if not found or not places:
        return None
    word = int(generator.choice(places))
    start, end = source.edges[word]
    return join([source.samples[:start], found[0], source.samples[end:]]), word, word


def _foreign(source: Source, other: Source, generator: Generator) -> list[Samples]:
    """A longer word of the other take that the text doesn't have, as loud as this take."""
    known = {word.text for word in source.reading.target.words}
    words = [at for at, word in enumerate(other.reading.target.words) if other.lengths[at] >= _LONG and word.text not in known]
    if not words:
        return []
    at = int(generator.choice(words))
    level = [float(np.sqrt(np.mean(s.said(0, len(s.lengths) - 1) ** 2))) for s in (source, other)]
    return [other.said(at, at) * np.float32(level[0] / max(level[1], 1e-6))]


def _hesitate(source: Source, _: Source, generator: Generator) -> Place | None:
    if len(source.lengths) < 2:
        return None
    behind = int(generator.integers(0, len(source.lengths) - 1))
    end = source.edges[behind, 1]
    return join([source.samples[:end], source.quiet(generator.uniform(0.5, 2.0)), source.samples[end:]]), behind, behind


def _truncate(source: Source, _: Source, generator: Generator) -> Place | None:
    if len(source.lengths) < 4:
        return None
    last = int(generator.integers(1, len(source.lengths) - 2))
    end = source.edges[last, 1]
    return join([source.samples[:end], source.quiet(0.3)]), last + 1, len(source.lengths) - 1


def _start_late(source: Source, _: Source, generator: Generator) -> Place | None:
    if len(source.lengths) < 4:
        return None
    first = int(generator.integers(2, len(source.lengths) - 1))
    return join([source.quiet(0.3), source.samples[source.edges[first, 0] :]]), 0, first - 1


def _untouched(source: Source, _other: Source, _generator: Generator) -> Place:
    return source.samples, 0, -1


WAYS: dict[str, Way] = {
    "untouched": _untouched, "omit": _omit, "omit_run": _omit_run, "repeat_word": _repeat((1, 1), False),
    "repeat_word_pause": _repeat((1, 1), True), "repeat_phrase": _repeat((2, 4), False),
    "repeat_phrase_pause": _repeat((2, 4), True),
    "restart_word": _restart_word, "restart_sentence": _restart_sentence, "insert": _insert, "substitute": _substitute,
    "hesitate": _hesitate, "truncate": _truncate, "start_late": _start_late,
}  # fmt: skip
