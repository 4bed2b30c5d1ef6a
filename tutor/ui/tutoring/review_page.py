"""The tutor area's page of one learner's takes: what is new, how they are marked, and how far tutor and program agree."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QSignalBlocker, Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tutor.domain.agreement import Refit
from tutor.domain.errors import TutorError
from tutor.domain.learner import Learner
from tutor.domain.strictness import Strictness, Threshold
from tutor.practice.overview import Overview, overview
from tutor.practice.review import Reviewing
from tutor.present.review import ToReview, to_review_rows
from tutor.ui.flow import FlowLayout
from tutor.ui.layout import scrolling
from tutor.ui.rows import ROW, RowsModel, RowsView, TwoLines
from tutor.ui.theme import sized
from tutor.ui.tutoring.agreement_box import AgreementBox
from tutor.ui.tutoring.page import TutorDesk, TutorPage
from tutor.ui.tutoring.review_session import ReviewSession
from tutor.ui.tutoring.review_window import ReviewWindow
from tutor.ui.tutoring.strictness_box import StrictnessBox
from tutor.ui.tutoring.study import Study

_NAME = "tutor/name"  # of the settings


class ReviewPage(TutorPage):
    """Opens the learner's stores when they are chosen, and closes them when another one is or the area is left."""

    def __init__(self, desk: TutorDesk) -> None:
        super().__init__(desk)
        self.title = self.tr("Review")
        self._study: Study | None = None
        self._wanted: Learner | None = None
        self._found = Overview()
        self._asked_for: str | None = None
        self.window_: ReviewWindow | None = None
        self._head, self._said = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._head.setFont(sized(self.font(), 1.2, bold=True))
        self._said.setProperty("quiet", True)
        self._rows = RowsModel[ToReview](_title, _spoken)
        self.view = RowsView(self.tr("Takes; Enter opens one"), TwoLines(_lines))
        self.view.setModel(self._rows)
        self.review, self.skip = QPushButton(self.tr("&Review the next new take")), QPushButton(self.tr("&None of these is new"))
        self.name = QLineEdit(str(desk.settings.value(_NAME, "") or ""), placeholderText=self.tr("Tutor"))
        self.name.setAccessibleName(self.tr("Your name, as learners see it"))
        self.name.setTextMargins(4, 3, 4, 3)
        self.name.setMinimumWidth(20 * self.name.fontMetrics().averageCharWidth())  # below its label where both don't fit
        self.strictness, self.agreement = StrictnessBox(), AgreementBox()
        self._lay_out()
        self._connect()
        self._shown(False)

    def show_learner(self, learner: Learner | None) -> None:
        """Open what is theirs."""
        if self._study is None or learner is None or self._study.learner.id != learner.id:
            self._let_go()
        self._wanted = learner
        self.setEnabled(learner is not None)
        if learner is not None:
            if self._study is None:
                self._shown(False)
            self.desk.run_task(partial(self._read, self._study, learner, self.tutor), self._show, self._report)

    def leave(self) -> None:
        """Close the window of a review, and the stores."""
        self._wanted = None
        if self.window_ is not None:
            self.window_.close()
        self._let_go()

    def open_take(self, take_id: str) -> None:
        """Review that one, at once or as soon as the learner's takes are here."""
        self._asked_for = take_id
        if self._study is not None:
            self._open_asked()

    @property
    def tutor(self) -> str:
        """The name that rows are added under."""
        return self.name.text().strip() or self.tr("Tutor")

    def _reviewing(self, study: Study, tutor: str) -> Reviewing:
        return Reviewing(study.reviews, tutor, self.desk.clock)

    def _read(self, study: Study | None, learner: Learner, tutor: str) -> tuple[Study, Overview]:
        """In the pool."""
        opened = study or self.desk.open_study(learner)
        return opened, overview(opened.history, self._reviewing(opened, tutor))

    @Slot(object)
    def _show(self, read: tuple[Study, Overview]) -> None:
        study, self._found = read
        if self._wanted is None or study.learner.id != self._wanted.id:
            if study is not self._study:
                study.close()  # the tutor went on meanwhile
            return
        self._study = study
        self._shown(True)
        found, many = self._found, len(self._found.new)
        self._head.setText(self.tr("{count} new").format(count=many) if many else self.tr("Nothing new"))
        self._said.setText(self._what_is_new())
        with QSignalBlocker(self.view.selectionModel()):
            at = max(self.view.currentIndex().row(), 0)
            self._rows.show_rows(to_review_rows(found.attempts, found.seen.opened, found.seen.reviewed))
            self.view.setCurrentIndex(self._rows.index(min(at, len(self._rows.rows) - 1), 0))
        self.review.setEnabled(many > 0)
        self.skip.setEnabled(many > 0)
        self.strictness.show_rule(found.rule)
        self.agreement.show_overview(found)
        self._open_asked()

    def _shown(self, loaded: bool) -> None:
        """Nothing of one learner stands there while another one's stores are opened."""
        for part in self._parts:
            part.setVisible(loaded)
        if not loaded:
            self._head.setText(self.tr("One moment…"))

    def _what_is_new(self) -> str:
        said = self.tr("The newest {all} takes; you are done with {done}. New are those you have not opened.")
        return said.format(all=len(self._found.attempts), done=len(self._found.seen.reviewed))

    def _let_go(self) -> None:
        study, self._study = self._study, None
        if study is not None:
            self.desk.run_task(study.close, self._closed, self._report)

    def _act(self, act: Callable[[Reviewing], object]) -> None:
        """Add rows, then show what follows from them."""
        if self._study is not None:
            work = partial(self._acted, act, self._study, self.tutor)
            self.desk.run_task(work, self._show, self._report)

    def _acted(self, act: Callable[[Reviewing], object], study: Study, tutor: str) -> tuple[Study, Overview]:
        """In the pool, where no field can be read."""
        act(self._reviewing(study, tutor))
        return study, overview(study.history, self._reviewing(study, tutor))

    @Slot()
    def _open_next(self) -> None:
        if self._found.new:
            self._open(self._found.new[0].take.id)

    @Slot(QModelIndex)
    def _open_row(self, index: QModelIndex) -> None:
        self._open(index.data(ROW).take_id)

    def _open_asked(self) -> None:
        take_id, self._asked_for = self._asked_for, None
        if take_id is not None:
            self._open(take_id)

    def _open(self, take_id: str) -> None:
        if self._study is None:
            return
        if self.window_ is None:
            session = ReviewSession(self._study, self._reviewing(self._study, self.tutor), self.desk.run_task, self)
            self.window_ = ReviewWindow(session, self.desk.clock, self.desk.settings, self.window())
            self.window_.closed.connect(self._window_closed)
            self.window_.show()
        self.window_.open(take_id)
        self.window_.activateWindow()

    @Slot()
    def _window_closed(self) -> None:
        window, self.window_ = self.window_, None
        if window is not None:
            window.session.deleteLater()
            window.deleteLater()
        if self._wanted is not None:
            self.show_learner(self._wanted)

    @Slot()
    def _skip(self) -> None:
        new = [attempt.take.id for attempt in self._found.new]
        self._act(lambda reviewing: reviewing.skip(new))

    @Slot(object, object)
    def _set_strictness(self, accuracy: Strictness, pauses: Strictness) -> None:
        self._act(lambda reviewing: reviewing.set_strictness(accuracy, pauses))

    @Slot(str, object)
    def _use(self, symbol: str, found: Refit) -> None:
        model = self._found.model
        if model is not None:
            self._act(lambda reviewing: reviewing.use(symbol, model, found))

    @Slot(object)
    def _back(self, fitted: Threshold) -> None:
        self._act(lambda reviewing: reviewing.back(fitted))

    @Slot()
    def _named(self) -> None:
        self.desk.settings.setValue(_NAME, self.name.text().strip())
        self.show_learner(self._wanted)

    @Slot(object)
    def _closed(self, _: object) -> None:
        """Nothing is open any more."""

    @Slot(object)
    def _report(self, error: TutorError) -> None:
        self.failed.emit(error)

    def _connect(self) -> None:
        self.view.activated.connect(self._open_row)
        self.review.clicked.connect(self._open_next)
        self.skip.clicked.connect(self._skip)
        self.name.editingFinished.connect(self._named)
        self.strictness.chosen.connect(self._set_strictness)
        self.agreement.use_wanted.connect(self._use)
        self.agreement.back_wanted.connect(self._back)

    def _lay_out(self) -> None:
        buttons, left, right = QWidget(), QWidget(), QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.review)
        row.addWidget(self.skip)
        takes, settings, form = QVBoxLayout(left), QVBoxLayout(right), QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for widget in (self._head, self._said, buttons, self.view):
            takes.addWidget(widget, 1 if widget is self.view else 0)
        label = QLabel(self.tr("&Your name, as learners see it"))
        label.setBuddy(self.name)
        form.addRow(label, self.name)
        settings.addLayout(form)
        for title, box in ((self.tr("How strictly this learner is marked"), self.strictness),
                           (self.tr("How far you and the program agree"), self.agreement)):  # fmt: skip
            head = QLabel(title, wordWrap=True)
            head.setFont(sized(self.font(), 1.1, bold=True))
            settings.addSpacing(10)
            settings.addWidget(head)
            settings.addWidget(box)
        settings.addStretch(1)
        beside = scrolling(right)
        self._parts = (self._said, buttons, self.view, beside)
        whole = QHBoxLayout(self)
        whole.addWidget(left, 4)
        whole.addWidget(beside, 5)


def _title(row: ToReview) -> str:
    return f"{row.sign} {row.title}".strip()


def _spoken(row: ToReview) -> str:
    return f"{row.title}; {row.below}"


def _lines(row: ToReview) -> tuple[str, str]:
    return _title(row), row.below
