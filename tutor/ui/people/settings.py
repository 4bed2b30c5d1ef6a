"""What follows a learner from start to start: their reading view, keys and marks, in a file of their own folder."""

from pathlib import Path

from PySide6.QtCore import QSettings

_FILE, _LAST = "settings.ini", "learner/settings"
_THEIRS = ("reading/", "keys/", "hidden_marks")


def settings_of(folder: Path, machine: QSettings) -> QSettings:
    """Those of the learner whose folder it is; from now on the window first shows up as they like it."""
    own = QSettings(str(folder / _FILE), QSettings.Format.IniFormat)
    for key in machine.allKeys():  # an older program kept those of its only learner here
        if key.startswith(_THEIRS):
            own.setValue(key, machine.value(key))
            machine.remove(key)
    machine.setValue(_LAST, own.fileName())
    return own


def last_settings(machine: QSettings) -> QSettings:
    """Of who read last, as long as nobody was asked; this computer's own without one."""
    path = str(machine.value(_LAST) or "")
    return QSettings(path, QSettings.Format.IniFormat) if path and Path(path).is_file() else machine
