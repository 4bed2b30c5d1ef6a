"""The way to reports from the window: of the take on the page, or of the learner's practice."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from tutor.domain.learner import Learner
from tutor.present.takes import shortened
from tutor.ui.reporting.desk import ReportDesk
from tutor.ui.session import Session
from tutor.ui.stage import Stage

if TYPE_CHECKING:
    from tutor.ui.reporting.dialog import ReportDialog
    from tutor.ui.window import MainWindow


class Reporting(QObject):
    """Lives with the window. One dialog at a time."""

    def __init__(self, window: "MainWindow", session: Session, desk_of: Callable[[Learner], ReportDesk]) -> None:
        super().__init__(window)
        self._window, self._session, self._desk_of = window, session, desk_of
        self.dialog: ReportDialog | None = None
        window.actions_.report.triggered.connect(self.open)
        window.history.report_wanted.connect(self.open_before)
        session.stage_changed.connect(self._enable)
        self._enable(session.stage)

    @Slot()
    def open(self) -> None:
        """Of the take on the page, if there is one that was assessed; else of the last weeks."""
        self._open(self._window, *self._take())

    @Slot(object)
    def open_before(self, history: QWidget) -> None:
        """Of the last weeks, in front of the history."""
        self._open(history, None, "")

    def _open(self, parent: QWidget, take_id: str | None, title: str) -> None:
        from tutor.ui.reporting.dialog import ReportDialog  # its libraries are heavy, and the window paints before them

        self.dialog = ReportDialog(self._desk_of(self._session.learner), parent, take_id, title)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _take(self) -> tuple[str | None, str]:
        attempt = self._session.attempt
        if attempt is None or attempt.assessment is None or attempt.take.is_drill:
            return None, ""
        passages = self._session.desk.passages
        title = next((each.title for each in passages if each.id == attempt.take.passage_id), shortened(attempt.take.text))
        return attempt.take.id, title

    @Slot(object)
    def _enable(self, stage: Stage) -> None:
        """What opens in front of the window waits until a recording is over."""
        self._window.actions_.report.setEnabled(stage is Stage.READY)

    @Slot()
    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
