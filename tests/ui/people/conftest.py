"""The whole program, but for microphone, model and the cost of codes; `people` are who reads there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import FakeAssessor, FakeRecorder
from tests.ui.conftest import GARDEN, THINKING
from tests.ui.people.readers import PATIENCE_MS, Start, chooser_of
from tutor.app import Program
from tutor.store.paths import Paths
from tutor.store.people import People
from tutor.ui.theme import apply_theme


@pytest.fixture(autouse=True)
def _outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """No microphone, no model, codes that cost little."""
    from argon2 import PasswordHasher

    monkeypatch.setattr("argon2.PasswordHasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    monkeypatch.setattr("tutor.audio.recorder.MicrophoneRecorder", FakeRecorder)
    monkeypatch.setattr("tutor.engines.load_assessor", lambda *_: FakeAssessor())


@pytest.fixture
def people(home: Path) -> People:
    return People(Paths.default())


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Start]:
    """Starts the program, which was started before, and waits until somebody reads or is asked for."""
    made: list[Program] = []

    def start_() -> Program:
        apply_theme(qapp)
        config = Paths.default().config / "window.ini"
        QSettings(str(config), QSettings.Format.IniFormat).setValue("learner/welcomed", "yes")
        program = Program(Paths.default(), (GARDEN, THINKING))
        made.append(program)
        program.window.show()
        qtbot.waitUntil(lambda: program.session is not None or chooser_of(program) is not None, timeout=PATIENCE_MS)
        return program

    yield start_
    for program in made:
        program.close()
        program.window.close()
        program.window.deleteLater()
    qapp.processEvents()
