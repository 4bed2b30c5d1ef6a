"""What the pages of the tutor area have in common, and what they work with."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from tutor.domain.learner import Learner
from tutor.practice.ports import Clock, Passcode, People
from tutor.ui.reporting.desk import ReportDesk
from tutor.ui.tasks import RunTask
from tutor.ui.tutoring.pack_maker import PacksDesk
from tutor.ui.tutoring.study import Study


@dataclass(frozen=True, slots=True)
class TutorDesk:
    """Everything outside the tutor area. `people.folder(id)` is where a learner's stores are opened.

    `open_study`, called off the GUI thread, opens them for a review and raises `StoreError`; `settings` are the tutor's.
    """

    people: People
    passcode: Passcode
    run_task: RunTask
    remove: Callable[[Learner], None]  # for good, once nothing of theirs is open
    reports: Callable[[Learner | None], ReportDesk]  # None: of the class
    open_study: Callable[[Learner], Study]
    clock: Clock
    settings: QSettings
    packs: PacksDesk


class TutorPage(QWidget):
    """A page about a learner, or about all of them. `title` is on its tab."""

    failed = Signal(object)  # a TutorError to be shown
    learners_changed = Signal()

    title: str

    def __init__(self, desk: TutorDesk) -> None:
        super().__init__()
        self.desk = desk

    def show_learner(self, learner: Learner | None) -> None:
        """Whom the tutor chose on the left; None: there is nobody. A page about all learners does nothing."""

    def leave(self) -> None:
        """The area is closed: be silent and let go of what was opened."""
