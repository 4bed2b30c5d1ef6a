"""What a report is made of, whatever it is written as: a page for a browser, pages for paper. Knows no markup."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, TypeAlias

from tutor.domain.marks import Mark
from tutor.present.happenings import Happened
from tutor.present.heat import HeatCell
from tutor.present.scores import AspectRow
from tutor.present.svg import Drawing
from tutor.present.text import Run


class Reader(StrEnum):
    """Whom a report is for: each gets other words and other contents."""

    LEARNER = "learner"
    PARENT = "parent"
    TEACHER = "teacher"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `quiet` for what is said beside the matter."""

    kind: ClassVar[str] = "text"
    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A list; numbered where its order matters."""

    kind: ClassVar[str] = "lines"
    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """A few figures, each under its name."""

    kind: ClassVar[str] = "facts"
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many texts as there are headings; the first heads its row. `fold`: the words that open it, where it is long.

    `ends_newest`: where there is no room for all rows, it is the last ones that count.
    """

    kind: ClassVar[str] = "table"
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    fold: str = ""
    ends_newest: bool = False


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text that was read with its marks and what they mean; without `shown` the text alone."""

    kind: ClassVar[str] = "marked"
    runs: tuple[Run, ...]
    shown: bool
    legend: tuple[tuple[Mark, str, str], ...]
    events: tuple[tuple[Happened, str, str], ...]


@dataclass(frozen=True, slots=True)
class Aspects:
    """The scores with their ranges. `heads` are four: aspect, score, range, in words."""

    kind: ClassVar[str] = "aspects"
    caption: str
    heads: tuple[str, str, str, str]
    rows: tuple[AspectRow, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A word and its sounds, each with what was heard instead (empty: nothing else)."""

    cell: HeatCell
    phones: tuple[tuple[HeatCell, str], ...]


@dataclass(frozen=True, slots=True)
class Strips:
    """Words whose sounds are looked at one by one."""

    kind: ClassVar[str] = "strips"
    strips: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class Curves:
    """Curves over the time of one take, each under the name it is shown by."""

    kind: ClassVar[str] = "curves"
    drawings: tuple[tuple[str, Drawing], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a chart: its value, the text under it (often none) and the text on it."""

    value: float
    label: str
    shown: str


@dataclass(frozen=True, slots=True)
class Columns:
    """A chart of columns; `summary` says in words what it shows."""

    kind: ClassVar[str] = "columns"
    name: str
    summary: str
    columns: tuple[Column, ...]


Block: TypeAlias = Text | Lines | Facts | Table | MarkedText | Aspects | Strips | Curves | Columns


@dataclass(frozen=True, slots=True)
class Section:
    """A part under a heading."""

    heading: str
    blocks: tuple[Block, ...]


Parts: TypeAlias = Iterable[tuple[str, Iterable[Block | None]]]


def sections_of(parts: Parts) -> tuple[Section, ...]:
    """Headings with their blocks; what has nothing to say is left out, with its heading."""
    made = (Section(heading, tuple(block for block in blocks if block is not None)) for heading, blocks in parts)
    return tuple(section for section in made if section.blocks)


@dataclass(frozen=True, slots=True)
class Report:
    """All of it. `meta` stands under the title; `notice` warns before anything else; `footer` closes.

    `when` dates the file (aware, or as the computer counts); `language` is named as HTML does.
    """

    title: str
    when: datetime
    meta: tuple[str, ...]
    sections: tuple[Section, ...]
    footer: tuple[str, ...]
    notice_name: str = ""
    notice: tuple[str, ...] = ()
    language: str = "en"
