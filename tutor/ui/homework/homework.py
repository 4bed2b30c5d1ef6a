"""Joins a learner's assignments to the window: lists their texts, takes packs, gives readings back."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog

from tutor.domain.assignment import AssignedText, Offer, Reading, Received, Standing
from tutor.domain.errors import TutorError
from tutor.domain.opened import PACK, RETURN
from tutor.domain.returns import Given
from tutor.practice.assignments import standings
from tutor.practice.ports import Homework, Progress
from tutor.present.homework import due_words, homework_rows, standing_words
from tutor.present.messages import Message
from tutor.ui.homework.give_dialog import GiveDialog
from tutor.ui.homework.note import AssignedNote
from tutor.ui.homework.pack_dialog import PackDialog
from tutor.ui.long_task import LongTask
from tutor.ui.session import Session
from tutor.ui.window import MainWindow


@dataclass(frozen=True, slots=True)
class _Found:
    """What the list needs."""

    received: Sequence[Received]
    readings: Sequence[Reading]


class HomeworkPart(QObject):
    """One learner's. Nothing of it works before `begin`."""

    def __init__(self, homework: Homework, words_changed: Callable[[], None], window: MainWindow) -> None:
        super().__init__(window)
        self._homework, self._words_changed, self._window = homework, words_changed, window
        self._session: Session | None = None
        self._standings: tuple[Standing, ...] = ()
        self._told = False
        self._job: LongTask | None = None
        self.dialog: QDialog | None = None
        made = window.actions_
        made.open_pack.triggered.connect(self._choose_pack)
        made.give_back.triggered.connect(self._ask_what)
        window.texts.pack_wanted.connect(self.open_pack)
        window.side.filter.textChanged.connect(self._show)
        window.side.assigned_wanted.connect(self._read)
        self.note, self._shown, self._sounds = AssignedNote(), "", False
        window.parts.above_page.insertWidget(0, self.note)
        self.note.wanted.connect(self._hear)

    _shown: str  # the id of the assignment whose text is on the page
    _sounds: bool  # its spoken note is being heard
    dialog: QDialog | None  # what asks, while it is open

    def begin(self, session: Session) -> None:
        """List the learner's assignments, now and after each reading."""
        self._session = session
        session.attempts_listed.connect(self._list)
        session.text_changed.connect(self._title)
        session.playback.ended.connect(self._silent)
        for action in (self._window.actions_.open_pack, self._window.actions_.give_back):
            action.setEnabled(True)
        self._list()

    @Slot(object)
    def open_pack(self, path: Path) -> None:
        """Look a pack through and ask what to do with it."""
        job = self._run(self.tr("Looking the pack through…"), partial(self._homework.look, path))
        job.done.connect(self._offer)
        job.start()

    def _run(self, said: str, work: Callable[[Progress], object]) -> LongTask:
        self._job = job = LongTask(said, work, self._window)
        job.failed.connect(self._failed)
        return job

    @Slot(object)
    def _failed(self, error: TutorError) -> None:
        self._window.show_error(error)

    def close(self) -> None:
        """Stop what runs."""
        if self._job is not None:
            self._job.close()

    # The list

    @Slot()
    def _list(self, _: object = None) -> None:
        if self._session is not None:
            self._session.run_task(self._find, self._found, self._failed)

    def _find(self) -> _Found:
        """In the pool."""
        received = self._homework.received()
        return _Found(received, self._homework.readings() if received else ())

    @Slot(object)
    def _found(self, found: _Found) -> None:
        assert self._session is not None
        before = {each.received.assignment.id: each.done for each in self._standings}
        today = self._session.desk.clock.now().astimezone().date()
        self._standings = standings(found.received, found.readings, today)
        self._show()
        self._title()
        done = [each for each in self._standings if each.done and before.get(each.received.assignment.id) is False]
        if done:
            said = self.tr("“{title}” is done: all its texts are read.").format(title=done[0].received.assignment.title)
            self._window.parts.banner.say(Message(said, self.tr("Give it back to your tutor.")), self._window.actions_.give_back)
        elif not self._told and (told := standing_words(self._standings)) and not self._window.parts.banner.text:
            self._told = True
            self._window.parts.banner.say(Message(*told))

    @Slot()
    def _show(self, _: str = "") -> None:
        if self._session is not None:
            today = self._session.desk.clock.now().astimezone().date()
            self._window.side.show_assigned(homework_rows(self._standings, today, self._window.side.filter.text()))

    @Slot(object)
    def _read(self, text: AssignedText) -> None:
        if self._session is not None and (self._session.text != text.text or self._session.attempt is not None):
            self._session.choose_text(text.text, text.passage_id)

    @Slot()
    def _title(self, *_: object) -> None:
        """The head of the page says that it is homework, and what the tutor says to it."""
        found = next(self._on_page(), None)
        assignment = found[0].received.assignment if found is not None else None
        if found is not None:
            self._window.parts.show_title(found[1].title, due_words(found[0]))
        self._shown = assignment.id if assignment is not None else ""
        self.note.show_note(assignment)
        self.note.show_playing(self._sounds)

    def _on_page(self) -> Iterator[tuple[Standing, AssignedText]]:
        assert self._session is not None
        for standing in self._standings:
            for text in standing.received.assignment.texts:
                if text.text == self._session.text:
                    yield standing, text

    @Slot()
    def _hear(self) -> None:
        assert self._session is not None
        playback = self._session.playback
        if self._sounds:
            playback.stop()
        else:
            playback.play_sound(partial(self._homework.note, self._shown))
            self._sounds = playback.playing
            self.note.show_playing(self._sounds)

    @Slot()
    def _silent(self) -> None:
        self._sounds = False
        self.note.show_playing(False)

    # Packs

    @Slot()
    def _choose_pack(self) -> None:
        kinds = self.tr("Class packs ({kinds});;All files (*)").format(kinds=f"*{PACK}")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a class pack"), "", kinds)
        if name:
            self.open_pack(Path(name))

    @Slot(object)
    def _offer(self, offer: Offer) -> None:
        dialog = PackDialog(offer, self._window)
        dialog.taken.connect(self._take)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(object)
    def _take(self, offer: Offer) -> None:
        job = self._run(self.tr("Taking the pack…"), partial(self._keep, offer))
        job.done.connect(self._taken)
        job.start()

    def _keep(self, offer: Offer, progress: Progress) -> bool:
        """In a thread of its own."""
        new = self._homework.take(offer, progress)
        self._words_changed()
        return new

    @Slot(object)
    def _taken(self, new: bool) -> None:
        assert self._session is not None
        self._told = True
        self._list()
        self._session.words_changed()
        what = self.tr("The pack is yours now.") if new else self.tr("You have this pack already; what was new in it was added.")
        self._window.parts.banner.say(Message(what, self.tr("Its texts come first in the list.")))

    # Giving back

    @Slot()
    def _ask_what(self) -> None:
        if self._session is not None:
            self._session.run_task(self._homework.takes, self._ask, self._failed)

    @Slot(object)
    def _ask(self, takes: Sequence[str]) -> None:
        assert self._session is not None
        homework = tuple(dict.fromkeys(take for each in self._standings for take in each.takes))
        dialog = GiveDialog(homework, takes, self._session.learner, self._window)
        dialog.given.connect(self._choose_place)
        self._open(dialog)

    @Slot(object, bool)
    def _choose_place(self, takes: Sequence[str], sound: bool) -> None:
        assert self._session is not None
        day = self._session.desk.clock.now().astimezone().date()
        name = f"{self._session.learner.name or self.tr('Readings')} {day}{RETURN}"
        kinds = self.tr("What goes back ({kinds})").format(kinds=f"*{RETURN}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Give readings to your tutor"), name, kinds)
        if chosen:
            path = Path(chosen) if chosen.endswith(RETURN) else Path(chosen + RETURN)
            job = self._run(self.tr("Writing the file…"), partial(self._homework.give_back, path, takes, sound=sound))
            job.done.connect(partial(self._given, path))
            job.start()

    @Slot(object)
    def _given(self, path: Path, given: Given) -> None:
        said = self.tr("{takes} readings were written to {path}, {sounds} of them with sound.")
        what = said.format(takes=given.takes, sounds=given.sounds, path=path)
        self._window.parts.banner.say(Message(what, self.tr("Bring the file to your tutor.")))
