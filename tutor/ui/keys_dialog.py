"""A dialog of all actions with their keys, in which each can be changed; what is changed holds at once."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tutor.ui.actions import native, unsigned
from tutor.ui.announce import announce
from tutor.ui.keys import Keys, is_single, of_the_page
from tutor.ui.rows import ROW, RowsModel, RowsView, TwoLines
from tutor.ui.theme import roomy


class KeysDialog(QDialog):
    """A list of actions; the key of the chosen one is typed below it."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setWindowTitle(self.tr("Keys"))
        roomy(self, 28, 30)
        self._rows = RowsModel[QAction](_name, lambda action: ", ".join(self._lines(action)))
        self.view = RowsView(self.tr("Actions and their keys"), TwoLines(self._lines))
        self.view.setModel(self._rows)
        self.single = QCheckBox(self.tr("&Single letters and signs work as keys"))
        self.single.setChecked(keys.single)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self._label, self._note = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._label.setBuddy(self.edit)
        self.reset_one, self.reset_all = QPushButton(self.tr("As at &first")), QPushButton(self.tr("&All as at first"))
        self._lay_out()
        self._rows.show_rows(keys.actions)
        self._connect()
        self.view.setCurrentIndex(self._rows.index(0, 0))

    @property
    def note(self) -> str:
        """What it says about the key that was typed."""
        return self._note.text()

    def choose(self, action: QAction) -> None:
        """Go to this action."""
        self.view.setCurrentIndex(self._rows.index(self._keys.actions.index(action), 0))

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("&Close"))
        buttons.rejected.connect(self.reject)
        for button in (self.reset_one, self.reset_all):
            button.setAutoDefault(False)
        buttons.addButton(self.reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        row = QHBoxLayout()
        row.addWidget(self.edit, 1)
        row.addWidget(self.reset_one)
        column = QVBoxLayout(self)
        for widget in (self.single, self.view, self._label):
            column.addWidget(widget, 1 if widget is self.view else 0)
        column.addLayout(row)
        column.addWidget(self._note)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.single.toggled.connect(self._switch)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.edit.editingFinished.connect(self._typed)
        self.reset_one.clicked.connect(self._reset_one)
        self.reset_all.clicked.connect(self._reset_all)

    def _lines(self, action: QAction) -> tuple[str, str]:
        return _name(action), " · ".join(map(self._said, self._keys.keys_of(action))) or self.tr("no key")

    def _said(self, key: QKeySequence) -> str:
        off = is_single(key) and not self._keys.single
        return self.tr("{key} (switched off)").format(key=native(key)) if off else native(key)

    def _action(self) -> QAction:
        action: QAction = self.view.currentIndex().data(ROW)
        return action

    @Slot()
    def _moved(self) -> None:
        label = self.tr("New &key for “{action}”").format(action=_name(self._action()))
        self._label.setText(label)
        for widget in (self.edit, *self.edit.findChildren(QWidget)):
            widget.setAccessibleName(unsigned(label))
        self._note.setText("")
        self._show_key()

    def _show_key(self) -> None:
        keys = self._keys.keys_of(self._action())
        self.edit.blockSignals(True)
        self.edit.setKeySequence(keys[0] if keys else QKeySequence())
        self.edit.blockSignals(False)
        self.view.doItemsLayout()

    @Slot()
    def _typed(self) -> None:
        action, key = self._action(), self.edit.keySequence()
        keys = self._keys.keys_of(action)
        if key == (keys[0] if keys else QKeySequence()):
            return
        if key.isEmpty():
            self._give(action, key, self.tr("It has no key now. It is still in the menu."))
        elif of_the_page(key):
            self._refuse(self.tr("{key} is needed to read and to move about. Choose another key.").format(key=native(key)))
        elif (owner := self._keys.owner(key, action)) is not None:
            said = self.tr("{key} is the key of “{action}”. Choose another one, or give that action another key first.")
            self._refuse(said.format(key=native(key), action=_name(owner)))
        else:
            self._give(action, key, self.tr("“{action}” has the key {key} now.").format(action=_name(action), key=native(key)))

    def _give(self, action: QAction, key: QKeySequence, said: str) -> None:
        self._keys.give(action, key)
        self._show_key()
        self._say(said)

    def _refuse(self, said: str) -> None:
        self._show_key()
        self._say(said)

    def _say(self, said: str) -> None:
        self._note.setText(said)
        announce(self, said)

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        self._keys.single = on
        self._show_key()

    @Slot()
    def _reset_one(self) -> None:
        action = self._action()
        taken = next((owner for key in self._keys.first_keys(action) if (owner := self._keys.owner(key, action))), None)
        if taken is not None:
            said = self.tr("Its first key is now the key of “{action}”. Give that action another key first.")
            self._refuse(said.format(action=_name(taken)))
        else:
            self._keys.reset([action])
            self._show_key()
            self._say(self.tr("As at first."))

    @Slot()
    def _reset_all(self) -> None:
        self._keys.reset(self._keys.actions)
        self._show_key()
        self._say(self.tr("All keys are as at first."))


def _name(action: QAction) -> str:
    return unsigned(action.text()).removesuffix("…")
