"""Which of a tutor's assignments are due, and what of them was read. Opens no file: whoever asks brings the takes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tutor.domain.assignment import Reading, Received, Standing
from tutor.domain.phones import Pronunciation
from tutor.practice.ports import Homework, Sayings
from tutor.reading.own import Entries


def standings(received: Iterable[Received], readings: Sequence[Reading], today: date) -> tuple[Standing, ...]:
    """Of each, those to do first: by their date, without one behind them, the done ones last. `today` is the learner's.

    A text is read when there is a take of the whole of it since the assignment came that wasn't refused as no reading.
    """
    made = [_standing(each, readings, today) for each in received]
    return tuple(sorted(made, key=lambda each: (each.done, each.received.assignment.due or date.max)))


def _standing(received: Received, readings: Sequence[Reading], today: date) -> Standing:
    assignment = received.assignment
    since = [each for each in readings if each.at >= received.at and not each.refused]
    texts = {text.text for text in assignment.texts}
    takes = sorted((each.at, each.take_id) for each in since if each.text in texts)
    read = {each.text for each in since}
    left = (assignment.due - today).days if assignment.due is not None else None
    return Standing(received, tuple(text.text in read for text in assignment.texts), left, tuple(take for _, take in takes))


class HomeworkSayings:
    """A `ports.Sayings`: own pronunciations, and where these say nothing those that came with assignments."""

    def __init__(self, own: Sayings, homework: Homework) -> None:
        self._own, self._homework = own, homework

    def read(self) -> Entries:
        """Both."""
        return with_assigned_words(self._own.read(), self._homework.received())

    def write(self, word: str, said: tuple[Pronunciation, ...]) -> None:
        """Into the own ones."""
        self._own.write(word, said)


def with_assigned_words(
    own: Mapping[str, tuple[Pronunciation, ...]], received: Iterable[Received]
) -> dict[str, tuple[Pronunciation, ...]]:
    """Own pronunciations and those that came with assignments, the newest first; where both say something, the own count."""
    said: dict[str, tuple[Pronunciation, ...]] = {}
    for each in received:
        for word, ways in each.assignment.words:
            said.setdefault(word, ways)
    return said | dict(own)
