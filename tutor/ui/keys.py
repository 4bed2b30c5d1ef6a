"""Which keys do what: kept across starts, changed one action at a time, single characters switched off as a whole.

The window's own actions only. Space, Enter and the arrows of the page belong to the page and stay.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from tutor.ui.actions import explain

_GROUP, _SINGLE = "keys", "keys/single"  # of a learner's settings
_OF_THE_PAGE = ("Space", "Return", "Enter", "Tab", "Shift+Backtab", "Left", "Right", "Up", "Down")


class Keys(QObject):
    """Takes every action of the menus as it finds it: those keys are the first ones. `changed` follows each change."""

    changed = Signal()

    def __init__(self, window: QMainWindow, settings: QSettings) -> None:
        super().__init__(window)
        self._settings = settings
        self._first = {action: action.shortcuts() for action in _actions_of(window)}
        self._apply()

    def follow(self, settings: QSettings) -> None:
        """The keys of this learner."""
        self._settings = settings
        self._apply()

    @property
    def actions(self) -> tuple[QAction, ...]:
        """All of them, in the order of the menus."""
        return tuple(self._first)

    @property
    def single(self) -> bool:
        """Whether keys that are one character alone work."""
        return bool(self._settings.value(_SINGLE) != "off")

    @single.setter
    def single(self, on: bool) -> None:
        self._settings.setValue(_SINGLE, "on" if on else "off")
        self._apply()

    def keys_of(self, action: QAction) -> Sequence[QKeySequence]:
        """The keys of an action, also those that are switched off."""
        kept = self._settings.value(f"{_GROUP}/{action.objectName()}")
        return self._first[action] if kept is None else [QKeySequence(str(kept))] if kept else []

    def first_keys(self, action: QAction) -> Sequence[QKeySequence]:
        """Those it had before anything was changed."""
        return self._first[action]

    def give(self, action: QAction, key: QKeySequence) -> None:
        """From now on this key and no other; an empty one: none."""
        self._settings.setValue(f"{_GROUP}/{action.objectName()}", key.toString())
        self._apply()

    def reset(self, actions: Iterable[QAction]) -> None:
        """The first keys again."""
        for action in actions:
            self._settings.remove(f"{_GROUP}/{action.objectName()}")
        self._apply()

    def owner(self, key: QKeySequence, other_than: QAction) -> QAction | None:
        """Who else has this key."""
        return next((each for each in self.actions if each is not other_than and key in self.keys_of(each)), None)

    def _apply(self) -> None:
        for action in self.actions:
            keys = [key for key in self.keys_of(action) if self.single or not is_single(key)]
            if keys != action.shortcuts():
                action.setShortcuts(keys)
                explain(action)
        self.changed.emit()


def is_single(key: QKeySequence) -> bool:
    """One character without Ctrl, Alt or Meta, which speech input or a slip may type (WCAG 2.1.4)."""
    return len(key.toString().removeprefix("Shift+")) == 1


def of_the_page(key: QKeySequence) -> bool:
    """Whether the page itself needs it."""
    return key.toString() in _OF_THE_PAGE


def _actions_of(window: QMainWindow) -> list[QAction]:
    return [action for top in window.menuBar().actions() for action in _inside(top)]


def _inside(action: QAction) -> list[QAction]:
    menu = action.menu()
    return [leaf for each in menu.actions() for leaf in _inside(each)] if isinstance(menu, QMenu) else [action]
