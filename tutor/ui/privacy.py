"""What is kept of a learner, and deleting it: a take by one key, or whole kinds of things from a list. Asks once each time."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox

from tutor.domain.errors import TutorError
from tutor.domain.ledger import Kind, Ledger
from tutor.practice.ports import Keeper
from tutor.ui.announce import announce
from tutor.ui.long_task import LongTask
from tutor.ui.privacy_dialog import PrivacyDialog
from tutor.ui.session import Session
from tutor.ui.stage import Stage

if TYPE_CHECKING:
    from tutor.ui.window import MainWindow


class Privacy(QObject):
    """Lives as long as a learner's window. `erase_wanted`: everything on this computer is to be deleted, for sure."""

    erase_wanted = Signal()

    def __init__(self, window: "MainWindow", session: Session, keeper: Keeper) -> None:
        super().__init__(window)
        self._window, self._session, self._keeper = window, session, keeper
        self.dialog: PrivacyDialog | None = None
        self.box: QMessageBox | None = None
        self.task: LongTask | None = None
        self._doomed: str | Kind = ""
        window.actions_.delete_take.triggered.connect(self._ask_take)
        window.actions_.privacy.triggered.connect(self._look)
        session.stage_changed.connect(self._enable)
        self._enable(session.stage)

    dialog: PrivacyDialog | None
    box: QMessageBox | None  # the question that is asked
    task: LongTask | None  # the deletion under way

    @Slot(object)
    def _enable(self, stage: Stage) -> None:
        self._window.actions_.delete_take.setEnabled(stage is Stage.READY and self._session.attempt is not None)
        self._window.actions_.privacy.setEnabled(stage is Stage.READY)

    @Slot()
    def _look(self) -> None:
        self._session.run_task(self._keeper.ledger, self._show, self._failed)

    @Slot(object)
    def _show(self, ledger: Ledger) -> None:
        if self.dialog is None:
            self.dialog = PrivacyDialog(self._window)
            self.dialog.delete_wanted.connect(self._ask_kind)
            self.dialog.erase_wanted.connect(self._ask_all)
            self.dialog.finished.connect(self._shut)
            self.dialog.open()
        self.dialog.show_ledger(ledger, self._session.learner.id)

    @Slot()
    def _shut(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self._window.parts.page.setFocus()

    @Slot()
    def _ask_take(self) -> None:
        attempt = self._session.attempt
        if attempt is not None:
            self._doomed = attempt.take.id
            self._ask(self.tr(
                "Delete this reading with its sound, its results and all comments on it? It is deleted from the copies of the "
                "history too, and can't be brought back. Words to practise stay."
            ), self._delete)  # fmt: skip

    @Slot(object)
    def _ask_kind(self, kind: Kind) -> None:
        self._doomed = kind
        self._ask(self._question(kind), self._delete)

    def _question(self, kind: Kind) -> str:
        return {
            Kind.RESULTS: self.tr(
                "Delete all readings with their sound, their results and all comments on them? They are deleted from the copies "
                "too, and can't be brought back. Words to practise and own texts stay."
            ),
            Kind.SOUND: self.tr("Delete the sound of all readings? It can't be brought back. Their results stay."),
            Kind.COPIES: self.tr("Delete all copies of the results? The next start makes a new one. The history itself stays."),
            Kind.DAMAGED: self.tr("Delete the damaged histories? What was not recovered from them is then lost for good."),
        }[kind]

    @Slot()
    def _ask_all(self) -> None:
        self._ask(self.tr(
            "Delete everything the tutor keeps on this computer: the learner, all readings, settings and logs? The window "
            "closes. Nothing of it can be brought back. Imported models stay."
        ), self._erase)  # fmt: skip

    def _ask(self, question: str, go: Callable[[], None]) -> None:
        parent = self.dialog or self._window
        box = self.box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Delete"), question)
        box.setParent(parent, Qt.WindowType.Dialog)
        delete = box.addButton(self.tr("&Delete"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("&Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete.clicked.connect(go)
        box.finished.connect(self._answered)
        box.open()

    @Slot()
    def _answered(self) -> None:
        self.box = None

    @Slot()
    def _delete(self) -> None:
        doomed = self._doomed
        work = partial(self._keeper.delete, doomed) if isinstance(doomed, Kind) else partial(self._keeper.delete_take, doomed)
        self._session.playback.stop()
        self.task = LongTask(self.tr("Deleting…"), work, self.dialog or self._window)
        self.task.ended.connect(self._ended)
        self.task.done.connect(self._done)
        self.task.failed.connect(self._failed)
        self.task.start()

    @Slot()
    def _ended(self) -> None:
        """Cancelled, too, some of it may be gone."""
        if self._doomed not in (Kind.COPIES, Kind.DAMAGED):
            self._session.take_gone()
        if self.dialog is not None:
            self._look()

    @Slot(object)
    def _done(self, _: object) -> None:
        announce(self._window, self.tr("Deleted."), now=True)

    @Slot()
    def _erase(self) -> None:
        self.erase_wanted.emit()

    @Slot(object)
    def _failed(self, error: TutorError) -> None:
        if self.dialog is not None:
            self.dialog.show_error(error)
        else:
            self._window.show_error(error)
