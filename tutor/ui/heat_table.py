"""The heat map as a table: a row a word, then its sounds. Every cell can be reached by arrow keys and is read out."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from tutor.domain.assessment import Assessment
from tutor.present.heat import HeatCell, phone_cells, word_cells
from tutor.ui.rows import Index
from tutor.ui.theme import theme

_ROLE = Qt.ItemDataRole


class HeatModel(QAbstractTableModel):
    """Column 0 holds the words, the others their sounds."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Sequence[HeatCell]] = ()
        self._columns = 1

    def show_assessment(self, assessment: Assessment | None) -> None:
        """Replace all cells."""
        self.beginResetModel()
        words = zip(word_cells(assessment), assessment.words, strict=True) if assessment else ()
        self._rows = tuple((cell, *phone_cells(word, at)) for at, (cell, word) in enumerate(words))
        self._columns = max((len(row) for row in self._rows), default=1)
        self.endResetModel()

    def cell(self, index: Index) -> HeatCell | None:
        """The cell there; None behind a word's last sound."""
        row = self._rows[index.row()]
        return row[index.column()] if index.column() < len(row) else None

    def texts(self) -> Iterator[set[str]]:
        """What is written in each column, its head included."""
        for column in range(self._columns):
            head = str(self.headerData(column, Qt.Orientation.Horizontal))
            yield {head, *(_written(row[column]) for row in self._rows if column < len(row))}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """As many as words."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """The word and the sounds of the longest one."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401  Qt's own signature
        """What a cell shows and says; nothing behind a word's last sound."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == _ROLE.DisplayRole:
            return _written(cell)
        if role in (_ROLE.AccessibleTextRole, _ROLE.ToolTipRole):
            return cell.spoken
        return _colour(cell, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Empty cells can't be walked on."""
        return super().flags(index) if self.cell(index) else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401
        """`Word`, then the sounds by number."""
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return self.tr("Word") if section == 0 else str(section)
        return super().headerData(section, orientation, role)


class HeatTable(QTableView):
    """Says which cell was chosen."""

    cell_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = HeatModel()
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Words and their sounds"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(240)
        self.setShowGrid(False)
        self.setItemDelegate(_Tile(self))
        self.selectionModel().selectionChanged.connect(self._chosen)

    def show_assessment(self, assessment: Assessment | None) -> None:
        """Replace all cells."""
        self._model.show_assessment(assessment)
        self._fit()

    def _fit(self) -> None:
        """By the letters alone: to ask Qt for each cell's size takes seconds for a long text."""
        measure = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(measure.height() + 16)
        for column, texts in enumerate(self._model.texts()):
            self.setColumnWidth(column, max(map(measure.horizontalAdvance, texts)) + 24)

    def choose(self, word: int, phone: int | None) -> None:
        """Go to a cell without telling anybody."""
        with QSignalBlocker(self.selectionModel()):
            self.setCurrentIndex(self._model.index(word, 0 if phone is None else phone + 1))
        self.viewport().update()

    @Slot()
    def _chosen(self) -> None:
        for index in self.selectedIndexes():
            self.cell_chosen.emit(self._model.cell(index))


class _Tile(QStyledItemDelegate):
    """A cell in its own colour even when chosen: then it has a frame."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, text, frame."""
        colour, text = index.data(_ROLE.BackgroundRole), index.data()
        if text is None:
            return
        rect: QRect = option.rect
        painter.fillRect(rect.adjusted(1, 1, -1, -1), colour)
        painter.setPen(index.data(_ROLE.ForegroundRole))
        side = Qt.AlignmentFlag.AlignCenter if index.column() else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(8, 0, -8, 0), side, text)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(theme().ink), 2))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))


def _written(cell: HeatCell) -> str:
    return f"{cell.text} {cell.symbol}".strip()


def _colour(cell: HeatCell, role: int) -> QColor | None:
    now = theme()
    if role == _ROLE.BackgroundRole:
        return QColor(now.marks[cell.mark][0] if cell.level is None else now.fills[cell.level])
    if role == _ROLE.ForegroundRole:
        return QColor(now.marks[cell.mark][1] if cell.level is None else now.on_fills[cell.level])
    return None
