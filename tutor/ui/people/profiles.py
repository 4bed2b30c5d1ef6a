"""What can be done with learners' profiles, by themselves or by their tutor: asks in dialogs, and has `ports.People` do it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from tutor.domain.errors import TutorError
from tutor.domain.learner import Learner, keeps_less
from tutor.practice.ports import Passcode, People
from tutor.present.learners import shown_name
from tutor.ui.people.codes import CodeDialog, NewCodeDialog
from tutor.ui.people.profile import ProfileDialog
from tutor.ui.tasks import RunTask


class Profiles(QObject):
    """`changed` carries a learner as they are now, `added` a new one, `remove_wanted` one who is to be deleted, for sure.

    Only who knows who is reading can delete a learner: their stores must be closed first.
    """

    changed = Signal(object)
    added = Signal(object)
    remove_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, people: People, passcode: Passcode, run_task: RunTask, parent: QWidget) -> None:
        super().__init__(parent)
        self._people, self._passcode, self._run_task, self._parent = people, passcode, run_task, parent
        self._learner = Learner()
        self.dialog: QDialog | None = None

    dialog: QDialog | None  # the one that is open

    @Slot()
    def add(self) -> None:
        """Ask who the new learner is."""
        self._edit(Learner())

    def edit(self, learner: Learner) -> None:
        """Show a profile, to be changed."""
        self._edit(learner)

    def keep(self, learner: Learner) -> None:
        """As they are now; one without an id is new."""
        if learner.id:
            self._run_task(partial(self._change, learner), self._changed, self._failed)
        else:
            self._run_task(partial(self._people.add, learner), self._added, self._failed)

    def change_pin(self, learner: Learner) -> None:
        """Choose a PIN; who has one types that first."""
        self._learner = learner
        if not self._passcode.is_set():
            self._explain(self.tr(
                "A PIN needs a tutor's passcode first, so that somebody can help when it is forgotten. "
                "Choose one in the tutor area."
            ))  # fmt: skip
        elif learner.has_pin:
            check = partial(self._people.check_pin, learner.id)
            self._open(CodeDialog(self.tr("The PIN until now"), check, self._run_task, self._parent, pad=True), self._choose_pin)
        else:
            self._choose_pin()

    def drop_pin(self, learner: Learner) -> None:
        """From now on anybody can open what is theirs: for a tutor."""
        self._keep_pin(learner, None)

    def remove(self, learner: Learner) -> None:
        """Ask whether it is meant."""
        said = self.tr("Delete {name} with all recordings, results and settings? Nothing of it can be brought back.")
        self._learner = learner
        self._ask_to_delete(self.tr("Delete a learner"), said.format(name=shown_name(learner)), self._remove)

    def _ask_to_delete(self, title: str, said: str, go: Callable[[], None]) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, title, said)
        box.setParent(self._parent, Qt.WindowType.Dialog)
        delete = box.addButton(self.tr("&Delete"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("&Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        delete.clicked.connect(go)
        self._open(box, None)

    def _edit(self, learner: Learner) -> None:
        self._learner, dialog = learner, ProfileDialog(learner, self._parent)
        dialog.pin_wanted.connect(self._pin_of_shown)
        dialog.delete_wanted.connect(self._remove_shown)
        self._open(dialog, self._keep)

    def _open(self, dialog: QDialog, then: object) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if callable(then):
            dialog.accepted.connect(then)
        dialog.open()

    def _explain(self, words: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, self.tr("PIN"), words)
        box.setParent(self._parent, Qt.WindowType.Dialog)
        self._open(box, None)

    @Slot()
    def _pin_of_shown(self) -> None:
        assert self.dialog is not None
        self.dialog.reject()
        self.change_pin(self._learner)

    @Slot()
    def _remove_shown(self) -> None:
        assert self.dialog is not None
        self.dialog.reject()
        self.remove(self._learner)

    @Slot()
    def _keep(self) -> None:
        """Ask first when what was read so far would be deleted by it."""
        assert isinstance(self.dialog, ProfileDialog)
        before, self._learner = self._learner, self.dialog.learner
        if not before.id or not keeps_less(self._learner, before):
            self.keep(self._learner)
            return
        self._ask_to_delete(self.tr("Delete recordings"), self.tr(
            "Recordings or readings made so far that the profile doesn't keep any more are deleted, and can't be brought back."
        ), self._keep_asked)  # fmt: skip

    @Slot()
    def _keep_asked(self) -> None:
        self.keep(self._learner)

    def _change(self, learner: Learner) -> Learner:
        """In the pool."""
        self._people.change(learner)
        return learner

    @Slot()
    def _choose_pin(self) -> None:
        about = self.tr("{name} will be asked for it. If it is forgotten, a tutor can take it away in the tutor area.")
        dialog = NewCodeDialog(self.tr("New PIN"), about.format(name=shown_name(self._learner)), self._parent, pin=True)
        self._open(dialog, self._keep_new_pin)

    @Slot()
    def _keep_new_pin(self) -> None:
        assert isinstance(self.dialog, NewCodeDialog)
        self._keep_pin(self._learner, self.dialog.code)

    def _keep_pin(self, learner: Learner, pin: str | None) -> None:
        self._run_task(partial(self._set_pin, learner.id, pin), self._changed, self._failed)

    def _set_pin(self, learner_id: str, pin: str | None) -> Learner:
        """In the pool."""
        self._people.set_pin(learner_id, pin)
        return next(each for each in self._people.learners() if each.id == learner_id)

    @Slot()
    def _remove(self) -> None:
        self.remove_wanted.emit(self._learner)

    @Slot(object)
    def _changed(self, learner: Learner) -> None:
        self.changed.emit(learner)

    @Slot(object)
    def _added(self, learner: Learner) -> None:
        self.added.emit(learner)

    @Slot(object)
    def _failed(self, error: TutorError) -> None:
        self.failed.emit(error)
