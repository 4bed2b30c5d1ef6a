"""Which takes a take can be compared with."""

from collections.abc import Iterable

from tutor.domain.take import Attempt


def comparable(attempts: Iterable[Attempt], shown: Attempt) -> tuple[Attempt, ...]:
    """Other assessed takes of the same text: those before it first, the newest of them leading, then those after it."""
    same = [one for one in attempts if one.take.text == shown.take.text and one.take.id != shown.take.id and one.assessment]
    newest_first = sorted(same, key=_when, reverse=True)
    before = [one for one in newest_first if _when(one) < _when(shown)]
    return (*before, *(one for one in newest_first if _when(one) >= _when(shown)))


def _when(attempt: Attempt) -> str:
    return f"{attempt.take.recorded_at.timestamp():020.6f} {attempt.take.id}"
