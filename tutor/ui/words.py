"""A dialog of a text's words: how each is said, which words are guessed, and how to correct them or add another way."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tutor.domain.errors import TutorError
from tutor.domain.phones import Pronunciation
from tutor.present.messages import error_message
from tutor.present.respelling import ipa, respelled
from tutor.present.words import WordSaid, word_line, words_said
from tutor.ui.rows import ROW, RowsModel, RowsView, TwoLines
from tutor.ui.sound_picker import SoundPicker
from tutor.ui.tasks import RunTask
from tutor.ui.theme import named, roomy, sized

if TYPE_CHECKING:
    from tutor.domain.target import Target
    from tutor.practice.wordbook import Wordbook

_SAID = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True, slots=True)
class Voice:
    """How to have a word said, and why that can't be."""

    say: Callable[[str], None]
    lack: TutorError | None


class WordsDialog(QDialog):
    """Every change is kept at once; `changed` follows it."""

    changed = Signal()

    def __init__(
        self, target: "Target", book: "Wordbook", run_task: RunTask, voice: Voice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._book, self._run_task, self._voice = book, run_task, voice
        self.setWindowTitle(self.tr("How the words are said"))
        self._words = RowsModel[WordSaid](_shown, _spoken)
        self.word_view = RowsView(self.tr("Words of the text, guessed ones first"), TwoLines(word_line))
        self.word_view.setModel(self._words)
        self.ways = named(QListWidget(), "ways")
        self.hear, self.right = QPushButton(self.tr("&Hear it")), QPushButton(self.tr("The &guess is right"))
        self.reset, self.another = QPushButton(self.tr("&Forget my changes")), QPushButton(self.tr("Another &way…"))
        roomy(self, 48, 34)
        columns = 6 if self.width() > 42 * self.fontMetrics().height() else 4
        self.picker, self._title, self._note = SoundPicker(columns), QLabel(), QLabel(wordWrap=True)
        self._word: WordSaid | None = None
        self._lay_out()
        self._connect()
        self.show_target(target)
        self.choose(0)

    def show_target(self, target: "Target") -> None:
        """The words of a text, or of the same text anew; the chosen word stays chosen."""
        with QSignalBlocker(self.word_view.selectionModel()):
            self._words.show_rows(words_said(target))
        if self._word is not None:
            self.choose_word(self._word.text)

    def choose_word(self, text: str) -> None:
        """Go to a word."""
        self.choose(next((at for at, word in enumerate(self._words.rows) if word.text.casefold() == text.casefold()), 0))

    def choose(self, at: int) -> None:
        """Go to a word by its place in the list."""
        with QSignalBlocker(self.word_view.selectionModel()):
            self.word_view.setCurrentIndex(self._words.index(at, 0))
        self.word_view.scrollTo(self._words.index(at, 0))
        self._show_word(self._words.rows[at])

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        self.word_view.setMinimumWidth(10 * em)
        self.ways.setAccessibleName(self.tr("Ways to say the word; the checked ones are accepted"))
        self.ways.setMinimumHeight(6 * em)
        self._title.setFont(sized(self.font(), 1.4, bold=True))
        self._note.setProperty("quiet", True)
        self.hear.setEnabled(self._voice.lack is None)
        as_written = self.tr("The model voice says the word by its letters, which may be another way.")
        self.hear.setToolTip(str(error_message(self._voice.lack)) if self._voice.lack else as_written)
        buttons, inside = QHBoxLayout(), QWidget()
        for button in (self.hear, self.right, self.another, self.reset):
            buttons.addWidget(button)
            button.setAutoDefault(False)
        self.picker.add.setAutoDefault(False)
        buttons.addStretch(1)
        column = QVBoxLayout(inside)
        for part in (self._title, self._note, self.ways):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.picker)
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        close = QPushButton(self.tr("&Close"))
        close.clicked.connect(self.accept)
        close.setAutoDefault(False)
        row, whole = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.word_view, 1)
        row.addWidget(scroll, 3)
        whole.addLayout(row, 1)
        whole.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.picker.hide()

    def _connect(self) -> None:
        self.word_view.selectionModel().currentChanged.connect(self._moved)
        self.ways.itemChanged.connect(self._checked)
        self.hear.clicked.connect(self._hear)
        self.right.clicked.connect(self._keep)
        self.reset.clicked.connect(self._forget)
        self.another.clicked.connect(self._open_picker)
        self.picker.made.connect(self._add)

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self._show_word(index.data(ROW))

    def _show_word(self, word: WordSaid) -> None:
        new = self._word is None or word.text != self._word.text
        self._word = word
        self._title.setText(word.text)
        self._note.setText(self._notes()[word.source])
        self.right.setVisible(word.source == "guessed")
        self.reset.setVisible(word.source == "own")
        if new:
            self.picker.clear()
            self.picker.hide()
            self._list(word.pronunciations)
        self._run_task(partial(self._suggest, word.text), self._suggested, self._refused)

    def _notes(self) -> dict[str, str]:
        return {
            "guessed": self.tr("This word is not in the dictionary, so its sounds are guessed from its letters. "
                               "Check the way it is said; you can check more than one."),
            "own": self.tr("You decided how this word is said. All checked ways are accepted."),
            "lexicon": self.tr("From the dictionary. All checked ways are accepted; you can add your own."),
        }  # fmt: skip

    def _suggest(self, word: str) -> tuple[str, tuple[Pronunciation, ...]]:
        return word, self._book.suggestions(word)

    @Slot(object)
    def _suggested(self, found: tuple[str, tuple[Pronunciation, ...]]) -> None:
        if self._word is not None and found[0] == self._word.text:
            self._list(found[1])

    def _list(self, ways: tuple[Pronunciation, ...]) -> None:
        """The ways that count are checked."""
        assert self._word is not None
        at = self.ways.currentRow()
        with QSignalBlocker(self.ways):
            self.ways.clear()
            for said in dict.fromkeys((*self._word.pronunciations, *ways)):
                item = QListWidgetItem(f"{respelled(said)}    {ipa(said)}", self.ways)
                item.setData(_SAID, said)
                counts = said in self._word.pronunciations
                item.setCheckState(_CHECKED if counts else _UNCHECKED)
                item.setFont(sized(self.ways.font(), 1.0, bold=counts))
            self.ways.setCurrentRow(max(at, 0))

    @Slot(QListWidgetItem)
    def _checked(self, _: QListWidgetItem) -> None:
        if checked := self._accepted():
            self._set(checked)
        else:  # a word needs a way to be said
            self._list(())

    def _accepted(self) -> tuple[Pronunciation, ...]:
        items = [self.ways.item(at) for at in range(self.ways.count())]
        return tuple(tuple(item.data(_SAID)) for item in items if item.checkState() is _CHECKED)

    @Slot()
    def _keep(self) -> None:
        self._set(self._accepted())

    @Slot()
    def _forget(self) -> None:
        self._set(())

    @Slot(object)
    def _add(self, said: Pronunciation) -> None:
        self.picker.hide()
        self._set(tuple(dict.fromkeys((*self._accepted(), said))))

    @Slot()
    def _open_picker(self) -> None:
        self.picker.setVisible(not self.picker.isVisible())
        if self.picker.isVisible():
            self.picker.typed.setFocus()

    @Slot()
    def _hear(self) -> None:
        if self._word is not None:
            self._voice.say(self._word.text)

    def _set(self, said: tuple[Pronunciation, ...]) -> None:
        if self._word is not None:
            self._run_task(partial(self._book.set_word, self._word.text, said), self._was_set, self._refused)

    @Slot(object)
    def _was_set(self, _: object) -> None:
        self.changed.emit()

    @Slot(object)
    def _refused(self, error: TutorError) -> None:
        self._note.setText(str(error_message(error)))


def _shown(word: WordSaid) -> str:
    return word.text


def _spoken(word: WordSaid) -> str:
    return f"{word.text}, {word_line(word)[1]}"
