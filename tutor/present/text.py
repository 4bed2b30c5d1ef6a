"""The text as it was written, cut into stretches that carry heat cells and stretches that carry none."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from tutor.domain.marks import Mark
from tutor.domain.target import Target
from tutor.present.happenings import Glyph
from tutor.present.heat import HeatCell

_WORST_FIRST = (Mark.NEEDS_WORK, Mark.OTHER_WORD, Mark.NOT_READ, Mark.UNSURE, Mark.NOT_JUDGED, Mark.ACCENT, Mark.CLEAR)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the written text. `cells`: its words ("$5" has two), none for spaces and punctuation; `worst` leads.

    `behind` is what happened behind it.
    """

    text: str
    cells: tuple[HeatCell, ...]
    behind: tuple[Glyph, ...] = ()

    @property
    def worst(self) -> HeatCell | None:
        """The cell whose mark calls for most attention."""
        return min(self.cells, key=lambda cell: _WORST_FIRST.index(cell.mark), default=None)


def text_runs(target: Target, cells: Sequence[HeatCell], found: Sequence[Glyph] = ()) -> tuple[Run, ...]:
    """All of `Target.text` in order; `cells` as `heat.word_cells` gives them, `found` as `happenings.glyphs` does."""
    before = tuple(glyph for glyph in found if glyph.after_word == -1)
    runs, at = [Run("", (), before)] if before else [], 0
    for (start, end), group in groupby(cells, key=lambda cell: _span(target, cell)):
        if at < start:
            runs.append(Run(target.text[at:start], ()))
        own = tuple(group)
        behind = tuple(glyph for glyph in found if glyph.after_word in [cell.word for cell in own])
        runs.append(Run(target.text[start:end], own, behind))
        at = end
    return (*runs, Run(target.text[at:], ())) if at < len(target.text) else tuple(runs)


def _span(target: Target, cell: HeatCell) -> tuple[int, int]:
    word = target.words[cell.word]
    return word.start, word.end
