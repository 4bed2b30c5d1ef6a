"""Who reads at this window: chosen at the start, changed from the menu, known by their name in the title."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from tutor.domain.errors import TutorError
from tutor.domain.learner import Learner
from tutor.ui.people.chooser import Chooser
from tutor.ui.people.profiles import Profiles
from tutor.ui.session import Session
from tutor.ui.stage import Stage
from tutor.ui.tutoring.entry import TutorEntry
from tutor.ui.tutoring.page import TutorDesk
from tutor.ui.window import MainWindow


class Who(QObject):
    """`chosen` carries who reads from now on. `leave_wanted` asks that nothing of theirs stays open, `remove_wanted` that besides
    a learner is deleted."""

    chosen = Signal(object)
    leave_wanted = Signal()
    remove_wanted = Signal(object)
    changed = Signal(object)  # who reads now, as they are from now on

    def __init__(self, desk: TutorDesk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window, self.people = desk, window, desk.people
        self._session: Session | None = None
        self._always, self._newest = False, ""
        self.chooser: Chooser | None = None
        self.profiles = Profiles(desk.people, desk.passcode, desk.run_task, window)
        self.entry = TutorEntry(desk, window)
        made = window.actions_
        for action, slot in (
            (made.other_learner, self.leave_wanted), (made.profile, self._edit), (made.tutor_area, self.entry.open),
        ):  # fmt: skip
            action.triggered.connect(slot)
        self.profiles.changed.connect(self._changed)
        self.profiles.added.connect(self._added)
        self.profiles.remove_wanted.connect(self.remove)
        self.profiles.failed.connect(self._failed)
        self.entry.failed.connect(self._failed)
        self.entry.closed.connect(self._list)
        window.sound.told.connect(self._told)

    def ask(self, *, always: bool) -> None:
        """Find out who reads; who is alone here and has no PIN isn't asked, unless it is `always`."""
        self._always = always
        self._list()

    def begin(self, session: Session) -> None:
        """They read."""
        self._session = session
        self._window.actions_.other_learner.setEnabled(True)
        session.stage_changed.connect(self._enable)
        self._enable(session.stage)
        self._name()

    @Slot(object)
    def remove(self, learner: Learner) -> None:
        """Delete them; whoever reads now must be gone from the window first."""
        if self.entry.area is not None:
            self.entry.area.let_go()
        if self._session is not None and self._session.learner.id == learner.id:
            self.remove_wanted.emit(learner)
        else:
            self._desk.run_task(partial(self._desk.people.remove, learner.id), self._removed, self._failed)

    @Slot()
    def _list(self) -> None:
        self._desk.run_task(self._all, self._listed, self._failed)

    def _all(self) -> tuple[Sequence[Learner], Learner | None]:
        """In the pool."""
        return self._desk.people.learners(), self._desk.people.last()

    @Slot(object)
    def _listed(self, found: tuple[Sequence[Learner], Learner | None]) -> None:
        learners, last = found
        if self._session is not None:
            for each in learners:
                if each.id == self._session.learner.id:
                    self._changed(each)
        elif len(learners) == 1 and not learners[0].has_pin and not self._always:
            self._choose(learners[0])
        else:
            self._show_chooser(learners, self._newest or (last.id if last else None))

    def _show_chooser(self, learners: Sequence[Learner], last: str | None) -> None:
        if self.chooser is None:
            self.chooser = Chooser(self._desk.people, self._desk.run_task, self._window)
            self.chooser.chosen.connect(self._choose)
            self.chooser.add_wanted.connect(self.profiles.add)
            self.chooser.tutor_wanted.connect(self.entry.open)
            self.chooser.leave_wanted.connect(self._window.close)
            self.chooser.open()
        self.chooser.show_learners(learners, last)

    @Slot(object)
    def _choose(self, learner: Learner) -> None:
        if self.chooser is not None:
            self.chooser.done(0)
            self.chooser.deleteLater()
            self.chooser = None
        self.chosen.emit(learner)

    @Slot(object)
    def _enable(self, stage: Stage) -> None:
        """What opens in front of the window waits until a recording is over."""
        for action in (self._window.actions_.profile, self._window.actions_.tutor_area):
            action.setEnabled(not stage.takes_in)

    def _name(self) -> None:
        if self._session is not None and self._session.learner.name:
            title = self.tr("{name} – Read-aloud tutor").format(name=self._session.learner.name)
            self._window.setWindowTitle(title)

    @Slot()
    def _edit(self) -> None:
        if self._session is not None:
            self.profiles.edit(self._session.learner)

    @Slot(object)
    def _told(self, learner: Learner) -> None:
        self.profiles.keep(learner)

    @Slot(object)
    def _changed(self, learner: Learner) -> None:
        if self._session is None:
            self._list()
        elif self._session.learner.id == learner.id:
            if learner != self._session.learner:
                self._session.learner = learner
                self.changed.emit(learner)
            self._name()

    @Slot(object)
    def _added(self, learner: Learner) -> None:
        self._newest = learner.id
        self._list()

    @Slot(object)
    def _removed(self, _: object) -> None:
        if self.entry.area is not None:
            self.entry.area.refresh()
        else:
            self._list()

    @Slot(object)
    def _failed(self, error: TutorError) -> None:
        for there in (self.entry.area, self.chooser, self._window):
            if there is not None:
                there.show_error(error)
                return
