"""What the visits to a text's words amount to: which reading of each counts, its miscue, and what was said besides.

Knows frames and words, nothing of scores; whether it was this text at all is asked in `script`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tutor.domain.assessment import EventKind, Miscue
from tutor.scorer.alignment import Posteriors
from tutor.scorer.tracker import Visit, beside_silence

_INSERTION = 8  # frames (0.2 s) of speech outside the text
_HESITATION = 21  # frames (0.5 s) of silence where the text has no stop
_WHOLE = 0.75  # of the time the counting reading takes: a shorter attempt at the word was broken off


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in frames: from `start` to before `end`, said behind word `after_word`."""

    kind: EventKind
    start: int
    end: int
    after_word: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A miscue or None a word of the text, and the events in time."""

    miscues: tuple[Miscue | None, ...]
    events: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A visit, judged: `final`, the one to be scored; `again`, its word is said once more later, `broken` off or whole."""

    word: int
    start: int
    end: int
    final: bool
    again: bool
    broken: bool


@dataclass(frozen=True, slots=True)
class _Gap:
    """Between the visits to two words, or before the first (`before` -1), or behind the last (`after` far beyond the text)."""

    before: int
    after: int
    start: int
    end: int
    speech: tuple[int, int] | None  # where other speech lies in it, if there is enough


def understand(
    visits: Sequence[Visit], words: Sequence[Sequence[int]], log_posteriors: Posteriors, stops: NDArray[np.bool_]
) -> Reading:
    """`visits` in time; `stops` (words,): punctuation asks for a pause behind the word."""
    last = last_whole(visits, words)
    speech = beside_silence(log_posteriors)
    said = list(_said(visits, last, speech))
    gaps = list(_gaps(said, speech))
    miscues = _miscues(said, gaps, len(words))
    events = [*_again(said), *_besides(gaps, miscues), *_hesitations(gaps, stops)]
    return Reading(miscues, tuple(sorted(events, key=lambda event: event.start)))


def last_whole(visits: Sequence[Visit], words: Sequence[Sequence[int]]) -> dict[int, int]:
    """Which of the visits is each word's last whole one: the reading that counts."""
    return {visit.word: at for at, visit in enumerate(visits) if len(visit.frames) == len(words[visit.word])}


def _said(visits: Sequence[Visit], last: dict[int, int], speech: NDArray[np.bool_]) -> Iterator[_Said]:
    """An attempt that stops short goes on as long as there is speech; it is whole if it lasts about as long as what counts."""
    starts = [visit.start for visit in visits]
    for at, visit in enumerate(visits):
        counts = last.get(visit.word, -1)
        if at >= counts:
            yield _Said(visit.word, visit.start, visit.end, at == counts, again=False, broken=False)
            continue
        whole = visits[counts]
        rest = speech[visit.end : starts[at + 1]] if len(visit.frames) < len(whole.frames) else speech[:0]
        end = visit.end + (len(rest) if rest.all() else int(rest.argmin()))
        broken = end - visit.start < _WHOLE * (whole.end - whole.start)
        yield _Said(visit.word, visit.start, end, final=False, again=True, broken=broken)


def _gaps(said: Sequence[_Said], speech: NDArray[np.bool_]) -> Iterator[_Gap]:
    edges = [(-1, 0, 0), *((each.word, each.start, each.end) for each in said), (10**6, len(speech), len(speech))]
    for (before, _, start), (after, end, _) in pairwise(edges):
        if end > start:
            heard = start + np.flatnonzero(speech[start:end])
            enough = len(heard) >= _INSERTION
            yield _Gap(before, after, start, end, (int(heard[0]), int(heard[-1]) + 1) if enough else None)


def _miscues(said: Sequence[_Said], gaps: Sequence[_Gap], words: int) -> tuple[Miscue | None, ...]:
    read = {each.word for each in said if each.final}
    found: list[Miscue | None] = [None if word in read else Miscue.OMITTED for word in range(words)]
    for each in said:
        if each.again:
            found[each.word] = Miscue.SELF_CORRECTED if each.broken else found[each.word] or Miscue.REPEATED
    for gap in gaps:
        if gap.speech and gap.after == gap.before + 2 and gap.before + 1 not in read:
            found[gap.before + 1] = Miscue.SUBSTITUTED
    return tuple(found)


def _again(said: Sequence[_Said]) -> Iterator[Happening]:
    """Words said before their last reading: a run of whole ones is a repetition, one broken off a self-correction."""
    run: list[_Said] = []
    for each in said:
        if run and not (each.again and not each.broken and each.word == run[-1].word + 1):
            yield _repetition(run)
            run = []
        if each.again and each.broken:
            yield Happening("self_correction", each.start, each.end, each.word - 1)
        elif each.again:
            run.append(each)
    if run:
        yield _repetition(run)


def _repetition(run: Sequence[_Said]) -> Happening:
    return Happening("repetition", run[0].start, run[-1].end, run[0].word - 1)


def _besides(gaps: Sequence[_Gap], miscues: Sequence[Miscue | None]) -> Iterator[Happening]:
    """Speech that is no word of the text. Just before going back it was a wrong start."""
    for gap in gaps:
        instead = gap.after == gap.before + 2 and miscues[gap.before + 1] is Miscue.SUBSTITUTED
        if gap.speech and not instead:
            yield Happening("self_correction" if gap.after <= gap.before else "insertion", *gap.speech, gap.before)


def _hesitations(gaps: Sequence[_Gap], stops: NDArray[np.bool_]) -> Iterator[Happening]:
    for gap in gaps:
        inside = gap.before >= 0 and gap.after == gap.before + 1 and not stops[gap.before]
        if inside and not gap.speech and gap.end - gap.start >= _HESITATION:
            yield Happening("hesitation", gap.start, gap.end, gap.before)
