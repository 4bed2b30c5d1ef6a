"""The desktop program put together: the one place that knows window and adapters both.

The window paints first. What is heavy (database, lexicon, curves, model) is imported and made after that: the model in its own
thread, the rest in the pool.
"""

import faulthandler
import gc
import logging
import os
import sys
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from tutor.desktop.desk import SystemClock, assess_kept, care_for, erase_everything, save
from tutor.desktop.logs import keep_log
from tutor.desktop.reports import gather
from tutor.domain.engine import Engine
from tutor.domain.errors import StoreError, TutorError
from tutor.domain.learner import KeepAudio, Learner
from tutor.domain.target import Passage
from tutor.practice.ports import Assessor, Homework, Passcode, People
from tutor.present.repair import repair_message
from tutor.reading.passages import load_passages
from tutor.store.doorstep import Doorstep
from tutor.store.paths import Paths
from tutor.ui.about import program_icon
from tutor.ui.arrivals import Arrivals, open_file
from tutor.ui.assess_worker import AssessThread, Written
from tutor.ui.engine import EngineDesk
from tutor.ui.homework.homework import HomeworkPart
from tutor.ui.language import install_language
from tutor.ui.people.leaving import Leaving
from tutor.ui.people.settings import settings_of
from tutor.ui.people.who import Who
from tutor.ui.preferences import Preferences
from tutor.ui.privacy import Privacy
from tutor.ui.reporting.desk import ReportDesk
from tutor.ui.reporting.entry import Reporting
from tutor.ui.session import Desk, Session
from tutor.ui.tasks import TaskPool, as_tutor_error, log_unexpected
from tutor.ui.theme import apply_theme
from tutor.ui.tutoring.pack_maker import PacksDesk
from tutor.ui.tutoring.page import TutorDesk
from tutor.ui.tutoring.study import Study
from tutor.ui.window import MainWindow

if TYPE_CHECKING:
    from pyqtgraph.util.garbage_collector import GarbageCollector

    from tutor.store.database import Database

_log = logging.getLogger(__name__)
_ENDS_MS = 1000  # one that is loading a large model doesn't hear; it stays until it does, or the program ends
_CARE_AGAIN_MS = 6 * 3600 * 1000
_CARE_MS = 60_000  # a backup of years takes seconds


def run(given: Path | None = None) -> int:
    """Open the window, and in it the file `given`; stay until it is closed. The exit code."""
    app = QApplication(["readaloud-tutor"])
    app.setApplicationDisplayName("Read-aloud tutor")
    app.setDesktopFileName("readaloud-tutor")
    apply_theme(app)
    app.setWindowIcon(program_icon())
    paths = Paths.default()
    crashes = keep_log(paths.log)
    program = Program(paths, load_passages())
    program.catch_all()
    if sys.platform == "darwin":
        app.installEventFilter(program.arrivals)
    if given is not None:
        program.arrivals.add(given)
    doorstep = Doorstep.default()
    if doorstep.claim():
        program.arrivals.watch(doorstep.folder, doorstep.take)
    program.window.show()
    code = app.exec()
    doorstep.give_up()
    program.close()
    crashes.close()
    if program.erases:
        faulthandler.disable()
        logging.shutdown()
        erase_everything(paths)
    return code


