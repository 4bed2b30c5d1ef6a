"""The tutor area's page of one learner's history: what they did and how it went. A take is opened in the review."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout

from tutor.domain.accepted import Accepted
from tutor.domain.errors import TutorError
from tutor.domain.learner import Learner
from tutor.reading.passages import load_passages
from tutor.ui.history.view import HistoryDesk, HistoryView
from tutor.ui.playback import Playback
from tutor.ui.tutoring.page import TutorDesk, TutorPage
from tutor.ui.tutoring.study import Study


class HistoryPage(TutorPage):
    """Opens the learner's stores when they are chosen, and closes them when another one is or the area is left."""

    review_wanted = Signal(str)  # a take's id

    def __init__(self, desk: TutorDesk) -> None:
        super().__init__(desk)
        self.title = self.tr("History")
        self._study: Study | None = None
        self._wanted: Learner | None = None
        self.view: HistoryView | None = None
        self._said = QLabel(wordWrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._said)

    def show_learner(self, learner: Learner | None) -> None:
        """Open what is theirs, anew: they may have read meanwhile."""
        self.leave()
        self._wanted = learner
        self._said.setText(self.tr("One moment…") if learner is not None else "")
        if learner is not None:
            self.desk.run_task(partial(self.desk.open_study, learner), self._opened, self._report)

    def leave(self) -> None:
        """Be silent, and close the stores."""
        self._wanted = None
        view, self.view = self.view, None
        study, self._study = self._study, None
        if view is not None:
            view.loader.close()
            view.hide()
            view.deleteLater()
        if study is not None:
            self.desk.run_task(study.close, self._closed, self._report)

    @Slot(object)
    def _opened(self, study: Study) -> None:
        if self._wanted is None or study.learner.id != self._wanted.id:
            study.close()  # the tutor went on meanwhile
            return
        self._study = study
        self._said.setText(self.tr("What {name} read").format(name=study.learner.name) if study.learner.name else "")
        self.view = HistoryView(self._desk_of(study), None)
        self.view.take_wanted.connect(self._take_wanted)
        self.view.loader.failed.connect(self._report)
        self._column.addWidget(self.view, 1)

    def _desk_of(self, study: Study) -> HistoryDesk:
        playback = Playback(study.player, study.history, self.desk.run_task, self)
        playback.failed.connect(self._report)
        return HistoryDesk(
            study.tallies, study.history, load_passages(), self.desk.clock, playback, self.desk.run_task, _nothing_accepted
        )

    @Slot(str, object, object)
    def _take_wanted(self, take_id: str, _sound: str | None, _word: str | None) -> None:
        self.review_wanted.emit(take_id)

    @Slot(object)
    def _closed(self, _: object) -> None:
        """Nothing is open any more."""

    @Slot(object)
    def _report(self, error: TutorError) -> None:
        self.failed.emit(error)


def _nothing_accepted() -> Accepted:
    """A tutor sees every sound that is marked often, also one the learner says is fine."""
    return frozenset()
