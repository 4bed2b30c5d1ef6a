"""Putting a pack together: a title, texts, a date, a note, pronunciations, how strictly is marked; for the class or for each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from PySide6.QtCore import QDate, QSettings, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tutor.domain.assignment import AssignedText, Assignment
from tutor.domain.audio import Waveform
from tutor.domain.errors import TutorError
from tutor.domain.library import title_of
from tutor.domain.phones import Pronunciation
from tutor.domain.strictness import Setting, Strictness
from tutor.domain.target import Passage
from tutor.practice.ports import ClassPacks
from tutor.ui.actions import unsigned
from tutor.ui.layout import fitting, scrolling
from tutor.ui.tutoring.spoken_note import NoteSound, SpokenNote

_NAME = "tutor/name"
_WEEK = 7
_Widget = TypeVar("_Widget", bound=QWidget)
Words = tuple[tuple[str, tuple[Pronunciation, ...]], ...]


@dataclass(frozen=True, slots=True)
class TextSources:
    """The passages that ship, and what reads a text file or a file of pronunciations; both raise `TextError`."""

    passages: Sequence[Passage]
    read_text: Callable[[Path], str]
    read_words: Callable[[Path], Words]


@dataclass(frozen=True, slots=True)
class PacksDesk:
    """What packs are made and merged with: the door to them, the texts there are, and what a note is spoken with."""

    packs: ClassPacks
    sources: TextSources
    sound: Callable[[], NoteSound]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made. `each`: a pack for each learner; else one for the class, with its `strictness` where one was chosen.
    `note` is what the tutor said to it.
    """

    assignment: Assignment
    each: bool
    strictness: Setting | None
    note: Waveform | None


