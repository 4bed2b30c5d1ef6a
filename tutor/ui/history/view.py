"""A learner's history: what they did and how it went, over weeks and years. Leads to any take and any word of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QTabWidget, QVBoxLayout, QWidget

from tutor.domain.accepted import Accepted
from tutor.domain.errors import TutorError
from tutor.domain.history.readings import Mask, Wanted
from tutor.domain.library import OwnText
from tutor.domain.take import Attempt
from tutor.domain.target import Passage
from tutor.domain.wording import say
from tutor.practice.history.past import Past
from tutor.practice.history.places import place_of
from tutor.practice.listening import Piece
from tutor.practice.ports import Clock, History, Tallies
from tutor.present.history.choices import text_choices
from tutor.present.history.tables import take_row, text_title
from tutor.present.messages import error_message
from tutor.ui.actions import explain
from tutor.ui.flow import FlowLayout
from tutor.ui.history.filters import Filters
from tutor.ui.history.loader import Loaded, PastLoader
from tutor.ui.history.overview import OverviewPage
from tutor.ui.history.pages import ItemPage, TakesPage, TrendPage
from tutor.ui.layout import scrolling
from tutor.ui.playback import Playback
from tutor.ui.tasks import RunTask

_AROUND_S = 0.1


@dataclass(frozen=True, slots=True)
class HistoryDesk:
    """Whose history it is, and what it is looked at with."""

    tallies: Tallies
    history: History
    passages: tuple[Passage, ...]
    clock: Clock
    playback: Playback
    run_task: RunTask
    accepted: Callable[[], Accepted]


class HistoryView(QWidget):
    """`take_wanted` carries a take's id and the sound (ARPAbet) and word one came by, each of which may be None.

    `sound_wanted` asks to practise a sound; without `practise`, which does what is due, its readings are listed instead.
    """

    take_wanted = Signal(str, object, object)
    sound_wanted = Signal(str)

    def __init__(self, desk: HistoryDesk, practise: QAction | None) -> None:
        super().__init__()
        self._desk = desk
        self._past: Past | None = None
        self._mask: Mask = np.zeros(0, dtype=bool)
        self._own: Sequence[OwnText] = ()
        self._passages = {passage.id: passage for passage in desk.passages}
        self.loader = PastLoader(desk.tallies, desk.clock, desk.run_task, self)
        self.go, self.listen, self.piece = QAction(self), QAction(self), QAction(self)
        self.filters, self.tabs = Filters(), QTabWidget(documentMode=True)
        self.overview, self.trend = OverviewPage(practise), TrendPage()
        self.sounds, self.words = ItemPage("sound"), ItemPage("word")
        self.takes = TakesPage((self.go, self.listen, self.piece))
        self.said, self._bar, self.stop = QLabel(wordWrap=True), QProgressBar(), QPushButton(self.tr("S&top counting"))
        self._stale: set[QWidget] = set()
        self._lay_out()
        self._connect()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field is for the field
        self.overview.sound_wanted.connect(self.sound_wanted if practise is not None else self._sound_wanted)
        self._show_counting(1.0)

    def show_own(self, texts: Sequence[OwnText]) -> None:
        """The learner's own texts, by which takes can be found."""
        self._own = texts
        if self._past is not None:
            self.filters.show_texts(text_choices(self._past.readings, self._desk.passages, texts))

    def look_into(self, *, sound: str | None = None, word: str | None = None, day: date | None = None) -> None:
        """List the takes with a sound or word, or those of a day."""
        self.filters.choose(sound=sound, word=word, day=day)
        self.tabs.setCurrentIndex(self.tabs.count() - 1)
        self.takes.view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """What was read meanwhile is in it."""
        super().showEvent(event)
        if self._past is None:
            self.filters.show_spans(self._today())
        self.loader.load()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on unseen."""
        super().hideEvent(event)
        self._desk.playback.stop()

    def _today(self) -> date:
        return self._desk.clock.now().astimezone().date()

    @Slot(object)
    def _loaded(self, past: Past) -> None:
        """Takes alone; the counts of before serve until the new ones are there."""
        if self._past is None or len(past.readings) != len(self._past.readings):
            self._show(past)

    @Slot(object)
    def _summed(self, found: Loaded) -> None:
        past, summary = found
        fine = {one.expected for one in self._desk.accepted() if one.word is None}
        self.overview.show_summary(replace(summary, weak=tuple(item for item in summary.weak if item.name not in fine)))
        assert past.words is not None
        self.filters.show_words(past.words.names)
        self._show(past)

    def _show(self, past: Past) -> None:
        self._past = past
        self.filters.show_texts(text_choices(past.readings, self._desk.passages, self._own))
        self._filter()

    @Slot()
    def _filter(self) -> None:
        past, wanted = self._past, self.filters.wanted
        if past is None or (past.words is None and (wanted.sound or wanted.word)):
            return
        self._mask = past.chosen(wanted)
        self._stale = {self.overview, self.trend, self.sounds, self.words, self.takes}
        self._say(past, wanted)
        self.piece.setEnabled(bool(wanted.sound or wanted.word))
        self._draw()

    @Slot()
    def _draw(self) -> None:
        """The page that is looked at; the others when they are."""
        pages = (self.overview, self.trend, self.sounds, self.words, self.takes)
        page, past = pages[self.tabs.currentIndex()], self._past
        if past is None or page not in self._stale:
            return
        self._stale.discard(page)
        if isinstance(page, OverviewPage):
            page.show_days(past.days[self._mask], past.readings.seconds[self._mask], self._today())
        elif isinstance(page, TakesPage):
            title = partial(text_title, self._passages)
            page.show_takes(np.flatnonzero(self._mask)[::-1].tolist(), lambda at: take_row(past.readings, at, title))
        else:
            page.show_past(past, self._mask)

    def _say(self, past: Past, wanted: Wanted) -> None:
        count = int(self._mask.sum())
        if not len(past.readings):
            self.said.setText(self.tr("Nothing was read yet. What you read from now on is found here."))
        elif not count:
            self.said.setText(self.tr("No reading is like this. “Show all” goes back to all of them."))
        else:
            words = self.tr("Looking at {count} tries of drills.") if wanted.drills else self.tr("Looking at {count} readings.")
            self.said.setText(words.format(count=count))

    @Slot(float)
    def _show_counting(self, share: float) -> None:
        self._bar.setValue(round(100 * share))
        for widget in (self._bar, self.stop):
            widget.setVisible(share < 1)

    @Slot(object)
    def _failed(self, error: TutorError) -> None:
        self.said.setText(str(error_message(error)))

    @Slot()
    def _listen(self) -> None:
        if self._desk.playback.playing:
            self._desk.playback.stop()
        elif self.takes.chosen is not None:
            self._desk.playback.play(self.takes.chosen)

    @Slot()
    def _hear_piece(self) -> None:
        if self.takes.chosen is not None:
            self._desk.run_task(partial(self._desk.history.attempt, self.takes.chosen), self._hear_in, self._failed)

    @Slot(object)
    def _hear_in(self, attempt: Attempt) -> None:
        wanted, said = self.filters.wanted, attempt.assessment
        place = place_of(said, wanted.sound, wanted.word) if said is not None else None
        word = said.words[place[0]] if said is not None and place is not None else None
        if word is None or word.start is None or word.end is None:
            self.said.setText(self.tr("It can't be heard in this take: the word was not read."))
        else:
            self._desk.playback.play(attempt.take.id, Piece(max(0.0, word.start - _AROUND_S), word.end + _AROUND_S))

    @Slot()
    def _playing(self) -> None:
        playing = self._desk.playback.playing
        self.listen.setText(say("Sto&p playing") if playing else say("&Listen"))
        explain(self.listen)

    @Slot()
    def _open(self) -> None:
        take_id, wanted = self.takes.chosen, self.filters.wanted
        if take_id is not None:
            self.take_wanted.emit(take_id, wanted.sound, wanted.word)

    @Slot(str)
    def _sound_wanted(self, symbol: str) -> None:
        self.look_into(sound=symbol)

    @Slot(str)
    def _word_wanted(self, word: str) -> None:
        self.look_into(word=word)

    @Slot(object)
    def _day_wanted(self, day: date) -> None:
        self.look_into(day=day)

    def _connect(self) -> None:
        self.loader.loaded.connect(self._loaded)
        self.loader.summed.connect(self._summed)
        self.loader.counting.connect(self._show_counting)
        self.loader.failed.connect(self._failed)
        self.stop.clicked.connect(self.loader.stop)
        self.filters.changed.connect(self._filter)
        self.tabs.currentChanged.connect(self._draw)
        self.overview.calendar.day_wanted.connect(self._day_wanted)
        self.sounds.wanted.connect(self._sound_wanted)
        self.words.wanted.connect(self._word_wanted)
        self.takes.view.entered_row.connect(self._open)
        self.go.triggered.connect(self._open)
        self.listen.triggered.connect(self._listen)
        self.piece.triggered.connect(self._hear_piece)
        for signal in (self._desk.playback.asked, self._desk.playback.ended):
            signal.connect(self._playing)

    def _lay_out(self) -> None:
        for action, text, key in (
            (self.go, say("&Open"), "Ctrl+O"), (self.listen, say("&Listen"), "Ctrl+P"),
            (self.piece, say("Hear the &word"), "Ctrl+W"),
        ):  # fmt: skip
            action.setText(text)
            action.setShortcut(key)
            explain(action)
            self.addAction(action)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.filters.word.setFocus)
        for page, name in (
            (self.overview, self.tr("Overview")), (self.trend, self.tr("Progress")), (self.sounds, self.tr("Sounds")),
            (self.words, self.tr("Words")), (self.takes, self.tr("Takes")),
        ):  # fmt: skip
            self.tabs.addTab(scrolling(page), name)
        for tabs in (self.tabs, self.tabs.tabBar()):
            tabs.setAccessibleName(self.tr("Overview, progress, sounds, words or takes"))
        self.tabs.tabBar().setDrawBase(False)
        self._bar.setAccessibleName(self.tr("Older readings are being counted"))
        foot = QWidget()
        row = FlowLayout(foot)
        row.addWidget(self._bar)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.filters, self.said, self.tabs, foot):
            column.addWidget(widget, 1 if widget is self.tabs else 0)
