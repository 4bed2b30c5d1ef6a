"""The days of practice: a column a week, a row a weekday. Each day says how many takes it had, by number and by shade."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from tutor.domain.wording import language
from tutor.present.history.calendar import DayCell
from tutor.ui.rows import ROW, Index
from tutor.ui.theme import sized, surface, theme

_ROLE = Qt.ItemDataRole
_SHADES = (0.0, 0.2, 0.4, 0.65, 0.9)
_CELL_EM = 1.25


class CalendarModel(QAbstractTableModel):
    """Weeks as columns."""

    def __init__(self) -> None:
        super().__init__()
        self.weeks: Sequence[Sequence[DayCell]] = ()

    def show_weeks(self, weeks: Sequence[Sequence[DayCell]]) -> None:
        """Replace all days."""
        self.beginResetModel()
        self.weeks = weeks
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """A week's days."""
        return 0 if parent.isValid() else 7

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """As many as weeks."""
        return 0 if parent.isValid() else len(self.weeks)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401  Qt's own signature
        """Count, what is said, or the day."""
        week = self.weeks[index.column()]
        if index.row() >= len(week):
            return None
        cell = week[index.row()]
        if role == _ROLE.DisplayRole:
            return cell.text
        if role in (_ROLE.AccessibleTextRole, _ROLE.ToolTipRole):
            return cell.spoken
        return cell if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days to come can't be walked on."""
        return super().flags(index) if index.row() < len(self.weeks[index.column()]) else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401
        """Months above the weeks they begin in, every other weekday beside."""
        if role != _ROLE.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return QLocale(language()).standaloneDayName(section + 1, QLocale.FormatType.ShortFormat)
        first = self.weeks[section][0].day
        return QLocale(language()).standaloneMonthName(first.month, QLocale.FormatType.ShortFormat) if first.day <= 7 else ""


class CalendarView(QTableView):
    """Says which day was entered."""

    day_wanted = Signal(object)  # date

    def __init__(self) -> None:
        super().__init__()
        self._days = CalendarModel()
        self.setModel(self._days)
        self.setAccessibleName(self.tr("Calendar of practice"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setItemDelegate(_Day(self))
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(_MonthHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(4)
        self.clicked.connect(self._wanted)

    def show_weeks(self, weeks: Sequence[Sequence[DayCell]]) -> None:
        """Draw the days and go to the last of them."""
        self._days.show_weeks(weeks)
        side = round(self.fontMetrics().height() * _CELL_EM)
        self.horizontalHeader().setDefaultSectionSize(side)
        self.verticalHeader().setDefaultSectionSize(side)
        self.setFixedHeight(
            7 * side + self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height() + 6
        )
        if weeks:
            last = self._days.index(len(weeks[-1]) - 1, len(weeks) - 1)
            self.setCurrentIndex(last)
            self.scrollTo(last)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen day stays in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for the day."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._wanted()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _wanted(self) -> None:
        cell: DayCell | None = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        if cell is not None and cell.text:
            self.day_wanted.emit(cell.day)


class _MonthHeader(QHeaderView):
    """Names of months, which are wider than the week they stand over."""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Nothing but the name."""
        name = self.model().headerData(section, Qt.Orientation.Horizontal)
        if name:
            painter.setPen(QColor(theme().quiet))
            painter.drawText(
                rect.adjusted(2, 0, 5 * rect.width(), 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name
            )


class _Day(QStyledItemDelegate):
    """A small square, darker with more takes, and their number."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, number, frame."""
        cell: DayCell | None = index.data(ROW)
        if cell is None:
            return
        rect: QRect = option.rect.adjusted(1, 1, -1, -1)
        painter.save()
        shade = QColor(theme().accent)
        shade.setAlphaF(_SHADES[cell.dark])
        painter.setPen(QPen(surface("line"), 1))
        painter.setBrush(shade)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setFont(sized(option.font, 0.8))
        painter.setPen(QColor(theme().page if cell.dark > 2 else theme().ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cell.text)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme().ink), 2))
            painter.drawRect(rect)
        painter.restore()
