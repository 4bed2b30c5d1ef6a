"""The deck as a list: what is due when, and what to do with a card: practise, suspend, delete, export all for Anki."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from tutor.domain.cards import Card
from tutor.present.cards import CardRow, card_rows
from tutor.ui.drill import Drill
from tutor.ui.flow import FlowLayout
from tutor.ui.rows import ROW, RowsModel, RowsView, TwoLines


class DeckDialog(QDialog):
    """`export_wanted` asks for a file; `accept` follows when one card is to be practised now."""

    export_wanted = Signal()

    def __init__(self, drill: Drill, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("My sounds"))
        self.resize(620, 520)
        self._drill = drill
        self._said = QLabel(wordWrap=True)
        self._rows = RowsModel[CardRow](_shown, _spoken)
        self.view = RowsView(self.tr("Words to practise"), TwoLines(_lines))
        self.view.setModel(self._rows)
        self.practise, self.suspend = QPushButton(self.tr("&Practise now")), QPushButton()
        self.delete, self.export = QPushButton(self.tr("&Delete")), QPushButton(self.tr("&Export for Anki…"))
        self._lay_out()
        self.practise.clicked.connect(self._practise)
        self.suspend.clicked.connect(self._suspend)
        self.delete.clicked.connect(self._delete)
        self.export.clicked.connect(self.export_wanted)
        self.view.selectionModel().selectionChanged.connect(self._refresh)
        drill.cards_changed.connect(self.show_cards)
        self.show_cards(drill.cards)

    @Slot(object)
    def show_cards(self, cards: Sequence[Card]) -> None:
        """List the cards; the one that was chosen stays chosen."""
        row = max(self.view.currentIndex().row(), 0)
        with QSignalBlocker(self.view.selectionModel()):
            self._rows.show_rows(card_rows(cards, self._drill.now()))
            self.view.setCurrentIndex(self._rows.index(min(row, len(cards) - 1), 0))
        empty = self.tr("Nothing yet: sounds that were clearly marked in a reading come here by themselves.")
        due = self.tr("{due} to practise today, {all} in all.").format(due=len(self._drill.due), all=len(cards))
        self._said.setText(due if cards else empty)
        self._refresh()

    def _chosen(self) -> Card | None:
        row: CardRow | None = self.view.currentIndex().data(ROW) if self.view.currentIndex().isValid() else None
        return row.card if row else None

    @Slot()
    def _refresh(self) -> None:
        card = self._chosen()
        for button in (self.practise, self.suspend, self.delete):
            button.setEnabled(card is not None)
        self.export.setEnabled(bool(self._drill.cards))
        back = card is not None and card.suspended
        self.suspend.setText(self.tr("&Bring back") if back else self.tr("&Suspend"))

    @Slot()
    def _practise(self) -> None:
        card = self._chosen()
        if card is not None:
            self.accept()
            self._drill.practise_due([card])

    @Slot()
    def _suspend(self) -> None:
        card = self._chosen()
        if card is not None:
            self._drill.put(replace(card, suspended=not card.suspended))

    @Slot()
    def _delete(self) -> None:
        card = self._chosen()
        if card is not None:
            self._drill.remove(card)

    def _lay_out(self) -> None:
        column, buttons = QVBoxLayout(self), QWidget()
        row = FlowLayout(buttons)
        for button in (self.practise, self.suspend, self.delete, self.export):
            row.addWidget(button)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        for widget in (self._said, self.view, buttons, close):
            column.addWidget(widget)


def _lines(row: CardRow) -> tuple[str, str]:
    return row.title, row.below


def _shown(row: CardRow) -> str:
    return row.title


def _spoken(row: CardRow) -> str:
    return row.spoken
