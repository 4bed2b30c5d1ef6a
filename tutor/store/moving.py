"""Moves what a program without profiles kept into a learner's folder. Killed at any point, it goes on at the next start."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tutor.domain.errors import StoreError
from tutor.store.audiofiles import write_whole
from tutor.store.database import DATABASE
from tutor.store.faults import store_errors
from tutor.store.paths import OWN_WORDS, Paths

_PATIENCE_S = 1.0  # whoever is about to close it needs some milliseconds
_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_left(paths: Paths) -> bool:
    """Whether something lies where a program without profiles kept it."""
    return any(source.exists() for source in _sources(paths))


def move(paths: Paths, folder: Path) -> None:
    """All of it into the folder, the database last. Raises `StoreError`: `locked_database` while a program has it open."""
    words, takes, database = _sources(paths)
    with store_errors(paths.data):
        folder.mkdir(parents=True, exist_ok=True)
        if database.exists():
            close_log(database)
        _copy_over(words, folder / OWN_WORDS)
        _move(takes, folder / takes.name)
        _move(database, folder / DATABASE)


def close_log(database: Path) -> None:
    """Everything into the one file, without the log beside it; for that, nobody else may have it open.

    Raises `StoreError`: `locked_database` when somebody has. One that is no database is moved as it is.
    """
    until = time.monotonic() + _PATIENCE_S
    while (error := _complaint(database)) is not None:
        if time.monotonic() > until:
            raise StoreError("locked_database", path=str(database), reason=str(error)) from error
        time.sleep(_PATIENCE_S / 20)


def _complaint(database: Path) -> sqlite3.Error | None:
    """Why it is in use; None when its log is closed. SQLite doesn't wait for this one by itself."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE").close()
    except sqlite3.Error as error:
        return error if getattr(error, "sqlite_errorcode", 0) & 0xFF in _IN_USE else None
    return None


def _sources(paths: Paths) -> tuple[Path, Path, Path]:
    return paths.config / OWN_WORDS, paths.data / "takes", paths.data / DATABASE


def _copy_over(source: Path, target: Path) -> None:
    """It may lie on another disk, where it can't just be renamed."""
    if source.is_file():
        write_whole(target, source.read_bytes())
        source.unlink()


def _move(source: Path, target: Path) -> None:
    """A file or a folder, with what is in it when the target is there already."""
    if source.is_dir() and target.is_dir():
        for each in sorted(source.iterdir()):
            _move(each, target / each.name)
        source.rmdir()
    elif source.exists():
        source.rename(target)
