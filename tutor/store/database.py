"""Opens the SQLite file of a folder: settings of each connection, the migration when the file is older than the program,
and the lock that lets only one program at a time change it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.pool import ConnectionPoolEntry

from tutor.domain.errors import StoreError
from tutor.store.faults import store_errors
from tutor.store.tables import REVISION

DATABASE = "history.db"
PATIENCE_S = 5.0  # how long to wait for another thread that is writing
_LOCK = "history.lock"
_LOCK_PATIENCE_S = 0.5  # a command that only reads holds the lock for some milliseconds
_SETTINGS = (
    "PRAGMA journal_mode=WAL",  # readers and a writer don't block each other
    "PRAGMA synchronous=FULL",  # a commit is on the disk: the draft is thrown away right after it
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what is deleted is overwritten
)


class Database:
    """One learner's database, shared by all stores on it. Any thread may use it; `close` it at the end.

    `read_only`: another program holds it, or nobody asked to write; then `writing` raises `StoreError` `in_use`.
    """

    def __init__(self, folder: Path, engine: Engine, lock: FileLock | None) -> None:
        self.folder, self.path, self.engine = folder, folder / DATABASE, engine
        self._lock = lock
        self.read_only = lock is None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with. Raises `StoreError`."""
        with store_errors(self.path), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, on the disk when it ends. Raises `StoreError`; then nothing of it was written."""
        self.check_writable()
        with store_errors(self.path), self.engine.begin() as connection:
            yield connection

    def check_writable(self) -> None:
        """Raises `StoreError` `in_use` when another program holds it."""
        if self.read_only:
            raise StoreError("in_use", path=str(self.path))

    def close(self) -> None:
        """Let go of the file, and let another program write."""
        self.engine.dispose()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


class SqlStore:
    """Something kept in a learner's database."""

    def __init__(self, database: Database) -> None:
        self.database = database


def in_order(when: datetime) -> str:
    """Text whose order is that of time: UTC, always with microseconds."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def open_database(folder: Path, *, to_write: bool = True) -> Database:
    """The database of a folder, made when it isn't there, brought to this program's revision when it is older.

    It is `read_only` when another program has it open to write, or without `to_write`. Stores of one program on one folder
    share it. Raises `StoreError`: `newer_database`, `broken_database` (the file stays as it is), `locked_database`,
    `in_use` (older, and another program holds it), `disk_full` or `unusable_folder`.
    """
    with store_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = _held(folder / _LOCK)
    try:
        _bring_up_to_date(folder / DATABASE, held=lock is not None)
        if lock is not None and not to_write:
            lock.release()
            lock = None
        return Database(folder, _engine(folder / DATABASE, read_only=lock is None), lock)
    except StoreError:
        if lock is not None:
            lock.release()
        raise


def _held(path: Path) -> FileLock | None:
    """The lock, None while another process has it. Within one process all share it and the last one to let go frees it."""
    lock = FileLock(path, is_singleton=True, thread_local=False)
    try:
        lock.acquire(timeout=_LOCK_PATIENCE_S)
    except Timeout:
        return None
    return lock


def _bring_up_to_date(path: Path, *, held: bool) -> None:
    engine = _engine(path, read_only=not held)
    try:
        with store_errors(path):
            if _revision(engine, path) == REVISION:
                return
            if not held:
                raise StoreError("in_use", path=str(path))
            _migrate(engine)
    finally:
        engine.dispose()


def _engine(path: Path, *, read_only: bool) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE_S})
    event.listen(engine, "connect", _prepare)
    if read_only:
        event.listen(engine, "connect", _forbid_writing)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # else Python's driver begins late, and tables are made outside the transaction
    for setting in _SETTINGS:
        connection.execute(setting).close()


def _forbid_writing(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA query_only=ON").close()


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
