"""What a panel of curves is made of, for window and report alike."""

from dataclasses import dataclass

from tutor.domain.prosody import Curve
from tutor.present.phrasing import Break


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """An unbroken piece of a curve: equally long arrays of seconds, value, low and high."""

    seconds: Curve
    value: Curve
    low: Curve
    high: Curve


@dataclass(frozen=True, slots=True)
class Span:
    """A word or a pause on the time axis (seconds); a pause's `text` is its length, `unexpected` without punctuation.

    `weighty`: a word that is expected to stand out.
    """

    start: float
    end: float
    text: str
    unexpected: bool = False
    weighty: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Plot:
    """One panel. `bottom` and `top` bound the drawing in `unit`; `summary` is the panel in a few sentences.

    `ordinary` is what most people do, in `unit`; `breaks` are the stops of the text;
    `model` is another voice's curve, on the time of this one.
    """

    name: str
    unit: str
    segments: tuple[Segment, ...]
    bottom: float
    top: float
    words: tuple[Span, ...]
    pauses: tuple[Span, ...]
    summary: str
    model: tuple[Segment, ...] = ()
    breaks: tuple[Break, ...] = ()
    ordinary: tuple[float, float] | None = None
