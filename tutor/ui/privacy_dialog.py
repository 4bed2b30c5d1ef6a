"""The privacy ledger as a list: what is kept, how much, until when and where. Asks for deletions; deletes nothing itself."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from tutor.domain.errors import TutorError
from tutor.domain.ledger import Ledger
from tutor.present.learners import shown_name
from tutor.present.ledger import LedgerRow, ledger_rows, size_words
from tutor.present.messages import error_message
from tutor.ui.announce import announce
from tutor.ui.flow import FlowLayout
from tutor.ui.layout import fitting, scrolling
from tutor.ui.rows import ROW, RowsModel, RowsView, TwoLines
from tutor.ui.theme import named, sized


class PrivacyDialog(QDialog):
    """`delete_wanted` carries the kind of a row, `erase_wanted` means everything; neither has been confirmed yet."""

    delete_wanted = Signal(object)
    erase_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What is kept"))
        self.own, self.computer = (RowsModel[LedgerRow](_shown, _spoken) for _ in range(2))
        self.view = RowsView(self.tr("What is kept of you"), TwoLines(_lines), fitted=True)
        self.rest = RowsView(self.tr("What is kept for this computer"), TwoLines(_lines), fitted=True)
        self.view.setModel(self.own)
        self.rest.setModel(self.computer)
        self.heading, self.said = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.heading.setFont(sized(self.font(), 1.2, bold=True))
        self.delete = QPushButton(self.tr("&Delete what is chosen…"), autoDefault=False)
        self.erase = QPushButton(self.tr("Delete &everything…"), autoDefault=False)
        self._lay_out()
        self.delete.clicked.connect(self._delete)
        self.erase.clicked.connect(self.erase_wanted)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.delete.click)
        self.view.selectionModel().selectionChanged.connect(self._refresh)
        self.resize(fitting(QSize(46, 40) * self.fontMetrics().height()))

    def show_ledger(self, ledger: Ledger, learner_id: str) -> None:
        """One learner's things in full, those of others as one sum."""
        mine = next(each for each in ledger.learners if each.learner.id == learner_id)
        others = [each.size for each in ledger.learners if each.learner.id != learner_id]
        row = max(self.view.currentIndex().row(), 0)
        self.heading.setText(self.tr("{name}: {size}").format(name=shown_name(mine.learner), size=size_words(mine.size)))
        also = self.tr("Other learners ({count}): {size}.").format(count=len(others), size=size_words(sum(others)))
        self.said.setText(f"{self.tr('All of it is on this computer.')} {also if others else ''}".strip())
        self.own.show_rows(ledger_rows(mine.holdings, mine.learner))
        self.computer.show_rows(ledger_rows(ledger.computer))
        self.view.setCurrentIndex(self.own.index(min(row, self.own.rowCount() - 1), 0))
        self.erase.setVisible(not others)
        for view in (self.view, self.rest):
            view.fit()
        self._refresh()
        self.view.setFocus()

    def show_error(self, error: TutorError) -> None:
        """What went wrong, where the person looks."""
        self.said.setText(str(error_message(error)))
        announce(self, str(error_message(error)), now=True)

    def _chosen(self) -> LedgerRow | None:
        index = self.view.currentIndex()
        found: LedgerRow | None = index.data(ROW) if index.isValid() else None
        return found

    @Slot()
    def _refresh(self) -> None:
        row = self._chosen()
        self.delete.setEnabled(row is not None and row.deletable)

    @Slot()
    def _delete(self) -> None:
        row = self._chosen()
        if row is not None:
            self.delete_wanted.emit(row.kind)

    def _lay_out(self) -> None:
        inside, buttons = named(QWidget(), "page"), QWidget()
        column, flow, whole = QVBoxLayout(inside), FlowLayout(buttons), QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 8)
        column.setSpacing(10)
        flow.addWidget(self.delete)
        flow.addWidget(self.erase)
        beside = QLabel(self.tr("For this computer"))
        beside.setFont(sized(self.font(), 1.2, bold=True))
        for widget in (self.heading, self.said, self.view, buttons, beside, self.rest):
            column.addWidget(widget)
        column.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        close.setContentsMargins(20, 0, 20, 16)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))
        whole.addWidget(close)


def _lines(row: LedgerRow) -> tuple[str, str]:
    return row.title, row.below


def _shown(row: LedgerRow) -> str:
    return row.title


def _spoken(row: LedgerRow) -> str:
    return row.spoken
