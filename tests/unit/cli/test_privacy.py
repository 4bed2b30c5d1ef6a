"""`tutor privacy`: every file is accounted for; what is deleted is gone, and only when it is meant."""

from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from tests.unit.store.test_database import filled
from tutor.cli.main import main
from tutor.cli.world import open_people
from tutor.domain.ledger import Kind
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.paths import Paths
from tutor.store.upkeep.backups import make_backup
from tutor.store.upkeep.ledger import read_ledger

Out = pytest.CaptureFixture[str]


@pytest.fixture
def ann() -> Path:
    """The folder of a learner with a take, a copy and own words."""
    main(["learners", "add", "Ann"])
    folder = open_people().folder(open_people().learners()[0].id)
    filled(folder)
    make_backup(folder / "history.db", date(2026, 11, 22))
    (folder / "lexicon.txt").write_text("tutor T UW1 T ER0\n")
    return folder


def held_by_another(folder: Path) -> FileLock:
    """As a window of another process has it: this process's own locks are shared."""
    lock = FileLock(folder / "history.lock")
    lock.acquire()
    return lock


def ids(folder: Path) -> list[str]:
    database = open_database(folder, to_write=False)
    found = [attempt.take.id for attempt in SqlHistory(database).attempts()]
    database.close()
    return found


def test_every_file_is_in_the_list(ann: Path, home: Path, capsys: Out) -> None:
    for path in (home / "config" / "window.ini", home / "log" / "tutor.log", home / "data" / "models" / "m" / "x.safetensors"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes(1500))
    found = read_ledger(Paths.default(), open_people().learners())
    holdings = [*found.computer, *(each for one in found.learners for each in one.holdings)]
    files = [path for path in home.rglob("*") if path.is_file()]
    assert sum(each.files for each in holdings) == len(files)
    assert sum(each.size for each in holdings) == sum(path.stat().st_size for path in files)
    assert {each.kind for each in holdings} >= set(Kind) - {
        Kind.DRAFTS,
        Kind.COMMENTS,
        Kind.NOTES,
        Kind.DAMAGED,
        Kind.TUTOR,
        Kind.OTHER,
    }
    assert main(["privacy", "list"]) == 0
    printed = capsys.readouterr().out
    for said in ("Ann (", "This computer", "Sound of readings", "until you delete it", str(ann / "takes"), str(home / "log")):
        assert said in printed


def test_a_take_is_deleted_when_it_is_meant(ann: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    (take,) = ids(ann)
    monkeypatch.setattr("builtins.input", lambda _: "no")
    assert main(["privacy", "delete", take]) == 1
    assert main(["privacy", "delete", "gone", take, "--yes"]) == 1
    assert "no longer in the history" in capsys.readouterr().err
    assert ids(ann) == [take]
    assert main(["privacy", "delete", take, "--yes"]) == 0
    assert ids(ann) == []
    assert not list((ann / "takes").iterdir())


def test_beside_a_window_nothing_is_deleted_and_the_command_says_why(ann: Path, capsys: Out) -> None:
    (take,) = ids(ann)
    lock = held_by_another(ann)
    assert main(["privacy", "delete", take, "--yes"]) == 1
    assert "Another window of the tutor has this history open." in capsys.readouterr().err
    assert main(["privacy", "erase", "--yes"]) == 1
    assert main(["privacy", "list"]) == 0
    assert main(["history", "list"]) == 0
    lock.release()
    assert ids(ann) == [take]


def test_everything_goes_but_models_and_the_add_on(ann: Path, home: Path) -> None:
    model = home / "data" / "models" / "m" / "x.safetensors"
    model.parent.mkdir(parents=True)
    model.write_bytes(b"weights")
    library = home / "data" / "addons" / "speechllm-cpython-311" / "torch.py"
    library.parent.mkdir(parents=True)
    library.write_bytes(b"code")
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / "window.ini").write_text("x")
    assert main(["privacy", "erase", "--yes"]) == 0
    assert sorted(path for path in home.rglob("*") if path.is_file()) == [library, model]
    assert open_people().learners() == ()


def test_an_erasure_that_was_cut_off_is_ended_at_the_next_start(ann: Path, home: Path) -> None:
    (home / "data" / "erasing").touch()
    assert open_people().learners() == ()
    assert [path for path in home.rglob("*") if path.is_file()] == []