class PackMaker(QDialog):
    """`ordered` carries the `Order` once it is whole. Whoever makes it closes the dialog: until there is a place for it, nothing
    that was typed or said is lost.
    """

    ordered = Signal(object)
    failed = Signal(object)

    def __init__(self, sources: TextSources, settings: QSettings, spoken: SpokenNote, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Make a pack"))
        self._sources, self._settings = sources, settings
        self._words: Words = ()
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.name = self._field(self.tr("&Title"), QLineEdit(maxLength=100))
        self.tutor = self._field(self.tr("&Your name"), QLineEdit(str(settings.value(_NAME, "")), maxLength=60))
        self.texts = self._field(self.tr("Te&xts"), QListWidget())
        self.add = QPushButton(self.tr("&Add text files…"))
        self._form.addRow("", self.add)
        self.has_due, self.due = QCheckBox(self.tr("To read &until")), QDateEdit(QDate.currentDate().addDays(_WEEK))
        self.due.setCalendarPopup(True)
        for part in (self.due, self.due.lineEdit()):
            part.setAccessibleName(self.tr("The last day"))
        self._form.addRow(self.has_due, self.due)
        self.note = self._field(self.tr("&Note"), QPlainTextEdit())
        self.spoken = self._field(self.tr("Note by &voice"), spoken)
        self.words = self._field(self.tr("&Pronunciations"), QPushButton(self.tr("From a file…")))
        self.whole = QRadioButton(self.tr("&One file for the class"))
        self.each = QRadioButton(self.tr("&Each learner: own file, with your comments"))
        self._form.addRow(self.tr("For"), self.whole)
        self._form.addRow("", self.each)
        self.accuracy, self.pauses = (
            self._steps(said) for said in (self.tr("&Sounds and words are marked"), self.tr("Pauses are &marked"))
        )
        self.make = QPushButton(self.tr("&Save…"))
        self._fill()
        self._lay_out()
        self._connect()
        self._enable()

    def _field(self, label: str, widget: _Widget) -> _Widget:
        widget.setAccessibleName(unsigned(label))
        self._form.addRow(label, widget)
        return widget

    def _steps(self, label: str) -> QComboBox:
        box = self._field(label, QComboBox())
        for step, said in (
            (None, self.tr("as they are now")), (Strictness.LENIENT, self.tr("leniently")),
            (Strictness.STANDARD, self.tr("as usual")), (Strictness.STRICT, self.tr("strictly")),
        ):  # fmt: skip
            box.addItem(said, step)
        box.view().setAccessibleName(unsigned(label))
        return box

    def _fill(self) -> None:
        for passage in self._sources.passages:
            text = AssignedText(passage.title, passage.text, passage.id)
            self._add_text(f"{passage.title} ({passage.level})", text, chosen=False)
        self.texts.setCurrentRow(0)
        self.note.setTabChangesFocus(True)
        self.whole.setChecked(True)
        self.has_due.setChecked(True)

    def _add_text(self, said: str, text: AssignedText, *, chosen: bool) -> None:
        item = QListWidgetItem(said, self.texts)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        item.setData(Qt.ItemDataRole.UserRole, text)

    def _lay_out(self) -> None:
        em, inside, column = self.fontMetrics().height(), QWidget(), QVBoxLayout(self)
        inside.setLayout(self._form)
        self.texts.setMinimumHeight(9 * em)
        self.note.setFixedHeight(4 * em)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.make, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(scrolling(inside), 1)
        column.addWidget(buttons)
        self.resize(fitting(QSize(40 * em, 40 * em)))

    def _connect(self) -> None:
        self.name.textChanged.connect(self._enable)
        self.tutor.textChanged.connect(self._enable)
        self.texts.itemChanged.connect(self._enable)
        self.has_due.toggled.connect(self._enable)
        self.each.toggled.connect(self._enable)
        self.add.clicked.connect(self._add_files)
        self.words.clicked.connect(self._choose_words)
        self.make.clicked.connect(self._order)
        self.spoken.changed.connect(self._enable)
        self.spoken.failed.connect(self.failed)

    def done(self, result: int) -> None:
        """Closed, however: the microphone is let go of."""
        self.spoken.close_sound()
        super().done(result)

    @property
    def chosen(self) -> tuple[AssignedText, ...]:
        """The texts with a tick."""
        items = [self.texts.item(row) for row in range(self.texts.count())]
        return tuple(each.data(Qt.ItemDataRole.UserRole) for each in items if each.checkState() is Qt.CheckState.Checked)

    @Slot()
    def _enable(self, *_: object) -> None:
        self.due.setEnabled(self.has_due.isChecked())
        said = bool(self.name.text().strip() and self.tutor.text().strip() and self.chosen)
        self.make.setEnabled(said and not self.spoken.is_busy)
        for box in (self.accuracy, self.pauses):  # each learner's own comes with their pack
            box.setEnabled(not self.each.isChecked())

    @Slot()
    def _add_files(self) -> None:
        kinds = self.tr("Text (*.txt *.md);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add text files"), "", kinds)
        for path in map(Path, names):
            try:
                text = self._sources.read_text(path)
            except TutorError as error:
                self.failed.emit(error)
            else:
                title = title_of(text) or path.stem
                self._add_text(title, AssignedText(title, text), chosen=True)

    @Slot()
    def _choose_words(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("A file of pronunciations"), "", self.tr("Text (*.txt *.dict)"))
        if not name:
            return
        try:
            self._words = self._sources.read_words(Path(name))
        except TutorError as error:
            self.failed.emit(error)
        else:
            self.words.setText(self.tr("{count} words from {name}").format(count=len(self._words), name=Path(name).name))

    @Slot()
    def _order(self) -> None:
        sender, now = self.tutor.text().strip(), datetime.now(UTC)
        self._settings.setValue(_NAME, sender)
        due = date.fromisoformat(self.due.date().toString(Qt.DateFormat.ISODate)) if self.has_due.isChecked() else None
        note = self.note.toPlainText().strip()
        made = Assignment(uuid4().hex, self.name.text().strip(), self.chosen, sender, now, due, note, self._words)
        each = self.each.isChecked()
        self.ordered.emit(Order(made, each, None if each else self._setting(sender, now), self.spoken.waveform))

    def _setting(self, sender: str, now: datetime) -> Setting | None:
        steps = self.accuracy.currentData(), self.pauses.currentData()
        if steps == (None, None):
            return None
        accuracy, pauses = (step or Strictness.STANDARD for step in steps)
        return Setting(uuid4().hex, sender, now, accuracy, pauses)
