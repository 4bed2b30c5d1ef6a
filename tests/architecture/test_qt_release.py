"""The installed Qt binding doesn't lose references: PySide6 6.12.0 does on Python 3.11, and the program aborts within seconds."""

import sys

from PySide6.QtCore import QObject


def test_void_qt_calls_keep_none_alive() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")  # returns nothing; 6.12.0 drops a reference to None each time
    assert before - sys.getrefcount(None) < 100
