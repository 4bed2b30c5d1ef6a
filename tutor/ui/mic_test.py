"""A sample from the microphone: recorded, measured, played back. Draws nothing; goes to no history."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from tutor.domain.audio import Waveform
from tutor.domain.errors import TutorError
from tutor.domain.microphone import MicrophoneCheck
from tutor.domain.take import Take
from tutor.practice.ports import Clock, Draft, Player, Recorder
from tutor.ui.recording import Recording
from tutor.ui.tasks import RunTask

LONGEST_S = 8.0
QUIET_S = 1.5  # behind the voice: the sample is whole


class MicTest(QObject):
    """Idle or recording (`recording` tells how that goes); then `checked` carries a `MicrophoneCheck`."""

    devices_listed = Signal(object, object)  # names of microphones, names of loudspeakers
    checked = Signal(object)
    stopped = Signal()  # without a result
    failed = Signal(object)

    def __init__(self, recorder: Recorder, player: Player, clock: Clock, run_task: RunTask, parent: QObject) -> None:
        super().__init__(parent)
        self._recorder, self.player, self._clock, self._run_task = recorder, player, clock, run_task
        self.recording = Recording(recorder, self._open_draft, clock, run_task, self)
        self.sample: Waveform | None = None
        self.recording.heard.connect(self._heard)
        self.recording.kept.connect(self._kept)
        self.recording.discarded.connect(self.stopped)
        self.recording.failed.connect(self.failed)

    sample: Waveform | None  # the newest, whole

    @Slot()
    def list_devices(self) -> None:
        """Look which there are now; `devices_listed` follows."""
        self._run_task(self._devices, self._listed, self._not_done)

    def start(self) -> None:
        """Record a sample."""
        self.player.stop()
        self.recording.start("", None, QUIET_S)

    def play(self) -> None:
        """Let the sample be heard."""
        if self.sample is not None:
            self._run_task(partial(self.player.play, self.sample), self._playing, self._not_done)

    def leave(self) -> None:
        """Be silent and forget what is being recorded."""
        self.player.stop()
        self.recording.discard()

    def _open_draft(self, text: str, passage_id: str | None, rate: int, when: datetime) -> Draft:
        from tutor.practice.microphone import SampleDraft  # its libraries are heavy, and the window paints before them

        self._sample_draft = SampleDraft(rate, when)
        return self._sample_draft

    def _devices(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self._recorder.devices(), self.player.devices()

    def _check(self, take: Take) -> tuple[Waveform, MicrophoneCheck]:
        from tutor.practice.microphone import check_microphone

        sample = self._sample_draft.waveform
        return sample, check_microphone(sample, take.device, self._clock.now())

    @Slot(object)
    def _listed(self, found: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        self.devices_listed.emit(*found)

    @Slot(float, float)
    def _heard(self, level_db: float, seconds: float) -> None:
        if seconds >= LONGEST_S:
            self.recording.stop()

    @Slot(object, object)
    def _kept(self, take: Take, failure: TutorError | None) -> None:
        if failure is not None:
            self.failed.emit(failure)
        else:
            self._run_task(partial(self._check, take), self._checked, self._not_done)

    @Slot(object)
    def _checked(self, found: tuple[Waveform, MicrophoneCheck]) -> None:
        self.sample, check = found
        self.checked.emit(check)

    @Slot(object)
    def _playing(self, _: object) -> None:
        """Nothing follows: a sample is short."""

    @Slot(object)
    def _not_done(self, error: TutorError) -> None:
        self.failed.emit(error)
