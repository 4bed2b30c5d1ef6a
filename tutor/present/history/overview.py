"""This week, what got better, what to practise next: in sentences."""

from tutor.domain.change import Change
from tutor.domain.history.findings import LATELY, WEEKS, Item, Kind, Moved, Summary, Week
from tutor.domain.history.level import Measure
from tutor.domain.wording import say
from tutor.present.history.names import item_name, measure_name
from tutor.present.numbers import plain

_MOST = 5


def week_lines(summary: Summary) -> tuple[str, ...]:
    """This week, and the one before it to hold it against."""
    this, before = summary.this, summary.before
    lines = [_week(this) if this.readings or this.drills else say("Nothing read yet this week.")]
    if before.readings or before.drills:
        lines.append(say("The week before: {week}").format(week=_week(before)))
    return tuple(lines)


def better_lines(summary: Summary) -> tuple[str, ...]:
    """What got better beyond chance; a sentence that says so when nothing did."""
    lines = [_moved(one) for one in summary.moved] + [better_line(kind, item) for kind, item in summary.better[:_MOST]]
    if len(summary.better) > _MOST:
        lines.append(say("And {count} more in the tables.").format(count=len(summary.better) - _MOST))
    nothing = say("Nothing lately that could be told from chance. Small steps show after more readings.")
    return tuple(lines) or (nothing,)


def better_note() -> str:
    """What counts as better."""
    note = say("Levels: against {days} days ago. Sounds and words: the later half of the last {weeks} weeks against the earlier.")
    alone = say("Only what the newest model judged is compared.")
    return f"{note.format(days=LATELY, weeks=WEEKS)} {alone}"


def better_line(kind: Kind, item: Item) -> str:
    """One sound or word that moved."""
    scale = 5 if kind == "sound" else 1
    assert item.before is not None
    assert item.lately is not None
    said = say("{name}: from {before} to {lately} of 10")
    name = item_name(kind, item.name)
    name = name[:1].upper() + name[1:]
    return said.format(name=name, before=plain(scale * item.before), lately=plain(scale * item.lately))


def weak_line(item: Item) -> str:
    """One sound to practise next."""
    name = item_name("sound", item.name)
    return say("{name}: marked {marked} of {times} times").format(name=name, marked=item.marked, times=item.times)


def change_words(change: Change) -> str:
    """A sign and a word, for a table."""
    return {
        Change.BETTER: say("▲ better"), Change.WORSE: say("▼ weaker"), Change.SAME: say("= no change beyond chance"),
        Change.UNKNOWN: say("– too few readings to say"),
    }[change]  # fmt: skip


def _week(week: Week) -> str:
    readings = say("one reading") if week.readings == 1 else say("{count} readings").format(count=week.readings)
    days = say("on one day") if week.days == 1 else say("on {count} days").format(count=week.days)
    said = say("{readings} {days}, {minutes} min of reading.")
    line = said.format(readings=readings, days=days, minutes=max(1, round(week.seconds / 60)) if week.seconds else 0)
    if not week.drills:
        return line
    drills = say("One try of a drill.") if week.drills == 1 else say("{count} tries of drills.").format(count=week.drills)
    return f"{line} {drills}"


def _moved(one: Moved) -> str:
    said = say("{name}: up by {by}, give or take {doubt}")
    return said.format(name=measure_name(one.measure), by=_amount(one.measure, one.by), doubt=_amount(one.measure, one.doubt))


def _amount(measure: Measure, value: float) -> str:
    return f"{value:.0f}" if measure == "pace" else f"{value:.1f}"
