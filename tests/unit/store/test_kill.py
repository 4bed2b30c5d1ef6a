"""`kill -9` at any moment costs no sample that `write` returned for, and leaves the database sound."""

import multiprocessing
import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from ctypes import c_int64
from multiprocessing.sharedctypes import RawValue
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.unit.store import killed
from tutor.store.database import open_database
from tutor.store.history import SqlHistory

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
TIMES = 20


@pytest.fixture(scope="module")
def processes() -> Any:
    """Children fork from a server that has imported everything, so that twenty of them take a second or two."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.unit.store.killed", "soundfile", "alembic.command"])
    return context


def kill_soon(processes: Any, work: Callable[..., None], *arguments: object, begun: Any, wait_s: float) -> None:
    """Run `work`, kill it `wait_s` after it has `begun` to count."""
    child = processes.Process(target=work, args=arguments)
    child.start()
    deadline = time.monotonic() + 60  # on a busy machine
    while not begun.value and child.is_alive() and time.monotonic() < deadline:
        time.sleep(0.001)
    assert begun.value, "the child never began"
    time.sleep(wait_s)
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    assert child.exitcode == -signal.SIGKILL, "the child had ended by itself"
    child.close()


def assert_sound(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "history.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_no_written_sample_is_lost_when_the_recording_is_killed(tmp_path: Path, processes: Any) -> None:
    chance = random.Random(7)
    open_database(tmp_path).close()
    for _ in range(TIMES):
        written = RawValue(c_int64, 0)
        kill_soon(processes, killed.record, tmp_path, written, begun=written, wait_s=chance.uniform(0, 0.03))
        history = SqlHistory(open_database(tmp_path))
        (take,) = history.recover()
        samples = history.waveform(take.id).samples
        history.database.close()
        assert len(samples) >= written.value * killed.BLOCK
        whole = np.concatenate([killed.block(number) for number in range(written.value + 1)])
        np.testing.assert_allclose(samples[: len(whole)], whole[: len(samples)], atol=2**-23)
        assert take.recovered
        assert_sound(tmp_path)
    assert [path.suffix for path in (tmp_path / "takes").iterdir()] == [".flac"] * TIMES


def test_no_take_and_no_assessment_is_lost_when_saving_is_killed(tmp_path: Path, processes: Any) -> None:
    chance = random.Random(11)
    whole = np.concatenate([killed.block(number) for number in range(3)])
    for round_ in range(TIMES):
        folder = tmp_path / str(round_)
        written, finished, saved = (RawValue(c_int64, 0) for _ in range(3))
        counts = (written, finished, saved)
        kill_soon(processes, killed.practise, folder, *counts, begun=written, wait_s=chance.uniform(0, 0.1))
        history = SqlHistory(open_database(folder))
        history.recover()
        attempts = history.attempts(10_000)
        for attempt in attempts:
            samples = history.waveform(attempt.take.id).samples
            np.testing.assert_allclose(samples, whole[: len(samples)], atol=2**-23)
        complete = [attempt for attempt in attempts if attempt.take.seconds == len(whole) / killed.RATE]
        history.database.close()
        assert len(complete) >= written.value
        assert sum(not attempt.take.recovered for attempt in attempts) >= finished.value
        assert sum(attempt.assessment is not None for attempt in attempts) >= saved.value
        assert_sound(folder)


def test_a_history_killed_while_it_is_made_can_be_opened(tmp_path: Path, processes: Any) -> None:
    chance = random.Random(13)
    for round_ in range(TIMES // 2):
        begun = RawValue(c_int64, 0)
        folder = tmp_path / str(round_)
        kill_soon(processes, killed.open_only, folder, begun, begun=begun, wait_s=chance.uniform(0.005, 0.05))
        history = SqlHistory(open_database(folder / str(begun.value)))
        assert history.attempts() == []
        history.database.close()
        assert_sound(folder / str(begun.value))


def test_of_several_processes_that_make_a_history_at_once_one_writes_and_all_read(tmp_path: Path, processes: Any) -> None:
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
