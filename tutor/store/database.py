"""Opens the SQLite file: settings of each connection, and the migration when the file is older than the program."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.pool import ConnectionPoolEntry

from tutor.domain.errors import StoreError
from tutor.store.faults import store_errors
from tutor.store.tables import REVISION

DATABASE = "history.db"
PATIENCE_S = 5.0  # how long to wait for another process that is writing
_SETTINGS = (
    "PRAGMA journal_mode=WAL",  # readers and a writer don't block each other
    "PRAGMA synchronous=FULL",  # a commit is on the disk: the draft is thrown away right after it
    "PRAGMA foreign_keys=ON",
)


class SqlStore:
    """What is kept in the database of a folder. Any thread may use it; `close` it at the end."""

    def __init__(self, folder: Path) -> None:
        """Open it, making or migrating what is needed. Raises `StoreError` as `open_database`."""
        self._path = folder / DATABASE
        with store_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
        self._engine = open_database(self._path)

    def close(self) -> None:
        """Let go of the database file."""
        self._engine.dispose()


def in_order(when: datetime) -> str:
    """Text whose order is that of time: UTC, always with microseconds."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def open_database(path: Path) -> Engine:
    """The database at `path`, made when it isn't there, brought to this program's revision when it is older.

    Raises `StoreError`: `newer_database`, `broken_database` (the file stays as it is), `locked_database`, `disk_full`
    or `unusable_folder`.
    """
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE_S})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with store_errors(path):
            if _revision(engine, path) != REVISION:
                _migrate(engine)
    except StoreError:
        engine.dispose()
        raise
    return engine


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # else Python's driver begins late, and tables are made outside the transaction
    for setting in _SETTINGS:
        connection.execute(setting).close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _revision(engine: Engine, path: Path) -> str | None:
    """Asked with plain SQL: importing Alembic costs more than opening the database."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.exec_driver_sql("SELECT max(version_num) FROM alembic_version").scalar()
    if found is not None and found > REVISION:
        raise StoreError("newer_database", path=str(path), revision=found, known=REVISION)
    return found


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "tutor.store:migrations")
    at_once = engine.execution_options(begin="BEGIN IMMEDIATE")  # of two programs started together one migrates, one waits
    with at_once.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
