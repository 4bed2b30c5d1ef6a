"""Own texts in the window: written, opened, dropped, found, changed and taken away again; and the words they are made of."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QMainWindow, QToolButton, QWidget

from tutor.domain.errors import TutorError
from tutor.domain.library import OwnText
from tutor.domain.opened import PACK
from tutor.domain.target import Target
from tutor.present.messages import Message
from tutor.present.texts import guessed_line
from tutor.ui.actions import Actions
from tutor.ui.choice import Choice
from tutor.ui.layout import Layout
from tutor.ui.own_text import OwnTextDialog
from tutor.ui.session import Desk, Session
from tutor.ui.theme import named
from tutor.ui.words import Voice, WordsDialog


class Texts(QObject):
    """Nothing of it works before `begin`. `pack_wanted` carries a class pack's path that came where texts come."""

    pack_wanted = Signal(object)

    def __init__(self, window: QMainWindow, parts: Layout, choice: Choice, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._parts, self._choice, self._actions = window, parts, choice, actions
        self._side = parts.side
        self._session: Session | None = None
        self._removed: OwnText | None = None
        self._free = False
        self._undo, self._again = QAction(self.tr("&Put it back"), self), QAction(self.tr("Assess &again"), self)
        self.guessed = _Guessed(actions.words)
        parts.above_page.addWidget(self.guessed)
        self._connect()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def begin(self, session: Session) -> None:
        """Connect to a session and list the texts."""
        self._session, self._desk, self._run_task = session, session.desk, session.run_task
        session.target_changed.connect(self._show_guessed)
        session.text_changed.connect(self._text_changed)
        self._list()

    def title_of(self, text: str) -> str | None:
        """The title of an own text that reads exactly so."""
        return next((own.title for own in self._side.own_texts if own.text == text), None)

    def _connect(self) -> None:
        made = self._actions
        for action, slot in (
            (made.own_text, self._write), (made.open_text, self._open), (made.edit_text, self._edit),
            (made.remove_text, self._remove), (made.words, self._words), (self._undo, self._put_back),
            (self._again, self._assess_again),
        ):  # fmt: skip
            action.triggered.connect(slot)
        made.find_text.triggered.connect(self._side.go_to_filter)
        self._side.own_wanted.connect(self._read)
        self._side.passage_view.selectionModel().selectionChanged.connect(self._enable)
        self._side.passage_view.addActions([made.edit_text, made.remove_text])
        self._side.passage_view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._enable()

    def enable(self, *, free: bool) -> None:
        """What may be done while nothing is being recorded (`free`), or is."""
        made = self._actions
        self._free = free and self._session is not None
        for action in (made.own_text, made.open_text, made.words):
            action.setEnabled(self._free)
        made.find_text.setEnabled(free)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        for action in (self._actions.edit_text, self._actions.remove_text):
            action.setEnabled(self._free and self._side.chosen_own is not None)

    def _list(self) -> None:
        self._run_task(self._desk.library.texts, self._listed, self._report)

    @Slot(object)
    def _listed(self, texts: Sequence[OwnText]) -> None:
        assert self._session is not None
        self._side.show_own(texts)
        self._show_title()
        self._enable()

    @Slot(object)
    def _read(self, own: OwnText) -> None:
        if self._session is not None and (self._session.text != own.text or self._session.attempt is not None):
            self._session.choose_text(own.text)

    @Slot()
    def _text_changed(self) -> None:
        assert self._session is not None
        self.guessed.show_line("")
        self._show_title()
        self._enable()

    def _show_title(self) -> None:
        assert self._session is not None
        title = self.title_of(self._session.text) if self._session.passage_id is None else None
        if title is not None:
            self._parts.show_title(title, self.tr("My text"))

    @Slot(object)
    def _show_guessed(self, target: Target) -> None:
        self.guessed.show_line(guessed_line(target))

    # Writing

    @Slot()
    def _write(self) -> None:
        self._ask(OwnText(None, "", ""))

    @Slot()
    def _edit(self) -> None:
        if (own := self._side.chosen_own) is not None:
            self._ask(own)

    def _ask(self, own: OwnText) -> None:
        if self._session is not None:
            dialog = OwnTextDialog(own, self._desk.make_target, self._run_task, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.kept.connect(self._keep)
            dialog.open()

    @Slot(object)
    def _keep(self, own: OwnText) -> None:
        self._run_task(partial(self._desk.library.keep_text, own), self._kept, self._report)

    @Slot(object)
    def _kept(self, own: OwnText) -> None:
        self._list()
        if self._session is not None:
            self._session.choose_text(own.text)

    @Slot()
    def _remove(self) -> None:
        self._removed = self._side.chosen_own
        if self._removed is not None and self._removed.id is not None:
            self._run_task(partial(self._desk.library.remove_text, self._removed.id), self._was_removed, self._report)

    @Slot(object)
    def _was_removed(self, _: object) -> None:
        assert self._removed is not None
        self._list()
        said = self.tr("“{title}” was taken off your texts.").format(title=self._removed.title)
        self._parts.banner.say(Message(said, self.tr("Your readings of it are still in your history.")), self._undo)

    @Slot()
    def _put_back(self) -> None:
        if self._removed is not None:
            own, self._removed = self._removed, None
            self._keep(OwnText(None, own.title, own.text, own.tags))

    # Files

    @Slot()
    def _open(self) -> None:
        kinds = self.tr("Text (*.txt *.md);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a text"), "", kinds)
        if name and self._session is not None:
            self._read_file(Path(name))

    def _read_file(self, path: Path) -> None:
        if path.suffix.lower() == PACK:
            self.pack_wanted.emit(path)
            return
        self._run_task(partial(_from_file, self._desk, path), self._was_read, self._report)

    @Slot(object)
    def _was_read(self, own: OwnText) -> None:
        self._ask(own)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A file that is dragged onto the window."""
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
            if files and self._session is not None and self._free:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self._read_file(Path(files[0]))
                return True
        return super().eventFilter(watched, event)

    # Words

    @Slot()
    def _words(self) -> None:
        if self._session is None or self._session.target is None:
            return
        voice = Voice(self._say, self._desk.voice.lack)
        dialog = WordsDialog(self._session.target, self._desk.wordbook, self._run_task, voice, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self._words_changed)
        self._session.target_changed.connect(dialog.show_target)
        if self._session.attempt is not None and self._choice.word is not None:
            dialog.choose_word(self._session.target.words[self._choice.word].text)
        dialog.open()

    @Slot()
    def _words_changed(self) -> None:
        """What was assessed stays as it was said, unless the person wants it assessed by the new sounds."""
        assert self._session is not None
        self._session.words_changed()
        if self._session.attempt is not None and self._session.attempt.assessment is not None:
            said = Message(self.tr("This result goes by the sounds expected before."), self.tr("Assess it again to go by yours."))
            self._parts.banner.say(said, self._again)

    @Slot()
    def _assess_again(self) -> None:
        if self._session is not None:
            self._session.assess_again()

    def _say(self, text: str) -> None:
        assert self._session is not None
        self._session.playback.play_sound(partial(self._desk.voice.render, text))

    @Slot(object)
    def _report(self, error: TutorError) -> None:
        assert self._session is not None
        self._session.failed.emit(error)


class _Guessed(QWidget):
    """“2 words are guessed”, and the way to check them."""

    def __init__(self, words: QAction) -> None:
        super().__init__()
        self._line, self._button = QLabel(wordWrap=True), QToolButton()
        self._line.setProperty("quiet", True)
        self._button.setDefaultAction(words)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 8)
        row.addWidget(self._line, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        named(self, "guessed")
        self.hide()

    def show_line(self, line: str) -> None:
        """Show it, or nothing."""
        self._line.setText(line)
        self._button.setAccessibleDescription(line)
        self.setVisible(bool(line))

    @property
    def text(self) -> str:
        """What it says."""
        return self._line.text()


def _from_file(desk: Desk, path: Path) -> OwnText:
    """In the pool; raises `TextError`, also for a text that is too long or has nothing to read."""
    text = desk.read_text(path)
    desk.make_target(text, None)
    return OwnText(None, path.stem, text)
