"""A second opinion of the take that is shown: the assessor that ships against the chosen one, side by side."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from tutor.domain.assessment import Assessment
from tutor.domain.errors import Cancelled, TutorError
from tutor.domain.opinions import Opinions, side_by_side
from tutor.domain.target import Target
from tutor.practice.ports import Assessor, History, Progress
from tutor.present.opinions import OpinionRow, opinion_rows, opinions_summary
from tutor.ui.announce import announce
from tutor.ui.layout import fitting
from tutor.ui.rows import RowsModel, RowsView, TwoLines
from tutor.ui.session import Session
from tutor.ui.stage import Stage

BUILT_IN = "embedded"  # the engine on a model's stamp
LoadBuiltIn = Callable[[], Assessor]


class SecondOpinion(QObject):
    """`failed` carries a `TutorError`. There is one to be had where one of the two assessors is not the one that ships."""

    failed = Signal(object)

    def __init__(self, action: QAction, window: QWidget) -> None:
        super().__init__(window)
        self._action, self._window = action, window
        self._session: Session | None = None
        self._load: LoadBuiltIn | None = None
        self._large = False
        self._ticket: int | None = None
        self.dialog: OpinionDialog | None = None
        action.setEnabled(False)
        action.triggered.connect(self._ask)

    dialog: "OpinionDialog | None"  # the one that is open

    def begin(self, session: Session, load: LoadBuiltIn) -> None:
        """Of this session's takes; `load` makes the assessor that ships."""
        self._session, self._load = session, load
        session.judged.connect(self._judged)
        session.stage_changed.connect(self.refresh)

    def choose(self, *, large: bool) -> None:
        """Whether the chosen assessor is another than the one that ships."""
        self._large = large
        self.refresh()

    @Slot()
    def refresh(self, stage: Stage | None = None) -> None:
        """Whether it can be asked for now."""
        session = self._session
        said = session.assessment if session is not None and (stage or session.stage) is Stage.READY else None
        self._action.setEnabled(said is not None and not said.verdict.refuses and (self._large or said.model.engine != BUILT_IN))

    @Slot()
    def _ask(self) -> None:
        session = self._session
        if session is None or self._load is None or session.attempt is None or session.target is None or self.dialog is not None:
            return
        self.dialog = OpinionDialog(self._window)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()
        work = _Second(self._load, session.desk.history, session.attempt.take.id, session.target)
        self._ticket = session.judge(work)

    @Slot(int, object)
    def _judged(self, ticket: int, result: object) -> None:
        if ticket != self._ticket or self.dialog is None:
            return
        self._ticket = None
        if isinstance(result, Opinions):
            self.dialog.show_opinions(result)
            return
        self.dialog.reject()
        if isinstance(result, TutorError) and not isinstance(result, Cancelled):
            self.failed.emit(result)

    @Slot()
    def _closed(self) -> None:
        self.dialog = None
        if self._ticket is not None and self._session is not None:
            self._session.stop_judging(self._ticket)
            self._ticket = None


class OpinionDialog(QDialog):
    """Waits for the second opinion, then shows both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A second opinion"))
        self.summary = QLabel(self.tr("Listening to your take once more…"), wordWrap=True)
        self._rows = RowsModel[OpinionRow](lambda row: row.shown, lambda row: row.spoken)
        self.view = RowsView(self.tr("What both say"), TwoLines(lambda row: (row.shown, row.below)))
        self.view.setModel(self._rows)
        self._note = QLabel(wordWrap=True)
        self._note.setProperty("quiet", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("&Close"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.summary, self.view, self._note, buttons):
            column.addWidget(widget, 1 if widget is self.view else 0)
        em = self.fontMetrics().height()
        self.resize(fitting(QSize(30 * em, 26 * em)))

    def show_opinions(self, opinions: Opinions) -> None:
        """Both are there."""
        self.summary.setText(opinions_summary(opinions))
        self._note.setText(
            self.tr("First: as shown on the page. Second: the other assessor. “Apart” means that no score would suit both bands.")
        )
        self._rows.show_rows(opinion_rows(opinions))
        self.view.setFocus()
        announce(self, self.summary.text())


@dataclass(frozen=True, slots=True)
class _Second:
    """By the chosen assessor for what the one that ships has judged, and the other way round."""

    load: LoadBuiltIn
    history: History
    take_id: str
    target: Target

    def __call__(self, assessor: Assessor, progress: Progress) -> Opinions:
        """In the assessor's thread."""
        from tutor.practice.assess import assess_sound

        first = self.history.attempt(self.take_id).assessment
        assert isinstance(first, Assessment), "asked for only where there is one"
        other = assessor if first.model.engine == BUILT_IN else self.load()
        return side_by_side(first, assess_sound(self.history.waveform(self.take_id), self.target, other, progress))
