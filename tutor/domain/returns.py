"""What comes back from learners, and what became of it."""

from dataclasses import dataclass
from datetime import datetime

from tutor.domain.assignment import Assignment
from tutor.domain.learner import Learner


@dataclass(frozen=True, slots=True)
class Merged:
    """What a return brought that wasn't there: takes, assessments, sounds. `beside` are ids of takes that differ from another one
    with their id and are kept beside it. Of the takes in it, `deleted` were deleted here before and stay so.
    """

    takes: int
    assessments: int
    sounds: int
    beside: tuple[str, ...]
    deleted: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a return. `new`: the learner was not in the list before. `calls`: the name they go by where that isn't the
    one they have here; empty where it is.
    """

    learner: Learner
    merged: Merged
    new: bool
    calls: str


@dataclass(frozen=True, slots=True)
class Given:
    """How many takes a return holds, and how many of them with sound."""

    takes: int
    sounds: int


@dataclass(frozen=True, slots=True)
class Pupil:
    """A learner as the tutor sees who gave back. `at`: when their newest return was made, None without one; `takes` that came.

    `newest` is the assignment of the tutor's newest pack, of whose texts `read` were read; None without a pack. Not `readable`:
    their history can't be opened, so nothing of this is known.
    """

    learner: Learner
    newest: Assignment | None
    at: datetime | None = None
    takes: int = 0
    read: int = 0
    readable: bool = True
