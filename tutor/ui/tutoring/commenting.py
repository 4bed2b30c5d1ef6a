"""Comments at the chosen words: written, spoken, heard again, taken back."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from tutor.domain.review import Comment
from tutor.ui.tutoring.answering import Answering
from tutor.ui.tutoring.bench import Bench
from tutor.ui.tutoring.review_actions import keyed
from tutor.ui.tutoring.review_listen import ReviewListen
from tutor.ui.tutoring.spoken import Spoken


class Commenting(QObject):
    """A comment is about the selected words, else the chosen one; about the whole take while a score is chosen."""

    said = Signal(str)  # what is going on

    def __init__(self, bench: Bench, spoken: Spoken, answering: Answering, listen: ReviewListen) -> None:
        super().__init__(bench.parts)
        self._session, self._parts = bench.session, bench.parts
        self._choice, self._actions = bench.choice, bench.actions
        self._spoken, self._answering, self._listen = spoken, answering, listen
        parts, choice, actions = bench.parts, bench.choice, bench.actions
        for action, slot in (
            (actions.comment, self._write), (actions.speak, self.speak_or_stop), (actions.withdraw, self._withdraw),
            (actions.hear_comment, self._hear_current),
        ):  # fmt: skip
            action.triggered.connect(slot)
        parts.comments.written.connect(self._written)
        parts.comments.chosen.connect(self._hear)
        parts.comments.wanted.connect(self._show_words)
        parts.page.selectionChanged.connect(self.show_span)
        choice.chosen.connect(self.show_span)
        spoken.began.connect(self._began)
        spoken.heard.connect(self._heard)
        spoken.kept.connect(self._kept)

    def refresh(self) -> None:
        """List the comments of the take as they are now."""
        take = self._session.take
        if take is not None:
            self._parts.comments.show_comments(self._session.comments, self._texts())
            self.show_span()

    @Slot()
    def show_span(self) -> None:
        """What a comment would be about."""
        self._parts.comments.show_span(self._words(), self._texts())

    def _texts(self) -> list[str]:
        return [word.text for word in self._session.take.plain.words] if self._session.take is not None else []

    def _words(self) -> tuple[int, int] | None:
        word = self._choice.word
        if word is None or self._answering.aspect is not None:
            return None
        return self._parts.page.selected_words() or (word, word)

    @Slot()
    def _write(self) -> None:
        self.show_span()
        self._parts.show_comments(writing=True)

    @Slot(str)
    def _written(self, text: str) -> None:
        self._session.comment(self._words(), text)
        self._parts.page.setFocus()

    @Slot()
    def speak_or_stop(self) -> None:
        """Open the microphone, or keep what was said into it."""
        if self._session.take is None:
            return
        if self._spoken.is_busy:
            self._spoken.stop()
            return
        self._listen.playback.stop()
        self._listen.playback.locked = True  # the microphone would hear it
        self._parts.show_comments(writing=False)
        self._name_speak(self.tr("Stop"))
        self._spoken.start(self._words())

    @Slot()
    def _began(self) -> None:
        self.said.emit(self.tr("Recording your comment. The same key stops, Esc throws it away."))

    @Slot(object)
    def _heard(self, heard: tuple[float, float] | None) -> None:
        self._parts.comments.show_recording(heard)
        if heard is None:
            self._name_speak(self.tr("Speak"))
            self._listen.playback.locked = False

    @Slot()
    def _kept(self) -> None:
        self._session.refresh()

    def _name_speak(self, name: str) -> None:
        self._actions.speak.setIconText(keyed(self._actions.speak, name))

    @Slot()
    def _withdraw(self) -> None:
        if (comment := self._parts.comments.current) is not None:
            self._session.withdraw(comment)

    @Slot()
    def _hear_current(self) -> None:
        if (comment := self._parts.comments.current) is not None:
            self._hear(comment)

    @Slot(object)
    def _hear(self, comment: Comment) -> None:
        if comment.seconds is not None:
            self._listen.playback.play_sound(partial(self._session.study.reviews.voice, comment.id))

    @Slot(object)
    def _show_words(self, comment: Comment) -> None:
        if comment.first is not None and comment.first < len(self._texts()):
            self._choice.choose_word(comment.first)
