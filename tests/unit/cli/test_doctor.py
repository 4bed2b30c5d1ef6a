"""The doctor names each thing it looked at, and what to do about what is amiss."""

from pathlib import Path
from typing import Any

import pytest

from tests.fakes import FakeAssessor, FakePlayer, FakeRecorder
from tutor.cli.display import Trial, is_named
from tutor.cli.doctor import checks
from tutor.cli.main import main
from tutor.cli.world import World
from tutor.domain.errors import AudioError, ModelError
from tutor.domain.learner import Learner
from tutor.store.database import DATABASE, open_database
from tutor.store.paths import Paths
from tutor.store.people import People

Out = pytest.CaptureFixture[str]


def a_world(**changes: Any) -> World:
    said: dict[str, Any] = {
        "assessor": lambda *_: FakeAssessor(),
        "recorder": FakeRecorder,
        "player": FakePlayer,
        "no_window": lambda: None,
    }
    return World(**(said | changes))


def found(world: World) -> dict[str, str]:
    return {check.name: str(check) for check in checks(world)}


def test_a_sound_computer_passes(capsys: Out, home: Path) -> None:
    assert main(["doctor"], a_world()) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "All is well."
    assert all(line.startswith(("ok ", "absent ")) for line in lines[:-2])
    assert any("Test microphone" in line for line in lines)
    assert any("embedded test 0" in line for line in lines)
    assert any(str(home) in line and "GB free" in line for line in lines)
    assert any("Loudspeakers: 1 (Test loudspeaker)" in line for line in lines)
    assert any("Histories: 0 learners, all sound" in line for line in lines)
    assert any("Passages: 1" in line for line in lines)


def test_what_can_be_done_without_is_no_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.cli.doctor._LARGE", ("not_there_at_all",))
    said = found(a_world())["Large models"]
    assert said.startswith("absent   Large models: not_there_at_all not installed. For --engine speechllm: tutor addon install")


def test_whose_history_is_damaged_is_told(home: Path) -> None:
    people = People(Paths.default())
    ana, ben = (people.folder(people.add(Learner(name=name)).id) for name in ("Ana", "Ben"))
    for folder in (ana, ben):
        open_database(folder).close()
    (ben / DATABASE).write_bytes(b"SQLite format 3\0" + bytes(5000))
    assert found(a_world())["Histories"].startswith("problem  Histories: damaged: Ben. Open the program")


def test_problems_are_told_with_their_remedy_and_exit_with_1(capsys: Out) -> None:
    class NoSound:
        def devices(self) -> tuple[str, ...]:
            raise AudioError("no_portaudio")

    def no_model(*_: object) -> Any:
        raise ModelError("no_model_named")

    assert main(["doctor"], a_world(recorder=NoSound, assessor=no_model)) == 1
    printed = capsys.readouterr().out
    assert "problem  Microphones: The sound library PortAudio is missing. Install it" in printed
    assert "problem  Model: " in printed
    assert "2 problems found." in printed


def test_no_microphone_is_a_problem() -> None:
    class Deaf(FakeRecorder):
        def devices(self) -> tuple[str, ...]:
            return ()

    assert found(a_world(recorder=Deaf))["Microphones"].startswith("problem  Microphones: none found. Plug one in")


def test_a_data_folder_that_cannot_be_written_is_a_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("READALOUD_TUTOR_HOME", str(tmp_path / "file"))
    assert "can't be written" in found(a_world())["Data folder"]


def test_a_full_disk_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1024**2}))
    assert found(a_world())["Data folder"].startswith("problem")


def test_no_display_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not is_named()
    assert "there is no display" in found(a_world())["Window"]


def test_a_display_that_refuses_is_told_instead_of_aborting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":987")
    assert is_named()
    complaint = Trial().complaint()
    assert complaint
    assert found(a_world(no_window=lambda: complaint))["Window"].startswith(f"problem  Window: can't be opened ({complaint}).")


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.cli.doctor._LIBRARIES", ("not-there-at-all",))
    assert found(a_world())["not-there-at-all"].startswith("problem")
