"""Which sentences a reader has read to the end, while they go on reading, and the sound of each.

Knows visits and sentences, nothing of scores: what each is worth is asked of whoever judges (`Judge`).
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from tutor.domain.assessment import WordScore
from tutor.domain.audio import Samples
from tutor.domain.target import Target
from tutor.scorer.evidence import MARGIN
from tutor.scorer.tracker import Visit
from tutor.scorer.windows import HOP, SEES

_AROUND = 42  # frames (1 s) heard on either side, for a network that judges sounds by what is around them
_OVER = 20  # frames (0.5 s) after which a sentence is over that the reader has left
_ANEW = 12  # frames (0.3 s) by which the end of a reading moves at least that is another one
_KEPT = 2500  # frames (60 s) of sound kept: a sentence that takes longer waits for the whole assessment
_TRUST = 3  # sentences: who read so many as they are written may stray from the text as often
_WAITING = 2  # sentences at most that wait to be judged: whoever falls behind goes on with the newest

SoFar = tuple[WordScore | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """Sound with a sentence in it: words `first` to before `behind` of the text, in these frames of it."""

    sound: Samples
    start: int
    end: int
    first: int
    behind: int


Judge = Callable[[Spoken], tuple[WordScore, ...] | None]  # a score a word; None: it wasn't this sentence, or it can't be told


@dataclass(frozen=True, slots=True)
class _Run:
    """A sentence read once: its number, its frames, and the frames it may be in with the quiet around it."""

    sentence: int
    start: int
    end: int
    begins: int
    behind: int


class LiveSentences:
    """Give it the sound and, now and then, the visits so far; `judge` then scores what has been read to the end."""

    def __init__(self, target: Target, judge: Judge) -> None:
        self._sentences, self._judge = target.sentences, judge
        self._of = np.repeat(np.arange(len(target.sentences)), [behind - first for first, behind in target.sentences])
        self._sound: deque[Samples] = deque()
        self._begins = self._ends = 0  # of the sound that is kept, in samples
        self._judged: dict[int, int] = {}  # by sentence, where the reading of it ended that was taken up last
        self._waiting: deque[_Run] = deque(maxlen=_WAITING)
        self._scores: list[WordScore | None] = [None] * len(target.words)
        self._fits = 0  # above 0: what was said lately is the text

    def hear(self, samples: Samples) -> None:
        """The next 16 kHz samples."""
        self._sound.append(samples)
        self._ends += len(samples)
        while self._ends - self._begins - len(self._sound[0]) > _KEPT * HOP:
            self._begins += len(self._sound.popleft())

    def look(self, visits: Sequence[Visit], place: int, now: int) -> None:
        """Take up what was read to its end: all visits until frame `now`, where the reader is at word `place`."""
        there = int(self._of[place]) if place < len(self._of) else -1
        runs = self._runs(visits, now)
        for at, run in enumerate(runs):
            left = now - run.end >= _OVER and (at + 1 < len(runs) or run.sentence != there)
            if left and run.end >= self._judged.get(run.sentence, -_ANEW) + _ANEW:
                self._judged[run.sentence] = run.end
                self._waiting.append(run)

    def judge(self) -> SoFar | None:
        """Judge one sentence; the scores of all words by then, None without news.

        Who says something else hits upon a sentence now and then: nothing is said while more of them miss than fit.
        """
        run = self._waiting.popleft() if self._waiting else None
        if run is None or run.begins * HOP < self._begins:
            return None
        first, behind = self._sentences[run.sentence]
        said = self._judge(self._spoken(run, first, behind))
        self._fits = min(_TRUST, max(-_TRUST, self._fits + (1 if said else -1)))
        if said is None or self._fits <= 0:
            return None
        self._scores[first:behind] = said
        return tuple(self._scores)

    def _runs(self, visits: Sequence[Visit], now: int) -> list[_Run]:
        """Those that reach the last word of their sentence."""
        made, at = [], 0
        for sentence, group in groupby(visits, key=lambda visit: int(self._of[visit.word])):
            run = list(group)
            before, at = at, at + len(run)
            if run[-1].word == self._sentences[sentence][1] - 1:
                begins = max(run[0].start - MARGIN, visits[before - 1].end if before else 0)
                behind = min(run[-1].end + MARGIN, visits[at].start if at < len(visits) else now)
                made.append(_Run(sentence, run[0].start, run[-1].end, begins, behind))
        return made

    def _spoken(self, run: _Run, first: int, behind: int) -> Spoken:
        start = max(-(-self._begins // HOP), run.begins - _AROUND)
        samples = slice(start * HOP - self._begins, (run.behind + _AROUND) * HOP + SEES - self._begins)
        return Spoken(np.concatenate(self._sound)[samples], run.begins - start, run.behind - start, first, behind)
