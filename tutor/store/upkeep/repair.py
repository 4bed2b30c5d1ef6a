"""A new database from what can be read of a damaged one, from the newest copy, and from the sound of the takes.

The damaged file is kept in `damaged/`. A kill at any point leaves either the damaged file in its place or the new one:
`finish` at the next start does the rest.
"""

import os
import shutil
import sqlite3
import zlib
from contextlib import closing
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from tutor.domain.errors import StoreError
from tutor.domain.repair import Repaired
from tutor.store.engine import make_engine, migrate, revision_of
from tutor.store.faults import store_errors
from tutor.store.tables import COUNTED, REVISION, metadata
from tutor.store.upkeep.backups import backups, day_of
from tutor.store.upkeep.orphans import lost_takes
from tutor.store.upkeep.salvage import Damaged, Salvaged

_BUILDING, _READY, _KEPT = "history.building", "history.repaired", "damaged"
_MARK = "history.damaged"


def is_sound(database: Path) -> bool:
    """Whether SQLite finds nothing wrong in the file. Reads all of it: some tenths of a second for a year of practice."""
    with closing(sqlite3.connect(database)) as connection:
        try:
            found = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            return found and connection.execute("PRAGMA foreign_key_check").fetchone() is None
        except sqlite3.DatabaseError:
            return False


def mark_damaged(database: Path) -> None:
    """Have it repaired when it is opened next time. Raises `StoreError`."""
    with store_errors(database):
        database.with_name(_MARK).touch()


def is_marked(database: Path) -> bool:
    """Whether `mark_damaged` was said of it."""
    return database.with_name(_MARK).exists()


def repair(database: Path) -> Repaired:
    """Put a sound database in the place of a damaged one. Raises `StoreError` (disk full); then nothing has changed."""
    building = database.with_name(_BUILDING)
    with store_errors(database):
        _remove(building)
        made = _build(database, building)
        building.replace(database.with_name(_READY))
        return replace(made, kept_at=str(finish(database)))


def finish(database: Path) -> Path | None:
    """Put a new database that is ready into its place, and the damaged one beside; None when none is ready."""
    ready = database.with_name(_READY)
    if not ready.exists():
        return None
    kept = database.parent / _KEPT / f"history-{datetime.now(UTC):%Y%m%d-%H%M%S}.db"
    kept.parent.mkdir(exist_ok=True)
    for ending in ("-wal", "-shm", ""):
        part = database.with_name(database.name + ending)
        if part.exists():
            part.replace(kept.with_name(kept.name + ending))
    ready.replace(database)
    database.with_name(_MARK).unlink(missing_ok=True)
    return kept


def _build(database: Path, building: Path) -> Repaired:
    newest = next((path for path in backups(database.parent) if is_sound(path)), None)
    with Damaged(database) as damaged:
        _make(building, damaged.revision() or _revision(newest))
        with closing(sqlite3.connect(building, isolation_level=None)) as made:
            made.execute("PRAGMA journal_mode=OFF")  # whatever happens to it, it isn't in its place yet
            for name in _tables(made):
                if not _insert(made, name, damaged.table(name)):
                    damaged.unread.add(name)
            if damaged.unread and newest is not None:
                _take_over(made, newest, building.with_name("history.copy"), damaged.unread)
            found = _adopt(made, database.parent / "takes")
            _cut_loose_ends(made)
            takes, results = (made.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("takes", "assessments"))
        whole, helped = not damaged.unread, newest is not None and bool(damaged.unread)
    _bring_up_to_date(building)
    return Repaired(takes, results, day_of(newest) if newest and helped else None, found, whole, "")


def _make(building: Path, revision: str | None) -> None:
    """Empty tables as the damaged file had them: what later migrations do to rows they do to these."""
    engine = make_engine(building)
    try:
        migrate(engine, revision if revision is not None and revision <= REVISION else "head")
    finally:
        engine.dispose()


def _bring_up_to_date(building: Path) -> None:
    engine = make_engine(building)
    try:
        if revision_of(engine, building) != REVISION:
            migrate(engine)
    finally:
        engine.dispose()
    if not is_sound(building):
        raise StoreError("broken_database", path=str(building), reason="the rebuilt one isn't sound either")
    with building.open("rb+") as file:
        os.fsync(file.fileno())


def _revision(backup: Path | None) -> str | None:
    if backup is None:
        return None
    with Damaged(backup) as copy:
        return copy.revision()


def _tables(made: sqlite3.Connection) -> list[str]:
    """In an order in which what is referred to comes first, without what is only counted."""
    there = {row[0] for row in made.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return [table.name for table in metadata.sorted_tables if table.name in there and table not in COUNTED]


def _insert(made: sqlite3.Connection, name: str, salvaged: Salvaged | None) -> bool:
    """Whether each row that was read could be used."""
    if salvaged is None:
        return False
    wanted = {row[1] for row in made.execute(f'PRAGMA table_info("{name}")')}
    common = [at for at, column in enumerate(salvaged.columns) if column in wanted]
    names = ", ".join(f'"{salvaged.columns[at]}"' for at in common)
    adding = f'INSERT OR IGNORE INTO "{name}" ({names}) VALUES ({", ".join("?" * len(common))})'
    data = salvaged.columns.index("data") if name == "assessments" else None
    all_of_use = True
    made.execute("BEGIN")
    for row in salvaged.rows:
        if data is None or _unpacks(row[data]):
            made.execute(adding, [row[at] for at in common])
        else:
            all_of_use = False
    made.execute("COMMIT")
    return all_of_use


def _unpacks(data: object) -> bool:
    """A result that can't be unpacked is none."""
    try:
        return isinstance(data, bytes) and bool(zlib.decompress(data))
    except zlib.error:
        return False


def _take_over(made: sqlite3.Connection, backup: Path, copy: Path, names: set[str]) -> None:
    """Rows of the tables that couldn't be read whole, from a copy that is brought to the same revision first."""
    shutil.copyfile(backup, copy)
    try:
        revision = made.execute("SELECT max(version_num) FROM alembic_version").fetchone()[0]
        _make(copy, revision)
        with Damaged(copy) as rows:
            for name in _tables(made):
                if name in names:
                    _insert(made, name, rows.table(name))
    finally:
        _remove(copy)


def _adopt(made: sqlite3.Connection, folder: Path) -> int:
    """Takes of which only the sound is left; how many."""
    known = {row[0] for row in made.execute("SELECT id FROM takes")}
    found = lost_takes(folder, known)
    for take in found:
        row = asdict(take) | {"recorded_at": take.recorded_at.isoformat(timespec="microseconds")}
        places = ", ".join(f":{name}" for name in row)
        made.execute(f"INSERT INTO takes ({', '.join(row)}) VALUES ({places})", row)
    return len(found)


def _cut_loose_ends(made: sqlite3.Connection) -> None:
    """Rows that refer to what is gone let go of it, or go with it, as their table says."""
    while loose := made.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, _parent, key in loose:
            found = next(row for row in made.execute(f'PRAGMA foreign_key_list("{table}")') if row[0] == key)
            column, on_delete = found[3], found[6]
            if on_delete == "SET NULL":
                made.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (rowid,))
            else:
                made.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
