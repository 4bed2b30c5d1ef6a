"""What a learner sees first: this week's practice, what got better beyond chance, and what to practise next."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from tutor.domain.assessment import ModelStamp
from tutor.domain.change import Change
from tutor.domain.history.findings import LATELY, WEEKS, Item, Kind, Moved, Summary, Week
from tutor.domain.history.level import Measure
from tutor.domain.history.readings import Mask, Wanted
from tutor.practice.history.past import Past

_WEAK_TIMES, _WEAK_SHARE, _WEAK = 10, 0.1, 3
_MEASURES: tuple[Measure, ...] = ("total", "accuracy", "fluency", "prosody", "pace")


def summary(past: Past, today: date) -> Summary:
    """Of all readings; drills are counted apart and take no part in what got better. Sounds and words must have been counted."""
    monday = today - timedelta(days=today.weekday())
    readings = past.chosen(Wanted())
    stamps = past.stamps(readings)
    recent = past.chosen(Wanted(since=today - timedelta(weeks=WEEKS)))
    sounds = past.table(recent, "sound", stamps[-1]) if stamps else ()
    words = past.table(recent, "word", stamps[-1]) if stamps else ()
    risen = _risen(past, readings, today, stamps)
    counted: list[tuple[Kind, Item]] = [*(("sound", item) for item in sounds), *(("word", item) for item in words)]
    better = tuple(each for each in counted if each[1].change is Change.BETTER)
    return Summary(_week(past, monday), _week(past, monday - timedelta(weeks=1)), risen, better, _weak(sounds))


def _week(past: Past, monday: date) -> Week:
    span = Wanted(since=monday, until=monday + timedelta(days=6))
    readings, drills = past.chosen(span), past.chosen(Wanted(since=span.since, until=span.until, drills=True))
    both = readings | drills
    days = len(np.unique(past.days[both]))
    return Week(days, int(readings.sum()), float(past.readings.seconds[readings].sum()), int(drills.sum()))


def _risen(past: Past, readings: Mask, today: date, stamps: Sequence[ModelStamp]) -> tuple[Moved, ...]:
    since, found = today.toordinal() - LATELY, []
    for measure in _MEASURES:
        newest = [series for series in past.series(readings, measure) if series.stamp in stamps[-1:]]
        for level in (series.level for series in newest):
            moved = level.moved(since) if level is not None and level.days[-1] >= since else None
            if moved is not None and moved[0] > moved[1]:
                found.append(Moved(measure, *moved))
    return tuple(found)


def _weak(sounds: Sequence[Item]) -> tuple[Item, ...]:
    """Marked often enough, and said often enough to know."""
    found = [item for item in sounds if item.times >= _WEAK_TIMES and item.marked_share >= _WEAK_SHARE]
    return tuple(sorted(found, key=lambda item: (-item.marked_share, item.name))[:_WEAK])
