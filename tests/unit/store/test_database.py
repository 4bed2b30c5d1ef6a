"""Opening: new, older, newer, broken, locked, unusable."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.builders import WHEN, a_waveform, an_assessment
from tutor.domain.errors import StoreError
from tutor.store import engine
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.tables import REVISION, metadata


def filled(folder: Path, takes: int = 1) -> Path:
    """A history of some takes; where its database lies."""
    history = SqlHistory(open_database(folder))
    for _ in range(takes):
        take = history.keep(a_waveform(0.01), "I think.", None, WHEN, "mic")
        history.save(take.id, an_assessment())
    history.database.close()
    return folder / "history.db"


def refusal(folder: Path) -> StoreError:
    with pytest.raises(StoreError) as caught:
        open_database(folder)
    return caught.value


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Not root, who may write everywhere."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(65534)
    yield
    os.seteuid(me)


def test_the_migrations_make_the_tables_the_program_uses(tmp_path: Path) -> None:
    opened = open_database(tmp_path)
    with opened.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    opened.close()


def test_the_program_asks_for_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "tutor.store:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [REVISION]


def test_connections_are_set_for_safety(tmp_path: Path) -> None:
    opened = open_database(tmp_path)
    with opened.reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        }
    opened.close()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 5000}


def test_opening_a_database_of_today_does_not_import_alembic(tmp_path: Path) -> None:
    filled(tmp_path)
    code = f"import sys, pathlib; from tutor.store.database import open_database as o; o(pathlib.Path({str(tmp_path)!r})).close()"
    heavy = "[name for name in ('alembic', 'soundfile') if name in sys.modules]"
    done = subprocess.run([sys.executable, "-c", f"{code}; print({heavy})"], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_migration_cut_off_halfway_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic.operations import Operations

    def killed(*_arguments: object, **_more: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Operations, "create_index", killed)
        with pytest.raises(KeyboardInterrupt):
            open_database(tmp_path)
    with closing(sqlite3.connect(tmp_path / "history.db")) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    open_database(tmp_path).close()


def test_a_newer_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.commit()
    before = path.read_bytes()
    error = refusal(tmp_path)
    assert (error.code, error.facts["revision"]) == ("newer_database", "0999")
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"Dear diary, " * 500, None])
def test_who_only_reads_refuses_a_broken_database_and_keeps_it(tmp_path: Path, content: bytes | None) -> None:
    path = filled(tmp_path, takes=20)
    broken = content or path.read_bytes()[:5000]
    path.write_bytes(broken)
    with pytest.raises(StoreError) as caught:
        open_database(tmp_path, to_write=False)
    assert (caught.value.code, caught.value.facts["path"]) == ("broken_database", str(path))
    assert path.read_bytes() == broken


def test_a_database_without_its_tables_says_so_when_it_is_used(tmp_path: Path) -> None:
    with closing(sqlite3.connect(filled(tmp_path))) as connection:
        connection.execute("DROP TABLE assessments")
        connection.commit()
    history = SqlHistory(open_database(tmp_path))
    with pytest.raises(StoreError) as caught:
        history.attempts()
    assert caught.value.code == "broken_database"
    history.database.close()


def test_a_locked_database_says_so_after_some_patience(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PATIENCE_S", 0.1)
    path = filled(tmp_path)
    history = SqlHistory(open_database(tmp_path))
    take = history.attempts()[0].take
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            history.save(take.id, an_assessment())
        assert caught.value.code == "locked_database"
        assert len(history.attempts()) == 1  # reading goes on
    history.save(take.id, an_assessment())
    history.database.close()


def test_a_folder_that_may_not_be_written(tmp_path: Path, unprivileged: None) -> None:
    assert refusal(tmp_path / "data").code == "unusable_folder"


def test_a_database_that_may_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "history.db").mkdir()
    assert refusal(tmp_path).code == "unusable_folder"


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert refusal(tmp_path / "data").code == "unusable_folder"
