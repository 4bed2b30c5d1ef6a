"""What the person is doing: which text, which take, and what may happen next. Holds no widget and judges nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tutor.domain.assessment import Assessment
from tutor.domain.audio import Waveform
from tutor.domain.cards import Card
from tutor.domain.errors import Cancelled, TutorError
from tutor.domain.learner import Learner
from tutor.domain.take import DRILL, Attempt, Take
from tutor.domain.target import Passage, Target
from tutor.practice.ending import AS_SUITS, quiet_to_stop
from tutor.practice.listening import Piece
from tutor.practice.ports import Clock, Deck, History, Library, ModelVoice, Player, Recorder, Reviews, Tallies
from tutor.ui.acceptances import Acceptances
from tutor.ui.assess_worker import MODEL_TICKET, AssessThread, Judge, LoadAssessor
from tutor.ui.drill import Drill, DrillDesk
from tutor.ui.mic_test import MicTest
from tutor.ui.overheard import Overheard
from tutor.ui.playback import Playback
from tutor.ui.recording import Recording
from tutor.ui.stage import Stage
from tutor.ui.tasks import RunTask
from tutor.ui.tutors_word import Told, TutorsWord

if TYPE_CHECKING:
    from tutor.practice.wordbook import Wordbook  # which brings the lexicon: the window paints before that
    from tutor.reading.pairs import Pairs


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything outside the window, ready to use. `make_target(text, passage_id)` and `read_audio` raise TutorErrors."""

    recorder: Recorder
    player: Player
    history: History
    clock: Clock
    passages: tuple[Passage, ...]
    read_audio: Callable[[Path], Waveform]
    make_target: Callable[[str, str | None], Target]
    library: Library
    wordbook: "Wordbook"
    read_text: Callable[[Path], str]
    voice: ModelVoice
    deck: Deck
    pairs: "Callable[[], Pairs]"
    export_deck: Callable[[Path, Sequence[Card]], int]
    tallies: Tallies
    reviews: Reviews
    learner: Learner = field(default_factory=Learner)  # whose all of it is


