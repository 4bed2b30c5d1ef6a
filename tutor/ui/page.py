"""The page: the passage in generous type, with an assessment's marks on the text itself. Knows cells and spans, no scores."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from tutor.domain.marks import Mark
from tutor.present.happenings import Glyph, Happened
from tutor.present.heat import HeatCell
from tutor.present.reading import ReadingStyle
from tutor.ui.announce import announce
from tutor.ui.gaps import Badge, Gaps, paint_badge, tooltip
from tutor.ui.theme import reading_font, sized, theme

_MEASURE = "A line of this page holds as many letters as this sentence does, "  # 65: what is read easily
_SIGNS_EM = 1.7  # line to line at least, where there are signs above the words
_UNDERLINES = {
    Mark.NEEDS_WORK: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Mark.UNSURE: QTextCharFormat.UnderlineStyle.DotLine,
    Mark.NOT_READ: QTextCharFormat.UnderlineStyle.DashUnderline,
    Mark.OTHER_WORD: QTextCharFormat.UnderlineStyle.DashDotLine,
    Mark.NOT_JUDGED: QTextCharFormat.UnderlineStyle.DashDotDotLine,
    Mark.ACCENT: QTextCharFormat.UnderlineStyle.SingleUnderline,
}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Page(QTextEdit):
    """Read-only text as high as it is long. With marks, a click or an arrow key chooses a word: `word_chosen(index)`."""

    word_chosen = Signal(int)
    measured = Signal(int)  # how wide it may be
    word_clicked = Signal(int)  # chosen with the mouse

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("passage")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Passage"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(4)
        self.viewport().setMouseTracking(True)
        self._text = ""
        self._before = [0]  # where each character of the text begins for Qt
        self._place: tuple[int, int] | None = None
        self._spans: list[tuple[int, int]] = []
        self._cells: Sequence[HeatCell] = ()
        self._so_far: Sequence[HeatCell] | None = None
        self._glyphs: Sequence[Glyph] = ()
        self._gaps = Gaps(self.document())
        self._hidden: frozenset[Mark | Happened] = frozenset()
        self._chosen: int | None = None
        self._style = ReadingStyle()
        self.scale = 1.0  # how much larger than the style's the next text is shown

    def show_text(self, text: str, style: ReadingStyle) -> None:
        """Put a text on the page, without marks."""
        self.viewport().setToolTip("")
        self._text, self._spans, self._cells, self._glyphs, self._chosen = text, [], (), (), None
        self._before, self._place, self._so_far = _positions(text), None, None
        self._gaps.forget()
        self.setExtraSelections([])
        self.setPlainText(text)
        self.set_style(style)

    def set_style(self, style: ReadingStyle) -> None:
        """Letters and spacing."""
        self._style = replace(style, points=style.points * self.scale)
        self.setFont(_spaced(self._style))
        self.setMaximumWidth(round(QFontMetricsF(self.font()).horizontalAdvance(_MEASURE)) + 8)
        self.measured.emit(self.maximumWidth())
        self._space_lines()

    def _space_lines(self) -> None:
        spacing, points = QTextBlockFormat(), self._style.points
        em = max(self._style.line, _SIGNS_EM) if self._cells or self._so_far is not None else self._style.line
        percent = max(100 * em * QFontInfo(self.font()).pixelSize() / QFontMetricsF(self.font()).height(), 100.0)
        spacing.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spacing.setBottomMargin(points * 0.8)
        self._leave_room_for_signs(points)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        self._make_room()

    def show_marks(self, spans: Sequence[tuple[int, int]], cells: Sequence[HeatCell], found: Sequence[Glyph] = ()) -> None:
        """Mark the words at these places of the text that is on the page, a cell each, and what was `found` between them; none
        clears them."""
        self._spans = [(self._before[start], self._before[end]) for start, end in spans]
        self._cells, self._glyphs, self._chosen, self._so_far = cells, found, None, None
        self._space_lines()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.paint_marks()

    def expect_marks(self, spans: Sequence[tuple[int, int]]) -> None:
        """Make room for marks that come while the words at these places are being read."""
        self._spans = [(self._before[start], self._before[end]) for start, end in spans]
        self._so_far = ()
        self._space_lines()

    def mark_so_far(self, cells: Sequence[HeatCell] | None) -> None:
        """Mark these of the words for now; they can't be chosen. None: no more."""
        if self._so_far is not None:
            self._so_far = cells
            if cells is None:
                self._space_lines()
            self.paint_marks()

    def show_place(self, span: tuple[int, int] | None) -> QRectF:
        """Underline what stands there, where the reader is, or nothing; returns where that is, in the page's coordinates."""
        before, self._place = self._place, span and (self._before[span[0]], self._before[span[1]])
        for place in filter(None, (before, self._place)):
            self.viewport().update(self._rect_of(place).toAlignedRect().adjusted(-4, 0, 4, 10))
        return self._rect_of(self._place) if self._place else QRectF()

    @Slot(object)  # without it the connection makes another meta object, and the style sheet takes the font away
    def hide_kinds(self, hidden: frozenset[Mark | Happened]) -> None:
        """Leave these kinds of mark unpainted, until told otherwise."""
        self._hidden = hidden
        self._make_room()
        self.paint_marks()

    def paint_marks(self) -> None:
        """Draw the marks in the palette in force."""
        self.setExtraSelections([self._marked(cell) for cell in self._painted() if cell.mark in _UNDERLINES])
        self.viewport().update()

    def choose_word(self, at: int) -> None:
        """Select a word without telling anybody."""
        if not self._cells or self._chosen == at:
            return
        self._chosen = at
        cursor = self.textCursor()
        cursor.setPosition(self._spans[at][0])
        self.setTextCursor(cursor)
        self.viewport().update()
        announce(self, self._cells[at].spoken)

    def word_text(self, at: int) -> str:
        """What the page holds where a word is."""
        return self._cursor(at).selectedText()

    def selected_words(self) -> tuple[int, int] | None:
        """First and last of the words that a selection touches; None without one."""
        cursor = self.textCursor()
        first, behind = cursor.selectionStart(), cursor.selectionEnd()
        touched = [at for at, (start, end) in enumerate(self._spans) if start < behind and end > first]
        return (touched[0], touched[-1]) if touched and cursor.hasSelection() else None

    def chosen_rect(self) -> QRectF:
        """Where the chosen word is, in the page's coordinates; empty when there is none."""
        return QRectF() if self._chosen is None else self.word_rect(self._chosen)

    def _painted(self) -> list[HeatCell]:
        """Cells with something to see: a mark that isn't hidden, or a tutor's word."""
        cells = self._cells or self._so_far or ()
        return [cell for cell in cells if cell.by_tutor or (cell.mark in _UNDERLINES and cell.mark not in self._hidden)]

    def _make_room(self) -> None:
        """For what is drawn between the words."""
        self._gaps.show([glyph for glyph in self._glyphs if glyph.kind not in self._hidden], self._spans, self.font())
        self._fit()

    def badges(self) -> Iterator[Badge]:
        """What is drawn between the words, and where."""
        return self._gaps.badges(self.word_rect, self.viewport().width(), self.font())

    def _cursor(self, at: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        start, end = self._spans[at]
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _marked(self, cell: HeatCell) -> QTextEdit.ExtraSelection:
        fill, ink = theme().marks[cell.mark]
        selection = QTextEdit.ExtraSelection()
        style = QTextCharFormat()
        style.setForeground(QColor(ink))
        style.setBackground(QColor(fill))
        style.setUnderlineStyle(_UNDERLINES[cell.mark])
        style.setUnderlineColor(QColor(theme().needs_work if cell.mark is Mark.NEEDS_WORK else ink))
        selection.format, selection.cursor = style, self._cursor(cell.word)
        return selection

    def word_rect(self, at: int) -> QRectF:
        """Where a word is, in the page's coordinates."""
        return self._rect_of(self._spans[at])

    def _in_view(self, part: QRect) -> tuple[int, int]:
        """First and last place of the text whose line, or sign above it, may lie in this part."""
        tall = self.fontMetrics().height()
        ends = part.topLeft() - QPoint(0, tall), part.bottomRight() + QPoint(0, 2 * tall)
        first, last = (
            self.cursorForPosition(QPoint(x, end.y())) for x, end in zip((0, self.viewport().width()), ends, strict=True)
        )
        return first.position(), last.position()

    def _rect_of(self, span: tuple[int, int]) -> QRectF:
        """The word's own letters: the line's height less the space between lines."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(span[0])
        first = QRectF(self.cursorRect(cursor))
        cursor.setPosition(span[1])
        last = QRectF(self.cursorRect(cursor))
        return QRectF(first.topLeft(), QPointF(max(last.right(), first.right()), first.bottom()))

    def _word_at(self, position: int) -> int | None:
        return next((at for at, (start, end) in enumerate(self._spans) if start <= position <= end), None)

    def _pick(self, at: int | None) -> None:
        if at is not None and self._cells:
            self.choose_word(at)
            self.word_chosen.emit(at)

    def _beside(self, key: int) -> int | None:
        """The word an arrow key leads to."""
        if self._chosen is None:
            return 0
        if key in _STEPS:
            return min(max(self._chosen + _STEPS[Qt.Key(key)], 0), len(self._spans) - 1)
        rect = self.word_rect(self._chosen)
        lines = rect.height() * (1 if key == Qt.Key.Key_Down else -1)
        there = self.cursorForPosition(QPointF(rect.center().x(), rect.center().y() + lines).toPoint())
        return self._word_at(there.position())

    def _leave_room_for_signs(self, points: float) -> None:
        """Above the first line; above the others there is the space between lines."""
        frame = self.document().rootFrame()
        style = frame.frameFormat()
        style.setTopMargin(points)
        frame.setFrameFormat(style)

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()) + 4)

    def sizeHint(self) -> QSize:
        """As wide as the measure."""
        return QSize(self.maximumWidth(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew: grow or shrink."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the words of an assessed text."""
        arrows = (*_STEPS, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if self._cells and event.key() in arrows and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pick(self._beside(event.key()))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses the word under it."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        at = self._word_at(self.cursorForPosition(event.position().toPoint()).position())
        self._pick(at)
        if at is not None and self._cells:
            self.word_clicked.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A sign or a word under the pointer says what it means."""
        super().mouseMoveEvent(event)
        if self._cells:
            word = self._word_at(self.cursorForPosition(event.position().toPoint()).position())
            said = tooltip(self.badges(), event.position())
            self.viewport().setToolTip(said or ("" if word is None else self._cells[word].tooltip))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, a sign above each marked word, and a frame around the chosen one."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), 0.5, bold=True))
        first, last = self._in_view(event.rect())
        for cell in self._painted():
            if not first <= self._spans[cell.word][0] <= last:
                continue
            painter.setPen(QColor(theme().needs_work if cell.mark is Mark.NEEDS_WORK else theme().quiet))
            rect = self.word_rect(cell.word)
            above = QRectF(rect.left() - 20, rect.top() - rect.height() * 0.5, rect.width() + 40, rect.height() * 0.5)
            painter.drawText(above, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, cell.symbol)
        for badge in self.badges() if self._glyphs else ():
            paint_badge(painter, badge, self.font())
        if self._place is not None:
            rect = self._rect_of(self._place)
            painter.setPen(QPen(QColor(theme().accent), max(3.0, rect.height() / 10), c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(rect.bottomLeft() + QPointF(1, 3), rect.bottomRight() + QPointF(-1, 3))
        if self._chosen is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme().accent), 2))
            painter.drawRoundedRect(self.word_rect(self._chosen).adjusted(-3, -1, 3, 2), 4, 4)


def _spaced(style: ReadingStyle) -> QFont:
    font = reading_font(style.points, style.face)
    em = QFontInfo(font).pixelSize()
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.letters * em)
    font.setWordSpacing(style.words * em)
    return font


def _positions(text: str) -> list[int]:
    """Qt counts UTF-16 units: where each character of the text begins for it."""
    at, made = 0, [0]
    for character in text:
        at += 2 if ord(character) > 0xFFFF else 1
        made.append(at)
    return made
