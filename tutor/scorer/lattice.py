"""The way through a text that explains sound best: Viterbi over the phones of its words, forward, back and across.

Knows how long words are and what each frame says for each phone; nothing of sounds, posteriors or scores.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_NEVER = -1e30
_MARGIN = 10.0  # log units behind what a jump from the best would cost: what lies further back can't win any more
_CHECK = 50  # frames between two looks whether the survivors agree on their past, and one more for ...
_PHONES_A_FRAME = 20  # ... so many phones, as a look takes time for each of them
_LONGEST = 1_000  # frames (24 s) after which the best path's past is taken, whether the others agree or not

Scores = NDArray[np.float32]
States = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Costs:
    """Log units that leaving the text's order costs.

    Skipping a word costs `skip_word` and `skip_phone` for each of its phones; going back `back` and `back_word` for each word
    beyond the last; a jump anywhere `far`, which is also the most that words missing at the end cost; a word broken off `broken`.
    """

    skip_word: float
    skip_phone: float
    back: float
    back_word: float
    far: float
    broken: float


@dataclass(frozen=True, slots=True, eq=False)
class _Step:
    """What a frame's states came from: whether a phone's last row was entered, and a gap from its word's end; and where jumps are
    allowed, whether a gap was entered from a broken word and a word from far away, with the scores before the frame."""

    entered: NDArray[np.bool_]
    ended: NDArray[np.bool_]
    jumps: "_Jumps | None"


@dataclass(frozen=True, slots=True, eq=False)
class _Jumps:
    left: NDArray[np.bool_]
    far: NDArray[np.bool_]
    top: int
    phones: Scores
    reach: Scores


class Lattice:
    """States: every phone `rows` times, which it lasts at least, then the gaps: gap k lies before word k.

    Reading begins in gap `start`. Without `costs` every word is read once, in order. Feed frames to `advance`, which returns the
    states of those frames that later ones can't change any more; `finish` returns the rest. A state below rows x phones is phone
    `state % phones` in row `state // phones`; the others are gaps.
    """

    def __init__(self, lengths: Sequence[int], costs: Costs | None, rows: int, start: int = 0) -> None:
        ends = np.cumsum(lengths)
        self.phones, self.words, self.rows = int(ends[-1]), len(lengths), rows
        self._firsts, self._lasts = ends - np.asarray(lengths), ends - 1
        self._word_of = np.repeat(np.arange(self.words), lengths).tolist()
        self._costs = costs
        self._gaps = rows * self.phones
        self._rows = [np.full(self.phones, _NEVER, np.float32) for _ in range(rows)]
        self._gap = np.full(self.words + 1, _NEVER, np.float32)
        self._gap[start] = 0
        self._steps: list[_Step] = []
        self._interval = _CHECK + self.phones // _PHONES_A_FRAME
        self._next_check = self._interval
        if costs:
            at = np.arange(self.words, dtype=np.float32)
            skips = np.cumsum([0.0, *(costs.skip_word + costs.skip_phone * length for length in lengths)])
            self._breaks = np.full(self.phones, costs.broken, np.float32)
            self._breaks[self._lasts] = -_NEVER
            self._skips, self._back = skips.astype(np.float32), costs.back_word * at

    @property
    def best(self) -> int:
        """The likeliest state now."""
        tops = [
            (float(scores.max()), at * self.phones + int(scores.argmax())) for at, scores in enumerate((*self._rows, self._gap))
        ]
        return max(tops)[1]

    @property
    def unsettled(self) -> States:
        """The likeliest states, by now, of the frames that `advance` hasn't returned yet."""
        return self._trace(self.best, len(self._steps) - 1) if self._steps else np.zeros(0, np.int64)

    def advance(self, own: Scores, gap: Scores) -> States:
        """Frames' log scores for each phone, shape (frames, phones), and for anything between words, shape (frames,)."""
        for phones, between in zip(own, gap, strict=True):
            self._step(phones, between)
        if self._costs and len(self._steps) >= self._next_check:
            return self._settled(self._costs)
        return np.zeros(0, np.int64)

    def finish(self) -> States:
        """The states of all frames not yet settled."""
        self._step(np.zeros(self.phones, np.float32), np.float32(0))
        tail = np.full(self.words + 1, -_NEVER, np.float32)
        tail[-1] = 0
        if self._costs:
            tail = np.minimum(self._skips[-1] - self._skips, self._costs.far)
        path = self._trace(self._gaps + int((self._gap - tail).argmax()), len(self._steps) - 1)
        return path[:-1]

    def _step(self, own: Scores, between: np.float32) -> None:
        rows, last = self._rows, self._rows[-1]
        ends = last[self._lasts]
        ended = ends > self._gap[1:]
        reach = self._gap.copy()
        np.maximum(reach[1:], ends, out=reach[1:])
        entry = np.empty_like(last)
        entry[1:] = last[:-1]
        gap, words, jumps = reach.copy(), reach[:-1], None
        if self._costs:
            words = self._nearby(reach, self._costs)
            top = int(reach.argmax())
            across = reach[top] - np.float32(self._costs.far)
            broken = np.maximum.reduceat(last - self._breaks, self._firsts)
            jumps = _Jumps(broken > gap[:-1], words < across, top, last, reach)
            words = np.maximum(words, across)
            np.maximum(gap[:-1], broken, out=gap[:-1])
        entry[self._firsts] = words
        coming = rows[-2] if self.rows > 1 else entry
        entered = coming > last
        newest = np.maximum(last, coming) + own
        self._rows = [row + own for row in (entry, *rows[:-2])] if self.rows > 1 else []
        self._rows.append(newest)
        self._gap = gap + between
        self._steps.append(_Step(entered, ended, jumps))

    def _nearby(self, reach: Scores, costs: Costs) -> Scores:
        """The best way into each word, straight on, over skipped words or back, given the best way to behind so many words."""
        onward = np.maximum.accumulate(reach + self._skips)[:-1] - self._skips[:-1]
        back = np.maximum.accumulate((reach[1:] - self._back)[::-1])[::-1] + (self._back - np.float32(costs.back))
        ways: Scores = np.maximum(np.maximum(onward, reach[:-1]), back)
        return ways

    def _settled(self, costs: Costs) -> States:
        """States of the frames on which all survivors agree; these are forgotten."""
        live = self._prune(0.0 if len(self._steps) >= _LONGEST else costs.far + _MARGIN)
        for at in range(len(self._steps) - 1, 0, -1):
            live = {self._before(state, self._steps[at]) for state in live}
            if len(live) == 1:
                path = self._trace(live.pop(), at - 1)
                del self._steps[:at]
                self._next_check = len(self._steps) + self._interval
                return path
        self._next_check = len(self._steps) * 3 // 2
        return np.zeros(0, np.int64)

    def _prune(self, beam: float) -> set[int]:
        """The states within the beam; the others are dropped, and the best score is 0 again."""
        scores = np.concatenate([*self._rows, self._gap])
        scores -= scores.max()
        scores[scores < -beam] = _NEVER
        *self._rows, self._gap = np.split(scores, [self.phones * row for row in range(1, self.rows + 1)])
        return set(np.flatnonzero(scores >= -beam).tolist())

    def _trace(self, state: int, at: int) -> States:
        """The states of frames 0 to `at`, where it ends in `state`."""
        path = np.empty(at + 1, np.int64)
        path[at] = state
        for frame in range(at, 0, -1):
            path[frame - 1] = state = self._before(state, self._steps[frame])
        return path

    def _before(self, state: int, step: _Step) -> int:
        if state >= self._gaps:
            return self._before_gap(state - self._gaps, step)
        row, phone = divmod(state, self.phones)
        if row == self.rows - 1 and not step.entered[phone]:
            return state
        if row > 0:
            return state - self.phones
        word = self._word_of[phone]
        return self._before_word(word, step) if self._firsts[word] == phone else self._held(phone - 1)

    def _before_gap(self, gap: int, step: _Step) -> int:
        if step.jumps is not None and gap < self.words and step.jumps.left[gap]:
            first, behind = int(self._firsts[gap]), int(self._lasts[gap]) + 1
            return self._held(first + int((step.jumps.phones[first:behind] - self._breaks[first:behind]).argmax()))
        return self._behind(gap, step)

    def _before_word(self, word: int, step: _Step) -> int:
        costs, jumps = self._costs, step.jumps
        if costs is None or jumps is None:
            return self._behind(word, step)
        if jumps.far[word]:
            return self._behind(jumps.top, step)
        price = self._skips[word] - self._skips
        price[word + 1 :] = costs.back + costs.back_word * np.arange(self.words - word)
        return self._behind(int((jumps.reach - price).argmax()), step)

    def _behind(self, words: int, step: _Step) -> int:
        """Where one stands behind so many words: still in the last of them, or in the gap."""
        return self._held(int(self._lasts[words - 1])) if words and step.ended[words - 1] else self._gaps + words

    def _held(self, phone: int) -> int:
        return (self.rows - 1) * self.phones + phone
