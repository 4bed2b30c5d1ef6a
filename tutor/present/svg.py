"""A plot's geometry for the report: points and places in pixels. Colours and fonts are the template's."""

from dataclasses import dataclass

import numpy as np

from tutor.domain.prosody import Curve
from tutor.present.plotting import Plot, Segment, Span

HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 230, 48, 12, 12, 172
_PIXELS_A_SECOND, _LEAST_WIDTH = 120, 640
_POINTS_A_SECOND = 40


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a place."""

    x: float
    y: float
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A pause: from `x`, `width` wide, full height."""

    x: float
    width: float
    label: Label
    unexpected: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the template puts into one `<svg>`; `lines` and `bands` are `points` attributes."""

    plot: Plot
    width: float
    lines: tuple[str, ...]
    bands: tuple[str, ...]
    levels: tuple[Label, ...]
    ticks: tuple[Label, ...]
    words: tuple[Label, ...]
    pauses: tuple[Box, ...]
    breaks: tuple[tuple[float, bool], ...]  # x, and whether there was a pause
    ordinary: tuple[float, float] | None  # top and height of the band


@dataclass(frozen=True, slots=True)
class _Scale:
    seconds: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        return max(_LEAST_WIDTH, self.seconds * _PIXELS_A_SECOND)

    def x(self, second: float) -> float:
        return round(LEFT + second / self.seconds * (self.width - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        inside = min(max(value, self.bottom), self.top)
        return round(BOTTOM - (inside - self.bottom) / (self.top - self.bottom) * (BOTTOM - TOP), 1)


def draw(plot: Plot, seconds: float) -> Drawing:
    """The plot over 0 to `seconds`."""
    scale = _Scale(max(seconds, 0.1), plot.bottom, plot.top)
    thin = [_thinned(segment) for segment in plot.segments]
    return Drawing(
        plot,
        scale.width,
        tuple(_points(scale, piece.seconds, piece.value) for piece in thin),
        tuple(_band(scale, piece) for piece in thin),
        tuple(Label(LEFT - 6, scale.y(at), f"{at:g}") for at in _round_values(plot.bottom, plot.top)),
        tuple(Label(scale.x(at), BOTTOM + 16, f"{at} s") for at in range(int(scale.seconds) + 1)),
        tuple(_word(scale, at, word) for at, word in enumerate(plot.words)),
        tuple(_pause(scale, pause) for pause in plot.pauses),
        tuple((scale.x(each.seconds), each.taken) for each in plot.breaks),
        _ordinary(scale, plot),
    )


def _thinned(piece: Segment) -> Segment:
    if len(piece.seconds) < 3:
        return piece
    step = max(1, round(1 / (_POINTS_A_SECOND * float(piece.seconds[1] - piece.seconds[0]))))
    keep = np.append(np.arange(0, len(piece.seconds) - 1, step), len(piece.seconds) - 1)
    return Segment(piece.seconds[keep], piece.value[keep], piece.low[keep], piece.high[keep])


def _points(scale: _Scale, seconds: Curve, values: Curve) -> str:
    return " ".join(f"{scale.x(float(x)):g},{scale.y(float(y)):g}" for x, y in zip(seconds, values, strict=True))


def _band(scale: _Scale, piece: Segment) -> str:
    return f"{_points(scale, piece.seconds, piece.high)} {_points(scale, piece.seconds[::-1], piece.low[::-1])}"


def _round_values(bottom: float, top: float) -> list[int]:
    step = next((step for step in (2, 5, 10, 20) if (top - bottom) / step <= 5), 50)
    return [at for at in range(int(bottom // step) * step, int(top) + 1, step) if bottom <= at <= top]


def _word(scale: _Scale, at: int, word: Span) -> Label:
    """Every other word a line lower, so that neighbours don't run into each other."""
    return Label(scale.x((word.start + word.end) / 2), BOTTOM + 34 + 16 * (at % 2), word.text, word.weighty)


def _ordinary(scale: _Scale, plot: Plot) -> tuple[float, float] | None:
    if plot.ordinary is None:
        return None
    low, high = (scale.y(at) for at in plot.ordinary)
    return high, round(low - high, 1)


def _pause(scale: _Scale, pause: Span) -> Box:
    left, right = scale.x(pause.start), scale.x(pause.end)
    return Box(left, round(right - left, 1), Label((left + right) / 2, TOP + 12, pause.text), pause.unexpected)
