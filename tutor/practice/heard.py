"""Which parts of a take somebody has heard by now, and which word they heard last."""

from collections.abc import Sequence

from tutor.domain.assessment import WordScore

_STEP_S = 0.1  # the position of what plays is told some thirty times a second
_REACTION_S = 0.3  # from hearing something to pressing the key


class Heard:
    """Of one take. `at` is told while it plays."""

    def __init__(self, words: Sequence[WordScore]) -> None:
        self._spans = [
            (at, word.start, word.end) for at, word in enumerate(words) if word.start is not None and word.end is not None
        ]
        self._steps = {step for _, start, end in self._spans for step in _steps(start, end)}
        self._heard: set[int] = set()

    def at(self, seconds: float) -> int | None:
        """This moment is heard; which word is being said, None between two."""
        self._heard.add(int(seconds / _STEP_S))
        return next((at for at, start, end in self._spans if start <= seconds < end), None)

    def stopped_at(self, seconds: float) -> int | None:
        """The word that was meant by whoever stopped it here; None before the first."""
        meant = seconds - _REACTION_S
        begun = [(start, at) for at, start, _ in self._spans if start <= meant]
        return max(begun)[1] if begun else None

    @property
    def share(self) -> float:
        """How much of the words was heard, 0 to 1; 1 where none was read."""
        return len(self._steps & self._heard) / len(self._steps) if self._steps else 1.0


def _steps(start: float, end: float) -> range:
    return range(int(start / _STEP_S), max(int(end / _STEP_S), int(start / _STEP_S) + 1))
