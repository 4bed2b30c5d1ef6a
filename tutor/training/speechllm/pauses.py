"""Where readers stopped inside a sentence, from the forced alignment: raters say that they did, not where."""

import json
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import numpy as np

from tutor.training.forced import Spans, force_align
from tutor.training.manifest import RatedReading

LEAST_S = 0.3  # shorter gaps are stops of consonants and breath
Pauses = dict[str, tuple[int, ...]]  # by reading: the words behind which it stops, longest pause first


def find_pauses(readings: Sequence[RatedReading], cache: Path) -> Pauses:
    """Measured once, then read from `cache`."""
    if not cache.exists():
        found = {
            reading.id: [] if spans is None else pauses_of(reading, spans)
            for reading, spans in zip(readings, force_align(readings), strict=True)
        }
        cache.write_text(json.dumps(found) + "\n", "utf-8")
    return {name: tuple(at) for name, at in json.loads(cache.read_text("utf-8")).items()}


def pauses_of(reading: RatedReading, spans: Spans) -> list[int]:
    """Words with a gap of LEAST_S behind them, where the text asks for none; the longest first."""
    behind = list(accumulate(len(word.pronunciations[0]) for word in reading.target.words))[:-1]
    gaps = np.array([spans[at, 0] - spans[at - 1, 1] for at in behind])
    expected = [word.break_after for word in reading.target.words[:-1]]
    found = [at for at, gap in enumerate(gaps) if gap >= LEAST_S and not expected[at]]
    return sorted(found, key=lambda at: -gaps[at])
