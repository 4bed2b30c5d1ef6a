"""The dialog of reports about one learner."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from tutor.domain.errors import TutorError
from tutor.present.messages import error_message
from tutor.ui.banner import Banner
from tutor.ui.reporting.desk import ReportDesk
from tutor.ui.reporting.panel import ReportPanel
from tutor.ui.theme import roomy

_WIDE, _HIGH = 46, 44


class ReportDialog(QDialog):
    """Open it with what reports are made of; one take of it may be named."""

    def __init__(self, desk: ReportDesk, parent: QWidget, take_id: str | None = None, title: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report"))
        self.banner, self.panel = Banner(), ReportPanel(desk.run_task)
        close = QPushButton(self.tr("&Close"), autoDefault=False)
        close.clicked.connect(self.reject)
        self.panel.row.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addWidget(self.panel, 1)
        self.panel.failed.connect(self.show_error)
        self.finished.connect(self.panel.leave)
        roomy(self, _WIDE, _HIGH)
        self.panel.begin(desk, take_id, title)

    @Slot(object)
    def show_error(self, error: TutorError) -> None:
        """Above the report."""
        self.banner.say(error_message(error))
