"""`kill -9` at any moment costs nothing that was acknowledged, and leaves the database sound. `tests/kills` says how."""

import multiprocessing
import signal
import time
from ctypes import c_int64
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import RawValue
from pathlib import Path

import pytest

from tests.kills.scene import Scene, play
from tests.kills.scenes import SCENES
from tests.unit.store import killed
from tutor.store.database import open_database
from tutor.store.history import SqlHistory

TIMES = 4  # `python -m tests.kills 300` does more


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
@pytest.mark.parametrize("scene", SCENES, ids=[scene.name for scene in SCENES])
def test_nothing_acknowledged_is_lost_when_a_process_is_killed(tmp_path: Path, scene: Scene) -> None:
    assert play(scene, tmp_path / "scene", TIMES, seed=7) >= TIMES


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_a_process_that_talks_faster_than_it_is_listened_to_is_killed_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def receive(here: Connection) -> object:
        time.sleep(0.0005)
        return known(here)

    known = Connection.recv
    monkeypatch.setattr(Connection, "recv", receive)
    record = next(scene for scene in SCENES if scene.name == "record")
    assert play(record, tmp_path / "scene", 1, seed=7) >= 1


def test_of_several_processes_that_make_a_history_at_once_one_writes_and_all_read(tmp_path: Path) -> None:
    processes = multiprocessing.get_context("forkserver")
    wrote, all_open = [RawValue(c_int64, -1) for _ in range(3)], processes.Barrier(3)
    children = [processes.Process(target=killed.open_and_keep, args=(tmp_path / "data", one, all_open)) for one in wrote]
    for child in children:
        child.start()
    for child in children:
        child.join(60)
    assert [child.exitcode for child in children] == [0] * 3
    assert sorted(one.value for one in wrote) == [-1, -1, 1]
    history = SqlHistory(open_database(tmp_path / "data"))
    assert len(history.attempts()) == 1
    history.database.close()
