"""Databases of every revision there was, with a row in each table.

Those that were released lie in `revisions/` as SQL text, so that they stay what they were; the rest are made by the migrations.
At a release: `python -m tests.unit.store.older` writes what is missing there.
"""

import json
import sqlite3
import tempfile
import zlib
from contextlib import closing
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Boolean, Column, Float, Integer, LargeBinary, MetaData, Table, create_engine

from tests.builders import an_assessment
from tutor.practice.contract import to_json
from tutor.store.engine import make_engine, migrate

FOLDER = Path(__file__).parent / "revisions"


def revisions() -> list[str]:
    """All, the oldest first."""
    config = Config()
    config.set_main_option("script_location", "tutor.store:migrations")
    return sorted(script.revision for script in ScriptDirectory.from_config(config).walk_revisions())


def make_older(path: Path, revision: str) -> None:
    """A database as the program of that revision left it."""
    kept = FOLDER / f"{revision}.sql"
    if kept.exists():
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(kept.read_text("utf-8"))
            connection.execute("PRAGMA journal_mode=WAL")
        return
    engine = make_engine(path)
    migrate(engine, revision)
    engine.dispose()
    _fill(path)


def rows_of(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every table's rows."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = [row["name"] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for name in names}


def _fill(path: Path) -> None:
    engine, metadata = create_engine(f"sqlite:///{path}"), MetaData()
    metadata.reflect(engine)
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            if table.name != "alembic_version":
                connection.execute(table.insert(), _row(table))
    engine.dispose()


def _row(table: Table) -> dict[str, object]:
    row = {column.name: _value(column) for column in table.columns if not column.foreign_keys}
    for key in table.foreign_keys:
        row[key.parent.name] = _value(key.column)
    return row | ({"passage_id": "garden", "recorded_at": "2026-11-22T09:30:00.000000+00:00"} if table.name == "takes" else {})


def _value(column: Column[object]) -> object:
    if isinstance(column.type, LargeBinary):
        return zlib.compress(json.dumps(to_json(an_assessment())).encode())
    for kind, value in ((Boolean, True), (Integer, 1), (Float, 0.5)):
        if isinstance(column.type, kind):
            return value
    return f"{column.table.name} {column.name}"


def _write_missing() -> None:
    for revision in revisions():
        kept = FOLDER / f"{revision}.sql"
        if not kept.exists():
            with tempfile.TemporaryDirectory() as folder:
                make_older(Path(folder) / "history.db", revision)
                with closing(sqlite3.connect(Path(folder) / "history.db")) as connection:
                    kept.write_text("\n".join(connection.iterdump()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _write_missing()
