"""A scene: what a process does until it is killed, and what must be there then."""

import multiprocessing
import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from tutor.store.database import open_database

Word = tuple[Any, ...]
Tell = Callable[..., None]
_PATIENCE_S = 60.0  # on a busy machine
_WORDS = (1, 1, 2, 3, 5)  # after how many it may be killed: what comes later than the first is to be hit too


@dataclass(frozen=True, slots=True)
class Scene:
    """`work` goes on for ever and tells what is done; `check` gets everything that was ever told in this folder.

    `prepare` is called once, before the first process. A process is killed at most `longest_s` after one of its first words.
    `databases` are the folders in which there must be a sound database after each kill.
    """

    name: str
    work: Callable[[Path, Tell], None]
    check: Callable[[Path, list[Word]], None]
    longest_s: float
    prepare: Callable[[Path], None] | None = None
    databases: Callable[[Path, list[Word]], list[Path]] = lambda folder, _: [folder]


def play(scene: Scene, folder: Path, kills: int, seed: int) -> int:
    """Kill so many processes, one after the other, in the same folder; how many things were told. Fails when one is lost."""
    chance, told = random.Random(f"{scene.name} {seed}"), list[Word]()
    folder.mkdir(parents=True)
    if scene.prepare is not None:
        scene.prepare(folder)
    for _ in range(kills):
        told += _killed(scene, folder, chance.choice(_WORDS), chance.uniform(0, scene.longest_s))
        for one in scene.databases(folder, told):
            _assert_sound(one)
        scene.check(folder, told)
    return len(told)


def _killed(scene: Scene, folder: Path, words: int, wait_s: float) -> list[Word]:
    """What a process told before it was killed `wait_s` after so many words."""
    context = _children()
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_act, args=(scene.name, folder, there))
    child.start()
    there.close()
    told: list[Word] = []
    with here, suppress(EOFError):
        for _ in range(words):
            assert here.poll(_PATIENCE_S), "the process does nothing"
            told.append(here.recv())
        until = time.monotonic() + wait_s
        while (left := until - time.monotonic()) > 0 and here.poll(left):  # one that talks faster than we listen has its end too
            told.append(here.recv())
        os.kill(child.pid, signal.SIGKILL)
        while True:
            told.append(here.recv())  # said before it died
    child.join()
    assert child.exitcode == -signal.SIGKILL, f"{scene.name} ended by itself"
    child.close()
    return told


def _children() -> Any:
    """Children fork from a server that has imported everything, so that each takes some hundredths of a second."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.kills.scenes", "soundfile", "alembic.command"])
    return context


def _act(name: str, folder: Path, told: Connection) -> None:
    from tests.kills.scenes import SCENES

    scene = next(each for each in SCENES if each.name == name)
    scene.work(folder, lambda *word: told.send(word))


def _assert_sound(folder: Path) -> None:
    open_database(folder).close()
    with closing(sqlite3.connect(folder / "history.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
