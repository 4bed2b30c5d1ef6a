"""A learner's sign: their initials in a shape. Not by colour: it is known by form and letters alone."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from tutor.present.learners import LearnerRow, Shape
from tutor.ui.rows import ROW, Index, RowDelegate, RowsModel, RowsView, text_height, write
from tutor.ui.theme import sized, theme

_CORNERS = {
    Shape.DIAMOND: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    Shape.PENTAGON: ((0.5, 0.0), (1.0, 0.4), (0.85, 1.0), (0.15, 1.0), (0.0, 0.4)),
    Shape.HEXAGON: ((0.25, 0.05), (0.75, 0.05), (1.0, 0.5), (0.75, 0.95), (0.25, 0.95), (0.0, 0.5)),
    Shape.SHIELD: ((0.05, 0.05), (0.95, 0.05), (0.95, 0.65), (0.5, 1.0), (0.05, 0.65)),
}
_SIDE_EM, _GAP = 2.6, 12


class Tokens(RowDelegate):
    """A row for each learner: the sign, the name, and a quiet line below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The sign on the left."""
        painter.save()
        room, font, row = self.begin(painter, option), _of(option, "font"), index.data(ROW)
        side = _side(option)
        draw_token(painter, QRectF(room.left(), room.center().y() - side / 2, side, side), row)
        words = room.adjusted(side + _GAP, 0, 0, 0)
        high = sum(text_height(line, font, words.width()) for line in (row.title, row.below))
        words.setTop(room.center().y() - high / 2)
        first = write(painter, words, row.title, font, theme().ink)
        write(painter, words.adjusted(0, first, 0, 0), row.below, font, theme().quiet)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as sign or words."""
        view, side, font, row = _of(option, "widget"), _side(option), _of(option, "font"), index.data(ROW)
        width = (view.viewport().width() if isinstance(view, QListView) else 200) - 26 - side - _GAP
        words = sum(text_height(line, font, width) for line in (row.title, row.below))
        return QSize(60, round(max(words, side) + 16))


def learners_view(name: str) -> tuple[RowsView, RowsModel[LearnerRow]]:
    """A list of learners that a keyboard walks: letters typed go to the name."""
    view, model = RowsView(name, Tokens()), RowsModel[LearnerRow](lambda row: row.title, lambda row: row.spoken)
    view.setModel(model)
    return view, model


def draw_token(painter: QPainter, room: QRectF, row: LearnerRow) -> None:
    """The sign in that square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme().accent))
    painter.drawPath(_path(row.shape, room))
    painter.setPen(QColor(theme().page))
    font = sized(painter.font(), 1.0, bold=True)
    font.setPixelSize(max(8, round(room.height() * 0.36)))
    painter.setFont(font)
    low = room.height() * 0.1 if row.shape is Shape.PENTAGON else 0.0
    painter.drawText(room.adjusted(0, low, 0, 0), Qt.AlignmentFlag.AlignCenter, row.initials)


def _path(shape: Shape, room: QRectF) -> QPainterPath:
    path = QPainterPath()
    if shape is Shape.CIRCLE:
        path.addEllipse(room)
    elif shape is Shape.SQUARE:
        path.addRoundedRect(room.adjusted(2, 2, -2, -2), 4, 4)
    else:
        corners = [QPointF(room.x() + x * room.width(), room.y() + y * room.height()) for x, y in _CORNERS[shape]]
        path.moveTo(corners[0])
        for corner in corners[1:]:
            path.lineTo(corner)
        path.closeSubpath()
    return path


def _side(option: QStyleOptionViewItem) -> float:
    return _SIDE_EM * float(_of(option, "fontMetrics").height())


def _of(option: QStyleOptionViewItem, name: str) -> Any:  # noqa: ANN401  PySide's stubs lack these members
    return getattr(option, name)
