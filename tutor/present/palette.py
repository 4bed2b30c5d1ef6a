"""The colours of the heat map and the curves, for window and report alike.

Blue to orange, safe for the colour-blind; text on every fill has a contrast of 4.5 or more, in `CONTRAST` of 7 or more (tested).
A colour never stands alone: `heat.SYMBOLS` goes with it.
"""

from dataclasses import dataclass

from tutor.domain.marks import Mark

LEVELS = 5


@dataclass(frozen=True, slots=True)
class Theme:
    """`#rrggbb` colours. `fills` run from level 0 (weakest, orange) to `LEVELS` - 1 (clear, blue); `on_fills` is text on them."""

    page: str
    ink: str
    quiet: str
    accent: str
    needs_work: str
    unsure: str
    pitch: str
    energy: str
    pause: str
    fills: tuple[str, ...]
    on_fills: tuple[str, ...]
    marks: dict[Mark, tuple[str, str]]


_LIGHT_FILLS = ("#b24a00", "#f5a65b", "#fbdcb8", "#d3e4f5", "#8dbbe6")
_DARK_FILLS = ("#ffab5e", "#b3590f", "#5c3a1c", "#22405f", "#3a73ad")
_CONTRAST_FILLS = ("#ffa64d", "#7a3d00", "#4a2f17", "#173f66", "#8ecbff")

LIGHT = Theme(
    page="#fffdf9", ink="#1d232a", quiet="#57606b", accent="#1f5fa8", needs_work="#a84300", unsure="#4a5a78",
    pitch="#1f5fa8", energy="#a84300", pause="#e7e2d8",
    fills=_LIGHT_FILLS, on_fills=("#ffffff", "#1d232a", "#1d232a", "#1d232a", "#1d232a"),
    marks={
        Mark.CLEAR: ("#fffdf9", "#1d232a"), Mark.UNSURE: ("#eef1f6", "#33425c"), Mark.NEEDS_WORK: ("#fbdcb8", "#5c2600"),
        Mark.ACCENT: ("#fffdf9", "#1d232a"),
        Mark.NOT_READ: ("#ecebe8", "#4c5159"), Mark.OTHER_WORD: ("#ecebe8", "#5c2600"), Mark.NOT_JUDGED: ("#fffdf9", "#57606b"),
    },
)  # fmt: skip
DARK = Theme(
    page="#15191e", ink="#eceff2", quiet="#a9b3be", accent="#8dbbe6", needs_work="#ffab5e", unsure="#b4c2da",
    pitch="#8dbbe6", energy="#ffab5e", pause="#2c333b",
    fills=_DARK_FILLS, on_fills=("#1d1206", "#ffffff", "#fdeedd", "#e6f1fc", "#ffffff"),
    marks={
        Mark.CLEAR: ("#15191e", "#eceff2"), Mark.UNSURE: ("#262e3a", "#c9d5ea"), Mark.NEEDS_WORK: ("#5c3a1c", "#ffe3c6"),
        Mark.ACCENT: ("#15191e", "#eceff2"),
        Mark.NOT_READ: ("#2b2e33", "#bac0c8"), Mark.OTHER_WORD: ("#2b2e33", "#ffd3a6"), Mark.NOT_JUDGED: ("#15191e", "#a9b3be"),
    },
)  # fmt: skip
CONTRAST = Theme(
    page="#000000", ink="#ffffff", quiet="#ffffff", accent="#ffe14d", needs_work="#ffb566", unsure="#ffffff",
    pitch="#8ecbff", energy="#ffb566", pause="#333333",
    fills=_CONTRAST_FILLS, on_fills=("#000000", "#ffffff", "#ffffff", "#ffffff", "#000000"),
    marks={
        Mark.CLEAR: ("#000000", "#ffffff"), Mark.UNSURE: ("#333333", "#ffffff"), Mark.NEEDS_WORK: ("#ffb566", "#000000"),
        Mark.ACCENT: ("#000000", "#ffffff"),
        Mark.NOT_READ: ("#333333", "#ffffff"), Mark.OTHER_WORD: ("#333333", "#ffe14d"), Mark.NOT_JUDGED: ("#000000", "#ffffff"),
    },
)  # fmt: skip


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two `#rrggbb` colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