class Session(QObject):
    """The one place that changes what is shown; widgets listen and ask."""

    stage_changed = Signal(object)
    text_changed = Signal(str, object)  # text, passage id or None
    target_changed = Signal(object)  # Target of the text on the page
    attempt_changed = Signal(object)  # Attempt or None
    attempts_listed = Signal(object)
    progress = Signal(float, str)
    failed = Signal(object)
    placed = Signal(int)  # the word being read, while recording
    marked = Signal(object)  # what can be said so far of each word (WordScore or None), while recording
    judged = Signal(int, object)  # as `AssessThread.judged`
    written = Signal(object)  # lines of the explanation of the take that is shown, while it is being written

    def __init__(self, desk: Desk, assessor: AssessThread, run_task: RunTask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self._assessor, self.run_task = desk, assessor, run_task
        self.recording = Recording(desk.recorder, Overheard(desk.history, assessor).open_draft, desk.clock, run_task, self)
        self.acceptances = Acceptances(desk.library, run_task, self)
        self.tutors = TutorsWord(desk.reviews, run_task, self)
        self.playback = Playback(desk.player, desk.history, run_task, self)
        self.microphone = MicTest(desk.recorder, desk.player, desk.clock, run_task, self)
        self.learner = desk.learner
        self.stage, self.text, self.passage_id = Stage.NO_TEXT, "", None
        self.target: Target | None = None
        self.attempt: Attempt | None = None  # as it is shown: with what the learner accepts
        self._stored: Attempt | None = None
        self._ticket: int | None = None
        self._wanted_take: str | None = None
        self.broke_off: TutorError | None = None
        self.ends_by_itself = AS_SUITS
        self.follows = self.marks = True
        self._listen()
        made = DrillDesk(desk.deck, desk.clock, desk.pairs, desk.make_target, run_task, desk.export_deck)
        self.drill = Drill(made, self)

    learner: Learner  # as they are now: a profile may be changed
    text: str
    passage_id: str | None
    broke_off: TutorError | None  # why the recording of the take that is shown ended too early
    follows: bool  # whether the reader is to be shown where they are
    marks: bool  # whether sentences are to be marked while the reader goes on
    ends_by_itself: str  # one of `practice.ending.CHOICES`

    @property
    def assessment(self) -> Assessment | None:
        """Of the take that is shown; None without one."""
        return None if self.attempt is None else self.attempt.assessment

    @property
    def is_idle(self) -> bool:
        """Whether nothing is recorded, put away or assessed, also of takes that are no longer shown."""
        return self.stage in (Stage.NO_TEXT, Stage.READY) and not self._assessor.is_busy

    def start(self) -> None:
        """Save what a killed process left, and list the takes."""
        self.acceptances.load()
        self.tutors.load()
        self.run_task(self._recover, self._recovered, self._report)

    def choose_text(self, text: str, passage_id: str | None = None) -> None:
        """Put a text on the page; what was on it is left as it is."""
        self._leave()
        self.text, self.passage_id, self.target = text, passage_id, None
        self.text_changed.emit(text, passage_id)
        self._show(None, Stage.NO_TEXT)
        self.run_task(partial(self.desk.make_target, text, passage_id), self._target_made, self._report)

    def choose_take(self, take_id: str) -> None:
        """Show an earlier take again."""
        self._leave()
        self._wanted_take = take_id
        self.run_task(partial(self._fetch, take_id), self._fetched, self._report)

    def take_gone(self) -> None:
        """Takes were deleted, perhaps the one that is shown: its text is on the page again."""
        self._list()
        self.choose_text(self.text, self.passage_id)

    def words_changed(self) -> None:
        """A word is said another way now: what is expected of the text on the page is made anew, also under a result."""
        if self.target is not None:
            self.run_task(partial(self.desk.make_target, self.text, self.passage_id), self._target_made_anew, self._report)

    def record(self) -> None:
        """Start recording the text on the page."""
        if self.target is None or not self.stage.is_free:
            return
        self._leave()
        self._show(None, Stage.OPENING)
        self._assessor.expect(self.target if self.follows or self.marks_live else None, marks=self.marks_live)
        self.recording.start(self.text, self.passage_id, self.quiet_to_stop)

    def stop(self) -> None:
        """End the recording and have it assessed."""
        opening = self.stage is Stage.OPENING
        if opening or self.stage is Stage.RECORDING:
            if not opening:
                self._go(Stage.KEEPING)
            self.recording.stop()

    @property
    def marks_live(self) -> bool:
        """Whether sentences are marked while the text on the page is read: of one alone the result comes as soon."""
        return self.marks and self.passage_id != DRILL and self.target is not None and len(self.target.sentences) > 1

    @property
    def quiet_to_stop(self) -> float | None:
        """Seconds of quiet that end a recording of the text on the page; None: it ends by the key alone."""
        return quiet_to_stop(self.ends_by_itself, len(self.target.sentences)) if self.target is not None else None

    def discard(self) -> None:
        """Throw the recording away, or stop assessing."""
        if self.stage.records:
            self.recording.discard()
        elif self.stage is Stage.ASSESSING and self._ticket is not None:
            self._assessor.cancel(self._ticket)

    def open_file(self, path: Path) -> None:
        """Keep and assess a recording of the text on the page that lies in a file."""
        if self.target is None or not self.stage.is_free:
            return
        self._leave()
        self._go(Stage.KEEPING)
        self.run_task(partial(self._keep_file, path, self.text, self.passage_id), self._kept_file, self._not_kept)

    def assess_again(self) -> None:
        """Assess the take that is shown once more."""
        if self.attempt is not None and self.stage is Stage.READY:
            self._assess(self.attempt.take)

    def change_assessor(self, load: LoadAssessor) -> None:
        """What is assessed from now on is assessed by another one."""
        self._assessor.change(load)

    def judge(self, work: Judge) -> int:
        """Have other work done with the model, off this thread; `judged` carries the ticket and the result."""
        return self._assessor.judge(work)

    def stop_judging(self, ticket: int) -> None:
        """Nobody waits for that other work any more; `judged` follows all the same."""
        self._assessor.cancel(ticket)

    def play(self, piece: Piece | None = None) -> None:
        """Play the take that is shown, or a piece of it."""
        if self.attempt is not None and self.stage.is_free:
            self.playback.play(self.attempt.take.id, piece)

    def play_or_stop(self) -> None:
        """Play the take that is shown, or be silent."""
        if self.playback.playing:
            self.playback.stop()
        else:
            self.play()

    def close(self) -> None:
        """Be silent and keep what is being recorded."""
        self.playback.stop()
        self.recording.close()
        self.microphone.recording.close()

    def _listen(self) -> None:
        self.recording.began.connect(self._began)
        self.recording.kept.connect(self._kept)
        self.recording.discarded.connect(self._ready)
        self.recording.failed.connect(self._report)
        self.recording.fell_back.connect(self._report)
        self.playback.failed.connect(self._report)
        for decided in (self.acceptances, self.tutors):
            decided.changed.connect(self._apply_anew)
            decided.failed.connect(self._report)
        self._assessor.progress.connect(self._progressed)
        self._assessor.assessed.connect(self._assessed)
        self._assessor.judged.connect(self.judged)
        self._assessor.written.connect(self._written)
        self._assessor.failed.connect(self._not_assessed)
        self._assessor.placed.connect(self.placed)
        self._assessor.marked.connect(self.marked)

    def _leave(self) -> None:
        """Let go of what is shown; an assessment under way goes on and is saved, but not shown."""
        self.playback.stop()
        self._ticket = self._wanted_take = self.broke_off = None

    def _go(self, stage: Stage) -> None:
        self.stage = stage
        self.playback.locked = stage.records
        self.stage_changed.emit(stage)

    def _show(self, attempt: Attempt | None, stage: Stage) -> None:
        self._stored = attempt
        self.tutors.leave(attempt.take.id if attempt is not None else "")
        if attempt is not None:
            self.playback.prepare(attempt.take.id)
        self._apply()
        self._go(stage)

    @Slot()
    def _apply_anew(self) -> None:
        if self._stored is not None:
            self._apply()
            self._go(self.stage)

    def _apply(self) -> None:
        self.attempt = self.acceptances.applied(self._stored, self.target, self.tutors.told.tutored)
        self.attempt_changed.emit(self.attempt)

    def _assess(self, take: Take) -> None:
        assert self.target is not None
        self._ticket = self._assessor.submit(take.id, self.target)
        self._show(Attempt(take, None), Stage.ASSESSING)

    def _list(self) -> None:
        self.run_task(partial(self.desk.history.attempts, drills=False), self._listed, self._report)

    def _recover(self) -> tuple[Take, ...]:
        return self.desk.history.recover()

    def _fetch(self, take_id: str) -> tuple[Attempt, Target, Told]:
        attempt = self.desk.history.attempt(take_id)
        return attempt, self.desk.make_target(attempt.take.text, attempt.take.passage_id), self.tutors.read(attempt)

    def _keep_file(self, path: Path, text: str, passage_id: str | None) -> Take:
        waveform = self.desk.read_audio(path)
        return self.desk.history.keep(waveform, text, passage_id, self.desk.clock.now(), path.name)

    @Slot(object)
    def _report(self, error: TutorError) -> None:
        self.failed.emit(error)

    @Slot(object)
    def _target_made(self, target: Target) -> None:
        if target.text == self.text and self.stage is Stage.NO_TEXT:
            self.target = target
            self.target_changed.emit(target)
            self._ready()

    @Slot(object)
    def _target_made_anew(self, target: Target) -> None:
        if self.target is not None and target.text == self.text and len(target.words) == len(self.target.words):
            self.target = target
            self.target_changed.emit(target)

    @Slot(object)
    def _fetched(self, found: tuple[Attempt, Target, Told]) -> None:
        attempt, target, told = found
        if attempt.take.id != self._wanted_take:
            return
        self.text, self.passage_id, self.target = target.text, attempt.take.passage_id, target
        self.text_changed.emit(self.text, self.passage_id)
        self.target_changed.emit(target)
        self.tutors.show(told)
        self._show(attempt, Stage.READY)

    @Slot(object)
    def _recovered(self, takes: tuple[Take, ...]) -> None:
        self._list()
        if takes:
            self.choose_take(takes[0].id)

    @Slot(object)
    def _listed(self, attempts: object) -> None:
        self.attempts_listed.emit(attempts)

    @Slot()
    def _began(self) -> None:
        self._go(Stage.RECORDING)

    @Slot()
    def _ready(self) -> None:
        self._go(Stage.READY if self.target is not None else Stage.NO_TEXT)

    @Slot(object, object)
    def _kept(self, take: Take, failure: Exception | None) -> None:
        self.broke_off = failure if isinstance(failure, TutorError) else None
        self._list()
        self._assess(take)
        if self.broke_off is not None:
            self.failed.emit(self.broke_off)

    @Slot(object)
    def _kept_file(self, take: Take) -> None:
        self._kept(take, None)

    @Slot(object)
    def _not_kept(self, error: TutorError) -> None:
        self._ready()
        self.failed.emit(error)

    @Slot(int, float, str)
    def _progressed(self, ticket: int, share: float, stage: str) -> None:
        if ticket == self._ticket:
            self.progress.emit(share, stage)

    @Slot(int, object)
    def _written(self, ticket: int, lines: object) -> None:
        if ticket == self._ticket:
            self.written.emit(lines)

    @Slot(int, object)
    def _assessed(self, ticket: int, attempt: Attempt) -> None:
        self._list()
        if ticket == self._ticket:
            self._ticket = None
            self._show(attempt, Stage.READY)

    @Slot(int, object)
    def _not_assessed(self, ticket: int, error: TutorError) -> None:
        if ticket not in (self._ticket, MODEL_TICKET):
            return  # the person went on; that take stays in the list, not yet assessed
        if ticket == self._ticket:
            self._ticket = None
            self._ready()
        if not isinstance(error, Cancelled):
            self.failed.emit(error)
