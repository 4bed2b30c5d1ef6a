"""A learner's past as it is looked at: the wanted takes, the levels behind their scores, tables of their sounds and words.

What different models said is never mixed: a series and a table are of one model each.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from tutor.domain.assessment import ASPECTS, PHONE_SCALE, WORD_SCALE, ModelStamp
from tutor.domain.history.findings import Item, Kind
from tutor.domain.history.level import Measure, Series
from tutor.domain.history.readings import Counts, Mask, Numbers, Readings, Wanted, Whole
from tutor.practice.history.chance import items
from tutor.practice.history.level import level, variances
from tutor.practice.history.wanted import chosen


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """Everything a learner did. `days` are those of `readings` where the learner is; the counts may still be on their way."""

    readings: Readings
    days: Whole
    sounds: Counts | None = None
    words: Counts | None = None

    @classmethod
    def of(cls, readings: Readings) -> "Past":
        """By this computer's days."""
        return cls(readings, readings.days())

    def counting(self, kind: Kind, counts: Counts) -> "Past":
        """The same with the counts of sounds or words."""
        return replace(self, sounds=counts) if kind == "sound" else replace(self, words=counts)

    def counts(self, kind: Kind) -> Counts | None:
        """Of sounds or of words, when they are there."""
        return self.sounds if kind == "sound" else self.words

    def chosen(self, wanted: Wanted) -> Mask:
        """Which takes these are. A sound or word asked for must have been counted."""
        return chosen(self.readings, self.days, wanted, self.sounds, self.words)

    def judged(self, mask: Mask, stamp: ModelStamp) -> Mask:
        """Those of them that this model judged and that can be relied on."""
        by_it: Mask = self.readings.models == self.readings.stamps.index(stamp)
        return mask & by_it & self.readings.relied_on()

    def stamps(self, mask: Mask) -> tuple[ModelStamp, ...]:
        """The models that judged them, by when each was used first."""
        models = self.readings.models[mask & self.readings.relied_on()]
        first = dict.fromkeys(int(at) for at in models if at >= 0)
        return tuple(self.readings.stamps[at] for at in first)

    def series(self, mask: Mask, measure: Measure) -> tuple[Series, ...]:
        """One for each model that judged any of them."""
        return tuple(self._series(mask, measure))

    def table(self, mask: Mask, kind: Kind, stamp: ModelStamp) -> tuple[Item, ...]:
        """How sounds or words came in those this model judged. They must have been counted."""
        counts = self.counts(kind)
        assert counts is not None
        return items(counts, self.judged(mask, stamp), PHONE_SCALE if kind == "sound" else WORD_SCALE)

    def _series(self, mask: Mask, measure: Measure) -> Iterator[Series]:
        raw, doubts = self._measured(measure)
        there = mask & np.isfinite(raw[:, 0])
        for stamp in self.stamps(there):
            rows = np.flatnonzero(self.judged(there, stamp))
            moments = self.days[rows] + (self.readings.when[rows] % 86_400) / 86_400
            yield Series(stamp, moments, raw[rows], level(self.days[rows], raw[rows, 0], doubts[rows]))

    def _measured(self, measure: Measure) -> tuple[Numbers, Numbers]:
        """Value, low and high of all takes, and the variances."""
        if measure != "pace":
            raw = self.readings.scores[:, ASPECTS.index(measure)]
            return raw, variances(raw[:, 1], raw[:, 2], self.readings.confidence)
        pace, correct = self.readings.correct_pace, self.readings.correct
        doubt = pace**2 / np.maximum(correct, 1.0)  # as of a count: words come to be correct one by one
        return np.stack([pace, pace, pace], axis=1), doubt
