"""Tables of many rows: a row is made when it is looked at, so that ten thousand open at once."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tutor.present.history.tables import TableRow
from tutor.ui.rows import ROW, Index

_ROLE = Qt.ItemDataRole
_SCREENFULS = 2_000  # rows kept once made


class GridModel(QAbstractTableModel):
    """Rows by their number, from `row(number)`; sorted when they carry an order. `names`: the last column that holds names."""

    def __init__(self, names: int) -> None:
        super().__init__()
        self._names = names
        self._heads: Sequence[str] = ()
        self._row: Callable[[int], TableRow] | None = None
        self._made: dict[int, TableRow] = {}
        self._count = 0
        self._numbers: Sequence[int] = ()

    def show_rows(self, heads: Sequence[str], count: int, row: Callable[[int], TableRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._heads, self._count, self._row = tuple(heads), count, row
        self._made, self._numbers = {}, range(count)
        self.endResetModel()

    def row(self, at: int) -> TableRow:
        """The row shown there."""
        number = self._numbers[at]
        if number not in self._made:
            assert self._row is not None
            if len(self._made) > _SCREENFULS:
                self._made.clear()
            self._made[number] = self._row(number)
        return self._made[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many there are."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """One a head."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401  Qt's own signature
        """The cell; spoken, the first cell says the whole row."""
        row = self.row(index.row())
        if role == _ROLE.DisplayRole:
            return row.cells[index.column()]
        if role in (_ROLE.AccessibleTextRole, _ROLE.ToolTipRole):
            return row.spoken if index.column() == 0 else f"{self._heads[index.column()]}: {row.cells[index.column()]}"
        if role == _ROLE.TextAlignmentRole:
            return _side(index.column(), self._names)
        return row if role == ROW else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401
        """The heads."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._heads):
            return None
        if role == _ROLE.TextAlignmentRole:
            return _side(section, self._names)
        return self._heads[section] if role == _ROLE.DisplayRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; rows without an order stay."""
        if column < 0 or not self._count or not self.row(0).order:
            return
        self.layoutAboutToBeChanged.emit()
        back = order is Qt.SortOrder.DescendingOrder
        assert self._row is not None
        rows = [self._row(number) for number in range(self._count)]
        self._numbers = sorted(range(self._count), key=lambda number: rows[number].order[column], reverse=back)
        self.layoutChanged.emit()


class GridView(QTableView):
    """A table that a keyboard walks row by row; Enter says which row was meant."""

    entered_row = Signal(object)  # TableRow
    row_changed = Signal()

    def __init__(self, name: str, *, sortable: bool) -> None:
        super().__init__()
        self.grid = GridModel(0 if sortable else 1)
        self.setModel(self.grid)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMinimumHeight(8 * self.fontMetrics().height())
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._widths = list[int]()
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(sortable)
        self.doubleClicked.connect(self._entered)
        self.selectionModel().selectionChanged.connect(self.row_changed)

    def show_rows(self, heads: Sequence[str], widths: Sequence[int], count: int, row: Callable[[int], TableRow]) -> None:
        """Replace all rows; `widths` in letters, the widest grows. What was chosen by its key stays so, else the first row is."""
        key = chosen.key if (chosen := self.chosen()) else None
        self.grid.show_rows(heads, count, row)
        self._fit(widths)
        at = next((at for at in range(min(count, 200)) if self.grid.row(at).key == key), 0)
        if count:
            self.selectRow(at)
        self.row_changed.emit()

    def chosen(self) -> TableRow | None:
        """The row that is chosen."""
        index = self.currentIndex()
        return self.grid.row(index.row()) if index.isValid() and index.row() < self.grid.rowCount() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter acts on the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._entered()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _entered(self) -> None:
        row = self.chosen()
        if row is not None:
            self.entered_row.emit(row)

    def _fit(self, widths: Sequence[int]) -> None:
        measure = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(measure.height() + 12)
        heads = [str(self.grid.headerData(column, Qt.Orientation.Horizontal)) for column in range(len(widths))]
        letters = measure.averageCharWidth()
        self._widths = [
            max(measure.horizontalAdvance(head) + 36, wide * letters + 16) for head, wide in zip(heads, widths, strict=True)
        ]
        self._spread()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What room is left goes to the widest column."""
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        spare = max(0, self.viewport().width() - sum(self._widths))
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, width + (spare if width == max(self._widths) else 0))


def _side(column: int, left: int) -> Qt.AlignmentFlag:
    """Names to the left, numbers in the middle."""
    return (Qt.AlignmentFlag.AlignLeft if column <= left else Qt.AlignmentFlag.AlignHCenter) | Qt.AlignmentFlag.AlignVCenter
