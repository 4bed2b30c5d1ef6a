"""What was found in many takes: how a sound or word came, what was done in a week, what got better."""

from dataclasses import dataclass
from typing import Literal

from tutor.domain.change import Change
from tutor.domain.history.level import Measure

Kind = Literal["sound", "word"]
LATELY = 28  # days over which a level is said to have moved
WEEKS = 8  # over which sounds and words are looked at for a summary


@dataclass(frozen=True, slots=True)
class Item:
    """A sound or word over some takes: how often it was judged, its mean score, how often it was marked or left out.

    `before` and `lately` are the mean scores of the earlier and the later half of the takes, None where there are too few of
    these to say anything; then the change is `UNKNOWN`.
    """

    name: str
    takes: int
    times: int
    mean: float | None
    marked: int
    left_out: int
    before: float | None = None
    lately: float | None = None
    change: Change = Change.UNKNOWN

    @property
    def marked_share(self) -> float:
        """Of the times it was said."""
        said = max(self.times, self.marked)
        return self.marked / said if said else 0.0


@dataclass(frozen=True, slots=True)
class Week:
    """What was done in a week: days with practice, readings, seconds of these, and tries of drills."""

    days: int
    readings: int
    seconds: float
    drills: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A measure whose level rose within `LATELY` by more than the doubt about it."""

    measure: Measure
    by: float
    doubt: float


@dataclass(frozen=True, slots=True)
class Summary:
    """`this` week and the one `before`, Monday to Sunday. `better` and `weak` are of the newest model alone."""

    this: Week
    before: Week
    moved: tuple[Moved, ...]
    better: tuple[tuple[Kind, Item], ...]
    weak: tuple[Item, ...]
