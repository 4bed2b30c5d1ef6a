"""Who is reading? A list of the learners, before anything of theirs is opened."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tutor.domain.errors import TutorError
from tutor.domain.learner import Learner
from tutor.practice.ports import People
from tutor.present.learners import learner_rows, shown_name
from tutor.present.messages import error_message
from tutor.ui.banner import Banner
from tutor.ui.layout import fitting
from tutor.ui.people.codes import CodeDialog
from tutor.ui.people.token import learners_view
from tutor.ui.rows import ROW
from tutor.ui.tasks import RunTask
from tutor.ui.theme import named, sized


class Chooser(QDialog):
    """`chosen` carries the learner, once their PIN was right. There is no way past it but to leave the program."""

    chosen = Signal(object)
    add_wanted = Signal()
    tutor_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, people: People, run_task: RunTask, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who is reading?"))
        self._people, self._run_task = people, run_task
        self.banner = Banner()
        self.view, self._rows = learners_view(self.tr("Who is reading?"))
        self.go = named(QPushButton(self.tr("&Read"), default=True), "primary")
        self.add = QPushButton(self.tr("&New learner…"), autoDefault=False)
        self.tutor = QPushButton(self.tr("&Tutor area…"), autoDefault=False)
        self.leave = QPushButton(self.tr("&Quit"), autoDefault=False)
        self._asking: CodeDialog | None = None
        self._lay_out()
        self.go.clicked.connect(self._take)
        self.view.doubleClicked.connect(self._take)
        self.add.clicked.connect(self.add_wanted)
        self.tutor.clicked.connect(self.tutor_wanted)
        self.leave.clicked.connect(self.leave_wanted)

    def show_learners(self, learners: Sequence[Learner], last: str | None) -> None:
        """List them; the cursor is on who read last, who is known by this id."""
        with QSignalBlocker(self.view.selectionModel()):
            self._rows.show_rows(learner_rows(learners))
            ids = [each.id for each in learners]
            self.view.setCurrentIndex(self._rows.index(ids.index(last) if last in ids else 0, 0))
        self.go.setEnabled(bool(learners))
        self.view.setFocus()

    @Slot(object)
    def show_error(self, error: TutorError) -> None:
        """Above the list."""
        self.banner.say(error_message(error))

    def reject(self) -> None:
        """Esc leads nowhere: behind this is nobody's window."""

    def _lay_out(self) -> None:
        column, buttons, em = QVBoxLayout(self), QHBoxLayout(), self.fontMetrics().height()
        heading = named(QLabel(self.tr("Who is reading?"), wordWrap=True), "heading")
        heading.setFont(sized(self.font(), 1.5, bold=True))
        for button in (self.leave, self.tutor, self.add):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        for widget in (self.banner, heading, self.view):
            column.addWidget(widget, 1 if widget is self.view else 0)
        column.addLayout(buttons)
        self.resize(fitting(QSize(32 * em, 30 * em)))

    @Slot()
    def _take(self) -> None:
        at = self.view.currentIndex()
        if not at.isValid():
            return
        learner: Learner = at.data(ROW).learner
        if not learner.has_pin:
            self.chosen.emit(learner)
            return
        title = self.tr("PIN of {name}").format(name=shown_name(learner))
        self._asking = CodeDialog(title, partial(self._people.check_pin, learner.id), self._run_task, self, pad=True)
        self._asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._asking.accepted.connect(self._opened)
        self._asking.open()

    @Slot()
    def _opened(self) -> None:
        self.chosen.emit(self.view.currentIndex().data(ROW).learner)
