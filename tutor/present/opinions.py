"""Two assessors' opinions as rows and sentences: a word and a sign where they lie apart, never colour alone."""

from dataclasses import dataclass

from tutor.domain.opinions import Opinion, Opinions
from tutor.domain.wording import say
from tutor.present.numbers import with_band


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """One score. `shown` is "≠ Fluency: apart", `below` what each said."""

    shown: str
    below: str
    spoken: str


def opinion_rows(opinions: Opinions) -> tuple[OpinionRow, ...]:
    """Every aspect, and the words about which the two lie apart."""
    return tuple(_row(one) for one in opinions.all if one.apart or not one.about.startswith("word:"))


def opinions_summary(opinions: Opinions) -> str:
    """How far the two agree, in two sentences."""
    said = say("They lie apart on {apart} of {all} scores. Confidence in the two together: {percent} %.")
    return said.format(apart=len(opinions.apart), all=len(opinions.all), percent=f"{opinions.confidence * 100:.0f}")


def _row(one: Opinion) -> OpinionRow:
    name = f"“{one.name}”" if one.about.startswith("word:") else say(one.name)
    how = say("apart") if one.apart else say("both can hold")
    first, second = (with_band(each) for each in (one.first, one.second))
    below = say("first {first}, second {second}").format(first=first, second=second)
    return OpinionRow(f"{'≠' if one.apart else '='} {name}: {how}", below, f"{name}: {how}, {below}")
