"""A dialog of the sounds this learner accepts: what is on the list, and taking it off again."""

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from tutor.domain.accepted import Acceptance
from tutor.present.accepted import accepted_line
from tutor.ui.acceptances import Acceptances
from tutor.ui.rows import ROW, RowsModel, RowsView, TwoLines
from tutor.ui.theme import roomy


class AcceptedDialog(QDialog):
    """Every change is kept at once. `key`: the one that accepts, if there is one."""

    def __init__(self, acceptances: Acceptances, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acceptances, self._key = acceptances, key
        self.setWindowTitle(self.tr("My accent is fine here"))
        roomy(self, 28, 24)
        self._rows = RowsModel[Acceptance](_shown, _spoken)
        self.view = RowsView(self.tr("Accepted sounds"), TwoLines(accepted_line))
        self.view.setModel(self._rows)
        self._note = QLabel(wordWrap=True)
        self.take_off = QPushButton(self.tr("&Mark it again"))
        self.take_off.setAutoDefault(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("&Close"))
        buttons.addButton(self.take_off, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self._note, self.view, buttons):
            column.addWidget(widget)
        self.take_off.clicked.connect(self._mark_again)
        self.view.selectionModel().currentChanged.connect(self._moved)
        acceptances.changed.connect(self._fill)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        rows = sorted(self._acceptances.accepted, key=lambda each: (each.expected, each.heard or "", each.word or ""))
        self._rows.show_rows(rows)
        some = self.tr("These sounds are not marked in your readings. What was heard and its score stay in your history.")
        none = self.tr("Nothing yet. Choose a marked sound in a result and press {key} to accept the way you say it.")
        without = self.tr("Nothing yet. Choose a marked sound in a result and accept the way you say it in the menu Take.")
        self._note.setText(some if rows else none.format(key=self._key) if self._key else without)
        self.view.setVisible(bool(rows))
        self.view.setCurrentIndex(self._rows.index(0, 0) if rows else QModelIndex())
        self.take_off.setEnabled(bool(rows))

    @Slot()
    def _moved(self) -> None:
        self.take_off.setEnabled(self.view.currentIndex().isValid())

    @Slot()
    def _mark_again(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self._acceptances.mark_again(index.data(ROW))


def _shown(acceptance: Acceptance) -> str:
    return accepted_line(acceptance)[0]


def _spoken(acceptance: Acceptance) -> str:
    return ", ".join(accepted_line(acceptance))
