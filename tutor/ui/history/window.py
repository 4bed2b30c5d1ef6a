"""The learner's own history in a window beside the main one: from it to a take, a drill, or what is due."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from tutor.domain.accepted import Accepted
from tutor.ui.history.view import HistoryDesk, HistoryView
from tutor.ui.session import Session
from tutor.ui.theme import roomy

_DRILLED = 3  # words of one sound in a row


class HistoryWindow(QDialog):
    """Closes when it leads somewhere else. `take_wanted` as that of the view."""

    take_wanted = Signal(str, object, object)

    def __init__(self, session: Session, practise: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        roomy(self, 68, 42)
        self._session, desk = session, session.desk
        self.view = HistoryView(
            HistoryDesk(
                desk.tallies, desk.history, desk.passages, desk.clock, session.playback, session.run_task, self._accepted
            ),
            practise,
        )
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        close.rejected.connect(self.reject)
        self.report = close.addButton(self.tr("&Report…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.report.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addWidget(self.view, 1)
        column.addWidget(close)
        practise.triggered.connect(self.reject)
        self.view.take_wanted.connect(self._open)
        self.view.sound_wanted.connect(self._practise_sound)

    def _accepted(self) -> Accepted:
        return self._session.acceptances.accepted

    @Slot(str, object, object)
    def _open(self, take_id: str, sound: str | None, word: str | None) -> None:
        self.reject()
        self.take_wanted.emit(take_id, sound, word)

    @Slot(str)
    def _practise_sound(self, symbol: str) -> None:
        """Drill its words of the deck; where there are none, look for one in its readings."""
        cards = [card for card in self._session.drill.cards if card.symbol == symbol and not card.suspended]
        if cards:
            self.reject()
            self._session.drill.practise_due(sorted(cards, key=lambda card: card.due)[:_DRILLED])
        else:
            self.view.look_into(sound=symbol)
