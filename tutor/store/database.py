"""Opens the database of a folder for all who use it, and sees to it that only one program at a time changes it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine

from tutor.domain.errors import StoreError
from tutor.domain.repair import Repaired
from tutor.store.engine import PATIENCE_S, make_engine, migrate, revision_of
from tutor.store.faults import store_errors
from tutor.store.tables import REVISION
from tutor.store.upkeep import repair

DATABASE = "history.db"
LOCK = "history.lock"
_LOCK_PATIENCE_S = 0.5  # a command that only reads holds the lock for some milliseconds


class Database:
    """One learner's database, shared by all stores on it. Any thread may use it; `close` it at the end.

    `read_only`: another program holds it, or nobody asked to write; then `writing` raises `StoreError` `in_use`.
    `repaired`: it was damaged when it was opened.
    """

    def __init__(self, folder: Path, engine: Engine, lock: FileLock | None, repaired: Repaired | None = None) -> None:
        self.folder, self.path, self.engine, self.repaired = folder, folder / DATABASE, engine, repaired
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
    """The database of a folder, made when it isn't there, migrated when it is older, repaired when it is damaged.

    It is `read_only` when another program has it open to write, or without `to_write`. Stores of one program on one folder
    share it. Raises `StoreError`: `newer_database`, `broken_database` (only without `to_write`), `locked_database`,
    `in_use` (older or damaged, and another program holds it), `disk_full` or `unusable_folder`.
    """
    path = folder / DATABASE
    with store_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = _held(folder / LOCK)
    try:
        repaired = _made_ready(path, held=lock is not None, mend=to_write)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    if lock is not None and not to_write:
        lock.release()
        lock = None
    return Database(folder, make_engine(path, read_only=lock is None), lock, repaired)


def _held(path: Path) -> FileLock | None:
    """The lock, None while another process has it. Within one process all share it and the last one to let go frees it."""
    lock = FileLock(path, is_singleton=True, thread_local=False)
    try:
        lock.acquire(timeout=_LOCK_PATIENCE_S)
    except Timeout:
        return None
    return lock


def _made_ready(path: Path, *, held: bool, mend: bool) -> Repaired | None:
    """Of this program's revision, and sound as far as opening shows."""
    with store_errors(path):
        if held:
            repair.finish(path)
    try:
        if mend and held and repair.is_marked(path):
            return repair.repair(path)
        if held:
            _bring_up_to_date(path)
        else:
            _await(path)
    except StoreError as error:
        if error.code != "broken_database" or not (mend and held and path.is_file()):
            raise
        return repair.repair(path)
    return None


def _bring_up_to_date(path: Path) -> None:
    engine = make_engine(path)
    try:
        with store_errors(path):
            if revision_of(engine, path) != REVISION:
                migrate(engine)
    finally:
        engine.dispose()


def _await(path: Path) -> None:
    """Until the program that holds it has brought it up to date. Raises `StoreError` `in_use` when it takes too long."""
    until = time.monotonic() + PATIENCE_S
    while not _is_up_to_date(path):
        if time.monotonic() > until:
            raise StoreError("in_use", path=str(path))
        time.sleep(0.05)


def _is_up_to_date(path: Path) -> bool:
    engine = make_engine(path, read_only=True)
    try:
        with store_errors(path):
            return path.exists() and revision_of(engine, path) == REVISION
    finally:
        engine.dispose()
