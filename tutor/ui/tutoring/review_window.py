"""The window in which a tutor reviews a learner's takes. Joins the parts; what is said is decided in practice and present."""

from collections.abc import Sequence

from PySide6.QtCore import QSettings, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from tutor.domain.errors import TutorError
from tutor.domain.take import Attempt
from tutor.practice.ports import Clock
from tutor.practice.review import Seen
from tutor.present.messages import Message, error_message, verdict_message
from tutor.present.reading import ReadingStyle
from tutor.present.review import take_line
from tutor.ui.choice import Choice
from tutor.ui.keys import Keys
from tutor.ui.keys_dialog import KeysDialog
from tutor.ui.layout import fitting
from tutor.ui.listen_bar import ListenBar
from tutor.ui.tutoring.answer_bar import AnswerBar
from tutor.ui.tutoring.answering import Answering
from tutor.ui.tutoring.bench import Bench
from tutor.ui.tutoring.commenting import Commenting
from tutor.ui.tutoring.review_actions import make_review_actions, shorten
from tutor.ui.tutoring.review_layout import ReviewLayout
from tutor.ui.tutoring.review_listen import ReviewListen
from tutor.ui.tutoring.review_session import ReviewSession
from tutor.ui.tutoring.spoken import Spoken

_STEP_POINTS = 2.0


class ReviewWindow(QMainWindow):
    """Opened on one take; goes on to the next new one. `closed` follows when it is left."""

    closed = Signal()

    def __init__(self, session: ReviewSession, clock: Clock, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Review: {learner}").format(learner=session.study.learner.name or self.tr("no name")))
        self._new, self._opened_here, self._style = list[Attempt](), set[str](), ReadingStyle()
        self.session = session
        made = self.actions_ = make_review_actions(self)
        listen = ListenBar((made.play, made.word, made.sentence, made.slower, made.faster, made.loop))
        self.parts = ReviewLayout(AnswerBar(made), listen)
        self.setCentralWidget(self.parts)
        self.choice = Choice(self.parts, self)
        bench = Bench(session, self.parts, self.choice, made)
        self.answering, self.listen = Answering(bench), ReviewListen(bench)
        self.spoken = Spoken(session, clock, self)
        self.commenting = Commenting(bench, self.spoken, self.answering, self.listen)
        self.keys = Keys(self, settings)
        self._connect()
        self._name_keys()
        self.parts.set_style(self._style)
        self.resize(fitting(QSize(1280, 800)))
        self.parts.arrange(self.width())

    def open(self, take_id: str) -> None:
        """Put a take on the screen."""
        self._opened_here.add(take_id)
        self.session.open(take_id)

    def _connect(self) -> None:
        made, session = self.actions_, self.session
        made.next_new.setEnabled(False)
        for action, slot in (
            (made.next_mark, self._next_mark), (made.previous_mark, self._previous_mark), (made.next_new, self._next_new),
            (made.larger, self._larger), (made.smaller, self._smaller), (made.keys, self._choose_keys), (made.leave, self.close),
        ):  # fmt: skip
            action.triggered.connect(slot)
        for key, then in ((Qt.Key.Key_Space, self.listen.play_or_stop), (Qt.Key.Key_Return, made.word.trigger)):
            shortcut = QShortcut(QKeySequence(key), self.parts.page)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(then)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._escape)
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)
        session.listed.connect(self._listed)
        for failing in (session.failed, self.spoken.failed, self.listen.playback.failed):
            failing.connect(self.show_error)
        self.choice.hear.connect(self.listen.play)
        self.listen.heard_more.connect(self.answering.refresh)
        self.commenting.said.connect(self.parts.answers.say)
        self.keys.changed.connect(self._name_keys)

    @Slot(object)
    def show_error(self, error: TutorError) -> None:
        """One place for everything that goes wrong."""
        self.parts.banner.say(error_message(error))

    @Slot()
    def _opened(self) -> None:
        take = self.session.take
        assert take is not None
        said = take.attempt.take
        self.answering.begin()
        self.parts.caption.setText(take_line(take.attempt))
        self.parts.page.show_text(said.text, self._style)
        self._changed()
        if take.plain.verdict.refuses:
            self.parts.banner.say(Message(verdict_message(take.plain).what, self.tr("It can be heard, and commented on.")))
        self.parts.page.setFocus()

    @Slot()
    def _changed(self) -> None:
        """Show the take as it is after all; what was chosen stays chosen."""
        take = self.session.take
        if take is None:
            return
        phone = self.choice.phone
        with QSignalBlocker(self.choice):
            self.choice.show_assessment(take.shown, take.target)
            if phone is not None and self.choice.word is not None:
                self.choice.choose(self.choice.word, phone)
        self.answering.refresh()
        self.commenting.refresh()

    @Slot(object, object)
    def _listed(self, attempts: Sequence[Attempt], seen: Seen) -> None:
        new = filter(seen.is_new, attempts)
        self._new = [attempt for attempt in new if attempt.take.id not in self._opened_here]  # the list may be older than that
        self.actions_.next_new.setEnabled(bool(self._new))

    @Slot()
    def _next_new(self) -> None:
        """The oldest first: in the order they were read."""
        if self._new:
            self.open(min(self._new, key=lambda attempt: attempt.take.recorded_at).take.id)
            self.actions_.next_new.setEnabled(False)  # until it is known which are left

    @Slot()
    def _next_mark(self) -> None:
        self.choice.step(1)

    @Slot()
    def _previous_mark(self) -> None:
        self.choice.step(-1)

    @Slot()
    def _escape(self) -> None:
        if self.spoken.is_busy:
            self.spoken.discard()
        else:
            self.listen.playback.stop()

    @Slot()
    def _larger(self) -> None:
        self._restyle(_STEP_POINTS)

    @Slot()
    def _smaller(self) -> None:
        self._restyle(-_STEP_POINTS)

    def _restyle(self, by: float) -> None:
        self._style = self._style.larger(by)
        self.parts.set_style(self._style)

    @Slot()
    def _choose_keys(self) -> None:
        dialog = KeysDialog(self.keys, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def _name_keys(self) -> None:
        """What is written on the buttons names the keys."""
        shorten(self.actions_)
        self.answering.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or under: by the width there is."""
        super().resizeEvent(event)
        self.parts.arrange(event.size().width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Be silent, and keep what is being spoken."""
        self.listen.playback.stop()
        self.spoken.recording.close()
        super().closeEvent(event)
        self.closed.emit()
