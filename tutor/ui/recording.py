"""One recording from the key press to the kept take, and its level and time while it runs. Draws nothing."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tutor.domain.errors import AudioError, TutorError
from tutor.domain.take import Take
from tutor.practice.ending import WatchedDraft
from tutor.practice.ports import Clock, Draft, Recorder
from tutor.ui.tasks import RunTask

_log = logging.getLogger(__name__)
_TICK_MS = 33


OpenDraft = Callable[[str, str | None, int, datetime], Draft]  # as `History.open_draft`


class Recording(QObject):
    """Idle, opening (no samples yet) or running. `kept` carries the take and why it broke off by itself, or None.

    `device` is the microphone wanted, None the system's own; `fell_back` says that it is not there and the system's own is used.
    """

    began = Signal()
    heard = Signal(float, float)  # level in dB of full scale, seconds so far
    kept = Signal(object, object)
    discarded = Signal()
    failed = Signal(object)
    fell_back = Signal(object)

    def __init__(self, recorder: Recorder, open_draft: OpenDraft, clock: Clock, run_task: RunTask, parent: QObject) -> None:
        super().__init__(parent)
        self._recorder, self._open_draft, self._clock, self._run_task = recorder, open_draft, clock, run_task
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.device: str | None = None
        self._draft: WatchedDraft | None = None
        self._quiet_s: float | None = None
        self._missed: AudioError | None = None
        self._began_at: float | None = None
        self._unwanted = False
        self._failure: Exception | None = None

    @property
    def is_running(self) -> bool:
        """Whether samples arrive."""
        return self._began_at is not None and self._timer.isActive()

    def start(self, text: str, passage_id: str | None, quiet_s: float | None = None) -> None:
        """Open the microphone; `began` follows when it is heard. Ends by itself after `quiet_s` behind the reader's voice."""
        self._began_at, self._unwanted, self._failure = None, False, None
        self._draft, self._quiet_s, self._missed = None, quiet_s, None
        self._run_task(partial(self._open, text, passage_id), self._opened, self._not_opened)

    @Slot()
    def stop(self) -> None:
        """Keep what was said; of a key pressed twice by accident there is nothing to keep."""
        if self._is_nothing():
            self.discard()
            return
        if not self._timer.isActive():
            return  # it is being put away already
        self._timer.stop()
        self._failure = self._recorder.failure
        self._run_task(self._recorder.stop, self._ended, self._not_kept)

    @Slot()
    def discard(self) -> None:
        """Throw it away."""
        if not self._timer.isActive():
            self._unwanted = True  # still opening
            return
        self._timer.stop()
        self._run_task(self._recorder.cancel, self._thrown_away, self._not_kept)

    def close(self) -> None:
        """Keep what is being recorded, at once: the program ends."""
        self._unwanted = True
        if self._timer.isActive():
            self._timer.stop()
            try:
                self._recorder.stop()
            except TutorError:
                _log.exception("the last recording stays a draft, to be recovered at the next start")

    def _open(self, text: str, passage_id: str | None) -> bool:
        """In the pool; whether the microphone is still wanted and open."""
        from tutor.acoustics.watch import SpeechWatch  # its libraries are heavy, and the window paints before them

        device, rate = self._find()
        draft = WatchedDraft(self._open_draft(text, passage_id, rate, self._clock.now()), SpeechWatch(rate))
        try:
            self._recorder.start(draft, device)
        except TutorError:
            draft.discard()
            raise
        self._draft = draft
        wanted = not self._unwanted  # read once: the person may press Esc any moment
        if not wanted:
            self._recorder.cancel()
        return wanted

    def _find(self) -> tuple[str | None, int]:
        """The microphone that is wanted, or the system's own when it is gone; with its rate."""
        try:
            return self.device, self._recorder.rate(self.device)
        except AudioError as error:
            if self.device is None or error.code != "microphone_gone":
                raise
        self._missed = AudioError("microphone_missed", device=self.device)
        return None, self._recorder.rate(None)

    @Slot(object)
    def _opened(self, is_open: bool) -> None:
        if not is_open:
            self.discarded.emit()
            return
        self._timer.start()
        if self._missed is not None:
            self.fell_back.emit(self._missed)
        if self._unwanted:
            self.discard()

    @Slot()
    def _tick(self) -> None:
        level = self._recorder.level_db
        if self._began_at is None and self._draft is not None and self._draft.watch.seconds > 0:  # silent samples are samples too
            self._began_at = self._clock.monotonic()
            self.began.emit()
        if self._began_at is not None:
            self.heard.emit(level, self._clock.monotonic() - self._began_at)
        if self._recorder.failure is not None:
            self._broke_off(self._recorder.failure)
        elif self._draft is not None and self._draft.has_ended(self._quiet_s):
            self.stop()

    def _broke_off(self, why: Exception) -> None:
        if self._is_nothing():
            self.discard()
            self.failed.emit(why)
        else:
            self.stop()

    def _is_nothing(self) -> bool:
        return self._began_at is None or (self._draft is not None and self._draft.is_tap)

    @Slot(object)
    def _ended(self, take: Take) -> None:
        self._draft = None
        self.kept.emit(take, self._failure)

    @Slot(object)
    def _thrown_away(self, _: object) -> None:
        self._draft = None
        self.discarded.emit()

    @Slot(object)
    def _not_opened(self, error: TutorError) -> None:
        self.discarded.emit()
        if not self._unwanted:
            self.failed.emit(error)

    @Slot(object)
    def _not_kept(self, error: TutorError) -> None:
        self.discarded.emit()
        self.failed.emit(error)
