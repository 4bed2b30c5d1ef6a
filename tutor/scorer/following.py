"""Where in its text a reader is, while they read: short pieces of sound, heard for the place only.

What counts is heard again in whole windows (`networks.Overhearing`); knows nothing of scores, and of a long text only the part
around the place, so that a word costs the same wherever it stands.
"""

from collections.abc import Sequence

import numpy as np

from tutor.acoustics.resample import Resampler
from tutor.domain.audio import Samples
from tutor.domain.target import Target
from tutor.scorer.alignment import Posteriors, classes_of
from tutor.scorer.live import Judge, LiveSentences, SoFar
from tutor.scorer.networks import Networks
from tutor.scorer.tracker import Tracker, Visit
from tutor.scorer.windows import HOP, SEES

_CONTEXT = 84  # frames (2 s) heard again before the new ones, for a network that judges sounds by what is around them
_STEP = 25  # new frames (0.6 s) at a time
_EDGE = 5  # frames at the end that lack what comes behind them; they come with the next piece
_BEFORE, _BEHIND = 60, 240  # words of the text around the place that the reader may jump to


class Following:
    """A `practice.ports.Following`."""

    def __init__(self, networks: Networks, rate: int, target: Target, judge: Judge) -> None:
        self._networks, self._to_16k = networks, Resampler(rate)
        self._live = LiveSentences(target, judge)
        self._words = classes_of(word.pronunciations[0] for word in target.words)
        self._sound = np.zeros(0, np.float32)
        self._known = 0  # frames at the beginning of the sound that were heard before
        self._part = _Part(self._words, 0)

    def hear(self, samples: Samples) -> int:
        """The word being read, or the one to come, after these samples; the number of words behind the last."""
        came = self._to_16k(samples)
        self._live.hear(came)
        self._sound = np.concatenate([self._sound, came])
        frames = (len(self._sound) - SEES) // HOP
        if frames - _EDGE - self._known >= _STEP:
            heard = self._networks.frames(self._sound[: frames * HOP + SEES]).log_posteriors
            self._part.hear(heard[self._known : frames - _EDGE])
            self._live.look(self._part.visits, self._part.place, self._part.now)
            self._part = self._part.moved_on()
            past = max(0, frames - _EDGE - _CONTEXT)
            self._sound, self._known = self._sound[past * HOP :], frames - _EDGE - past
        return self._part.place

    def judge(self) -> SoFar | None:
        """See `practice.ports.Following`."""
        return self._live.judge()


class _Part:
    """The words around word `start`, where the reader is, and the frames heard since, the first of which is frame `begins`."""

    def __init__(self, words: Sequence[Sequence[int]], start: int, begins: int = 0) -> None:
        self._words, self._begins = words, begins
        self._first = max(0, start - _BEFORE)
        self._behind = min(len(words), start + _BEHIND)
        self._tracker = Tracker(words[self._first : self._behind], start - self._first)
        self._heard: list[Posteriors] = []
        self._settled: list[Visit] = []  # what can't change any more

    @property
    def place(self) -> int:
        return self._first + self._tracker.place

    @property
    def now(self) -> int:
        """The frame behind the last that was heard."""
        return self._begins + sum(map(len, self._heard))

    @property
    def visits(self) -> list[Visit]:
        """All that was read since this part began, in words of the text and frames of the take, as it looks now."""
        found = [*self._settled, *self._tracker.unsettled]
        return [Visit(self._first + visit.word, visit.frames + self._begins) for visit in found]

    def hear(self, log_posteriors: Posteriors) -> None:
        self._heard.append(log_posteriors)
        self._settled += self._tracker.hear(log_posteriors)

    def moved_on(self) -> "_Part":
        """This part, or the one around a place that has come too near its end, told what was heard since it was settled."""
        near = self._behind < len(self._words) and self.place > self._behind - _BEHIND // 2
        if not near or not self._settled:
            return self
        last = self._settled[-1]
        part = _Part(self._words, self._first + last.word, self._begins + last.start)
        part.hear(np.concatenate(self._heard)[last.start :])
        return part
