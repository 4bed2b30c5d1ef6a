"""What happened between the words, as small badges in the gaps where it fell. Makes the room for them and paints them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextCursor, QTextDocument

from tutor.present.happenings import Glyph
from tutor.ui.theme import sized, theme

Badge = tuple[QRectF, tuple[Glyph, ...]]
_PAD = 4.0


class Gaps:
    """The badges of one text."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._groups: list[tuple[int, tuple[Glyph, ...]]] = []
        self._widened: list[int] = []
        self._words = 0

    def show(self, found: Sequence[Glyph], spans: Sequence[tuple[int, int]], font: QFont) -> None:
        """Widen the space behind each word that something happened after; `spans` are the words' places in the document."""
        self._narrow()
        self._words = len(spans)
        by_word = sorted((glyph for glyph in found if glyph.after_word < len(spans)), key=lambda glyph: glyph.after_word)
        self._groups = [(word, tuple(group)) for word, group in groupby(by_word, key=lambda glyph: glyph.after_word)]
        for word, group in self._groups:
            at = self._space_behind(spans[word][1], spans[word + 1][0]) if 0 <= word < len(spans) - 1 else None
            if at is not None:
                self._widen(at, _width(group, font) + _PAD)

    def badges(self, rect_of: Callable[[int], QRectF], width: float, font: QFont) -> Iterator[Badge]:
        """Where each badge is; `rect_of` says where a word is drawn, on a page so wide."""
        for word, group in self._groups:
            wide = _width(group, font)
            beside, behind = rect_of(max(word, 0)), rect_of(min(word + 1, self._words - 1))
            if word < 0:
                yield (
                    QRectF(max(beside.left() - wide, 0), beside.top() - beside.height() * 0.52, wide, beside.height() * 0.5),
                    group,
                )
                continue
            same_line = behind.top() == beside.top() and behind.left() > beside.left()
            left = behind.left() - wide - _PAD if same_line else beside.right() + _PAD * 2
            yield QRectF(min(left, width - wide), beside.top() + beside.height() * 0.26, wide, beside.height() * 0.5), group

    def _space_behind(self, end: int, start: int) -> int | None:
        """The last blank between two words; None where there is none, as inside “well-known”."""
        return next((at for at in range(start - 1, end - 1, -1) if self._document.characterAt(at) == " "), None)

    def _widen(self, at: int, room: float) -> None:
        style = QTextCharFormat()
        style.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        style.setFontLetterSpacing(room)
        self._cursor(at).mergeCharFormat(style)
        self._widened.append(at)

    def _narrow(self) -> None:
        for at in self._widened:
            self._cursor(at).setCharFormat(QTextCharFormat())
        self._widened = []

    def forget(self) -> None:
        """The text is another one."""
        self._groups, self._widened = [], []

    def _cursor(self, at: int) -> QTextCursor:
        cursor = QTextCursor(self._document)
        cursor.setPosition(at)
        cursor.setPosition(at + 1, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def paint_badge(painter: QPainter, badge: Badge, font: QFont) -> None:
    """One badge: its signs on a quiet ground."""
    rect, group = badge
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme().pause))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(QColor(theme().quiet))
    painter.setFont(_sign_font(font))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _signs(group))


def tooltip(badges: Iterator[Badge], at: QPointF) -> str:
    """What the badge under the pointer says; empty when there is none."""
    said = next((group for rect, group in badges if rect.adjusted(-2, -2, 2, 2).contains(at)), ())
    text = "; ".join(glyph.spoken for glyph in said)
    return text[:1].upper() + text[1:]


def _signs(group: Sequence[Glyph]) -> str:
    return "".join(dict.fromkeys(glyph.sign for glyph in group))


def _width(group: Sequence[Glyph], font: QFont) -> float:
    return QFontMetricsF(_sign_font(font)).horizontalAdvance(_signs(group)) + 2 * _PAD


def _sign_font(font: QFont) -> QFont:
    return sized(font, 0.55, bold=True)
