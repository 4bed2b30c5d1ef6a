"""Opens Qt's connection to the display and lets go of it: for a process of its own, since Qt ends the process where it can't."""

from PySide6.QtWidgets import QApplication


def try_window() -> int:
    """0 where a window could be opened; it doesn't return otherwise."""
    QApplication(["tutor"])
    return 0
