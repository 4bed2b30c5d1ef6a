"""Which of a tutor's assignments are due, and what of them was read. Opens no file: whoever asks brings the takes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tutor.domain.assignment import AssignedText, Received
from tutor.domain.phones import Pronunciation
from tutor.domain.take import Attempt

_Entries = Mapping[str, tuple[Pronunciation, ...]]


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


def standings(received: Iterable[Received], attempts: Sequence[Attempt], today: date) -> tuple[Standing, ...]:
    """Of each, those to do first: by their date, without one behind them, the done ones last. `today` is the learner's."""
    made = [_standing(each, attempts, today) for each in received]
    return tuple(sorted(made, key=lambda each: (each.done, each.received.assignment.due or date.max)))


def _standing(received: Received, attempts: Sequence[Attempt], today: date) -> Standing:
    assignment = received.assignment
    readings = {text: _readings(text, attempts, received.at) for text in assignment.texts}
    takes = sorted({each.take.id: each.take.recorded_at for found in readings.values() for each in found}.items(), key=_when)
    left = (assignment.due - today).days if assignment.due is not None else None
    return Standing(received, tuple(bool(readings[text]) for text in assignment.texts), left, tuple(take for take, _ in takes))


def _readings(text: AssignedText, attempts: Sequence[Attempt], since: datetime) -> list[Attempt]:
    """Readings of the whole text since it was assigned; what was refused as no reading at all doesn't count."""
    return [
        each for each in attempts
        if each.take.text == text.text and each.take.recorded_at >= since
        and not (each.assessment is not None and each.assessment.verdict.refuses)
    ]  # fmt: skip


def _when(found: tuple[str, datetime]) -> datetime:
    return found[1]


def with_assigned_words(own: _Entries, received: Iterable[Received]) -> dict[str, tuple[Pronunciation, ...]]:
    """Own pronunciations and those that came with assignments, the newest first; where both say something, the own count."""
    said: dict[str, tuple[Pronunciation, ...]] = {}
    for each in received:
        for word, ways in each.assignment.words:
            said.setdefault(word, ways)
    return said | dict(own)
