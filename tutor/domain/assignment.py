"""What a tutor sends a class to practise: texts, how words are said, a date and a note."""

from dataclasses import dataclass
from datetime import date, datetime

from tutor.domain.phones import Pronunciation


@dataclass(frozen=True, slots=True)
class AssignedText:
    """One text to read. `passage_id` where it is a passage that ships."""

    title: str
    text: str
    passage_id: str | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """A set of texts to read until the end of the day `due`; None: whenever. `words` are said like this from then on.

    `id` is unique for ever, `sender` is the tutor's name, `made_at` is aware.
    """

    id: str
    title: str
    texts: tuple[AssignedText, ...]
    sender: str
    made_at: datetime
    due: date | None = None
    note: str = ""
    words: tuple[tuple[str, tuple[Pronunciation, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """An assignment on the learner's side, and since when (aware) it is there."""

    assignment: Assignment
    at: datetime
