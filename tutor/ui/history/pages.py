"""The pages behind the overview: curves, tables of sounds and words, and the takes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from tutor.domain.assessment import ModelStamp
from tutor.domain.history.findings import Kind
from tutor.domain.history.level import MEASURES, Measure
from tutor.domain.history.readings import Mask
from tutor.practice.history.past import Past
from tutor.present.history.curves import trend
from tutor.present.history.names import measure_name, model_name
from tutor.present.history.tables import TableRow, item_heads, item_rows, take_heads
from tutor.ui.flow import FlowLayout
from tutor.ui.history.grid import GridView
from tutor.ui.history.trend_view import TrendView

_ITEM_WIDTHS = (26, 9, 7, 7, 11, 16, 24)
_MARKED = 4
_TAKE_WIDTHS = (17, 40, 8, 14, 12, 16, 18)


class TrendPage(QWidget):
    """The curves of one measure at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.measure, self.view = QComboBox(), TrendView()
        for each in MEASURES:
            self.measure.addItem(measure_name(each), each)
        self.measure.setAccessibleName(self.tr("What is shown"))
        self.measure.currentIndexChanged.connect(self._draw)
        label = QLabel(self.tr("Sh&ow:"))
        label.setBuddy(self.measure)
        column = QVBoxLayout(self)
        column.addLayout(_side_by_side(label, self.measure))
        column.addWidget(self.view, 1)
        self._past: tuple[Past, Mask] | None = None

    def show_past(self, past: Past, mask: Mask) -> None:
        """Of these takes."""
        self._past = past, mask
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._past is not None:
            past, mask = self._past
            measure: Measure = self.measure.currentData()
            self.view.show_trend(trend(measure, past.series(mask, measure)))


class ItemPage(QWidget):
    """Sounds or words, of one model's takes. Says which of them is to be looked into."""

    wanted = Signal(str)

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind: Kind = kind
        name = self.tr("Sounds and how they came") if kind == "sound" else self.tr("Words and how they came")
        self.view = GridView(name, sortable=True)
        self.judged, self._judged_label = QComboBox(), QLabel(self.tr("&Judged by:"))
        self._judged_label.setBuddy(self.judged)
        self.judged.setAccessibleName(self.tr("Judged by"))
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Sorted by"))
        for head in item_heads(kind):
            self.order.addItem(head)
        self.order.setCurrentIndex(_MARKED)
        self._note, self.said = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._note.setProperty("quiet", True)
        self.show_takes = QPushButton(self.tr("Show its &readings"))
        self._past: tuple[Past, Mask] | None = None
        self._lay_out()
        self.judged.currentIndexChanged.connect(self._list)
        self.order.currentIndexChanged.connect(self._sort)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._sorted)
        self.view.row_changed.connect(self._row_changed)
        self.view.entered_row.connect(self._entered)
        self.show_takes.clicked.connect(self._asked)

    def show_past(self, past: Past, mask: Mask) -> None:
        """Of these takes; nothing while they are being counted."""
        self._past = past, mask
        stamps = past.stamps(mask)[::-1]
        chosen = self.judged.currentData()
        with QSignalBlocker(self.judged):
            self.judged.clear()
            for stamp in stamps:
                self.judged.addItem(model_name(stamp), stamp)
            if chosen in stamps:
                self.judged.setCurrentIndex(stamps.index(chosen))
        for widget in (self.judged, self._judged_label):
            widget.setVisible(len(stamps) > 1)
        self._list()

    @Slot()
    def _list(self) -> None:
        stamp: ModelStamp | None = self.judged.currentData()
        if self._past is None or self._past[0].counts(self._kind) is None:
            self._note.setText(self.tr("One moment…"))
            return
        past, mask = self._past
        rows = item_rows(self._kind, past.table(mask, self._kind, stamp)) if stamp is not None else ()
        self._note.setText(self._words(past, mask, stamp) if rows else self.tr("Nothing was judged in these readings."))
        self.view.show_rows(item_heads(self._kind), _ITEM_WIDTHS, len(rows), rows.__getitem__)
        self._sort()

    def _words(self, past: Past, mask: Mask, stamp: ModelStamp | None) -> str:
        assert stamp is not None
        mine, all_ = int(past.judged(mask, stamp).sum()), int((mask & past.readings.relied_on()).sum())
        said = self.tr(
            "From {count} readings. Better or weaker: beyond chance, the later half against the earlier. What a tutor answered "
            "is marked as they said; scores are the program's."
        ).format(count=mine)
        if mine == all_:
            return said
        other = self.tr("{count} more were judged by another model; they stand in a table of their own.").format(
            count=all_ - mine
        )
        return f"{said} {other}"

    @Slot()
    def _sort(self) -> None:
        """Names from A, numbers from the largest."""
        at = self.order.currentIndex()
        self.view.sortByColumn(at, Qt.SortOrder.DescendingOrder if at else Qt.SortOrder.AscendingOrder)

    @Slot(int)
    def _sorted(self, column: int) -> None:
        with QSignalBlocker(self.order):
            self.order.setCurrentIndex(max(column, 0))
        self._row_changed()

    @Slot()
    def _row_changed(self) -> None:
        row = self.view.chosen()
        self.said.setText(row.spoken if row else "")
        self.show_takes.setEnabled(row is not None)

    @Slot(object)
    def _entered(self, row: TableRow) -> None:
        self.wanted.emit(row.key)

    @Slot()
    def _asked(self) -> None:
        row = self.view.chosen()
        if row is not None:
            self.wanted.emit(row.key)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        sorted_by = QLabel(self.tr("Sor&ted by:"))
        sorted_by.setBuddy(self.order)
        column.addLayout(_side_by_side(sorted_by, self.order, self._judged_label, self.judged))
        for widget in (self._note, self.view, self.said):
            column.addWidget(widget, 1 if widget is self.view else 0)
        column.addLayout(_side_by_side(self.show_takes))


class TakesPage(QWidget):
    """All takes that are looked at, the newest first, and what can be done with the one that is chosen."""

    def __init__(self, actions: Sequence[QAction]) -> None:
        super().__init__()
        self._actions = actions
        self.view = GridView(self.tr("Takes"), sortable=False)
        self._note = QLabel(wordWrap=True)
        self._note.setProperty("quiet", True)
        column, foot = QVBoxLayout(self), QWidget()
        row = FlowLayout(foot)
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setFocusPolicy(button.focusPolicy().StrongFocus)
            row.addWidget(button)
        for widget in (self._note, self.view, foot):
            column.addWidget(widget, 1 if widget is self.view else 0)

    def show_takes(self, rows: Sequence[int], row: Callable[[int], TableRow]) -> None:
        """Rows of the readings, as they are to be listed."""
        self._note.setText(
            self.tr("{count} takes, the newest first.").format(count=len(rows)) if rows else self.tr("No take is like this.")
        )
        for action in self._actions[:2]:
            action.setEnabled(bool(rows))
        self.view.show_rows(take_heads(), _TAKE_WIDTHS, len(rows), lambda at: row(rows[at]))

    @property
    def chosen(self) -> str | None:
        """The id of the take that is chosen."""
        row = self.view.chosen()
        return row.key if row else None


def _side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """In a row, at its beginning."""
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
