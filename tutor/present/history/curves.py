"""A measure over time: dots, level, band and breaks, and what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from tutor.domain.history.findings import LATELY
from tutor.domain.history.level import Level, Measure, Series
from tutor.domain.wording import say
from tutor.present.history.names import measure_name, model_name, unit


@dataclass(frozen=True, slots=True, eq=False)
class Trend:
    """One measure's curves, a series a model. `bottom` and `top` bound the drawing."""

    measure: Measure
    series: tuple[Series, ...]
    labels: tuple[str, ...]
    bottom: float
    top: float
    summary: str


def trend(measure: Measure, series: Sequence[Series]) -> Trend:
    """What is to be drawn, and said of it."""
    top = 10.0
    bottom = max(0.0, min((float(np.floor(each.raw[:, 0].min())) for each in series), default=0.0) - 1)
    if measure == "pace":
        top = max([60.0, *(float(each.raw[:, 0].max()) for each in series)]) * 1.05
    labels = tuple(model_name(each.stamp) for each in series)
    return Trend(measure, tuple(series), labels, bottom, top, _summary(measure, series))


def _summary(measure: Measure, series: Sequence[Series]) -> str:
    if not series:
        return say("There are no scores of these readings.")
    newest, parts = series[-1], [_level_text(measure, series[-1])]
    if newest.level is not None:
        parts.append(_moved_text(measure, newest.level))
    if len(series) > 1:
        parts.append(_break_text(series))
    return " ".join(parts)


def _level_text(measure: Measure, newest: Series) -> str:
    first, last = (date.fromordinal(int(newest.moments[at])) for at in (0, -1))
    if newest.level is None:
        said = say("{name}: {count} readings; from three on a level is drawn.")
        return said.format(name=measure_name(measure), count=len(newest.raw))
    said = say("{name}: the level is about {value} {unit}, between {low} and {high}, from {count} readings, {first} to {last}.")
    value, doubt = float(newest.level.value[-1]), float(newest.level.doubt[-1])
    numbers = {
        "value": value,
        "low": max(0.0, value - doubt),
        "high": value + doubt if measure == "pace" else min(10, value + doubt),
    }
    shown = {key: _number(measure, number) for key, number in numbers.items()}
    return said.format(name=measure_name(measure), unit=unit(measure), count=len(newest.raw), first=first, last=last, **shown)


def _moved_text(measure: Measure, level: Level) -> str:
    moved = level.moved(int(level.days[-1]) - LATELY)
    if moved is None:
        return say("It is too early to say whether it moves.")
    by, doubt = moved
    if abs(by) <= doubt:
        said = say("In the {days} days before the last reading it moved by {by}, within the doubt of {doubt}: nothing sure yet.")
    elif by > 0:
        said = say("In the {days} days before the last reading it rose by {by}, more than the doubt of {doubt}.")
    else:
        said = say("In the {days} days before the last reading it fell by {by}, more than the doubt of {doubt}.")
    return said.format(days=LATELY, by=_number(measure, abs(by)), doubt=_number(measure, doubt))


def _break_text(series: Sequence[Series]) -> str:
    """Models are not compared: a difference may be theirs."""
    day = date.fromordinal(int(series[-1].moments[0]))
    said = say(
        "Another model judged before ({names}). Its curve stands apart: what differs from {day} on may be the model’s doing."
    )
    return said.format(names=say(", ").join(model_name(each.stamp) for each in series[:-1]), day=day)


def _number(measure: Measure, value: float) -> str:
    return f"{value:.0f}" if measure == "pace" else f"{value:.1f}"
