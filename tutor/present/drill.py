"""A drill's tries in words: the row of what came of each, and what to say about the newest. Pure."""

from dataclasses import dataclass
from typing import Literal, Protocol

from tutor.domain.assessment import PHONE_SCALE, PhoneScore
from tutor.domain.change import Change
from tutor.domain.sounds import SOUNDS
from tutor.domain.wording import say
from tutor.present.heat import heard_instead
from tutor.present.numbers import of_ten, plain

SIGNS = {"clear": "✓", "not_yet": "▾", "unsure": "?"}
_SAID = {"clear": "clear", "not_yet": "not yet", "unsure": "not sure"}
_CHANGES = {Change.BETTER: "better", Change.SAME: "same", Change.WORSE: "less clear", Change.UNKNOWN: ""}


class Tried(Protocol):
    """What is drawn of a try (`practice.drill.Try`)."""

    @property
    def outcome(self) -> Literal["clear", "not_yet", "unsure"] | str: ...  # noqa: D102

    @property
    def sound(self) -> PhoneScore | None: ...  # noqa: D102

    @property
    def change(self) -> Change: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class TryRow:
    """One try: number and sign, what it was, how it compares with the one before it, its band of 10."""

    sign: str
    said: str
    change: str
    band: str
    spoken: str


def try_row(number: int, tried: Tried) -> TryRow:
    """The try with this number, from 1."""
    said, change = say(_SAID[tried.outcome]), say(_CHANGES[tried.change])
    score = of_ten(tried.sound.accuracy, PHONE_SCALE) if tried.sound else None
    band = f"{plain(score.low)}–{plain(score.high)}" if score else ""
    of = say(", {low} to {high} of 10").format(low=plain(score.low), high=plain(score.high)) if score else ""
    compared = say(", {change} than before") if tried.change in _DIFFERS else say(", {change}") if change else ""
    spoken = say("Try {number}: {said}").format(number=number, said=said) + compared.format(change=change)
    return TryRow(SIGNS[tried.outcome], said, change, band, spoken + of)


def about(tried: Tried, symbol: str) -> str:
    """One sentence on the newest try of an ARPAbet sound."""
    spelled = SOUNDS[symbol].spelled
    if tried.sound is None:
        return say("That did not sound like this text. Listen for its sounds and read it once more.")
    if tried.outcome == "clear":
        return say("Your {sound} came through clearly.").format(sound=spelled)
    heard = heard_instead(tried.sound)
    if tried.outcome == "unsure":
        return say("Not sure about your {sound}: read it once more, a little slower.").format(sound=spelled)
    if heard is None:
        return say("Not yet: {sound} was not clear.").format(sound=spelled)
    expected = SOUNDS[tried.sound.phone.symbol].spelled
    return say("Not yet: {sound} sounded like {heard}.").format(sound=expected, heard=heard)


_DIFFERS = (Change.BETTER, Change.WORSE)
