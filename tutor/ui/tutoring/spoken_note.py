"""A note that is spoken to a whole assignment: recorded, heard, spoken anew, taken away. Held in memory until a pack is made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tutor.domain.assignment import LONGEST_NOTE_S
from tutor.domain.audio import Waveform
from tutor.domain.errors import TutorError
from tutor.domain.take import Take
from tutor.practice.ports import Clock, Draft, Player, Recorder
from tutor.ui.flow import FlowLayout
from tutor.ui.recording import Recording
from tutor.ui.tasks import RunTask
from tutor.ui.transport import Meter, clock_time


@dataclass(frozen=True, slots=True)
class NoteSound:
    """What a note is recorded and heard with. `open_draft(rate, when, keep)` gives what was said to `keep`, and
    writes it nowhere.
    """

    recorder: Recorder
    player: Player
    open_draft: Callable[[int, datetime, Callable[[Waveform], None]], Draft]


class SpokenNote(QWidget):
    """`waveform` is what was said, None while there is nothing. `changed`: that, or whether the microphone is open."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, sound: NoteSound, clock: Clock, run_task: RunTask) -> None:
        super().__init__()
        self._sound, self._run_task = sound, run_task
        self.waveform: Waveform | None = None
        self.is_busy = False  # the microphone is open, or about to be
        self.recording = Recording(sound.recorder, self._open_draft, clock, run_task, self)
        self.record, self.hear = QPushButton(), QPushButton(self.tr("▶ Hear it"))
        self.remove = QPushButton(self.tr("Take it away"))
        self.meter, self.said = Meter(), QLabel()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.record)
        self._show()

    def close_sound(self) -> None:
        """Be silent and let go of the microphone; what is being said is thrown away."""
        self._sound.player.stop()
        self.recording.close()

    def _lay_out(self) -> None:
        row, level, beside = FlowLayout(self), QWidget(), QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        level.setLayout(beside)
        beside.addWidget(self.meter)
        beside.addWidget(self.said)
        level.setFixedHeight(self.record.sizeHint().height())
        for widget in (self.record, self.hear, self.remove, level):
            row.addWidget(widget)
        for button in (self.record, self.hear, self.remove):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.record.clicked.connect(self._record)
        self.hear.clicked.connect(self._hear)
        self.remove.clicked.connect(self._remove)
        self.recording.heard.connect(self._heard)
        self.recording.kept.connect(self._kept)
        self.recording.discarded.connect(self._ended)
        self.recording.failed.connect(self.failed)

    def _open_draft(self, text: str, passage_id: str | None, rate: int, when: datetime) -> Draft:
        return self._sound.open_draft(rate, when, self._hold)

    def _hold(self, waveform: Waveform) -> None:
        """In the pool."""
        self.waveform = waveform

    @Slot()
    def _record(self) -> None:
        if self.is_busy:
            self.recording.stop()
            return
        self._sound.player.stop()
        self.is_busy = True
        self.recording.start("", None)
        self._show()

    @Slot()
    def _hear(self) -> None:
        if self.waveform is not None:
            self._run_task(partial(self._sound.player.play, self.waveform), self._sounding, self._not_done)

    @Slot(object)
    def _sounding(self, _: object) -> None:
        """It is heard."""

    @Slot(object)
    def _not_done(self, error: TutorError) -> None:
        self.failed.emit(error)

    @Slot()
    def _remove(self) -> None:
        self._sound.player.stop()
        self.waveform = None
        self._show()
        self.record.setFocus()

    @Slot(float, float)
    def _heard(self, level_db: float, seconds: float) -> None:
        self.meter.show_level(level_db)
        self.said.setText(clock_time(seconds))
        if seconds >= LONGEST_NOTE_S:
            self.recording.stop()

    @Slot(object, object)
    def _kept(self, _: Take, failure: TutorError | None) -> None:
        self._ended()
        if failure is not None:
            self.failed.emit(failure)

    @Slot()
    def _ended(self) -> None:
        self.is_busy = False
        self._show()

    def _show(self) -> None:
        there = self.waveform is not None and not self.is_busy
        again = self.tr("Speak it anew") if there else self.tr("Speak a note…")
        self.record.setText(self.tr("■ Stop") if self.is_busy else again)
        self.record.setAccessibleName(self.tr("Stop recording the note") if self.is_busy else again)
        for widget in (self.hear, self.remove):
            widget.setVisible(there)
        self.meter.setVisible(self.is_busy)
        self.said.setText(clock_time(self.waveform.seconds) if there and self.waveform is not None else "")
        self.changed.emit()
