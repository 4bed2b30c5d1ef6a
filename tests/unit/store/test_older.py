"""Whatever version wrote a database, this one opens it with every row there was; killed halfway it is what it was before."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tests.unit.store.older import FOLDER, make_older, revisions, rows_of
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.tables import COUNTED, REVISION, metadata
from tutor.store.tallies import SqlTallies
from tutor.store.upkeep.repair import mark_damaged

RELEASED = ("0001", "0002", "0003")


def test_released_databases_are_kept_as_they_were() -> None:
    assert {path.stem for path in FOLDER.glob("*.sql")} >= set(RELEASED)


@pytest.mark.parametrize("revision", revisions())
def test_a_database_of_every_revision_is_brought_up_to_date_and_keeps_its_rows(tmp_path: Path, revision: str) -> None:
    make_older(tmp_path / "history.db", revision)
    before = rows_of(tmp_path / "history.db")
    assert before.pop("alembic_version") == [{"version_num": revision}]
    assert all(before.values())
    database = open_database(tmp_path)
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert connection.exec_driver_sql("PRAGMA integrity_check").all() == [("ok",)]
    (attempt,) = SqlHistory(database).attempts()
    assert attempt.take.text == "takes text"
    assert attempt.assessment is not None
    database.close()
    assert_kept(before, tmp_path / "history.db")


def test_what_was_counted_without_the_tutor_s_answers_is_counted_anew(tmp_path: Path) -> None:
    make_older(tmp_path / "history.db", "0008")
    with closing(sqlite3.connect(tmp_path / "history.db")) as connection:
        connection.execute(
            "UPDATE corrections SET about = 'word:0', answer = 'clear', machine = NULL, at = '2026-11-22T09:30:00+00:00'"
        )
        connection.commit()
    database = open_database(tmp_path)
    assert SqlTallies(database).uncounted() == 1
    assert SqlTallies(database).fill() is not None
    assert SqlTallies(database).uncounted() == 0
    database.close()


@pytest.mark.parametrize("revision", RELEASED)
def test_a_damaged_database_of_an_older_version_is_mended_and_brought_up_to_date(tmp_path: Path, revision: str) -> None:
    make_older(tmp_path / "history.db", revision)
    before = rows_of(tmp_path / "history.db")
    del before["alembic_version"]
    mark_damaged(tmp_path / "history.db")
    database = open_database(tmp_path)
    assert database.repaired is not None
    database.close()
    assert_kept(before, tmp_path / "history.db")


def assert_kept(before: dict[str, list[dict[str, object]]], path: Path) -> None:
    after = rows_of(path)
    assert after["alembic_version"] == [{"version_num": REVISION}]
    for name, rows in before.items():
        if name in {table.name for table in COUNTED}:
            continue  # can be counted again
        assert [{column: row[column] for column in rows[0]} for row in after[name]] == rows
