"""Joins the history window to the main one: what opens it, and the ways from it to a take, a word of it and a report."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tutor.domain.take import Attempt
from tutor.practice.history.places import place_of
from tutor.ui.actions import text_button
from tutor.ui.session import Session

if TYPE_CHECKING:
    from tutor.ui.history.window import HistoryWindow
    from tutor.ui.window import MainWindow


class HistoryDoor(QObject):
    """Lives with the main window; the history window is made when first wanted, and kept."""

    report_wanted = Signal(object)  # with the window it is wanted from

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None
        self._history: HistoryWindow | None = None
        self._wanted: tuple[str, str | None, str | None] | None = None
        self.button = text_button(window.actions_.history)
        window.side.add_under_takes(self.button)
        window.actions_.history.triggered.connect(self.open)

    def begin(self, session: Session) -> None:
        """Look at the history of a session."""
        self._session = session
        session.attempt_changed.connect(self._attempt_shown)

    @Slot()
    def open(self) -> None:
        """Bring up the history."""
        if self._session is None:
            return
        if self._history is None:
            from tutor.ui.history.window import HistoryWindow  # pyqtgraph comes with it

            self._history = HistoryWindow(self._session, self._window.actions_.practise, self._window)
            self._history.take_wanted.connect(self._go_to)
            self._history.report.clicked.connect(self._report)
        self._history.view.show_own(self._window.side.own_texts)
        self._history.show()
        self._history.activateWindow()

    @Slot()
    def _report(self) -> None:
        self.report_wanted.emit(self._history)

    @Slot(str, object, object)
    def _go_to(self, take_id: str, sound: str | None, word: str | None) -> None:
        assert self._session is not None
        self._wanted = take_id, sound, word
        self._session.choose_take(take_id)

    @Slot(object)
    def _attempt_shown(self, attempt: Attempt | None) -> None:
        if self._wanted is None or attempt is None or attempt.take.id != self._wanted[0]:
            return
        _, sound, word = self._wanted
        self._wanted = None
        place = place_of(attempt.assessment, sound, word) if attempt.assessment is not None else None
        if place is not None:
            self._window.choice.choose(*place)
