"""The fixtures of conftest.py catch what they are there for: each test of a small suite leaves one thing behind."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent
CARELESS = """
import logging, socket, threading, time
import pytest
from PySide6.QtCore import QCoreApplication, QRunnable, QThread, QThreadPool, QTimer

kept = []

def test_thread():
    stop = threading.Event()
    kept.append(stop)
    threading.Thread(target=stop.wait, args=(30,), daemon=True).start()

def test_local_socket():
    kept.append(socket.socket(socket.AF_UNIX))

def test_network():
    socket.create_connection(("127.0.0.1", 9))

def test_timer(qapp):
    timer = QTimer()
    kept.append(timer)
    timer.start(1000)

def test_qthread(qapp):
    thread = QThread()
    kept.append(thread)
    thread.start()

def test_pool(qapp):
    class Slow(QRunnable):
        def run(self):
            time.sleep(2)
    pool = QThreadPool()
    kept.append(pool)
    pool.start(Slow())

def test_log():
    logging.getLogger("tutor.x").warning("odd")

def test_warning():
    import warnings
    warnings.warn("old")

def test_tidy(qapp, caplog, home):
    assert not home.exists()
    logging.getLogger("tutor.x").warning("looked at")
    thread = QThread()
    thread.start()
    thread.quit()
    assert thread.wait(1000)
    timer = QTimer()
    timer.start(1000)
    timer.stop()

def test_end(qapp):
    event, local_socket, _, qthread, pool = kept
    event.set()
    local_socket.close()
    qthread.quit()
    assert qthread.wait(1000)
    assert pool.waitForDone(5000)
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What pytest says of each careless test."""
    folder = tmp_path_factory.mktemp("careless")
    (folder / "conftest.py").write_text((TESTS / "conftest.py").read_text())
    (folder / "test_careless.py").write_text(CARELESS)
    options: list[str | Path] = ["-c", TESTS.parent / "pyproject.toml", "--rootdir", folder, "-p", "no:cacheprovider", "-rA"]
    command: list[str | Path] = [sys.executable, "-m", "pytest", *options, folder]
    said = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False).stdout
    return {name: how for how, name in re.findall(r"^(PASSED|FAILED|ERROR) \S*test_careless\.py::(\w+)", said, re.MULTILINE)}


@pytest.mark.parametrize("left", ["thread", "local_socket", "timer", "qthread", "pool", "log"])
def test_what_a_test_leaves_behind_is_an_error(outcomes: dict[str, str], left: str) -> None:
    assert outcomes[f"test_{left}"] == "ERROR"


@pytest.mark.parametrize("done", ["network", "warning"])
def test_what_a_test_must_not_do_fails_it(outcomes: dict[str, str], done: str) -> None:
    assert outcomes[f"test_{done}"] == "FAILED"


@pytest.mark.parametrize("name", ["tidy", "end"])
def test_a_tidy_test_passes(outcomes: dict[str, str], name: str) -> None:
    assert outcomes[f"test_{name}"] == "PASSED"
