"""Lists of records: one model, one view for passages, takes, scores, rationale and sounds. Delegates paint the rows."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QResizeEvent, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tutor.ui.theme import surface, theme

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
ROW = Qt.ItemDataRole.UserRole


class RowsModel(QAbstractListModel, Generic[Row]):
    """Records under `ROW`; `shown` and `spoken` say them for eye and ear."""

    def __init__(self, shown: Callable[[Row], str], spoken: Callable[[Row], str]) -> None:
        super().__init__()
        self._shown, self._spoken = shown, spoken
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """As many as there are records."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt's own signature
        """Text, spoken text or the record."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(row)
        return row if role == ROW else None


class RowsView(QListView):
    """A list that a keyboard walks. `fitted` ones are as high as their rows, so that only the page scrolls."""

    def __init__(self, name: str, delegate: QStyledItemDelegate, *, fitted: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # rows wrap anew beside a scroll bar
        self._fitted = fitted
        if fitted:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Be as high as the rows."""
        self.doItemsLayout()
        last = self.model().rowCount() - 1
        bottom = self.visualRect(self.model().index(last, 0)).bottom() + self.verticalOffset() if last >= 0 else 0
        if self.height() != bottom + 6:
            self.setFixedHeight(bottom + 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap anew."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        else:
            self.scheduleDelayedItemsLayout()


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row; subclasses write on it with `write` and say its height."""

    def begin(self, painter: QPainter, option: QStyleOptionViewItem) -> QRectF:
        """Ground for chosen, hovered and focused rows; returns the room inside."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(_of(option, "rect")).adjusted(2, 1, -2, -1)
        state: QStyle.StateFlag = _of(option, "state")
        if state & QStyle.StateFlag.State_Selected:
            self._ground(painter, rect, surface("chosen"))
        elif state & QStyle.StateFlag.State_MouseOver:
            self._ground(painter, rect, surface("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        return rect.adjusted(10, 6, -10, -6)

    def _ground(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        painter.setPen(QPen(surface("edge"), 1) if colour == surface("chosen") else Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, 6, 6)


class TwoLines(RowDelegate):
    """A title and a quiet line under it, from `lines(record)`."""

    def __init__(self, lines: Callable[[Any], tuple[str, str]]) -> None:
        super().__init__()
        self._lines = lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Two lines."""
        painter.save()
        room, font = self.begin(painter, option), _of(option, "font")
        title, below = self._lines(index.data(ROW))
        first = write(painter, room, title, font, theme().ink)
        write(painter, room.adjusted(0, first, 0, 0), below, font, theme().quiet)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its wrapped lines."""
        width, font = text_width(option), _of(option, "font")
        return QSize(60, round(sum(text_height(line, font, width) for line in self._lines(index.data(ROW))) + 14))


def write(painter: QPainter, room: QRectF, text: str, font: QFont, ink: str) -> float:
    """Write wrapped text at the top of a room; returns its height."""
    painter.setFont(font)
    painter.setPen(QColor(ink))
    height = text_height(text, font, room.width())
    wrap = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    wrap.setWrapMode(QTextOption.WrapMode.WordWrap)
    painter.drawText(QRectF(room.topLeft(), QPointF(room.right(), room.top() + height + 2)), text, wrap)
    return height


def text_height(text: str, font: QFont, width: float) -> float:
    """Height of wrapped text."""
    if not text:
        return 0.0
    room = QRectF(0, 0, max(width, 40.0), 10_000)
    return QFontMetricsF(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()


def text_width(option: QStyleOptionViewItem) -> float:
    """The width a row's text has in its view."""
    view = _of(option, "widget")
    return float(view.viewport().width() if isinstance(view, QListView) else 200) - 26


def _of(option: QStyleOptionViewItem, name: str) -> Any:  # noqa: ANN401  PySide's stubs lack these members
    return getattr(option, name)
