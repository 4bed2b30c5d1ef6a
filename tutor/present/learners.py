"""Learners as rows of a list: a name, what tells them apart at a glance, and the line below. Draws nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tutor.domain.learner import Learner
from tutor.domain.wording import say


class Shape(Enum):
    """What the initials stand in."""

    CIRCLE = auto()
    SQUARE = auto()
    DIAMOND = auto()
    PENTAGON = auto()
    HEXAGON = auto()
    SHIELD = auto()


@dataclass(frozen=True, slots=True)
class LearnerRow:
    """`initials` are at most two signs; the `shape` stays with the learner for good."""

    learner: Learner
    title: str
    below: str
    initials: str
    shape: Shape

    @property
    def spoken(self) -> str:
        """For a screen reader."""
        return f"{self.title}, {self.below}" if self.below else self.title


def learner_rows(learners: Sequence[Learner]) -> tuple[LearnerRow, ...]:
    """In the order given."""
    return tuple(LearnerRow(each, shown_name(each), _below(each), initials(each.name), shape_of(each.id)) for each in learners)


def shown_name(learner: Learner) -> str:
    """The name, or words for none."""
    return learner.name or say("Without a name")


def initials(name: str) -> str:
    """The first letters of the first and the last word; of one word its first two; of a Chinese name its last two."""
    words = name.split()
    if not words:
        return "?"
    if "\u2e80" <= words[0][0] <= "\uffef":  # the signs of Chinese, Japanese and Korean
        return words[0][-2:]
    return (words[0][0] + words[-1][0]).upper() if len(words) > 1 else words[0][:2].capitalize()


def shape_of(learner_id: str) -> Shape:
    """By the id, so that a new name leaves it."""
    shapes = tuple(Shape)
    return shapes[sum(learner_id.encode()) % len(shapes)]


def _below(learner: Learner) -> str:
    pin = say("asks for a PIN") if learner.has_pin else ""
    return " · ".join(part for part in (learner.level or "", pin) if part)
