"""A comment that is spoken: recorded as takes are, on disk from its first block on, so that a kill loses nothing."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from tutor.domain.errors import TutorError
from tutor.domain.review import Comment
from tutor.domain.take import Take
from tutor.practice.ports import Clock, Draft
from tutor.ui.recording import Recording
from tutor.ui.tutoring.review_session import ReviewSession


class Spoken(QObject):
    """Idle or recording. `kept` follows when a comment is in the store, `heard` carries level and seconds, None at the end."""

    began = Signal()
    heard = Signal(object)
    kept = Signal()
    failed = Signal(object)

    def __init__(self, session: ReviewSession, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._comment: Comment | None = None
        self.recording = Recording(session.study.recorder, self._open_draft, clock, session.run_task, self)
        self.recording.began.connect(self.began)
        self.recording.heard.connect(self._heard)
        self.recording.kept.connect(self._kept)
        self.recording.discarded.connect(self._gone)
        self.recording.failed.connect(self.failed)

    _comment: Comment | None  # while one is being spoken

    @property
    def is_busy(self) -> bool:
        """Whether the microphone is open, or about to be."""
        return self._comment is not None

    def start(self, words: tuple[int, int] | None) -> None:
        """Record about these words, or about the whole take."""
        self._comment = self._session.voice_comment(words)
        self.recording.start("", None)

    def stop(self) -> None:
        """Keep what was said."""
        self.recording.stop()

    def discard(self) -> None:
        """Throw it away."""
        self.recording.discard()

    def _open_draft(self, text: str, passage_id: str | None, rate: int, when: datetime) -> Draft:
        assert self._comment is not None
        return self._session.study.reviews.open_voice(self._comment, rate)

    @Slot(float, float)
    def _heard(self, level_db: float, seconds: float) -> None:
        self.heard.emit((level_db, seconds))

    @Slot(object, object)
    def _kept(self, take: Take, failure: TutorError | None) -> None:
        self._gone()
        self.kept.emit()
        if failure is not None:
            self.failed.emit(failure)

    @Slot()
    def _gone(self) -> None:
        self._comment = None
        self.heard.emit(None)
