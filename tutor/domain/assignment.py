"""What a tutor sends a class to practise: texts, how words are said, a date and a note; and a pack that brings it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from tutor.domain.phones import Pronunciation

LONGEST_NOTE_S = 300.0
"""Of a spoken note. It says what to do; who has more to say writes a text."""


@dataclass(frozen=True, slots=True)
class AssignedText:
    """One text to read. `passage_id` where it is a passage that ships."""

    title: str
    text: str
    passage_id: str | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """A set of texts to read until the end of the day `due`; None: whenever. `words` are said like this from then on.

    `id` is unique for ever, `sender` is the tutor's name, `made_at` is aware. `spoken_s` is how long the note by voice is that
    comes with it, None where there is none; its sound lies in the store under `id`.
    """

    id: str
    title: str
    texts: tuple[AssignedText, ...]
    sender: str
    made_at: datetime
    due: date | None = None
    note: str = ""
    words: tuple[tuple[str, tuple[Pronunciation, ...]], ...] = ()
    spoken_s: float | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """An assignment on the learner's side, and since when (aware) it is there."""

    assignment: Assignment
    at: datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """A take of an assigned text, for counting. `refused`: it could not be judged at all."""

    take_id: str
    text: str
    at: datetime
    refused: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an assignment is. `read` says for each of its texts whether it was read since; `days_left` None without a date,
    0 on the last day, below 0 when that has passed. `takes` are the ids of all readings of it, the oldest first.
    """

    received: Received
    read: tuple[bool, ...]
    days_left: int | None
    takes: tuple[str, ...]

    @property
    def done(self) -> bool:
        """Whether every text was read."""
        return all(self.read)


class Known(Enum):
    """Whether the person who signed a pack is known here: accepted before; nobody was yet; or others were, and they weren't."""

    KNOWN = "known"
    FIRST = "first"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Offer:
    """A pack that was looked through and could be taken. `number` is that of its key, `tutors` the names of those accepted here.

    `said` counts what the tutor said about readings, of which `spoken` are by voice. `left_out` of it is about readings that are
    not here: they were deleted, and nothing of them comes back.
    """

    path: Path
    assignment: Assignment
    number: str
    known: Known
    tutors: tuple[str, ...]
    said: int
    spoken: int
    left_out: int
