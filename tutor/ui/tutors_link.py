"""Joins what the tutor said to the learner's result: shown with it, played, and led back to its words."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from tutor.domain.review import Comment
from tutor.ui.choice import Choice
from tutor.ui.layout import Layout
from tutor.ui.session import Session


class TutorsLink(QObject):
    """Listens to a session; makes nothing."""

    def __init__(self, session: Session, parts: Layout, choice: Choice) -> None:
        super().__init__(parts)
        self._session, self._parts, self._choice = session, parts, choice
        session.attempt_changed.connect(self._show)
        parts.feedback.from_tutor.wanted.connect(self._go)

    @Slot()
    def refresh(self) -> None:
        """The tutor was in the tutor area meanwhile."""
        self._session.tutors.refresh(self._session.attempt)

    @Slot()
    def _show(self) -> None:
        self._parts.feedback.from_tutor.show_told(self._session.tutors.told, self._session.assessment)

    @Slot(object)
    def _go(self, comment: Comment) -> None:
        """To its words, and play it when it is spoken."""
        said = self._session.assessment
        if said is not None and comment.first is not None and comment.first < len(said.words):
            self._choice.choose_word(comment.first)
        if comment.seconds is not None:
            self._session.playback.play_sound(partial(self._session.tutors.reviews.voice, comment.id))
