"""A learner's profile as a dialog: who they are, and what is kept of their readings. Keeps nothing itself."""

from dataclasses import replace

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tutor.domain.learner import KeepAudio, Learner
from tutor.ui.layout import fitting, scrolling
from tutor.ui.people.about import AboutLearner

_DAYS = (None, 30, 90, 180, 365)


class ProfileDialog(QDialog):
    """`learner` is what is filled in. A new one (without id) has no PIN yet and can't be deleted."""

    pin_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, learner: Learner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Profile") if learner.id else self.tr("New learner"))
        self.about = AboutLearner(learner)
        self.sound, self.days = QComboBox(), QComboBox()
        self.scores = QCheckBox(self.tr("Delete only the sound, keep the &scores"))
        self._fill(learner)
        self.about.ask(self.tr("&Recordings:"), self.sound, self.tr("Recordings"))
        self.about.ask(self.tr("&Delete old readings:"), self.days, self.tr("Delete old readings"))
        self.about.form.addRow("", self.scores)
        self.note = QLabel(wordWrap=True)
        self.pin = QPushButton(self.tr("Change the &PIN…") if learner.has_pin else self.tr("Choose a &PIN…"), autoDefault=False)
        self.delete = QPushButton(self.tr("Delete this &learner…"), autoDefault=False)
        for button in (self.pin, self.delete):
            button.setVisible(bool(learner.id))
        self._lay_out()
        self.sound.currentIndexChanged.connect(self._explain)
        self.days.currentIndexChanged.connect(self._explain)
        self.scores.toggled.connect(self._explain)
        self.pin.clicked.connect(self.pin_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self._explain()
        self.about.name.setFocus()

    @property
    def learner(self) -> Learner:
        """What was given, with what is filled in now."""
        return replace(
            self.about.learner, audio=KeepAudio(self.sound.currentData()), expires_days=self.days.currentData(),
            scores_stay=self.scores.isChecked(),
        )  # fmt: skip

    def _fill(self, learner: Learner) -> None:
        for kind, words in (
            (KeepAudio.KEPT, self.tr("Keep all of them")),
            (KeepAudio.THINNED, self.tr("Keep only the newest of each text")),
            (KeepAudio.NEVER, self.tr("Keep none: scores only")),
        ):
            self.sound.addItem(words, kind)
        self.sound.setCurrentIndex(self.sound.findData(learner.audio))
        after = self.tr("{days} days after they were made")
        for days in dict.fromkeys((*_DAYS, learner.expires_days)):
            self.days.addItem(self.tr("Never") if days is None else after.format(days=days), days)
        self.days.setCurrentIndex(self.days.findData(learner.expires_days))
        self.scores.setChecked(learner.scores_stay)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Keep this"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        inside, row = QWidget(), QHBoxLayout()
        row.addWidget(self.pin)
        row.addWidget(self.delete)
        row.addStretch(1)
        column, whole = QVBoxLayout(inside), QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 8)
        column.setSpacing(16)
        column.addWidget(self.about)
        column.addWidget(self.note)
        column.addLayout(row)
        column.addStretch(1)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))
        buttons.setContentsMargins(20, 0, 20, 16)
        whole.addWidget(buttons)
        em = self.fontMetrics().height()
        self.resize(fitting(QSize(30 * em, 36 * em)))

    @Slot()
    def _explain(self) -> None:
        """What a choice means for what is there already."""
        kept = {
            KeepAudio.KEPT: self.tr("You can listen to every reading again."),
            KeepAudio.THINNED: self.tr("Older recordings of a text are deleted when newer ones come; their scores stay."),
            KeepAudio.NEVER: self.tr("Nothing you say is written to the disk, so a reading can't be played again later."),
        }[KeepAudio(self.sound.currentData())]
        expires = self.days.currentData() is not None
        self.scores.setEnabled(expires)
        gone = self.tr("Readings that are older are deleted with their scores.") if expires else ""
        if expires and self.scores.isChecked():
            gone = self.tr("The sound of readings that are older is deleted; their scores stay.")
        self.note.setText(f"{kept} {gone}".strip())
