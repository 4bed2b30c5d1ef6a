"""The left column: texts to read, own ones and passages, with a field to find them; and the takes of before."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QTabWidget, QToolButton, QVBoxLayout, QWidget

from tutor.domain.library import OwnText
from tutor.domain.take import Attempt
from tutor.domain.target import Passage
from tutor.present.heat import TUTOR
from tutor.present.takes import TakeRow, shortened, take_rows
from tutor.present.texts import TextRow, text_rows
from tutor.ui.rows import ROW, RowsModel, RowsView, TwoLines


class Side(QWidget):
    """Says which passage or take is wanted; shows what it is told is on the page."""

    passage_wanted = Signal(object)
    own_wanted = Signal(object)
    assigned_wanted = Signal(object)
    take_wanted = Signal(str)

    def __init__(self, passages: Sequence[Passage], own_text: QAction) -> None:
        super().__init__()
        self.setObjectName("side")
        self._shipped, self.own_texts, self._assigned = tuple(passages), tuple[OwnText, ...](), tuple[TextRow, ...]()
        self._passages = RowsModel[TextRow](_text_title, _text_spoken)
        self._takes = RowsModel[TakeRow](self._take_title, self._take_spoken)
        self.passage_view = RowsView(self.tr("Texts to read"), TwoLines(_text_lines))
        self.take_view = RowsView(self.tr("My takes"), TwoLines(self._take_lines))
        self.passage_view.setModel(self._passages)
        self.take_view.setModel(self._takes)
        self._shown_text: tuple[str, str | None] = ("", None)
        self.filter = QLineEdit(clearButtonEnabled=True, placeholderText=self.tr("Find by title or tag"))
        self.filter.setTextMargins(4, 3, 4, 3)
        self.filter.setAccessibleName(self.tr("Find a text by its title, tag or level"))
        self.filter.textChanged.connect(self._list_texts)
        self.filter.returnPressed.connect(self.passage_view.setFocus)
        self.tabs = QTabWidget(documentMode=True)
        self._lay_out(own_text)
        self.passage_view.selectionModel().selectionChanged.connect(self._passage_chosen)
        self.passage_view.clicked.connect(self._passage_chosen)
        self._list_texts()
        self.take_view.selectionModel().selectionChanged.connect(self._take_chosen)
        self._shown_take: str | None = None
        self._said: frozenset[str] = frozenset()

    def show_takes(self, attempts: Sequence[Attempt]) -> None:
        """List the takes, newest first; the one that was chosen stays chosen."""
        with QSignalBlocker(self.take_view.selectionModel()):
            self._takes.show_rows(take_rows(attempts))
        self.show_take(self._shown_take)

    def show_said(self, take_ids: frozenset[str]) -> None:
        """Mark the takes that a tutor said something about."""
        self._said = take_ids
        self.take_view.viewport().update()

    def show_take(self, take_id: str | None) -> None:
        """Mark the take that is on the page."""
        self._shown_take = take_id
        found = [at for at, row in enumerate(self._takes.rows) if row.take_id == take_id]
        self._mark(self.take_view, found[0] if found else None)

    def show_own(self, texts: Sequence[OwnText]) -> None:
        """List the own texts before the passages."""
        self.own_texts = tuple(texts)
        self._list_texts()

    def show_assigned(self, rows: Sequence[TextRow]) -> None:
        """List assigned texts before all others."""
        self._assigned = tuple(rows)
        self._list_texts()

    def mark_text(self, text: str, passage_id: str | None) -> None:
        """Mark the text that is on the page; an own one is known by what it says."""
        self._shown_text = (text, passage_id)
        found = [at for at, row in enumerate(self._passages.rows) if self._is_shown(row)]
        self._mark(self.passage_view, found[0] if found else None)

    @property
    def chosen_own(self) -> OwnText | None:
        """The own text that is chosen in the list."""
        chosen = self.passage_view.selectedIndexes()
        own: OwnText | None = chosen[0].data(ROW).own if chosen else None
        return own

    def add_under_takes(self, widget: QWidget) -> None:
        """Below the list of takes."""
        self._under_takes.addWidget(widget)

    @Slot()
    def go_to_filter(self) -> None:
        """Go to the field that finds texts."""
        self.show()
        self.tabs.setCurrentIndex(0)
        self.filter.setFocus()
        self.filter.selectAll()

    @Slot()
    def _list_texts(self) -> None:
        with QSignalBlocker(self.passage_view.selectionModel()):
            self._passages.show_rows((*self._assigned, *text_rows(self._shipped, self.own_texts, self.filter.text())))
        self.mark_text(*self._shown_text)

    def _is_shown(self, row: TextRow) -> bool:
        text, passage_id = self._shown_text
        if row.assigned is not None:
            return row.assigned.text == text
        return (
            row.passage.id == passage_id if row.passage else passage_id is None and row.own is not None and row.own.text == text
        )

    def _mark(self, view: RowsView, at: int | None) -> None:
        with QSignalBlocker(view.selectionModel()):
            view.setCurrentIndex(QModelIndex() if at is None else view.model().index(at, 0))
            if at is None:
                view.clearSelection()
        view.viewport().update()

    def _take_lines(self, row: TakeRow) -> tuple[str, str]:
        score = self.tr("{total} of 10 ({band})").format(total=row.total, band=row.band) if row.total else row.verdict
        title = self._take_title(row)
        return f"{title} {TUTOR}" if row.take_id in self._said else title, f"{row.when} · {row.length} · {score}"

    def _take_title(self, row: TakeRow) -> str:
        """The passage's; of a sentence of it with its first words."""
        passage = next((each for each in self._shipped if each.id == row.passage), None)
        if passage is None:
            return row.passage
        return passage.title if row.text == passage.text else f"{passage.title}: {shortened(row.text)}"

    def _take_spoken(self, row: TakeRow) -> str:
        by_tutor = self.tr("with your tutor's answers") if row.take_id in self._said else ""
        return ", ".join(part for part in (self._take_title(row), row.spoken, by_tutor) if part)

    def _lay_out(self, own_text: QAction) -> None:
        passages, button = QWidget(), QToolButton()
        button.setDefaultAction(own_text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        column = QVBoxLayout(passages)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filter)
        column.addWidget(self.passage_view, 1)
        column.addWidget(button)
        self.own_text_button = button
        self.tabs.addTab(passages, self.tr("Texts"))
        takes = QWidget()
        takes.setFocusProxy(self.take_view)
        self._under_takes = QVBoxLayout(takes)
        self._under_takes.setContentsMargins(0, 0, 0, 0)
        self._under_takes.addWidget(self.take_view, 1)
        self.tabs.addTab(takes, self.tr("My takes"))
        self.tabs.tabBar().setDrawBase(False)
        for named in (self.tabs, self.tabs.tabBar()):
            named.setAccessibleName(self.tr("Texts or takes"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 14)
        whole.addWidget(self.tabs)

    @Slot()
    def _passage_chosen(self) -> None:
        for index in self.passage_view.selectedIndexes():
            row: TextRow = index.data(ROW)
            if row.assigned is not None:
                self.assigned_wanted.emit(row.assigned)
            elif row.passage is not None:
                self.passage_wanted.emit(row.passage)
            else:
                self.own_wanted.emit(row.own)

    @Slot()
    def _take_chosen(self) -> None:
        for index in self.take_view.selectedIndexes():
            if index.data(ROW).take_id != self._shown_take:
                self._shown_take = index.data(ROW).take_id
                self.take_wanted.emit(self._shown_take)


def _text_title(row: TextRow) -> str:
    return row.title


def _text_spoken(row: TextRow) -> str:
    return row.spoken


def _text_lines(row: TextRow) -> tuple[str, str]:
    return row.title, row.line
