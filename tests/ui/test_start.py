"""The program's start: the window is painted before anything heavy is imported; takes outlive the program."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.builders import WHEN, a_waveform
from tests.ui.conftest import OpenWindow
from tutor.domain.learner import Learner
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.paths import Paths
from tutor.store.people import People
from tutor.ui.stage import Stage

_START = """
import time
began = time.perf_counter()
import sys
from PySide6.QtWidgets import QApplication
from tutor.app import Program
from tutor.reading.passages import load_passages
from tutor.store.paths import Paths
from tutor.ui.theme import apply_theme

app = QApplication([])
apply_theme(app)
program = Program(Paths.default(), load_passages())

def painted():
    heavy = {"sqlalchemy", "onnxruntime", "pyqtgraph", "sounddevice", "soundfile", "soxr", "scipy", "torch"}
    print(f"painted after {time.perf_counter() - began:.2f} s; heavy: {sorted(heavy & set(sys.modules))}")

program.window.painted.connect(painted)
program.begun.connect(app.quit)
program.window.show()
app.exec()
program.close()
"""


def test_the_window_is_painted_before_anything_heavy_is_imported(home: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True, timeout=120, check=False)
    print(done.stdout)  # noqa: T201  the figure for people to look at
    assert "heavy: []" in done.stdout, done.stderr
    assert done.returncode == 0, done.stderr
    assert len(list(home.glob("data/learners/*/history.db"))) == 1


_SAID = _START.replace(
    "program.begun.connect(app.quit)",
    """
def begun():
    print(program.window.parts.banner.text)
    app.quit()

program.begun.connect(begun)
""",
)


def said_at_start() -> str:
    done = subprocess.run([sys.executable, "-c", _SAID], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_damaged_history_is_mended_at_the_start_and_the_person_is_told(home: Path) -> None:
    folder = People(Paths.default()).folder(People(Paths.default()).add(Learner("Mei")).id)
    database = open_database(folder)
    take = SqlHistory(database).keep(a_waveform(0.1), "I think.", None, WHEN, "mic")
    database.close()
    (folder / "history.db").write_bytes(b"Dear diary, " * 500)
    said = said_at_start()
    assert "The history was damaged. Recordings that are back: 1; results: 0." in said
    assert str(folder / "damaged") in said
    database = open_database(folder)
    assert [attempt.take for attempt in SqlHistory(database).attempts()] == [take]
    database.close()


def test_a_second_window_says_that_it_only_reads(home: Path) -> None:
    database = open_database(People(Paths.default()).folder(People(Paths.default()).add(Learner("Mei")).id))
    assert "Another window of the tutor has this history open." in said_at_start()
    database.close()
    assert "Another window" not in said_at_start()


def test_a_take_is_there_again_after_a_restart(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    history = SqlHistory(open_database(tmp_path / "data"))
    first = open_window(history=history)
    first.read_aloud(qtbot)
    qtbot.waitUntil(lambda: first.window.choice.word == 1)
    first.close()
    again = open_window(history=history)
    qtbot.waitUntil(lambda: again.session.stage is Stage.READY)
    qtbot.waitUntil(lambda: again.window.side.take_view.model().rowCount() == 1)
    again.session.choose_take(history.attempts()[0].take.id)
    qtbot.waitUntil(lambda: again.window.choice.word == 1)
    again.close()
    history.database.close()
