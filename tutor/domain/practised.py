"""What a learner practised in a period, and what a class did, in figures: what reports are made of."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from tutor.domain.assessment import Aspect, Estimate, ModelStamp, Scores, Verdict
from tutor.domain.change import Change

FEWEST_LEARNERS = 5
"""Groups of fewer are not compared: what is said of them would be said of persons."""


@dataclass(frozen=True, slots=True)
class Days:
    """From `first` to `last`, both included, as days go in `zone`; None: where this computer is."""

    first: date
    last: date
    zone: tzinfo | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One take of a text. `when` is aware, where the learner is; `correct_a_minute` words, None where nothing can be counted.

    `verdict` and `model` are None for a take that was not assessed.
    """

    take_id: str
    when: datetime
    passage_id: str | None
    text: str
    seconds: float
    verdict: Verdict | None
    model: ModelStamp | None
    scores: Scores
    correct_a_minute: float | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a learner stands in an aspect at the end of a period, and whether that has changed since its first day."""

    aspect: Aspect
    level: Estimate
    change: Change


@dataclass(frozen=True, slots=True)
class Came:
    """How a sound (ARPAbet) or a word (folded) came: in how many takes it was read, how often it was judged and marked in all."""

    name: str
    takes: int
    times: int
    marked: int
    change: Change

    @property
    def share(self) -> float:
        """Of the times it was said: how often it was marked."""
        said = max(self.times, self.marked)
        return self.marked / said if said else 0.0


@dataclass(frozen=True, slots=True)
class Practised:
    """A learner's practice from `first` to `last`, both included.

    `seconds` is the time read aloud by day, drills too. `readings` are takes of texts, oldest first, `tries` those of drills.
    Levels, pace, sounds and words are of `model` alone, the newest that judged a reading: scores of different models are never
    put together. `judged` tells how many readings each model judged, the newest last.
    """

    first: date
    last: date
    seconds: dict[date, float]
    readings: tuple[Reading, ...]
    tries: int
    model: ModelStamp | None
    judged: tuple[tuple[ModelStamp, int], ...]
    standings: tuple[Standing, ...]
    correct_a_minute: float | None
    sounds: tuple[Came, ...]
    words: tuple[Came, ...]

    @property
    def minutes(self) -> int:
        """Read aloud in all, rounded."""
        return round(sum(self.seconds.values()) / 60)


@dataclass(frozen=True, slots=True)
class Pupil:
    """What is told of one learner beside the others of the class: how much, never how well."""

    name: str
    level: str
    first_language: str
    days: int
    minutes: int
    readings: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Hard:
    """A sound (ARPAbet) or word (folded) in a class: how many learners read it, and for how many it often needs work."""

    name: str
    readers: int
    struggling: int


@dataclass(frozen=True, slots=True)
class Group:
    """Learners who have something in common. `marked` is the share of sounds judged, `unjudged` that of words read, 0-1.

    Both are None for a group that is too small, or that could be worked out from the others.
    """

    name: str
    learners: int
    marked: float | None
    unjudged: float | None


@dataclass(frozen=True, slots=True)
class Classroom:
    """A class from `first` to `last`, both included. `few` counts sounds and words left out for having too few readers."""

    first: date
    last: date
    pupils: tuple[Pupil, ...]
    sounds: tuple[Hard, ...]
    words: tuple[Hard, ...]
    few: int
    by_language: tuple[Group, ...]
    by_level: tuple[Group, ...]
    models: tuple[ModelStamp, ...]
