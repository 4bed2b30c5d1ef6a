"""What goes back to the tutor: which readings, with their sound or without."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from tutor.domain.learner import KeepAudio, Learner


class GiveDialog(QDialog):
    """`given` carries the ids of the takes and whether their sound goes with them."""

    given = Signal(object, bool)

    def __init__(self, homework: Sequence[str], all_: Sequence[str], learner: Learner, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Give readings to your tutor"))
        self._homework, self._all = homework, all_
        self.homework = QRadioButton(self.tr("&Readings of my homework ({count})").format(count=len(homework)))
        self.all = QRadioButton(self.tr("&All my readings ({count})").format(count=len(all_)))
        self.sound = QCheckBox(self.tr("With their &sound, so that my tutor can listen"))
        self.save = QPushButton(self.tr("Save the &file…"))
        self.homework.setEnabled(bool(homework))
        (self.homework if homework else self.all).setChecked(True)
        self.sound.setEnabled(learner.audio is not KeepAudio.NEVER)
        self.sound.setChecked(self.sound.isEnabled())
        self.save.setEnabled(bool(all_))
        self.save.clicked.connect(self._give)
        self._lay_out()

    def _lay_out(self) -> None:
        about = self.tr(
            "They are written into one file, with their results. Put it on a stick or into the folder your tutor named. "
            "It isn't locked: whoever has the file can open it."
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (QLabel(about, wordWrap=True), self.homework, self.all, self.sound, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(30 * self.fontMetrics().height())

    @Slot()
    def _give(self) -> None:
        self.accept()
        self.given.emit(tuple(self._homework if self.homework.isChecked() else self._all), self.sound.isChecked())
