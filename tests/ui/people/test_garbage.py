"""Python collects garbage in whichever thread makes it necessary; in this program only in the window's.

Seen before: a pool's thread took a connection of Qt's apart, held Qt's lock and waited for Python's, which the window's
thread held while it waited for Qt's. The program stood still.
"""

import gc
import threading

from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from tests.ui.people.readers import Start


class Ring:
    """Garbage once it is let go of: it holds itself. Notes the thread it is taken apart in."""

    def __init__(self, ends: list[int]) -> None:
        self.me, self._ends = self, ends

    def __del__(self) -> None:
        self._ends.append(threading.get_ident())


class Heard(QObject):
    """Who waits for the work."""

    @Slot(object)
    def told(self, _: object) -> None:
        """It is done."""


def test_garbage_is_collected_in_the_windows_thread_only(start: Start, qtbot: QtBot) -> None:
    gc.enable()  # as Python starts
    program, heard, ends = start(), Heard(), list[int]()
    Ring(ends)
    program.pool.run_task(lambda: len([[number] for number in range(200_000)]), heard.told, heard.told)
    assert program.pool.wait(10_000)
    assert not ends, "the pool's thread collected"
    qtbot.waitUntil(lambda: bool(ends), timeout=10_000)
    assert ends == [threading.get_ident()]
