"""A dialog to type, paste or open a text of one's own, and to see how it will be read before it is kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from tutor.domain.errors import TutorError
from tutor.domain.library import OwnText, split_tags, title_of
from tutor.domain.target import Target
from tutor.present.messages import error_message
from tutor.present.texts import TextReport, text_report
from tutor.ui.actions import unsigned
from tutor.ui.tasks import RunTask
from tutor.ui.theme import roomy

_QUIET_MS = 300  # after the last key, before the text is looked at
MakeTarget = Callable[[str, str | None], Target]


class OwnTextDialog(QDialog):
    """`kept` carries the text when the person wants it, new or changed."""

    kept = Signal(object)

    def __init__(self, own: OwnText, make_target: MakeTarget, run_task: RunTask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own, self._make_target, self._run_task = own, make_target, run_task
        self.setWindowTitle(self.tr("My text"))
        self.title, self.tags, self.edit = QLineEdit(own.title), QLineEdit(", ".join(own.tags)), QPlainTextEdit(own.text)
        self.report = QLabel(wordWrap=True)
        self._timer = QTimer(self, interval=_QUIET_MS, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        self.edit.textChanged.connect(self._changed)
        self.edit.setFocus()
        self._changed()

    def own_text(self) -> OwnText:
        """What was written; a text without a title is called by its first line."""
        text = self.edit.toPlainText().strip()
        title = " ".join(self.title.text().split()) or title_of(text)
        return OwnText(self._own.id, title, text, split_tags(self.tags.text()))

    def _lay_out(self) -> None:
        roomy(self, 34, 28)
        self.title.setPlaceholderText(self.tr("The first line, if you leave this empty"))
        self.tags.setPlaceholderText(self.tr("For example: work, easy"))
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumHeight(6 * self.fontMetrics().height())
        form = QFormLayout(rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in ((self.tr("T&itle"), self.title), (self.tr("Ta&gs, between commas"), self.tags)):
            form.addRow(name, field)
            field.setTextMargins(4, 3, 4, 3)
            field.setAccessibleName(unsigned(name))
        said = QLabel(self.tr("&Type or paste the English text you want to read:"))
        self.edit.setAccessibleName(self.tr("Your text"))
        said.setBuddy(self.edit)
        self.report.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self.edit, 1)
        column.addWidget(self.report)
        column.addLayout(form)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        button = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(button.Ok | button.Cancel)
        self.keep = buttons.button(button.Ok)
        self.keep.setText(self.tr("&Keep and read"))
        buttons.button(button.Cancel).setText(self.tr("&Cancel"))
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        return buttons

    @Slot()
    def _keep(self) -> None:
        self.kept.emit(self.own_text())
        self.accept()

    @Slot()
    def _changed(self) -> None:
        self.keep.setEnabled(False)
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        text = self.edit.toPlainText().strip()
        if text:
            self._run_task(partial(_report, self._make_target, text), self._looked, self._refused)
        else:
            self.report.setText("")

    @Slot(object)
    def _looked(self, found: tuple[str, TextReport]) -> None:
        text, said = found
        if text == self.edit.toPlainText().strip():
            self.report.setText("\n".join(line for line in (f"{said.length}.", said.read_as, said.guessed) if line))
            self.keep.setEnabled(True)

    @Slot(object)
    def _refused(self, error: TutorError) -> None:
        self.report.setText(str(error_message(error)))


def _report(make_target: MakeTarget, text: str) -> tuple[str, TextReport]:
    """In the pool; raises `TextError`."""
    return text, text_report(make_target(text, None))
