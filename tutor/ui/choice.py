"""One choice shown everywhere: the word, and its sound, on the page, in the strip, in the table and in the curves."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from tutor.domain.assessment import Assessment
from tutor.domain.marks import Mark
from tutor.domain.target import Target
from tutor.practice.listening import Piece
from tutor.present.happenings import glyphs
from tutor.present.heat import HeatCell, word_cells
from tutor.present.rationale import RationaleRow
from tutor.ui.feedback import Feedback
from tutor.ui.heat_table import HeatTable
from tutor.ui.legend import Legend
from tutor.ui.page import Page
from tutor.ui.phone_strip import PhoneStrip

if TYPE_CHECKING:
    from tutor.ui.melody import Melody

_MARKED = (Mark.NEEDS_WORK, Mark.NOT_READ, Mark.OTHER_WORD)


class Parts(Protocol):
    """Where the choice is shown: the window's `Layout`, or a tutor's."""

    page: Page
    strip: PhoneStrip
    heat: HeatTable
    feedback: Feedback
    legend: Legend

    def melody(self) -> "Melody":
        """The panel of curves."""

    def show_panels(self, shown: bool) -> None:
        """Open what is beside the page, or leave the page alone."""


class Choice(QObject):
    """Shows an assessment and keeps the choice in step. The first marked word is chosen by itself: the strip is never empty."""

    chosen = Signal()
    hear = Signal(object)  # a Piece of the take

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._assessment: Assessment | None = None
        self._cells: tuple[HeatCell, ...] = ()
        self.word = self.phone = None
        parts.page.word_chosen.connect(self.choose_word)
        parts.strip.phone_chosen.connect(self._choose_phone)
        parts.heat.cell_chosen.connect(self._choose_cell)
        parts.feedback.line_activated.connect(self._follow)
        parts.legend.changed.connect(parts.page.hide_kinds)
        parts.page.hide_kinds(parts.legend.hidden)

    word: int | None
    phone: int | None

    def show_assessment(self, assessment: Assessment | None, target: Target | None) -> None:
        """Mark the text and open the panels; where nothing was judged leave the page alone.

        The same assessment with other marks keeps the chosen word.
        """
        same = assessment is not None and self._assessment is not None and assessment.audio is self._assessment.audio
        word = self.word if same else None
        self.word = self.phone = None
        if assessment is None or target is None or assessment.verdict.refuses:
            self._assessment, self._cells = None, ()
            self._parts.page.show_marks([], ())
            self._parts.show_panels(False)
            return
        self._assessment, self._cells = assessment, word_cells(assessment)
        found = glyphs(assessment)
        self._parts.legend.show_counts(self._cells, found)
        self._parts.page.show_marks([(word.start, word.end) for word in target.words], self._cells, found)
        self._parts.heat.show_assessment(assessment)
        self._parts.feedback.show_assessment(assessment)
        self._parts.melody().show_assessment(assessment, target)
        self._parts.show_panels(True)
        self.choose(word if word is not None else self._marked()[0] if self._marked() else 0, None)

    @property
    def marked(self) -> int:
        """How many words need work."""
        return len(self._marked())

    @Slot(int)
    def choose_word(self, at: int) -> None:
        """Choose a word."""
        self.choose(at, None)

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) marked word, around the end."""
        marked = [at for at in self._marked() if self._cells[at].mark not in self._parts.legend.hidden]
        if not marked or self.word is None:
            return
        beyond = [at for at in marked if (at - self.word) * by > 0]
        self.choose((beyond or marked)[0] if by > 0 else (beyond or marked)[-1], None)
        self._parts.page.setFocus()

    def _marked(self) -> list[int]:
        return [cell.word for cell in self._cells if cell.mark in _MARKED]

    def choose(self, word: int, phone: int | None) -> None:
        """Choose a word, and a sound of it, everywhere."""
        if self._assessment is None:
            return
        parts, score = self._parts, self._assessment.words[word]
        if word != self.word:
            parts.strip.show_word(score, self._cells[word])
        self.word, self.phone = word, phone
        parts.strip.choose(phone)
        parts.heat.choose(word, phone)
        parts.page.choose_word(word)
        if score.start is not None:
            parts.melody().go_to(score.start)
        self.chosen.emit()

    @Slot(int)
    def _choose_phone(self, phone: int) -> None:
        if self.word is not None:
            self.choose(self.word, phone)

    @Slot(object)
    def _choose_cell(self, cell: HeatCell) -> None:
        self.choose(cell.word, cell.phone)

    @Slot(object)
    def _follow(self, row: RationaleRow) -> None:
        if row.phone is not None:
            self.choose(*row.phone)
        elif row.words:
            self.choose(row.words[0], None)
        if row.seconds is not None:
            self._parts.melody().point_at(*row.seconds)
            self.hear.emit(Piece(*row.seconds))
