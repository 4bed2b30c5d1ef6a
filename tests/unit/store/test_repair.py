"""A damaged database is rebuilt from what can be read, from the newest copy, and from the sound. The damaged file stays."""

import random
import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders import WHEN, a_prosody, a_waveform, an_assessment
from tests.unit.store.test_deck import a_card
from tutor.domain.errors import StoreError
from tutor.domain.library import OwnText
from tutor.domain.take import Take
from tutor.store.database import Database, open_database
from tutor.store.deck import SqlDeck
from tutor.store.history import SqlHistory
from tutor.store.library import SqlLibrary
from tutor.store.upkeep import repair
from tutor.store.upkeep.backups import make_backup

TODAY = date(2026, 11, 22)
COUNT = 16


@pytest.fixture(scope="module")
def practised(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Take]]:
    """Takes with results, a card and a text of a learner; the database is closed."""
    folder = tmp_path_factory.mktemp("practised")
    database = open_database(folder)
    history = SqlHistory(database)
    made = []
    for number in range(COUNT):
        made.append(history.keep(a_waveform(0.01), f"Text {number} it is.", "garden", WHEN + timedelta(hours=number), "mic"))
        history.save(made[-1].id, an_assessment(prosody=a_prosody(5.0)))
    SqlDeck(database).put(a_card(take_id=made[0].id))
    SqlLibrary(database).keep_text(OwnText(None, "Mine", "A text of mine."))
    database.close()
    return folder, made


@pytest.fixture
def made(tmp_path: Path, practised: tuple[Path, list[Take]]) -> list[Take]:
    """The same again in a folder that may be spoilt."""
    shutil.copytree(practised[0], tmp_path, dirs_exist_ok=True)
    return practised[1]


def assert_sound(database: Database) -> None:
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").all() == [("ok",)]
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def spoil(path: Path, page: int, size: int = 4096) -> None:
    """Overwrite one page, counted from 0, with rubbish."""
    with path.open("r+b") as file:
        file.seek(page * size)
        file.write(random.Random(page).randbytes(size))


def root_of(path: Path, name: str) -> int:
    """The page, counted from 0, where a table begins."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]) - 1


def reopened(folder: Path) -> Database:
    """Marked as damaged, as the check in the background does, and opened again."""
    repair.mark_damaged(folder / "history.db")
    database = open_database(folder)
    assert_sound(database)
    return database


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.95])
def test_all_takes_come_back_from_a_database_that_was_cut_off(tmp_path: Path, made: list[Take], share: float) -> None:
    path = tmp_path / "history.db"
    part = path.read_bytes()[: round(path.stat().st_size * share)]
    path.write_bytes(part)
    database = open_database(tmp_path)
    assert_sound(database)
    told = database.repaired
    assert told is not None
    assert not told.whole
    assert Path(told.kept_at).read_bytes() == part
    assert {attempt.take for attempt in SqlHistory(database).attempts()} == set(made)
    assert told.takes == len(made)
    database.close()
    again = open_database(tmp_path)
    assert again.repaired is None
    again.close()


def test_results_come_back_from_the_newest_copy_that_is_sound(tmp_path: Path, made: list[Take]) -> None:
    path = tmp_path / "history.db"
    make_backup(path, TODAY)
    make_backup(path, TODAY + timedelta(days=1))
    (tmp_path / "backups" / f"history-{TODAY}.db").write_bytes(path.read_bytes())
    (tmp_path / "backups" / f"history-{TODAY + timedelta(days=1)}.db").write_bytes(b"rubbish" * 1000)
    path.write_bytes(b"Dear diary, " * 500)
    database = open_database(tmp_path)
    told = database.repaired
    assert told is not None
    assert (told.takes, told.results, told.copy_of, told.from_sound) == (COUNT, COUNT, TODAY, 0)
    assert all(attempt.assessment for attempt in SqlHistory(database).attempts())
    assert [card.take_id for card in SqlDeck(database).cards()] == [made[0].id]
    assert [text.title for text in SqlLibrary(database).texts()] == ["Mine"]
    database.close()


def test_one_bad_page_costs_only_what_lies_on_it(tmp_path: Path, made: list[Take]) -> None:
    path = tmp_path / "history.db"
    with closing(sqlite3.connect(path)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    spoil(path, pages - 2)
    assert not repair.is_sound(path)
    database = reopened(tmp_path)
    told = database.repaired
    assert told is not None
    assert (told.takes, told.whole, told.copy_of) == (len(made), False, None)
    assert COUNT - 8 <= told.results < COUNT
    database.close()


def test_takes_whose_rows_are_lost_come_back_from_their_sound_with_their_results(tmp_path: Path, made: list[Take]) -> None:
    path = tmp_path / "history.db"
    spoil(path, root_of(path, "takes"))
    database = reopened(tmp_path)
    told = database.repaired
    assert told is not None
    assert (told.takes, told.results, told.from_sound) == (COUNT, COUNT, COUNT)
    attempts = SqlHistory(database).attempts()
    assert {attempt.take for attempt in attempts} == set(made)
    assert all(attempt.assessment for attempt in attempts)
    database.close()


def test_a_damaged_index_costs_nothing(tmp_path: Path, made: list[Take]) -> None:
    path = tmp_path / "history.db"
    spoil(path, root_of(path, "takes_newest"))
    database = reopened(tmp_path)
    told = database.repaired
    assert told is not None
    assert (told.takes, told.results, told.whole) == (len(made), len(made), True)
    database.close()


def test_what_another_program_holds_is_not_repaired(tmp_path: Path, made: list[Take]) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(b"Dear diary, " * 500)
    with pytest.raises(StoreError):
        open_database(tmp_path, to_write=False)
    assert not (tmp_path / "damaged").exists()


@pytest.mark.parametrize("step", ["building", "ready", "half aside"])
def test_a_repair_cut_off_at_any_step_is_done_again_or_ended(tmp_path: Path, made: list[Take], step: str) -> None:
    path = tmp_path / "history.db"
    if step == "building":
        (tmp_path / "history.building").write_bytes(path.read_bytes()[:8000])
        path.write_bytes(b"rubbish" * 1000)
    else:
        shutil.copyfile(path, tmp_path / "history.repaired")
        path.write_bytes(b"rubbish" * 1000)
        path.with_name("history.db-wal").write_bytes(b"old")
    if step == "half aside":
        path.unlink()
    database = open_database(tmp_path)
    assert_sound(database)
    assert {attempt.take for attempt in SqlHistory(database).attempts()} == set(made)
    database.close()
    assert not {"history.building", "history.repaired"} & {file.name for file in tmp_path.iterdir()}


def test_a_repair_without_space_changes_nothing(tmp_path: Path, made: list[Take], monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(b"rubbish" * 1000)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(repair, "_build", full)
    with pytest.raises(StoreError) as caught:
        open_database(tmp_path)
    assert caught.value.code == "disk_full"
    assert path.read_bytes() == b"rubbish" * 1000
    monkeypatch.undo()
    open_database(tmp_path).close()
