"""Numbers as people say them: few steps, always with their band. Scores are read off in halves, never finer."""

from tutor.domain.assessment import UTTERANCE_SCALE, Estimate
from tutor.domain.wording import say


def half(value: float) -> float:
    """Rounded to 0.5, halves up."""
    return int(value * 2 + 0.5) / 2


def plain(value: float) -> str:
    """`7.5`, and `7` rather than `7.0`."""
    return f"{half(value):g}"


def of_ten(score: Estimate | None, scale: float) -> Estimate | None:
    """The same score on a scale of 10, so that words and phones compare."""
    if score is None:
        return None
    return Estimate(*(at * UTTERANCE_SCALE / scale for at in (score.value, score.low, score.high)))


def steps(score: Estimate) -> str:
    """`about 5 of 10, between 4 and 6` for a 0-10 score."""
    value, low, high = (plain(at) for at in (score.value, score.low, score.high))
    said = say("about {value} of 10") if low == high else say("about {value} of 10, between {low} and {high}")
    return said.format(value=value, low=low, high=high)


def with_band(score: Estimate) -> str:
    """`5 (4 to 6)` for a 0-10 score."""
    said = say("{value} ({low} to {high})")
    return said.format(value=plain(score.value), low=plain(score.low), high=plain(score.high))


def certainty(score: Estimate | None) -> str:
    """How sure a 0-10 score is: its band no wider than 2, than 4, or wider."""
    if score is None:
        return say("not judged")
    width = score.high - score.low
    return say("fairly sure") if width <= 2 else say("a rough idea") if width <= 4 else say("not sure")
