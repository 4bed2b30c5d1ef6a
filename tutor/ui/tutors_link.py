"""Joins what the tutor said to the learner's result: shown with it, played, and led back to its words."""

from functools import partial

from PySide6.QtCore import QObject, QSettings, Slot

from tutor.domain.review import Comment
from tutor.present.heat import TUTOR
from tutor.present.messages import Message
from tutor.ui.choice import Choice
from tutor.ui.layout import Layout
from tutor.ui.session import Session
from tutor.ui.tutors_word import SaidOf

_SEEN = "tutor/seen"  # of the settings: until when each learner knows what was said


class TutorsLink(QObject):
    """Listens to a session; makes nothing."""

    def __init__(self, session: Session, parts: Layout, choice: Choice, settings: QSettings) -> None:
        super().__init__(parts)
        self._session, self._parts, self._choice, self._settings = session, parts, choice, settings
        session.tutors.listed.connect(self._tell)
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
    def _tell(self, said: SaidOf) -> None:
        """Which takes a tutor said something about; in the banner, when it is news to the learner."""
        self._parts.side.show_said(said.takes)
        last = "" if said.last is None else said.last.isoformat()
        key = f"{_SEEN}-{self._session.learner.id}"
        if last > str(self._settings.value(key, "") or ""):
            self._settings.setValue(key, last)
            news = self.tr("Your tutor said something about your takes.")
            self._parts.banner.say(Message(news, self.tr("Look for {sign} in My takes.").format(sign=TUTOR)))

    @Slot(object)
    def _go(self, comment: Comment) -> None:
        """To its words, and play it when it is spoken."""
        said = self._session.assessment
        if said is not None and comment.first is not None and comment.first < len(said.words):
            self._choice.choose_word(comment.first)
        if comment.seconds is not None:
            self._session.playback.play_sound(partial(self._session.tutors.reviews.voice, comment.id))
