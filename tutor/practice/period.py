"""What a learner practised in a period, out of what the history counts with."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from statistics import median

import numpy as np

from tutor.domain.assessment import (
    ASPECTS,
    PHONE_SCALE,
    UTTERANCE_SCALE,
    WORD_SCALE,
    Aspect,
    Estimate,
    ModelStamp,
    Scores,
    Verdict,
)
from tutor.domain.change import Change
from tutor.domain.history.readings import Counts, Mask, Numbers, Readings, Wanted, Whole
from tutor.domain.practised import Came, Days, Practised, Reading, Standing
from tutor.practice.history.chance import items
from tutor.practice.history.counting import count_all
from tutor.practice.history.level import level, variances
from tutor.practice.history.wanted import chosen
from tutor.practice.ports import Progress, Tallies


@dataclass(frozen=True, slots=True, eq=False)
class Period:
    """A learner's takes, those of a period (`inside`), and the readings in it that can be relied on.

    Levels and tables are made of those that `model` judged: the newest that judged one, until another is put in its place.
    """

    readings: Readings
    sounds: Counts
    words: Counts
    days: Whole
    inside: Mask
    relied_on: Mask
    model: ModelStamp | None

    @property
    def used(self) -> Mask:
        """What levels and tables are made of."""
        stamps = self.readings.stamps
        at = stamps.index(self.model) if self.model in stamps else -2  # -1 is for takes without a model
        return np.asarray(self.relied_on & (self.readings.models == at))


def period_of(tallies: Tallies, wanted: Days, progress: Progress) -> Period:
    """Counts in what older programs saved. Raises `StoreError` or `Cancelled`."""
    count_all(tallies, progress)
    found = tallies.readings()
    days = found.days(wanted.zone)
    inside: Mask = (days >= wanted.first.toordinal()) & (days <= wanted.last.toordinal())
    relied_on: Mask = inside & found.relied_on() & chosen(found, days, Wanted())
    model = found.stamps[found.models[relied_on][-1]] if relied_on.any() else None
    return Period(found, tallies.sounds(found), tallies.words(found), days, inside, relied_on, model)


def whole(tallies: Tallies, today: date, zone: tzinfo | None = None) -> Days:
    """From the first take to today. Raises `StoreError`."""
    days = tallies.readings().days(zone)
    first = date.fromordinal(int(days[0])) if len(days) else today
    return Days(min(first, today), today, zone)


def practised(period: Period, wanted: Days) -> Practised:
    """The figures of a period."""
    found = period.readings
    texts = np.flatnonzero(period.inside & ~found.drills())
    seconds = defaultdict[date, float](float)
    for at in np.flatnonzero(period.inside):
        seconds[date.fromordinal(int(period.days[at]))] += float(found.seconds[at])
    judged = ((stamp, int(np.sum(found.models[texts] == at))) for at, stamp in enumerate(found.stamps))
    pace = found.correct_pace[period.used]
    pace = pace[np.isfinite(pace)]
    return Practised(
        wanted.first, wanted.last, dict(seconds), tuple(_reading(found, int(at), wanted.zone) for at in texts),
        int(period.inside.sum()) - len(texts),
        period.model, tuple(pair for pair in judged if pair[1]), _standings(period),
        float(median(pace)) if len(pace) else None,
        came(period.sounds, period.used, PHONE_SCALE), came(period.words, period.used, WORD_SCALE),
    )  # fmt: skip


def came(counts: Counts, used: Mask, scale: float) -> tuple[Came, ...]:
    """How each sound or word came in the takes used, in the order of their names."""
    return tuple(Came(each.name, each.takes, each.times, each.marked, each.change) for each in items(counts, used, scale))


def _standings(period: Period) -> tuple[Standing, ...]:
    """Of what is judged; completeness is a count, and has no level."""
    made = (_standing(period, aspect) for aspect in ASPECTS if aspect != "completeness")
    return tuple(each for each in made if each is not None)


def _standing(period: Period, aspect: Aspect) -> Standing | None:
    scores = period.readings.score(aspect)
    used = period.used & np.isfinite(scores).all(axis=1)
    value, low, high = scores[used].T
    found = level(period.days[used], value, variances(low, high, period.readings.confidence[used])) if used.any() else None
    if found is None:
        return None
    moved = found.moved(int(found.days[0]))
    return Standing(aspect, _estimate(float(found.value[-1]), float(found.doubt[-1])), _change(moved))


def _estimate(value: float, doubt: float) -> Estimate:
    inside = [min(max(at, 0.0), UTTERANCE_SCALE) for at in (value, value - doubt, value + doubt)]
    return Estimate(*inside)


def _change(moved: tuple[float, float] | None) -> Change:
    if moved is None:
        return Change.UNKNOWN
    by, doubt = moved
    return Change.SAME if abs(by) <= doubt else Change.BETTER if by > 0 else Change.WORSE


def _reading(found: Readings, at: int, zone: tzinfo | None) -> Reading:
    model = found.stamps[found.models[at]] if found.models[at] >= 0 else None
    verdict = Verdict(found.verdicts[at]) if found.verdicts[at] else None
    pace = float(found.correct_pace[at])
    when = datetime.fromtimestamp(float(found.when[at]), zone).astimezone(zone)
    scores = Scores(*(_score(three) for three in found.scores[at]))
    return Reading(
        found.ids[at], when, found.passages[at], found.texts[at], float(found.seconds[at]), verdict, model, scores,
        pace if np.isfinite(pace) else None,
    )  # fmt: skip


def _score(three: Numbers) -> Estimate | None:
    return Estimate(*(float(at) for at in three)) if np.isfinite(three).all() else None
