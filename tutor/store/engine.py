"""Connections to a database file: their settings, its revision and its migration. Knows neither locks nor folders."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.pool import ConnectionPoolEntry

from tutor.domain.errors import StoreError
from tutor.store.tables import REVISION

PATIENCE_S = 5.0  # how long to wait for another thread that is writing
_SETTINGS = (
    "PRAGMA journal_mode=WAL",  # readers and a writer don't block each other
    "PRAGMA synchronous=FULL",  # a commit is on the disk: the draft is thrown away right after it
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what is deleted is overwritten
)


def make_engine(path: Path, *, read_only: bool = False) -> Engine:
    """Opens the file when it is first asked for something."""
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE_S})
    event.listen(engine, "connect", _prepare)
    if read_only:
        event.listen(engine, "connect", _forbid_writing)
    event.listen(engine, "begin", _begin)
    return engine


def revision_of(engine: Engine, path: Path) -> str | None:
    """None for a file without tables. Raises `StoreError` `newer_database`."""
    with engine.connect() as connection:  # plain SQL, since importing Alembic costs more than opening the database
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.exec_driver_sql("SELECT max(version_num) FROM alembic_version").scalar()
    if found is not None and found > REVISION:
        raise StoreError("newer_database", path=str(path), revision=found, known=REVISION)
    return found


def migrate(engine: Engine, to: str = "head") -> None:
    """In one transaction: a kill halfway leaves the database as it was."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "tutor.store:migrations")
    at_once = engine.execution_options(begin="BEGIN IMMEDIATE")  # of two programs started together one migrates, one waits
    with at_once.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # else Python's driver begins late, and tables are made outside the transaction
    for setting in _SETTINGS:
        connection.execute(setting).close()


def _forbid_writing(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA query_only=ON").close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
