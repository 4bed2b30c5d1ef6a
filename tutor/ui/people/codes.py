"""Asking for a PIN or a passcode, and choosing one. Looks at none itself: what is typed goes to `check` in the pool."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tutor.domain.errors import TutorError
from tutor.present.messages import error_message
from tutor.ui.announce import announce
from tutor.ui.tasks import RunTask
from tutor.ui.theme import sized

PIN = re.compile(r"[0-9]{4,8}")
_PASSCODE = re.compile(r".{6,}")
_WRONG_MS = 1000


class CodeDialog(QDialog):
    """`accept` follows the right code. With `pad` there are keys for digits, for those without a keyboard."""

    def __init__(self, title: str, check: Callable[[str], bool], run_task: RunTask, parent: QWidget, *, pad: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._check, self._run_task = check, run_task
        self.field = QLineEdit(echoMode=QLineEdit.EchoMode.Password, maxLength=200)
        self.field.setAccessibleName(title)
        self.field.setFont(sized(self.font(), 1.4))
        self.said = QLabel(wordWrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Open"))
        self._wait = QTimer(self, interval=_WRONG_MS)
        self._wait_s = 0
        column = QVBoxLayout(self)
        column.setSpacing(12)
        heading = QLabel(title, wordWrap=True)
        heading.setFont(sized(self.font(), 1.2, bold=True))
        column.addWidget(heading)
        column.addWidget(self.field)
        if pad:
            column.addLayout(self._pad())
        column.addWidget(self.said)
        column.addWidget(self.buttons)
        self.setMinimumWidth(20 * self.fontMetrics().height())
        self.buttons.accepted.connect(self.look)
        self.buttons.rejected.connect(self.reject)
        self._wait.timeout.connect(self._waited)
        self.field.setFocus()

    @Slot()
    def look(self) -> None:
        """Have what is typed looked at."""
        if self.field.text() and self.field.isEnabled():
            self._enable(on=False)
            self._run_task(partial(self._check, self.field.text()), self._looked, self._refused)

    def _pad(self) -> QGridLayout:
        grid = QGridLayout()
        for at, sign in enumerate("123456789⌫0"):
            key = QPushButton(sign, autoDefault=False)
            key.setAccessibleName(self.tr("Delete the last digit") if sign == "⌫" else sign)
            key.clicked.connect(self.field.backspace if sign == "⌫" else partial(self.field.insert, sign))
            grid.addWidget(key, at // 3, at % 3)
        return grid

    def _enable(self, *, on: bool) -> None:
        self.field.setEnabled(on)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(on)
        if on:
            self.field.clear()
            self.field.setFocus()

    @Slot(object)
    def _looked(self, right: bool) -> None:
        if right:
            self.accept()
            return
        self._enable(on=True)
        self._say(self.tr("That was not it. Try again."))

    @Slot(object)
    def _refused(self, error: TutorError) -> None:
        self._say(str(error_message(error)))
        if error.code == "code_waits":
            self._wait_s = int(str(error.facts["seconds"]))
            self._wait.start()
        else:
            self._enable(on=True)

    @Slot()
    def _waited(self) -> None:
        self._wait_s -= 1
        if self._wait_s > 0:
            self.said.setText(str(error_message(TutorError("code_waits", seconds=self._wait_s))))
        else:
            self._wait.stop()
            self._enable(on=True)
            self._say(self.tr("You can try again."))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        announce(self, words, now=True)


class NewCodeDialog(QDialog):
    """Choosing a PIN or a passcode, typed twice. `code` is what was chosen."""

    def __init__(self, title: str, about: str, parent: QWidget, *, pin: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._form = PIN if pin else _PASSCODE
        self.first, self.second = (QLineEdit(echoMode=QLineEdit.EchoMode.Password, maxLength=200) for _ in range(2))
        rule = self.tr("Four to eight digits.") if pin else self.tr("At least six signs.")
        self.said = QLabel(rule, wordWrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Keep it"))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for field, label in ((self.first, title), (self.second, self.tr("The same once more"))):
            field.setAccessibleName(label)
            field.textChanged.connect(self._look)
            form.addRow(label + ":", field)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(QLabel(about, wordWrap=True))
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self.buttons)
        self.setMinimumWidth(24 * self.fontMetrics().height())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._rule = rule
        self._look()
        self.first.setFocus()

    @property
    def code(self) -> str:
        """What was typed."""
        return self.first.text()

    @Slot()
    def _look(self) -> None:
        fits, same = bool(self._form.fullmatch(self.code)), self.code == self.second.text()
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fits and same)
        self.said.setText(self.tr("The two are not the same yet.") if fits and not same else self._rule)
