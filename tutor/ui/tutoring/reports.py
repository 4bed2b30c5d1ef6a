"""Reports in the tutor area: about the chosen learner, and about all of them. What makes them is imported when it is wanted."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from tutor.domain.learner import Learner
from tutor.ui.tutoring.page import TutorDesk, TutorPage

if TYPE_CHECKING:
    from tutor.ui.reporting.panel import ReportPanel

_MARGINS = (20, 16, 20, 12)


class ReportsPage(TutorPage):
    """What one learner practised."""

    def __init__(self, desk: TutorDesk) -> None:
        super().__init__(desk)
        self.title = self.tr("Reports")
        self.panel = _panel(self)
        self.panel.choices.reader.setCurrentIndex(self.panel.choices.reader.count() - 1)  # whoever looks here teaches

    def show_learner(self, learner: Learner | None) -> None:
        """Their practice."""
        self.panel.setEnabled(learner is not None)
        if learner is not None:
            self.panel.begin(self.desk.reports(learner))

    def leave(self) -> None:
        """Stop counting."""
        self.panel.leave()


class ClassPage(TutorPage):
    """What the class practised, and what is hard for many of it."""

    def __init__(self, desk: TutorDesk) -> None:
        super().__init__(desk)
        self.title = self.tr("Class")
        self.panel = _panel(self, for_class=True)
        self._begun = False

    def showEvent(self, event: QShowEvent) -> None:
        """Counted when it is first looked at: a whole class takes seconds."""
        super().showEvent(event)
        if not self._begun:
            self._begun = True
            self.panel.begin(self.desk.reports(None))

    def leave(self) -> None:
        """Stop counting."""
        self.panel.leave()


def _panel(page: TutorPage, *, for_class: bool = False) -> "ReportPanel":
    from tutor.ui.reporting.panel import ReportPanel

    panel, column = ReportPanel(page.desk.run_task, for_class=for_class), QVBoxLayout(page)
    column.setContentsMargins(*_MARGINS)
    column.addWidget(panel)
    panel.failed.connect(page.failed)
    return panel
