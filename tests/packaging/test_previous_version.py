"""What a learner kept with an earlier version is there in this one. `homes/` has a data folder written by each version before."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.program import tutor
from tutor.app import Program
from tutor.practice.ports import History
from tutor.reading.passages import load_passages
from tutor.store.paths import Paths
from tutor.ui.theme import apply_theme

HOMES = Path(__file__).parent / "homes"
TEXT = "A black truck stops in front of you."


@pytest.fixture(params=sorted(folder.name for folder in HOMES.iterdir()))
def old_home(request: pytest.FixtureRequest, home: Path) -> Path:
    shutil.copytree(HOMES / request.param, home)
    return home


@pytest.fixture
def program(old_home: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Program]:
    apply_theme(qapp)
    made = Program(Paths.default(), load_passages())
    with qtbot.waitSignal(made.begun, timeout=30_000):
        made.window.show()
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()
    qapp.processEvents()


def test_history_and_settings_are_there(program: Program, qtbot: QtBot) -> None:
    assert program.session is not None
    history: History = program.session.desk.history
    (attempt,) = history.attempts()
    assert attempt.take.text == TEXT
    assert attempt.assessment is not None
    assert attempt.assessment.scores.total is not None
    assert history.waveform(attempt.take.id).seconds > 3
    preferences = program.window.sound.preferences
    assert (preferences.ends_by_itself, preferences.welcomed) == ("5", True)
    assert program.session.desk.learner.name == "Li Na"
    assert program.session.desk.learner.level == "B1"


def test_the_command_line_finds_it_too(old_home: Path) -> None:
    ran = tutor("history", "list", READALOUD_TUTOR_HOME=str(old_home))
    assert ran.returncode == 0, ran.stderr
    assert "2026-11-20" in ran.stdout
