"""The window of the tutor area: chooses a learner and a page, and knows nothing of what the pages show."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from tutor.domain.errors import TutorError
from tutor.domain.learner import Learner
from tutor.present.learners import learner_rows
from tutor.present.messages import error_message
from tutor.ui.banner import Banner
from tutor.ui.layout import fitting
from tutor.ui.people.token import learners_view
from tutor.ui.rows import ROW
from tutor.ui.theme import named
from tutor.ui.tutoring.history_page import HistoryPage
from tutor.ui.tutoring.packs_page import PacksPage
from tutor.ui.tutoring.page import TutorDesk, TutorPage
from tutor.ui.tutoring.profiles import ProfilesPage
from tutor.ui.tutoring.reports import ClassPage, ReportsPage
from tutor.ui.tutoring.review_page import ReviewPage

_LIST_EM = 13


def _pages(desk: TutorDesk) -> tuple[TutorPage, ...]:
    """In the order of their tabs."""
    return (
        ReviewPage(desk),
        HistoryPage(desk),
        PacksPage(desk),
        ProfilesPage(desk),
        ReportsPage(desk),
        ClassPage(desk),
    )  # fmt: skip


class TutorArea(QDialog):
    """Opened once the passcode was right. `close` leaves it; the passcode is asked for again the next time."""

    def __init__(self, desk: TutorDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tutor area"))
        self._desk = desk
        self._shown: dict[QWidget, Learner | None] = {}
        self.banner = Banner()
        self.view, self._rows = learners_view(self.tr("Learners"))
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.setAccessibleName(self.tr("Pages of the tutor area"))
        self.tabs.tabBar().setAccessibleName(self.tr("Pages of the tutor area"))
        self.tabs.tabBar().setDrawBase(False)
        self.pages = _pages(desk)
        for page in self.pages:
            page.failed.connect(self.show_error)
            page.learners_changed.connect(self.refresh)
            self.tabs.addTab(page, page.title)
            if isinstance(page, HistoryPage):
                page.review_wanted.connect(self._review)
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(self._show)
        self.tabs.currentChanged.connect(self._show)
        self.finished.connect(self.let_go)
        self.refresh()

    @property
    def learner(self) -> Learner | None:
        """Who is chosen."""
        chosen = self.view.currentIndex()
        return chosen.data(ROW).learner if chosen.isValid() else None

    @Slot()
    def refresh(self) -> None:
        """List the learners anew."""
        self._desk.run_task(self._desk.people.learners, self._listed, self.show_error)

    def merge(self, path: Path) -> None:
        """Turn to the packs, and merge what a learner gave back."""
        page = next(page for page in self.pages if isinstance(page, PacksPage))
        self.tabs.setCurrentWidget(page)
        page.merge_file(path)

    @Slot()
    def let_go(self) -> None:
        """Have the pages close what they opened."""
        for page in self.pages:
            page.leave()

    @Slot(object)
    def show_error(self, error: TutorError) -> None:
        """Above the page."""
        self.banner.say(error_message(error))

    @Slot(str)
    def _review(self, take_id: str) -> None:
        """Turn to the review of a take of the same learner."""
        page = next(page for page in self.pages if isinstance(page, ReviewPage))
        self.tabs.setCurrentWidget(page)
        page.open_take(take_id)

    def closeEvent(self, event: QCloseEvent) -> None:
        """As the button."""
        self.reject()

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        left = named(QWidget(), "side")
        beside, column, row = QVBoxLayout(left), QVBoxLayout(), QHBoxLayout(self)
        beside.addWidget(named(QLabel(self.tr("Learners")), "caption"))
        beside.addWidget(self.view, 1)
        left.setFixedWidth(_LIST_EM * em)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("&Leave the tutor area"))
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        close.rejected.connect(self.reject)
        for widget in (self.banner, self.tabs, close):
            column.addWidget(widget, 1 if widget is self.tabs else 0)
        row.setContentsMargins(0, 0, 12, 12)
        row.addWidget(left)
        row.addLayout(column, 1)
        self.resize(fitting(QSize(76 * em, 48 * em)))

    @Slot(object)
    def _listed(self, learners: Sequence[Learner]) -> None:
        """Whoever was chosen stays chosen."""
        before = self.learner
        with QSignalBlocker(self.view.selectionModel()):
            self._rows.show_rows(learner_rows(learners))
            ids = [each.id for each in learners]
            at = ids.index(before.id) if before is not None and before.id in ids else 0
            self.view.setCurrentIndex(self._rows.index(at, 0))
        self._shown.clear()
        self._show()

    @Slot()
    def _show(self) -> None:
        """Tell the page in front, unless it knows."""
        page = self.pages[self.tabs.currentIndex()]
        if page not in self._shown or self._shown[page] != self.learner:
            self._shown[page] = self.learner
            page.show_learner(self.learner)
