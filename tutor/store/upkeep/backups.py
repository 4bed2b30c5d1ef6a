"""Copies of a database: at most one a day, some kept for days, weeks and months. A copy is one file that SQLite opens.

They guard against a damaged file, not against a broken disk: sound isn't in them.
"""

import filecmp
import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from tutor.store.faults import store_errors

DAILY, WEEKLY, MONTHLY = 3, 3, 3
_FOLDER = "backups"
_SPARE = 100 * 1024**2  # bytes that a copy must leave free: the next recording goes first


def backups(folder: Path) -> list[Path]:
    """The copies of a folder's database, the newest first."""
    return sorted((folder / _FOLDER).glob("history-????-??-??.db"), reverse=True)


def day_of(backup: Path) -> date:
    """The day a copy is of."""
    return date.fromisoformat(backup.stem.removeprefix("history-"))


def make_backup(database: Path, today: date) -> Path | None:
    """Copy the database unless there is a copy of today; None then, or when it would fill the disk. Lets go of old copies.

    A writer isn't held up. Killed halfway it leaves the earlier copies. Raises `StoreError`.
    """
    folder = database.parent / _FOLDER
    target = folder / f"history-{today}.db"
    with store_errors(folder):
        folder.mkdir(exist_ok=True)
        if target.exists() or shutil.disk_usage(folder).free < 2 * database.stat().st_size + _SPARE:
            return None
        new = folder / "history.new"
        new.unlink(missing_ok=True)
        _copy(database, new)
        newest = next(iter(backups(database.parent)), None)
        if newest is not None and filecmp.cmp(newest, new, shallow=False):
            newest.rename(target)  # nothing has changed: it is today's as well
            new.unlink()
        else:
            new.rename(target)
        _let_go(database.parent, today)
    return target


def kept_days(days: Iterable[date], today: date) -> set[date]:
    """Which copies stay: the newest few, and beyond them the newest of each of some weeks and months."""
    newest_first = sorted(days, reverse=True)
    kept = set(newest_first[:DAILY])
    older = newest_first[DAILY:]
    for count, period in ((WEEKLY, _week), (MONTHLY, _month)):
        newest_of = {period(day): day for day in reversed(older) if today - day < timedelta(days=366)}
        kept.update(sorted(newest_of.values(), reverse=True)[:count])
    return kept


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _copy(database: Path, new: Path) -> None:
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(new)) as copy:
        source.backup(copy)  # in one step: a reader of the write-ahead log, which doesn't hold up a writer
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with no log beside it
    with new.open("rb+") as file:
        os.fsync(file.fileno())


def _let_go(folder: Path, today: date) -> None:
    copies = {day_of(path): path for path in backups(folder)}
    for day in copies.keys() - kept_days(copies, today):
        copies[day].unlink()
