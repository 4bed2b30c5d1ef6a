"""The days of practice as a grid: a column a week, a row a weekday, each cell with its count."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from tutor.domain.history.readings import Numbers, Whole
from tutor.domain.wording import say

WEEKS = 52
_STEPS = (1, 3, 6, 10)  # takes a day from which a cell is darker


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day: how many takes as `text` (empty: none), how dark (0 to 4), and what is said of it."""

    day: date
    text: str
    dark: int
    spoken: str


def calendar_weeks(days: Whole, lengths: Numbers, today: date) -> tuple[tuple[DayCell, ...], ...]:
    """The last `WEEKS` weeks up to today's, Mondays first, of takes on some days with their `lengths` in seconds."""
    monday = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    takes, seconds = Counter(days.tolist()), Counter[int]()
    for day, length in zip(days.tolist(), lengths.tolist(), strict=True):
        seconds[day] += length
    shown = [monday + timedelta(days=at) for at in range((today - monday).days + 1)]
    cells = [_cell(day, takes[day.toordinal()], seconds[day.toordinal()]) for day in shown]
    return tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7))


def calendar_summary(days: Whole, today: date) -> str:
    """The calendar in a sentence."""
    since = (today - timedelta(weeks=WEEKS - 1)).toordinal()
    days = days[days > since]
    if not len(days):
        return say("No practice in the last twelve months.")
    longest = max(Counter(days.tolist()).items(), key=lambda pair: (pair[1], pair[0]))
    said = say("{takes} takes on {days} days of the last twelve months; most on {day}: {most}.")
    return said.format(takes=len(days), days=len(set(days.tolist())), day=date.fromordinal(longest[0]), most=longest[1])


def _cell(day: date, takes: int, seconds: float) -> DayCell:
    if not takes:
        return DayCell(day, "", 0, say("{day}: no practice").format(day=day))
    said = say("{day}: one take, {minutes} min") if takes == 1 else say("{day}: {takes} takes, {minutes} min")
    spoken = said.format(day=day, takes=takes, minutes=max(1, round(seconds / 60)))
    return DayCell(day, str(takes), sum(takes >= step for step in _STEPS), spoken)
