"""What holds for every test: no display, no network, a home of its own, and nothing left running behind.

Sockets are blocked by pytest-socket (`addopts` in pyproject.toml); only local ones (AF_UNIX) may be opened, and not be left open.
"""

import os

os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",  # before Qt makes its application
    "HF_HUB_OFFLINE": "1",  # read once, when huggingface_hub is imported
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
}

import gc
import logging
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer

PATIENCE_S = 1.0  # for what was told to stop and is stopping


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder where the program keeps its data during this test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("READALOUD_TUTOR_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _garbage_is_collected_here() -> Iterator[None]:
    """Between tests, as the program does in its window's thread: in another it takes Qt's objects apart there."""
    gc.disable()
    yield
    for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
        if count > most:
            gc.collect(generation)


@pytest.fixture(autouse=True)
def _no_threads_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    until = time.monotonic() + PATIENCE_S
    for thread in set(threading.enumerate()) - before:
        if not isinstance(thread, threading._DummyThread):  # Python code in a thread of Qt's: not ours to join
            thread.join(max(0.0, until - time.monotonic()))
    left = [t.name for t in set(threading.enumerate()) - before if not isinstance(t, threading._DummyThread)]
    assert not left, f"threads left running: {left}"


@pytest.fixture(autouse=True)
def _no_sockets_left() -> Iterator[None]:
    before = _open_sockets()
    yield
    left = _open_sockets() - before
    assert not left, f"sockets left open: {left}"


def _open_sockets() -> set[str]:
    """The process's sockets, where the system tells (Linux)."""
    found = set()
    for entry in Path("/proc/self/fd").glob("*"):
        try:
            found.add(str(entry.readlink()))
        except FileNotFoundError:  # the folder listing's own descriptor
            continue
    return {name for name in found if name.startswith("socket:")}


@pytest.fixture(autouse=True)
def _no_qt_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails on timers that tick, threads that run and pools that work after the test; sees those started from Python."""
    started: list[weakref.ref[QObject]] = []
    for kind in (QTimer, QThread, QThreadPool):
        _note_starts(kind, started, monkeypatch)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    alive = [thing for ref in started if (thing := ref()) is not None and shiboken6.isValid(thing)]
    left = [repr(thing) for thing in dict.fromkeys(alive) if _is_busy(thing)]
    assert not left, f"left running: {left}"


def _note_starts(kind: type[QObject], started: list[weakref.ref[QObject]], monkeypatch: pytest.MonkeyPatch) -> None:
    original: Any = kind.start  # type: ignore[attr-defined]

    def start(self: QObject, *args: object, **kwargs: object) -> object:
        started.append(weakref.ref(self))
        return original(self, *args, **kwargs)

    monkeypatch.setattr(kind, "start", start)


def _is_busy(thing: QObject) -> bool:
    """Whether it still runs, after some patience for threads and pools; stops it, for the tests that follow."""
    patience_ms = round(PATIENCE_S * 1000)
    if isinstance(thing, QTimer):
        busy = thing.isActive()
        thing.stop()
        return busy
    if isinstance(thing, QThread):
        return thing.isRunning() and not thing.wait(patience_ms)
    return isinstance(thing, QThreadPool) and not thing.waitForDone(patience_ms)


class _Warnings(logging.Handler):
    """Keeps what is logged at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails on log records of WARNING and above; a test that asks for `caplog` looks at its records itself."""
    heard = _Warnings()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    assert "caplog" in request.fixturenames or not heard.lines, f"logged: {heard.lines}"
