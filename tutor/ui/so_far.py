"""Marks the sentences a reader has left behind while they go on reading, for now: the result of the take replaces all of it.

Nothing of it is kept, and a screen reader is left to the reader's own voice.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from tutor.domain.accepted import accepting_word
from tutor.domain.assessment import WordScore
from tutor.domain.marks import Mark
from tutor.present.heat import HeatCell, cell_so_far
from tutor.present.reading import ReadingStyle
from tutor.ui.layout import Layout
from tutor.ui.reading_view import ReadingView
from tutor.ui.session import Session
from tutor.ui.stage import Stage

_MARKED = (Mark.NEEDS_WORK, Mark.NOT_READ, Mark.OTHER_WORD)


class SoFar(QObject):
    """Listens to the session; marks words on the page and says in the status line that this is not the last word."""

    def __init__(self, session: Session, reading: ReadingView, parts: Layout) -> None:
        super().__init__(parts)
        self._session, self._parts = session, parts
        self._status: str | None = None  # what was said before there was anything to add
        self._known: dict[int, tuple[WordScore, HeatCell]] = {}  # by word: most of them stay as they are
        session.marked.connect(self._show)
        session.stage_changed.connect(self._stage_changed)
        reading.changed.connect(self._restyle)
        self._restyle(reading.style)

    @Slot(object)
    def _restyle(self, style: ReadingStyle) -> None:
        self._session.marks = style.marks
        if not style.marks:
            self._parts.page.mark_so_far(None)

    @Slot(object)
    def _stage_changed(self, stage: Stage) -> None:
        target = self._session.target
        if not stage.takes_in:
            self._parts.page.mark_so_far(None)
        elif stage is Stage.OPENING and self._session.marks_live and target is not None:
            self._status = None
            self._parts.page.expect_marks([(word.start, word.end) for word in target.words])

    @Slot(object)
    def _show(self, words: Sequence[WordScore | None]) -> None:
        target = self._session.target
        if not self._session.marks_live or self._session.stage is not Stage.RECORDING or target is None:
            return
        if len(words) in (0, len(target.words)):
            self._known = {at: self._cell(at, word) for at, word in enumerate(words) if word is not None}
            cells = [cell for _, cell in self._known.values()]
            self._parts.page.mark_so_far(cells)
            self._say(cells)

    def _cell(self, at: int, word: WordScore) -> tuple[WordScore, HeatCell]:
        known = self._known.get(at)
        if known is not None and known[0] is word:
            return known
        return word, cell_so_far(accepting_word(word, self._session.acceptances.accepted), at)

    def _say(self, cells: Sequence[HeatCell]) -> None:
        status, marked = self._parts.transport, sum(cell.mark in _MARKED for cell in cells)
        self._status = self._status or status.status
        said = self.tr("So far, {marked} of {words} words need work; that may change.")
        added = " " + said.format(marked=marked, words=len(cells)) if cells else ""
        status.say(self._status + added)
