"""The way into the tutor area: its passcode, chosen the first time and asked for ever after."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from tutor.domain.errors import PackError, TutorError
from tutor.ui.people.codes import CodeDialog, NewCodeDialog
from tutor.ui.tutoring.page import TutorDesk

if TYPE_CHECKING:
    from tutor.ui.tutoring.area import TutorArea  # its pages draw curves, whose library is heavy: the window paints before that


class TutorEntry(QObject):
    """`closed` follows when the area is left. One at a time."""

    closed = Signal()
    failed = Signal(object)

    def __init__(self, desk: TutorDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._returned: Path | None = None
        self.dialog: QDialog | None = None
        self.area: TutorArea | None = None

    dialog: QDialog | None  # what asks for the passcode
    area: "TutorArea | None"  # while it is open

    @Slot()
    def open(self) -> None:
        """Ask for the passcode, then show the area."""
        if self._desk.passcode.is_set():
            title, check = self.tr("The tutor's passcode"), self._desk.passcode.check
            self._ask(CodeDialog(title, check, self._desk.run_task, self._parent, pad=False), self._enter)
            return
        about = self.tr(
            "The tutor area shows what every learner here has read. Choose a passcode that only tutors know. "
            "If it is forgotten, whoever looks after this computer can let you choose another: nothing of the learners is lost."
        )
        self._ask(NewCodeDialog(self.tr("Passcode of the tutor area"), about, self._parent, pin=False), self._keep)

    def open_return(self, path: Path) -> None:
        """Ask for the passcode, then merge what a learner gave back; where no tutor works nobody is asked."""
        if self.area is not None:
            self.area.merge(path)
        elif self._desk.passcode.is_set():
            self._returned = path
            self.open()
        else:
            self.failed.emit(PackError("return_without_tutor", name=path.name))

    def _ask(self, dialog: CodeDialog | NewCodeDialog, then: object) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(then)
        dialog.rejected.connect(self._turned_away)
        dialog.open()

    @Slot()
    def _keep(self) -> None:
        assert isinstance(self.dialog, NewCodeDialog)
        self._desk.run_task(partial(self._desk.passcode.set, self.dialog.code), self._kept, self._not_kept)

    @Slot(object)
    def _kept(self, _: object) -> None:
        self._enter()

    @Slot(object)
    def _not_kept(self, error: TutorError) -> None:
        self.failed.emit(error)

    @Slot()
    def _turned_away(self) -> None:
        self._returned = None

    @Slot()
    def _enter(self) -> None:
        from tutor.ui.tutoring.area import TutorArea

        self.area = TutorArea(self._desk, self._parent)
        self.area.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.area.finished.connect(self._left)
        self.area.open()
        if self._returned is not None:
            self.area.merge(self._returned)
            self._returned = None

    @Slot()
    def _left(self) -> None:
        self.area = None
        self.closed.emit()
