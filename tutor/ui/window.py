"""The main window: joins the session to the parts of the page. Decides nothing about a score; words come from `present`."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow

from tutor.domain.assessment import Verdict
from tutor.domain.errors import TutorError
from tutor.domain.take import DRILL, Attempt
from tutor.domain.target import Passage
from tutor.present.messages import Message, error_message, problem_message, verdict_message
from tutor.ui.about import AboutMenu
from tutor.ui.accepting import Accepting
from tutor.ui.actions import key_of, make_actions, native, refresh_icons
from tutor.ui.allowed import allow
from tutor.ui.announce import announce
from tutor.ui.choice import Choice
from tutor.ui.drilling import Drilling
from tutor.ui.engine import EngineChoice
from tutor.ui.history.door import HistoryDoor
from tutor.ui.keys import Keys
from tutor.ui.keys_dialog import KeysDialog
from tutor.ui.language import LanguageMenu
from tutor.ui.layout import Layout, titled
from tutor.ui.listen import Listen
from tutor.ui.people.settings import last_settings
from tutor.ui.place import Place
from tutor.ui.reading_view import ReadingView
from tutor.ui.sentences import Sentences
from tutor.ui.session import Session
from tutor.ui.side import Side
from tutor.ui.so_far import SoFar
from tutor.ui.sound import SoundSetup
from tutor.ui.stage import Stage
from tutor.ui.texts import Texts
from tutor.ui.transport import Transport
from tutor.ui.tutors_link import TutorsLink

_ABOUT_MICROPHONES = ("microphone_busy", "microphone_gone", "microphone_missed", "microphone_lost")
_SOUND_FILES = "*.wav *.flac *.ogg *.mp3 *.aiff *.aif *.opus"


class MainWindow(QMainWindow):
    """Shows passages at once; `begin` brings it to life. `painted` is told once, the first time it can be seen."""

    painted = Signal()

    def __init__(self, passages: Sequence[Passage], settings: QSettings) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Read-aloud tutor"))
        self._passages, self._settings = tuple(passages), settings
        self.actions_ = make_actions(self)
        made = self.actions_
        self.side = Side(passages, made.own_text)
        self.transport = Transport(made.record, made.cancel, (made.discard, made.play, made.open_file, made.assess_again))
        self.parts = Layout(self.side, self.transport)
        self.setCentralWidget(self.parts)
        own = last_settings(settings)
        self.reading = ReadingView(own, self.parts)
        self.parts.legend.remember(own)
        self.choice = Choice(self.parts, self)
        self.sound = SoundSetup(settings, self)
        self.texts = Texts(self, self.parts, self.choice, made)
        self.accepting = Accepting(self, self.parts, self.choice, made)
        self.listen = Listen(self, self.parts, self.choice)
        self.sentences = Sentences(self.parts, made)
        self.drilling = Drilling(self)
        self.engine = EngineChoice(settings, made.engine, made.second, self)
        self.engine.failed.connect(self.show_error)
        self.history = HistoryDoor(self)
        self.language = LanguageMenu(self, settings, self.parts.banner)
        AboutMenu(self)
        self.keys = Keys(self, own)
        self.keys.changed.connect(self._keys_changed)
        self._session: Session | None = None
        self._was_painted = False
        self._connect_actions()
        self._connect_parts()
        self._restore()
        self.parts.arrange(self.width())
        self.parts.show_panels(False)
        self._enable(Stage.NO_TEXT)
        self._set_tab_order()
        if passages:
            first = self.sound.first_passage(passages)
            self._put_on_page(first.text, first.id)

    def follow(self, settings: QSettings) -> None:
        """Look and obey as the learner likes it whose settings these are."""
        self.reading.follow(settings)
        self.parts.legend.remember(settings)
        self.keys.follow(settings)

    def begin(self, session: Session) -> None:
        """Connect to a session, and put the first passage on the page."""
        self._session = session
        self.place = Place(session, self.reading, self.parts)
        self.so_far = SoFar(session, self.reading, self.parts)
        self.sentences.begin(session)
        session.stage_changed.connect(self._stage_changed)
        session.text_changed.connect(self._put_on_page)
        session.attempt_changed.connect(self._show_attempt)
        session.attempts_listed.connect(self.side.show_takes)
        self.parts.compare.begin(session)
        self.listen.begin(session)
        self.parts.explaining.begin(session)
        session.progress.connect(self._progressed)
        session.failed.connect(self.show_error)
        session.recording.heard.connect(self.transport.show_heard)
        session.playback.started.connect(self._playing)
        self.choice.hear.connect(session.play)
        session.playback.moved.connect(self._played)
        session.playback.ended.connect(self._silent)
        self.texts.begin(session)
        self.accepting.begin(session)
        self.tutors = TutorsLink(session, self.parts, self.choice, self._settings)
        self.drilling.begin(session)
        self.history.begin(session)
        session.start()
        self.sound.begin(session)
        if self._passages:
            first = self.sound.first_passage(self._passages)
            session.choose_text(first.text, first.id)
        self.parts.page.setFocus()

    @Slot(object)
    def show_error(self, error: TutorError) -> None:
        """One place for everything that goes wrong."""
        attempt = self._session.attempt if self._session else None
        stage = self._session.stage if self._session else Stage.NO_TEXT
        offer = self.actions_.sound if error.code in _ABOUT_MICROPHONES and stage is Stage.READY else None
        if attempt is not None and attempt.assessment is None and stage is Stage.READY:
            offer = self.actions_.assess_again
        self.parts.banner.say(error_message(error), offer)

    def _connect_actions(self) -> None:
        made = self.actions_
        for action, slot in (
            (made.record, self.record_or_stop), (made.discard, self._discard), (made.cancel, self._discard),
            (made.open_file, self._open_file), (made.play, self._play), (made.assess_again, self._assess_again),
            (made.next_mark, self._next_mark), (made.previous_mark, self._previous_mark),
            (made.larger, self.reading.larger), (made.smaller, self.reading.smaller), (made.reading, self.reading.choose),
            (made.compare, self.parts.show_compare), (made.keys, self._choose_keys),
            (made.sound, self.sound.open_dialog), (made.side, self._toggle_side), (made.leave, self.close),
        ):  # fmt: skip
            action.triggered.connect(slot)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.parts.page)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.record_or_stop)

    def _connect_parts(self) -> None:
        self.sound.closed.connect(self.parts.page.setFocus)
        self.side.passage_wanted.connect(self._read_passage)
        self.side.take_wanted.connect(self._read_take)
        self.choice.chosen.connect(self.parts.reveal_word)
        self.parts.compare.word_wanted.connect(self.choice.choose_word)
        self.reading.repainted.connect(self._repaint)

    def _set_tab_order(self) -> None:
        order = [self.parts.page, *self.parts.legend.boxes.values(), self.parts.strip.view, *self.listen.bar.buttons,
                 *self.transport.buttons, self.parts.panels.tabBar(),
                 self.parts.feedback.score_view, self.parts.feedback.line_view, self.parts.feedback.accents, self.parts.heat,
                 self.parts.compare.choice, self.parts.compare.aspect_view, self.parts.compare.word_view,
                 self.side.tabs.tabBar(), self.side.filter, self.side.passage_view,
                 self.side.own_text_button, self.side.take_view, self.history.button]  # fmt: skip
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _enable(self, stage: Stage) -> None:
        session = self._session
        attempt, playing = (session.attempt, session.playback.playing) if session else (None, False)
        allow(self.actions_, stage, attempt, self.choice, playing=playing)
        self.texts.enable(free=stage.is_free)
        self.side.setEnabled(not stage.takes_in)
        self.drilling.enable(stage)

    @Slot(object)
    def _stage_changed(self, stage: Stage) -> None:
        if stage is Stage.OPENING:
            self.parts.page.setFocus()  # the list it may be in is shut while recording
        self._enable(stage)
        self.transport.show_recording(stage is Stage.RECORDING)
        self.transport.show_progress(0.0 if stage is Stage.ASSESSING else None)
        self._say(self._words_of(stage), now=stage is Stage.RECORDING)

    def _words_of(self, stage: Stage) -> str:
        attempt = self._session.attempt if self._session else None
        if stage is Stage.READY and self.drilling.active:
            return self.drilling.status()
        if stage is Stage.READY and attempt is not None:
            return self._outcome(attempt)
        return {
            Stage.NO_TEXT: self.tr("One moment…"),
            Stage.READY: self._ready_words(),
            Stage.OPENING: self.tr("Waiting for the microphone…"),
            Stage.RECORDING: self._recording_words(),
            Stage.KEEPING: self.tr("Saving…"),
            Stage.ASSESSING: self.tr("Listening to your take…"),
        }[stage]

    def _ready_words(self) -> str:
        key = key_of(self.actions_.record)
        if not key:
            return self.tr("Press Space and read the text aloud.")
        return self.tr("Press {key} or Space and read the text aloud.").format(key=key)

    def _recording_words(self) -> str:
        quiet = self._session.quiet_to_stop if self._session else None
        if quiet is None:
            said = self.tr("Recording. Press {stop} to stop, {discard} to discard.")
        else:
            said = self.tr("Recording. It stops {seconds:g} s after your last word, or on {stop}. {discard} discards.")
        stop = key_of(self.actions_.record) or native(QKeySequence(Qt.Key.Key_Space))
        return said.format(seconds=quiet, stop=stop, discard=key_of(self.actions_.discard) or self.tr("the button"))

    def _outcome(self, attempt: Attempt) -> str:
        if attempt.assessment is None:
            return self.tr("This take is saved but not assessed.")
        if attempt.assessment.verdict is not Verdict.SCORED:
            return verdict_message(attempt.assessment).what
        marked, words = self.choice.marked, len(attempt.assessment.words)
        if marked == 0:
            return self.tr("No single word stands out.")
        return self.tr("{marked} of {words} words need work.").format(marked=marked, words=words)

    def _say(self, status: str, *, now: bool = False) -> None:
        if status != self.transport.status:
            self.transport.say(status)
            announce(self, status, now=now)

    @Slot(str, object)
    def _put_on_page(self, text: str, passage_id: str | None) -> None:
        title, caption = titled(self._passages, passage_id, "" if passage_id == DRILL else self.tr("My text"))
        self.parts.show_title(title, caption)
        self.parts.page.show_text(text, self.reading.style)
        self.parts.banner.hide()
        self.side.mark_text(text, passage_id)

    @Slot(object)
    def _show_attempt(self, attempt: Attempt | None) -> None:
        assert self._session is not None
        assessment = attempt.assessment if attempt is not None else None
        self.choice.show_assessment(assessment, self._session.target)
        self.side.show_take(attempt.take.id if attempt is not None else None)
        if self._session.broke_off is not None:
            self.show_error(self._session.broke_off)
        elif assessment is not None and assessment.verdict is not Verdict.SCORED:
            self.parts.banner.say(verdict_message(assessment))
        elif assessment is not None and assessment.problems:
            self.parts.banner.say(problem_message(assessment.problems[0]))
        elif attempt is not None and assessment is None and attempt.take.recovered:
            self._say_recovered()
        else:
            self.parts.banner.hide()
        if assessment is not None:
            self.parts.page.setFocus()

    def _say_recovered(self) -> None:
        said = Message(self.tr("A recording that was cut off was saved."), self.tr("It is the newest of your takes."))
        self.parts.banner.say(said, self.actions_.assess_again)

    @Slot(float, str)
    def _progressed(self, share: float, stage: str) -> None:
        self.transport.show_progress(share)
        self._say(self.tr("Loading the model…") if stage == "loading" else self.tr("Listening to your take…"))

    @Slot()
    def _playing(self) -> None:
        refresh_icons(self.actions_, playing=True)

    @Slot(float)
    def _played(self, seconds: float) -> None:
        self.parts.melody().show_position(seconds)

    @Slot()
    def _silent(self) -> None:
        refresh_icons(self.actions_)
        self.parts.melody().show_position(None)

    @Slot()
    def record_or_stop(self) -> None:
        """Begin a take, or end it."""
        if self._session is None:
            return
        if self._session.stage.records:
            self._session.stop()
        else:
            self._session.record()

    @Slot()
    def _discard(self) -> None:
        if self._session is not None and not self.drilling.took_escape():
            self._session.discard()

    @Slot()
    def _play(self) -> None:
        if self._session is not None:
            self._session.play_or_stop()

    @Slot()
    def _assess_again(self) -> None:
        if self._session is not None:
            self._session.assess_again()

    @Slot()
    def _open_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a recording"), "", self.tr("Sound ({kinds});;All files (*)").format(kinds=_SOUND_FILES)
        )
        if name and self._session is not None:
            self._session.open_file(Path(name))

    @Slot(object)
    def _read_passage(self, passage: Passage) -> None:
        if self._session is not None and (self._session.passage_id != passage.id or self._session.attempt is not None):
            self._session.choose_text(passage.text, passage.id)

    @Slot(str)
    def _read_take(self, take_id: str) -> None:
        if self._session is not None:
            self._session.choose_take(take_id)

    @Slot()
    def _next_mark(self) -> None:
        if not self.drilling.took_next():
            self.choice.step(1)

    @Slot()
    def _previous_mark(self) -> None:
        self.choice.step(-1)

    @Slot()
    def _toggle_side(self) -> None:
        """Show the left column and go there; in a narrow window a second time hides it."""
        hide = self.side.isVisible() and self.side.isAncestorOf(QApplication.focusWidget() or self)
        self.side.setVisible(not (hide and self.parts.is_narrow))
        target = self.parts.page if hide else (self.side.tabs.currentWidget().focusProxy() or self.side.passage_view)
        target.setFocus()

    @Slot()
    def _choose_keys(self) -> None:
        dialog = KeysDialog(self.keys, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def _keys_changed(self) -> None:
        """What is written names the keys."""
        self.parts.drill.refresh()
        self._say(self._words_of(self._session.stage if self._session else Stage.NO_TEXT))

    @Slot()
    def _repaint(self) -> None:
        """The colours are others."""
        self.parts.banner.refresh()
        self.parts.page.paint_marks()
        self.parts.legend.repaint_signs()
        self.parts.melody().repaint_curves()
        self._enable(self._session.stage if self._session else Stage.NO_TEXT)

    def _restore(self) -> None:
        geometry = self._settings.value("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1280, 800)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or under: by the width there is."""
        super().resizeEvent(event)
        self.parts.arrange(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first time, whoever waits may start heavy work."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was."""
        self._settings.setValue("geometry", self.saveGeometry())
        super().closeEvent(event)