class Program(QObject):
    """The window and, once it is painted, everything behind it. `begun` follows when the learner can record.

    Each learner gets a window of their own, so that nothing of the one before is left in it.
    """

    begun = Signal()
    _unforeseen = Signal(object)

    def __init__(self, paths: Paths, passages: tuple[Passage, ...]) -> None:
        super().__init__()
        gc.disable()  # garbage may hold Qt's objects: taken apart in another thread they deadlock with this one, or crash it
        self._collector: GarbageCollector | None = None
        self._paths, self._passages = paths, passages
        self._settings = QSettings(str(paths.config / "window.ini"), QSettings.Format.IniFormat)
        install_language(self._settings)
        self.pool, self.background = TaskPool(self), TaskPool(self)  # the other one for what nobody waits for
        self.assessor: AssessThread | None = None
        self.session: Session | None = None
        self.who: Who | None = None
        self.homework: HomeworkPart | None = None
        self._packs: Homework | None = None
        self._database: Database | None = None
        self._going: Learner | None = None  # who is to be deleted once nothing of theirs is open
        self.erases = False  # whether everything is to be deleted at the end
        self._asks = False  # whether who reads is asked also where there is only one
        self._daily = QTimer(self, interval=_CARE_AGAIN_MS)
        self._daily.timeout.connect(self._care_again)
        self._unforeseen.connect(self._show_error)
        self.arrivals = Arrivals(self._open_file, self)
        self.window = self._new_window()

    def catch_all(self) -> None:
        """Whatever nobody caught, in any thread, goes to the log and the banner."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def close(self) -> None:
        """Stop recording, assessing and writing, in this order, then let go of the database."""
        self._daily.stop()
        self.arrivals.close()
        if self._collector is not None:
            self._collector.timer.stop()
        if self.session is not None:
            self.session.close()
        self.window.engine.close()
        if self.homework is not None:
            self.homework.close()
        ended = [each.close() for each in self.findChildren(AssessThread)] + [self.pool.close(), self.background.close()]
        if self._database is not None:
            self._database.close()
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        if not all(ended):
            _log.error("the assessor or a task did not stop; leaving without it")
            logging.shutdown()
            os._exit(0)  # destroying a running QThread would abort the process

    def _new_window(self) -> MainWindow:
        window = MainWindow(self._passages, self._settings)
        window.painted.connect(self._begin)
        return window

    @Slot()
    def _begin(self) -> None:
        self.pool.run_task(partial(self._meet, Preferences(self._settings).only_learner), self._met, self._show_error)

    def _meet(self, older: Learner) -> tuple[People, Passcode, PacksDesk]:
        """In the pool: who reads here; the first one is who an older program knew."""
        from tutor.desktop.packs import packs_desk
        from tutor.store.passcode import PasscodeFile
        from tutor.store.people import People as Kept

        people = Kept(self._paths)
        there = people.learners()
        if not there and not self._asks:
            people.add(older)
        elif there and there == (Learner(id=there[0].id),):
            people.change(replace(older, id=there[0].id))
        return people, PasscodeFile(self._paths.data / "tutor"), packs_desk(people, self._paths.data, self._passages)

    @Slot(object)
    def _met(self, found: tuple[People, Passcode, PacksDesk]) -> None:
        people, passcode, packs = found
        study, now = partial(_open_study, people), SystemClock()
        outside = (self.pool.run_task, self._remove, self._report_desk, study, now, self._settings, packs)
        self.who = Who(TutorDesk(people, passcode, *outside), self.window)
        self.who.chosen.connect(self._open)
        self.who.leave_wanted.connect(self._leave)
        self.who.remove_wanted.connect(self._leave_for_good)
        self.who.changed.connect(self._care)
        self.who.ask(always=self._asks)

    @Slot(object)
    def _open(self, learner: Learner) -> None:
        assert self.who is not None
        folder = self.who.people.folder(learner.id)
        self.window.follow(settings_of(folder, self._settings))
        self.pool.run_task(partial(self._make_desk, learner, folder), self._made, self._not_made)

    def _make_desk(self, learner: Learner, folder: Path) -> Desk:
        """In the pool: all that has heavy imports."""
        from tutor.desktop.desk import make_desk
        from tutor.store.database import open_database
        from tutor.store.packs.homework import LearnerPacks

        self._database = open_database(folder)
        self._packs = LearnerPacks(self._database, learner, self._paths.data)
        return make_desk(self._database, learner, self._passages, partial(self._writes_sound, learner), self._packs)

    def _report_desk(self, learner: Learner | None) -> ReportDesk:
        """Of one learner, or of the class."""
        assert self.who is not None
        return ReportDesk(partial(gather, self.who.people, learner), save, self.pool.run_task)

    def _writes_sound(self, opened: Learner) -> bool:
        """As the profile of whoever reads says now, in any thread."""
        session = self.session
        return (session.learner if session is not None else opened).audio is not KeepAudio.NEVER

    def _engines(self) -> EngineDesk:
        from tutor import engines
        from tutor.store.secrets import keep_token

        made = (engines.large_models, engines.compact_state, engines.bring_in, engines.install_addon)
        return EngineDesk(self._load, *made, keep_token, engines.offers)

    def _load_assessor(self, written: Written) -> Assessor:
        """In the assessor's thread."""
        return self._load(self.window.engine.preferences.engine, written)

    def _load(self, engine: Engine, written: Written) -> Assessor:
        from tutor.engines import load_or_built_in

        return load_or_built_in(engine, written, self._unforeseen.emit)

    @Slot(object)
    def _made(self, desk: Desk) -> None:
        from tutor.store.upkeep.keeper import Keeper

        assert self.who is not None
        assert self._database is not None
        self.assessor = AssessThread(self._load_assessor, partial(assess_kept, desk.history), self)
        self.session = Session(desk, self.assessor, self.pool.run_task, self)
        self.assessor.start()
        self.window.begin(self.session)
        self.window.engine.begin(self._engines(), self.session)
        self.who.begin(self.session)
        Reporting(self.window, self.session, self._report_desk)
        self.who.entry.closed.connect(self.window.tutors.refresh)
        assert self._packs is not None
        self.homework = HomeworkPart(self._packs, desk.wordbook.refresh, self.window)
        self.homework.begin(self.session)
        self.privacy = Privacy(self.window, self.session, Keeper(self._paths, self.who.people, self._database, desk.clock))
        self.privacy.erase_wanted.connect(self._erase)
        self.window.parts.melody()  # pyqtgraph: before the first result, not with it
        self._collector = self._collector or _collect_here()
        self.window.sound.welcome(self._passages, self._paths.data)
        self._look_after(desk)
        self.begun.emit()

    def _open_file(self, path: Path) -> bool:
        return open_file(path, self.window, self.who, self.homework)

    @Slot()
    def _erase(self) -> None:
        """Everything goes once nothing is open any more."""
        self.erases = True
        self.window.close()

    def _look_after(self, desk: Desk) -> None:
        """Say what was found when the history was opened, and see to it in the background."""
        assert self._database is not None
        if self._database.repaired is not None:
            self.window.parts.banner.say(repair_message(self._database.repaired))
        if self._database.read_only:
            self.window.show_error(StoreError("in_use"))
        self._care(desk.learner)
        self._daily.start()

    @Slot(object)
    def _care(self, learner: Learner) -> None:
        """In the background, once they read and again when their profile was changed."""
        assert self._database is not None
        self.background.run_task(partial(care_for, self._database, learner), self._cared_for, self._show_error)

    @Slot()
    def _care_again(self) -> None:
        """Of a window that stays open for days."""
        if self.session is not None and self._database is not None:
            self._care(self.session.learner)

    @Slot(object)
    def _cared_for(self, _: object) -> None:
        """There is nothing to tell."""

    @Slot(object)
    def _not_made(self, error: TutorError) -> None:
        """Somebody else may still read."""
        self.window.show_error(error)
        self.window.actions_.other_learner.setEnabled(True)

    @Slot(object)
    def _show_error(self, error: TutorError) -> None:
        self.window.show_error(error)

    @Slot(object)
    def _remove(self, learner: Learner) -> None:
        assert self.who is not None
        self.who.remove(learner)

    @Slot(object)
    def _leave_for_good(self, learner: Learner) -> None:
        self._going = learner
        self._leave()

    @Slot()
    def _leave(self) -> None:
        if self.session is None:
            self._left()
            return
        leaving = Leaving(self.session, self.window)
        leaving.left.connect(self._left)
        leaving.stayed.connect(self._stayed)
        leaving.begin()

    @Slot()
    def _stayed(self) -> None:
        self._going = None

    @Slot()
    def _left(self) -> None:
        """Let go of what is the learner's; then ask who is next."""
        session, assessor, self.session, self.assessor = self.session, self.assessor, None, None
        if session is not None and assessor is not None and self.homework is not None:
            self.homework.close()
            self.homework = None
            session.close()
            session.deleteLater()
            if assessor.close(_ENDS_MS):
                assessor.deleteLater()
        self.window.setEnabled(False)
        self.pool.run_task(SystemClock().monotonic, self._quiet, self._show_error)

    @Slot(object)
    def _quiet(self, _: object) -> None:
        """All that was asked of the pool before has been answered: nobody waits in the window any more."""
        self._change_windows()
        self.pool.run_task(partial(self._close_stores, self._going), self._closed, self._show_error)

    def _close_stores(self, going: Learner | None) -> None:
        """In the pool, behind whatever is still being written."""
        self.background.wait(_CARE_MS)
        if self._database is not None:
            self._database.close()
            self._database = None
        if going is not None and self.who is not None:
            self.who.people.remove(going.id)

    @Slot(object)
    def _closed(self, _: object) -> None:
        self._going = None

    def _change_windows(self) -> None:
        QApplication.setQuitOnLastWindowClosed(False)
        before, self._asks = self.window, True
        before.close()
        self.window = self._new_window()
        self.window.show()
        QApplication.setQuitOnLastWindowClosed(True)
        before.deleteLater()

    def _caught(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, where)
        else:
            said = as_tutor_error(error)
            log_unexpected(said)
            self._unforeseen.emit(said)

    def _caught_in_thread(self, said: threading.ExceptHookArgs) -> None:
        if said.exc_value is not None:
            self._caught(said.exc_type, said.exc_value, said.exc_traceback)


def _collect_here() -> "GarbageCollector":
    """Now and then, in this thread."""
    from pyqtgraph.util.garbage_collector import GarbageCollector

    return GarbageCollector()


def _open_study(people: People, learner: Learner) -> Study:
    from tutor.desktop.studies import open_study

    return open_study(people.folder(learner.id), learner)
