"""The pool of short jobs: answers come in order, and after its end nothing begins any more."""

import threading
from functools import partial

from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from tutor.ui.tasks import TaskPool


class Asker(QObject):
    """Keeps its answers, and asks for one more with each."""

    def __init__(self, pool: TaskPool) -> None:
        super().__init__()
        self.pool, self.told, self.begun = pool, list[object](), list[int]()

    def ask(self, number: int) -> None:
        self.pool.run_task(lambda: self._work(number), self.answered, self.answered)

    def _work(self, number: int) -> int:
        self.begun.append(number)
        return number

    @Slot(object)
    def answered(self, answer: object) -> None:
        self.told.append(answer)
        if isinstance(answer, int) and answer < 100:
            self.ask(answer + 100)


def test_answers_come_in_the_order_of_the_questions(qtbot: QtBot) -> None:
    asker = Asker(TaskPool())
    for number in (1, 2, 3):
        asker.ask(number)
    qtbot.waitUntil(lambda: len(asker.told) == 6)
    assert asker.told == [1, 2, 3, 101, 102, 103]
    assert asker.pool.close()


def test_an_answer_that_comes_after_the_end_begins_nothing(qtbot: QtBot) -> None:
    asker, gate = Asker(TaskPool()), threading.Event()
    asker.pool.run_task(lambda: asker._work(1) if gate.wait(10) else 0, asker.answered, asker.answered)
    gate.set()
    assert asker.pool.close()
    qtbot.waitUntil(lambda: asker.told == [1])
    assert asker.begun == [1]
    assert asker.pool.wait(1000)


class Held:
    """Notes the thread it ends in."""

    def __init__(self, ends: list[int]) -> None:
        self._ends = ends

    def __del__(self) -> None:
        self._ends.append(threading.get_ident())


def test_what_the_work_held_ends_in_the_windows_thread(qtbot: QtBot) -> None:
    asker, ends = Asker(TaskPool()), list[int]()
    for number in range(100, 120):
        asker.pool.run_task(partial(_number, number, Held(ends)), asker.answered, asker.answered)
    qtbot.waitUntil(lambda: len(ends) == 20)
    assert set(ends) == {threading.get_ident()}
    assert asker.pool.close()


def _number(number: int, _held: Held) -> int:
    return number
