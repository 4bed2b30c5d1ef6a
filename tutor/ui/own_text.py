"""A dialog to type, paste or open a text of one's own."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget


class OwnText(QDialog):
    """`text()` is what was written, without blank ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("My text"))
        self.resize(560, 400)
        said = QLabel(self.tr("&Type or paste the English text you want to read:"))
        self._edit = QPlainTextEdit(tabChangesFocus=True)
        self._edit.setAccessibleName(self.tr("Your text"))
        said.setBuddy(self._edit)
        self._problem = QLabel(wordWrap=True)
        button = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(button.Ok | button.Cancel)
        self._read = buttons.button(button.Ok)
        self._read.setText(self.tr("&Read this"))
        open_button = buttons.addButton(self.tr("&Open a text file…"), QDialogButtonBox.ButtonRole.ActionRole)
        open_button.clicked.connect(self._open)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._edit.textChanged.connect(self._changed)
        column = QVBoxLayout(self)
        for widget in (said, self._edit, self._problem, buttons):
            column.addWidget(widget)
        self._problem.hide()
        self._changed()

    def text(self) -> str:
        """What was written."""
        return self._edit.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Begin with this."""
        self._edit.setPlainText(text)

    @Slot()
    def _changed(self) -> None:
        self._read.setEnabled(bool(self.text()))

    @Slot()
    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open a text"), "", self.tr("Text (*.txt);;All files (*)"))
        if not name:
            return
        try:
            self.set_text(Path(name).read_text(encoding="utf-8-sig"))
            self._problem.hide()
        except (OSError, UnicodeDecodeError):
            self._problem.setText(self.tr("This file can't be read as text. Copy its text and paste it here."))
            self._problem.show()
