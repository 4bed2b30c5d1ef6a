"""How a learner likes to see what is to be read. Pure choices: knows no widget and no store."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any


class Face(StrEnum):
    """The kind of letters."""

    SERIF = "serif"
    PLAIN = "plain"
    DYSLEXIC = "dyslexic"  # OpenDyslexic: heavy feet, no two letters alike


class Colours(StrEnum):
    """Which palette; `SYSTEM` follows what the computer is set to."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


# From and to what a number may be set, and by what step. Sizes in points, the rest in multiples of the size (em).
LIMITS = {"points": (16.0, 32.0, 1.0), "line": (1.2, 2.5, 0.1), "letters": (0.0, 0.12, 0.01), "words": (0.0, 0.32, 0.01)}


@dataclass(frozen=True, slots=True)
class ReadingStyle:
    """Type size, the distance from line to line, what is added between letters and between words, and how the page behaves.

    `follows`: the page shows where the reader is while they read. `marks`: it marks the sentences they have left behind.
    `still`: nothing on it glides.
    """

    points: float = 18.0
    line: float = 2.0
    letters: float = 0.0
    words: float = 0.0
    face: Face = Face.SERIF
    colours: Colours = Colours.SYSTEM
    follows: bool = True
    marks: bool = True
    still: bool = False

    def checked(self) -> "ReadingStyle":
        """The same within the limits."""
        return replace(self, **{name: min(max(getattr(self, name), low), high) for name, (low, high, _) in LIMITS.items()})

    def larger(self, by: float) -> "ReadingStyle":
        """With type so many points larger, as far as that goes."""
        return replace(self, points=self.points + by).checked()


def style_from(said: dict[str, object]) -> ReadingStyle:
    """A style from what was written down; what is missing or can't be understood is as at first."""
    first, found = ReadingStyle(), {}
    for field in fields(ReadingStyle):
        try:
            found[field.name] = _read(getattr(first, field.name), said[field.name])
        except (KeyError, ValueError):
            continue
    return ReadingStyle(**found).checked()


def _read(first: object, said: object) -> Any:  # noqa: ANN401  of any field
    """What was said, as the kind of thing that stands there at first; files keep it as text."""
    if isinstance(first, bool):
        return {"true": True, "false": False}[str(said).lower()]
    return type(first)(str(said))  # type: ignore[call-arg]
