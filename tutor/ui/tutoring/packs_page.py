"""Class packs in the tutor area: made for the class or for each learner; what learners gave back is merged and told of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from tutor.domain.errors import Cancelled, TutorError
from tutor.domain.learner import Learner
from tutor.domain.opened import PACK
from tutor.domain.returns import Pupil
from tutor.practice.ports import Progress
from tutor.present.classroom import PupilRow, pupil_rows, returned_words
from tutor.present.messages import error_message
from tutor.present.packs import receipt_lines
from tutor.ui.flow import FlowLayout
from tutor.ui.layout import scrolling
from tutor.ui.long_task import LongTask
from tutor.ui.rows import RowsModel, RowsView, TwoLines
from tutor.ui.theme import named, sized
from tutor.ui.tutoring.pack_maker import Order, PackMaker
from tutor.ui.tutoring.page import TutorDesk, TutorPage
from tutor.ui.tutoring.spoken_note import SpokenNote


@dataclass(frozen=True, slots=True)
class _Merging:
    """What became of files: lines to show, and those that came from computers nobody knew."""

    lines: tuple[str, ...]
    strange: tuple[Path, ...]


class PacksPage(TutorPage):
    """About all learners."""

    def __init__(self, desk: TutorDesk) -> None:
        super().__init__(desk)
        self.title = self.tr("Packs")
        self._packs = desk.packs.packs
        self._job: LongTask | None = None
        self._strange: tuple[Path, ...] = ()
        self.dialog: PackMaker | None = None
        self.number, self.said = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.make, self.merge = QPushButton(self.tr("&Make a pack…")), QPushButton(self.tr("Mer&ge what learners gave back…"))
        self.allow = QPushButton(self.tr("Merge those from &other computers too"))
        self.told = QPlainTextEdit(readOnly=True)
        self.told.setAccessibleName(self.tr("What became of the files"))
        self.told.setTabChangesFocus(True)
        self._rows = RowsModel[PupilRow](_title, _spoken)
        self.view = RowsView(self.tr("Who gave back"), TwoLines(_lines), fitted=True)
        self.view.setModel(self._rows)
        self._lay_out()
        self.make.clicked.connect(self._ask)
        self.merge.clicked.connect(self._choose_folder)
        self.allow.clicked.connect(self._allow)

    dialog: PackMaker | None  # while a pack is being put together

    def show_learner(self, learner: Learner | None) -> None:
        """The page is about all of them: list anew who gave back."""
        self._list()

    def leave(self) -> None:
        """Stop what runs."""
        if self._job is not None:
            self._job.close()
        if self.dialog is not None:
            self.dialog.reject()

    def _lay_out(self) -> None:
        inside, buttons = QWidget(), QWidget()
        row, column, whole = FlowLayout(buttons), QVBoxLayout(inside), QVBoxLayout(self)
        for button in (self.make, self.merge, self.allow):
            button.setAutoDefault(False)
            row.addWidget(button)
        about = self.tr(
            "A pack is one file with texts to read, for a stick or a shared folder. Learners open it, read, and give a file "
            "back. Nothing goes over the internet."
        )
        head = named(QLabel(self.tr("Class packs")), "heading")
        head.setFont(sized(self.font(), 1.4, bold=True))
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.setSpacing(12)
        column.setContentsMargins(20, 16, 20, 16)
        caption = named(QLabel(self.tr("Who gave back")), "caption")
        for widget in (head, QLabel(about, wordWrap=True), self.number, buttons, self.told, caption, self.said, self.view):
            column.addWidget(widget)
        column.addStretch(1)
        for hidden in (self.allow, self.told):
            hidden.hide()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def _run(self, said: str, work: object, done: object) -> None:
        self._job = job = LongTask(said, work, self)  # type: ignore[arg-type]
        job.done.connect(done)
        job.failed.connect(self.failed)
        job.start()

    # Who gave back

    def _list(self) -> None:
        self.desk.run_task(partial(self._packs.pupils, _nobody_waits), self._listed, self._not_done)
        self.desk.run_task(self._packs.number, self._numbered, self._not_done)

    @Slot(object)
    def _listed(self, pupils: Sequence[Pupil]) -> None:
        self._rows.show_rows(pupil_rows(pupils))
        self.said.setText(returned_words(pupils))
        self.view.setVisible(bool(pupils))
        self.view.fit()

    @Slot(object)
    def _numbered(self, number: str) -> None:
        said = self.tr("The number of your key is {number}. Tell it your learners: their computer asks for it once.")
        self.number.setText(said.format(number=number))

    @Slot(object)
    def _not_done(self, error: TutorError) -> None:
        self.failed.emit(error)

    # Making

    @Slot()
    def _ask(self) -> None:
        spoken = SpokenNote(self.desk.packs.sound(), self.desk.clock, self.desk.run_task)
        self.dialog = PackMaker(self.desk.packs.sources, self.desk.settings, spoken, self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.ordered.connect(self._make)
        self.dialog.failed.connect(self.failed)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    @Slot()
    def _closed(self) -> None:
        self.dialog = None

    @Slot(object)
    def _make(self, order: Order) -> None:
        assert self.dialog is not None
        if order.each:
            folder = QFileDialog.getExistingDirectory(self.dialog, self.tr("A folder for the packs"))
            if folder:
                self.dialog.accept()
                each = partial(self._packs.make_each, Path(folder), order.assignment, note=order.note)
                self._run(self.tr("Making packs…"), each, self._made)
        else:
            name, _ = QFileDialog.getSaveFileName(
                self.dialog, self.tr("Save the pack"), f"{order.assignment.title}{PACK}", self.tr("Class packs (*.tutorpack)")
            )
            path = Path(name if name.endswith(PACK) else f"{name}{PACK}")
            if name:
                self.dialog.accept()
                work = partial(self._packs.make, path, order.assignment, strictness=order.strictness, note=order.note)
                self._run(self.tr("Making packs…"), work, self._made)

    @Slot(object)
    def _made(self, made: Sequence[Path] | None) -> None:
        single, several = self.tr("The pack was written."), self.tr("{count} packs were written, one for each learner.")
        self._tell([several.format(count=len(made)) if made is not None else single])
        self._list()

    # Merging

    @Slot()
    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("The folder with what learners gave back"))
        if folder:
            self._run(self.tr("Merging…"), partial(self._merge_folder, Path(folder)), self._merged)

    def merge_file(self, path: Path) -> None:
        """What one learner gave back."""
        self._run(self.tr("Merging…"), partial(self._merge_all, (path,), False), self._merged)

    @Slot()
    def _allow(self) -> None:
        self._run(self.tr("Merging…"), partial(self._merge_all, self._strange, True), self._merged)

    def _merge_folder(self, folder: Path, progress: Progress) -> _Merging:
        return self._merge_all(self._packs.returns_in(folder), False, progress)

    def _merge_all(self, paths: Sequence[Path], any_computer: bool, progress: Progress) -> _Merging:
        """In a thread of its own. A file that can't be merged keeps no other from it; stopped, what was merged stays."""
        lines, strange = list[str](), list[Path]()
        for at, path in enumerate(paths):
            told = partial(_part, progress, at, len(paths))
            try:
                lines += receipt_lines(self._packs.receive(path, told, any_computer=any_computer))
            except Cancelled:
                raise
            except TutorError as error:
                strange += [path] if error.code == "other_computer" else []
                said = str(error_message(error))
                lines.append(said if path.name in said else f"{path.name}: {said}")
        return _Merging(tuple(lines), tuple(strange))

    @Slot(object)
    def _merged(self, merging: _Merging) -> None:
        self._strange = merging.strange
        self.allow.setVisible(bool(merging.strange))
        self._tell(merging.lines or [self.tr("There is nothing in that folder that learners gave back (*.tutorreturn).")])
        self.learners_changed.emit()
        self._list()

    def _tell(self, lines: Sequence[str]) -> None:
        self.told.setPlainText("\n".join(lines))
        self.told.show()
        high = min(max(len(lines), 2), 9) + 1
        self.told.setFixedHeight(high * self.fontMetrics().lineSpacing() + 12)
        self.told.setFocus()


def _part(progress: Progress, at: int, count: int, share: float, stage: str) -> None:
    progress((at + share) / count, stage)


def _nobody_waits(share: float, stage: str) -> None:
    """A list of thirty takes a moment."""


def _title(row: PupilRow) -> str:
    return row.title


def _spoken(row: PupilRow) -> str:
    return row.spoken


def _lines(row: PupilRow) -> tuple[str, str]:
    return row.title, row.below
