"""Sound of a pack on its way into a learner's folder: it waits in `incoming/PACK/` until its rows are written.

Its rows come first, all in one transaction, since sound without a row is taken for a recording that was lost. A kill before that
leaves nothing but what waits; after it, `settle` puts what waits where the rows look for it.
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock
from sqlalchemy import select

from tutor.domain.errors import StoreError
from tutor.store.database import Database
from tutor.store.faults import store_errors
from tutor.store.packs.container import Container, Member, Told
from tutor.store.tables import arrivals, assignments, comments

TAKES, COMMENTS, NOTES = "takes", "comments", "notes"
INCOMING = "incoming"
_SPARE_BYTES = 50 * 2**20  # left on the disk, for the database and whatever else


class Stage:
    """The sound of one pack."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def bring(self, pack: Container, coming: Iterable[tuple[str, Member]], told: Told) -> None:
        """Copy sound to this disk. `coming`: where it will lie, such as `takes/ID.flac`. Raises `PackError`, `StoreError`."""
        files = tuple(coming)
        size = sum(member.bytes for _, member in files)
        with store_errors(self._folder):
            self._folder.mkdir(parents=True)
            if shutil.disk_usage(self._folder).free < size + _SPARE_BYTES:
                raise StoreError("disk_full", path=str(self._folder), reason=f"{size / 1e6:.0f} MB are needed")
            for at, (place, member) in enumerate(files):
                told(at / len(files), "merging")
                goal = self._folder / place
                goal.parent.mkdir(exist_ok=True)
                pack.copy(member, goal)

    def has(self, place: str) -> bool:
        """Whether a sound for this place was brought."""
        return (self._folder / place).exists()


@contextmanager
def staging(database: Database, pack_id: str) -> Iterator[Stage]:
    """Where to bring a pack's sound to; in its place when it ends, or gone if rows for it weren't written. One at a time."""
    with _alone(database):
        _settle(database)
        try:
            yield Stage(database.folder / INCOMING / pack_id)
        finally:
            _settle(database)


def settle(database: Database) -> None:
    """Go on with what a kill broke off: put what waits for rows that came where it belongs, take all else away.

    Raises `StoreError`.
    """
    if (database.folder / INCOMING).exists():
        with _alone(database):
            _settle(database)


@contextmanager
def _alone(database: Database) -> Iterator[None]:
    with store_errors(database.folder):
        lock = FileLock(database.folder / f"{INCOMING}.lock")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _settle(database: Database) -> None:
    incoming = database.folder / INCOMING
    with store_errors(incoming):
        for waiting in sorted(incoming.glob("*/*/*.flac")):
            goal = database.folder / waiting.parent.name / waiting.name
            if _is_wanted(database, goal):
                goal.parent.mkdir(exist_ok=True)
                waiting.replace(goal)
        if incoming.exists():
            shutil.rmtree(incoming)


def _is_wanted(database: Database, goal: Path) -> bool:
    """Whether the rows that came know of this sound."""
    if goal.parent.name == TAKES:
        known = select(arrivals.c.sound).where(arrivals.c.take_id == goal.stem)
    elif goal.parent.name == NOTES:
        known = select(assignments.c.id).where(assignments.c.id == goal.stem)
    else:
        known = select(comments.c.seconds).where(comments.c.id == goal.stem)
    with database.reading() as connection:
        return connection.execute(known).scalar() is not None
