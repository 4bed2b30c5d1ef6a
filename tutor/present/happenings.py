"""What happened between the words of a text, as small signs where it fell: extra words, what was said again, long pauses."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.assessment import Assessment, EventKind
from tutor.domain.prosody import LONG_PAUSE_S
from tutor.domain.wording import say


class Happened(StrEnum):
    """The kinds of it, as they are switched on and off."""

    ADDED = "added"
    AGAIN = "again"
    PAUSE = "pause"


SIGNS: dict[Happened, str] = {Happened.ADDED: "+", Happened.AGAIN: "↺", Happened.PAUSE: "‖"}
NAMES: dict[Happened, str] = {
    Happened.ADDED: "something was added", Happened.AGAIN: "said again or corrected", Happened.PAUSE: "a long pause",
}  # fmt: skip
_KINDS: dict[EventKind, tuple[Happened, str]] = {
    "insertion": (Happened.ADDED, "something that is not in the text was said here"),
    "repetition": (Happened.AGAIN, "you went back and said it again, which costs nothing"),
    "self_correction": (Happened.AGAIN, "you corrected yourself, which costs nothing"),
    "hesitation": (Happened.PAUSE, "a pause of {seconds:.1f} s where the text has no stop"),
}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One sign behind word `after_word` (-1: before the first); `spoken` says it in half a sentence."""

    after_word: int
    kind: Happened
    sign: str
    spoken: str
    start: float


def glyphs(assessment: Assessment) -> tuple[Glyph, ...]:
    """Every event, and the long pauses that no event tells of, in the order of the text. Short pauses are in the melody."""
    prosody = assessment.prosody
    long = prosody.long_pause if prosody else LONG_PAUSE_S
    events = [event for event in assessment.events if event.kind != "hesitation" or event.end - event.start >= long]
    made = [_glyph(*_KINDS[event.kind], event.after_word, event.start, event.end) for event in events]
    told = {glyph.after_word for glyph in made if glyph.kind is Happened.PAUSE}
    for pause in [prosody.pauses[at] for at in prosody.odd_pauses] if prosody else ():
        if pause.after_word not in told:
            made.append(_glyph(*_KINDS["hesitation"], pause.after_word, pause.start, pause.end))
    return tuple(sorted(made, key=lambda glyph: (glyph.after_word, glyph.start)))


def event_legend(found: Iterable[Glyph]) -> tuple[tuple[Happened, str, str], ...]:
    """Kind, sign and name of what occurs, in a fixed order."""
    seen = {glyph.kind for glyph in found}
    return tuple((kind, SIGNS[kind], say(NAMES[kind])) for kind in Happened if kind in seen)


def _glyph(kind: Happened, said: str, after_word: int, start: float, end: float) -> Glyph:
    return Glyph(after_word, kind, SIGNS[kind], say(said).format(seconds=end - start), start)
