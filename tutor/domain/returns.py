"""What comes back from learners, and what became of it."""

from dataclasses import dataclass

from tutor.domain.learner import Learner


@dataclass(frozen=True, slots=True)
class Merged:
    """What a return brought that wasn't there: takes, assessments, sounds. `beside` are ids of takes that differ from another one
    with their id and are kept beside it.
    """

    takes: int
    assessments: int
    sounds: int
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a return. `new`: the learner was not in the list before. `calls`: the name they go by where that isn't the
    one they have here; empty where it is.
    """

    learner: Learner
    merged: Merged
    new: bool
    calls: str
