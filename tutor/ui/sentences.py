"""One sentence large on the page at a time, beside the whole text. A take of a sentence belongs to the passage it is part of."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from tutor.domain.errors import TutorError
from tutor.domain.target import Target
from tutor.practice.sentences import sentence_texts
from tutor.ui.actions import Actions
from tutor.ui.flow import FlowLayout
from tutor.ui.layout import Layout
from tutor.ui.session import Session
from tutor.ui.stage import Stage

_LARGER = 1.5  # times as large as in the whole text


class Sentences(QObject):
    """Keeps the whole text while one of its sentences is on the page; goes from one to the next."""

    def __init__(self, parts: Layout, actions: Actions) -> None:
        super().__init__(parts)
        self._parts, self._actions = parts, actions
        self._session: Session | None = None
        self._whole: tuple[str, str | None] = ("", None)
        self._texts: tuple[str, ...] = ()
        self._at, self._switching = 0, False
        self.bar = _Bar(actions)
        parts.below_page.addWidget(self.bar)
        actions.sentence_mode.toggled.connect(self._switch)
        actions.next_sentence.triggered.connect(self._next)
        actions.previous_sentence.triggered.connect(self._previous)

    def begin(self, session: Session) -> None:
        """Connect to a session; before the window does, so that a sentence is painted large from the first."""
        self._session = session
        session.text_changed.connect(self._text_changed)
        session.stage_changed.connect(self._stage_changed, Qt.ConnectionType.QueuedConnection)

    @Slot(str, object)
    def _text_changed(self, text: str, passage_id: str | None) -> None:
        """What came on the page: one of the sentences, a sentence of a passage from the history, or another whole text."""
        if text != self._whole[0] and text in self._texts and passage_id == self._whole[1]:
            self._at = self._at if self._texts[self._at] == text else self._texts.index(text)
        else:
            self._whole, self._texts, self._at = (text, passage_id), (), 0
            self._look_for_whole(text, passage_id)
        self._parts.page.scale = _LARGER if self._is_part(text) else 1.0
        self._tick(self._actions.sentence_mode.isChecked() or self._is_part(text))
        self._refresh()

    def _look_for_whole(self, text: str, passage_id: str | None) -> None:
        assert self._session is not None
        desk = self._session.desk
        passage = next((each for each in desk.passages if each.id == passage_id), None)
        if passage is not None and text != passage.text and text in passage.text:
            self._whole = passage.text, passage.id
            self._session.run_task(partial(desk.make_target, *self._whole), self._whole_made, self._not_made)

    @Slot(object)
    def _whole_made(self, target: Target) -> None:
        assert self._session is not None
        if target.text == self._whole[0]:
            self._texts = sentence_texts(target)
            self._at = self._texts.index(self._session.text) if self._session.text in self._texts else 0
            self._refresh()

    @Slot(object)
    def _not_made(self, error: TutorError) -> None:
        assert self._session is not None
        self._session.failed.emit(error)

    def _is_part(self, text: str) -> bool:
        return text != self._whole[0]

    @Slot(object)
    def _stage_changed(self, _: Stage) -> None:
        """Once the target of a whole text is there, its sentences are known; before it is read it gives way to the first."""
        session = self._session
        if session is None or session.target is None:
            return
        if session.target.text == self._whole[0]:
            self._texts = sentence_texts(session.target)
            if session.attempt is not None:
                self._tick(False)
            elif session.stage is Stage.READY and self._actions.sentence_mode.isChecked():
                self._go(self._at)
        self._refresh()

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        if self._switching:
            return
        if on:
            self._go(self._at)
        elif self._session is not None and self._is_part(self._session.text):
            self._session.choose_text(*self._whole)
        self._refresh()

    @Slot()
    def _next(self) -> None:
        self._go(self._at + 1)

    @Slot()
    def _previous(self) -> None:
        self._go(self._at - 1)

    def _go(self, at: int) -> None:
        if self._session is not None and len(self._texts) > 1 and 0 <= at < len(self._texts):
            self._at = at
            self._session.choose_text(self._texts[at], self._whole[1])

    def _tick(self, on: bool) -> None:
        """The mode is what is on the page; nothing else changes."""
        self._switching = True
        self._actions.sentence_mode.setChecked(on)
        self._switching = False

    @Slot()
    def _refresh(self) -> None:
        session, made = self._session, self._actions
        free = session is not None and session.stage.is_free
        on = session is not None and self._is_part(session.text)
        made.sentence_mode.setEnabled(free)
        made.next_sentence.setEnabled(free and on and self._at + 1 < len(self._texts))
        made.previous_sentence.setEnabled(free and on and bool(self._texts) and self._at > 0)
        self.bar.show_place(self._at if on else None, len(self._texts))


class _Bar(QWidget):
    """Under the text: before, where, next; and the way into it and back."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._place = QLabel()
        self._place.setAccessibleName(self.tr("Place in the text"))
        self._place.setContentsMargins(6, 8, 6, 8)  # in line with the buttons' text
        self._buttons = [_button(actions.previous_sentence), _button(actions.next_sentence)]
        row = FlowLayout(self)
        row.setContentsMargins(4, 12, 4, 0)
        for widget in (_button(actions.sentence_mode), *self._buttons, self._place):
            row.addWidget(widget)
        self.show_place(None, 0)

    def show_place(self, at: int | None, sentences: int) -> None:
        """Which sentence of how many is on the page; None: the whole text is."""
        for widget in (self._place, *self._buttons):
            widget.setVisible(at is not None)
        self.setVisible(at is not None or sentences > 1)
        if at is not None and sentences:
            self._place.setText(self.tr("Sentence {at} of {sentences}").format(at=at + 1, sentences=sentences))


def _button(action: QAction) -> QToolButton:
    button = QToolButton(toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
