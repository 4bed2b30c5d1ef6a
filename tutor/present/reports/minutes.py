"""Minutes read aloud as a chart of columns: days, weeks or months, whichever keeps the columns readable."""

from collections.abc import Callable
from datetime import date, timedelta

from tutor.domain.practised import Practised
from tutor.domain.wording import say
from tutor.present.reports.blocks import Column, Columns

_DAYS, _WEEKS = 16, 26 * 7  # up to so many days there is a column a day, a column a week
_LABELS = 8


def minutes_chart(done: Practised) -> Columns | None:
    """None when nothing was read."""
    if not done.seconds:
        return None
    length = (done.last - done.first).days + 1
    starts, name, label = _by(length)
    days = [done.first + timedelta(days=day) for day in range(length)]
    minutes = dict.fromkeys(map(starts, days), 0.0)
    for day, seconds in done.seconds.items():
        minutes[starts(day)] += seconds / 60
    return Columns(name, _summary(name, minutes), _columns(minutes, label))


def _by(length: int) -> tuple[Callable[[date], date], str, str]:
    """What a day falls into, by its first day, what the chart is called, and how its days are written."""
    if length <= _DAYS:
        return (lambda day: day), say("Minutes read aloud each day"), "%m-%d"
    if length <= _WEEKS:
        return (lambda day: day - timedelta(days=day.weekday())), say("Minutes read aloud each week, by its Monday"), "%m-%d"
    return (lambda day: day.replace(day=1)), say("Minutes read aloud each month"), "%Y-%m"


def _columns(minutes: dict[date, float], label: str) -> tuple[Column, ...]:
    every = -(-len(minutes) // _LABELS)
    room, fine = len(minutes) <= 2 * _LABELS, max(minutes.values()) < 10
    return tuple(
        Column(value, start.strftime(label) if at % every == 0 else "", _shown(value, fine) if value and room else "")
        for at, (start, value) in enumerate(sorted(minutes.items()))
    )


def _shown(value: float, fine: bool) -> str:
    return f"{value:.1f}" if fine else f"{value:.0f}"


def _summary(name: str, minutes: dict[date, float]) -> str:
    most = max(minutes, key=lambda start: (minutes[start], start))
    idle = sum(value == 0 for value in minutes.values())
    said = say("{chart}: {most} at most, from {day}; none in {idle} of {all}.")
    always = say("{chart}: {most} at most, from {day}.")
    return (said if idle else always).format(
        chart=name, most=_shown(minutes[most], minutes[most] < 10), day=most.isoformat(), idle=idle, all=len(minutes)
    )
