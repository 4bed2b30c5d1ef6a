from datetime import timedelta

from tests.builders import WHEN, a_take, an_assessment
from tutor.domain.take import Attempt
from tutor.practice.earlier import comparable


def _attempt(name: str, minutes: int, *, judged: bool = True, text: str = "I think it is a garden.") -> Attempt:
    take = a_take(id=name, recorded_at=WHEN + timedelta(minutes=minutes), text=text)
    return Attempt(take, an_assessment() if judged else None)


def test_the_take_before_comes_first_and_later_ones_last() -> None:
    shown = _attempt("now", 10)
    others = [_attempt("later", 20), shown, _attempt("old", 1), _attempt("before", 9), _attempt("raw", 8, judged=False)]
    others.append(_attempt("other", 9, text="I think it is."))
    assert [one.take.id for one in comparable(others, shown)] == ["before", "old", "later"]
