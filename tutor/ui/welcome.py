"""The first run: who reads, a microphone that works, and the first text. Shown once, in two steps that may be skipped."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tutor.domain.microphone import MicrophoneCheck
from tutor.domain.target import Passage
from tutor.reading.passages import first_of_level
from tutor.ui.announce import announce
from tutor.ui.layout import fitting, scrolling
from tutor.ui.mic_panel import MicPanel
from tutor.ui.people.about import AboutLearner
from tutor.ui.preferences import Preferences
from tutor.ui.session import Session
from tutor.ui.theme import named, sized


class Welcome(QDialog):
    """`told` carries the learner as they say they are; `begun` the passage to begin with, or None when it was skipped."""

    told = Signal(object)
    begun = Signal(object)

    def __init__(
        self, session: Session, preferences: Preferences, passages: Sequence[Passage], folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Welcome"))
        self._session, self._preferences, self._passages = session, preferences, passages
        self.about = AboutLearner(session.learner)
        self.panel = MicPanel(session.microphone, preferences)
        self._steps = QStackedWidget()
        self.skip, self.back, self.next = (QPushButton() for _ in range(3))
        self._heading = named(QLabel(wordWrap=True), "heading")
        self._heading.setFont(sized(self.font(), 1.5, bold=True))
        for step in (self._about_you(folder), _topped(self.panel)):
            self._steps.addWidget(scrolling(step))
        self._lay_out()
        self.skip.clicked.connect(self.reject)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.panel.done.connect(self._checked)
        self.finished.connect(self._finished)
        self._show_step(0)

    def _about_you(self, folder: Path) -> QWidget:
        page = QWidget()
        kept = QLabel(wordWrap=True)
        said = self.tr(
            "Your recordings, results and these answers are kept in {folder} on this computer; nothing is downloaded or sent."
        )
        kept.setText(said.format(folder=folder))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addWidget(self.about)
        column.addWidget(kept)
        column.addStretch(1)
        return page

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        self.skip.setText(self.tr("&Skip"))
        self.skip.setAutoDefault(False)
        self.back.setText(self.tr("&Back"))
        self.back.setAutoDefault(False)
        for button in (self.panel.again, self.panel.play, self.panel.start):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(16)
        column.addWidget(self._heading)
        column.addWidget(self._steps, 1)
        column.addLayout(buttons)
        em = self.fontMetrics().height()
        self.resize(fitting(QSize(34 * em, 28 * em)))

    def _show_step(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        headings = (self.tr("Welcome! Read aloud, and see how it went."), self.tr("Does your microphone hear you well?"))
        self._heading.setText(headings[step])
        announce(self, headings[step])
        self.back.setVisible(step == 1)
        self.next.setText(self.tr("&Next") if step == 0 else self.tr("Start &reading"))
        main = self.next if step == 0 else self.panel.start
        self.next.setObjectName("primary" if step == 0 else "")
        self.next.style().polish(self.next)
        main.setDefault(True)
        (self.about.name if step == 0 else self.panel.start).setFocus()
        if step == 1:
            self.panel.look()

    @Slot()
    def _go_back(self) -> None:
        self._session.microphone.leave()
        self._show_step(0)

    @Slot()
    def _go_on(self) -> None:
        if self._steps.currentIndex() == 0:
            self.told.emit(self.about.learner)
            self._show_step(1)
        else:
            self.accept()

    @Slot(object)
    def _checked(self, check: MicrophoneCheck) -> None:
        """Where the microphone works, Enter goes on."""
        if not check.problems:
            self.next.setDefault(True)
            self.next.setFocus()

    @Slot(int)
    def _finished(self, result: int) -> None:
        self._session.microphone.leave()
        self._session.recording.device = self._preferences.microphone
        self._preferences.welcomed = True
        self.begun.emit(first_of_level(self._passages, self.about.learner.level) if result else None)


def _topped(widget: QWidget) -> QWidget:
    """With what room there is below it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return made
