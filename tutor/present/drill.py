"""A drill's tries in words: the row of what came of each, and what to say about the newest. Pure."""

from dataclasses import dataclass
from typing import Literal, Protocol

from tutor.domain.assessment import PHONE_SCALE, PhoneScore
from tutor.domain.change import Change
from tutor.domain.sounds import SOUNDS
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
    said, change = _SAID[tried.outcome], _CHANGES[tried.change]
    score = of_ten(tried.sound.accuracy, PHONE_SCALE) if tried.sound else None
    band = f"{plain(score.low)}–{plain(score.high)}" if score else ""
    of = f", {plain(score.low)} to {plain(score.high)} of 10" if score else ""
    spoken = f"Try {number}: {said}" + (
        f", {change} than before" if tried.change in _DIFFERS else f", {change}" if change else ""
    )
    return TryRow(SIGNS[tried.outcome], said, change, band, spoken + of)


def about(tried: Tried, symbol: str) -> str:
    """One sentence on the newest try of an ARPAbet sound."""
    spelled = SOUNDS[symbol].spelled
    if tried.sound is None:
        return "That did not sound like this text. Listen for its sounds and read it once more."
    if tried.outcome == "clear":
        return f"Your {spelled} came through clearly."
    heard = heard_instead(tried.sound)
    if tried.outcome == "unsure":
        return f"Not sure about your {spelled}: read it once more, a little slower."
    return (
        f"Not yet: {SOUNDS[tried.sound.phone.symbol].spelled} sounded like {heard}."
        if heard
        else f"Not yet: {spelled} was not clear."
    )


_DIFFERS = (Change.BETTER, Change.WORSE)
