"""“My accent is fine here”: from the chosen sound of a result to the list of what is accepted, and back."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from tutor.domain.accepted import Acceptance, heard_instead
from tutor.domain.marks import Mark, mark_phone
from tutor.present.accepted import accepted_line
from tutor.present.messages import Message
from tutor.ui.accepted_list import AcceptedDialog
from tutor.ui.actions import Actions, key_of
from tutor.ui.choice import Choice
from tutor.ui.layout import Layout
from tutor.ui.session import Session


class Accepting(QObject):
    """Joins the two actions, their undoing and the list to the result on the page."""

    def __init__(self, window: QMainWindow, parts: Layout, choice: Choice, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._parts, self._choice, self._actions = window, parts, choice, actions
        self._session: Session | None = None
        self._asked: Acceptance | None = None  # to be told of when it is kept
        self._last: Acceptance | None = None  # what can be undone
        self._undo = QAction(self.tr("&Mark it again"), self)
        self._undo.triggered.connect(self._mark_again)
        actions.fine_here.triggered.connect(self._fine_here)
        actions.fine_everywhere.triggered.connect(self._fine_everywhere)
        actions.fine_list.triggered.connect(self._show_list)
        choice.chosen.connect(self.enable)
        for view in (parts.strip.view, parts.heat):
            view.addActions([actions.fine_here, actions.fine_everywhere])
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.enable()

    def begin(self, session: Session) -> None:
        """Connect to a session."""
        self._session = session
        session.acceptances.changed.connect(self._tell)
        self._actions.fine_list.setEnabled(True)

    @Slot()
    def enable(self) -> None:
        """What can be accepted of what is chosen."""
        found = self._acceptance()
        self._actions.fine_here.setEnabled(found is not None)
        self._actions.fine_everywhere.setEnabled(found is not None and found.heard is not None)
        self._actions.fine_list.setEnabled(self._session is not None)

    def _acceptance(self) -> Acceptance | None:
        """Of the chosen sound, or of the first marked one of the chosen word."""
        attempt = self._session.attempt if self._session is not None else None
        at = self._choice.word
        if attempt is None or attempt.assessment is None or at is None:
            return None
        word, chosen = attempt.assessment.words[at], self._choice.phone
        phones = word.phones if chosen is None else word.phones[chosen : chosen + 1]
        marked = [phone for phone in phones if mark_phone(phone) in (Mark.NEEDS_WORK, Mark.ACCENT)]
        return Acceptance(marked[0].phone.symbol, heard_instead(marked[0]), word.text) if marked else None

    @Slot()
    def _fine_here(self) -> None:
        if found := self._acceptance():
            self._accept(found)

    @Slot()
    def _fine_everywhere(self) -> None:
        if (found := self._acceptance()) and found.heard is not None:
            self._accept(Acceptance(found.expected, found.heard))

    def _accept(self, acceptance: Acceptance) -> None:
        assert self._session is not None
        self._asked = acceptance
        self._session.acceptances.accept(acceptance)

    @Slot()
    def _tell(self) -> None:
        if self._session is None or self._asked is None or self._asked not in self._session.acceptances.accepted:
            return
        self._last, self._asked = self._asked, None
        what, where = accepted_line(self._last)
        said = self.tr("{what} {where} is fine: it will not be marked any more.").format(what=what, where=where)
        self._parts.banner.say(Message(said, self.tr("The list is in the menu Take.")), self._undo)

    @Slot()
    def _mark_again(self) -> None:
        if self._session is not None and self._last is not None:
            self._parts.banner.hide()
            self._session.acceptances.mark_again(self._last)

    @Slot()
    def _show_list(self) -> None:
        if self._session is not None:
            dialog = AcceptedDialog(self._session.acceptances, key_of(self._actions.fine_here), self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
