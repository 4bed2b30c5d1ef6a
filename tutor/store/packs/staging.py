"""Sound of a pack on its way into a learner's folder: it waits in `incoming/PACK/` beside a list of where it will lie.

It moves there inside the transaction that writes its rows. A kill leaves either all rows or none, and `settle` takes away what
waits, and sound that was moved for rows that never came.
"""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import select

from tutor.domain.errors import StoreError
from tutor.store.audiofiles import write_whole
from tutor.store.database import Database
from tutor.store.faults import store_errors
from tutor.store.packs.container import Container, Member, Told
from tutor.store.tables import arrivals, comments

TAKES, COMMENTS = "takes", "comments"
_INCOMING, _PLACES = "incoming", "places.json"
_SPARE_BYTES = 50 * 2**20  # left on the disk, for the database and whatever else


class Stage:
    """The sound of one pack; `bring` it, then `move` each from inside a transaction."""

    def __init__(self, database: Database, pack_id: str) -> None:
        self._database, self._folder = database, database.folder / _INCOMING / pack_id

    def bring(self, pack: Container, coming: Iterable[tuple[str, Member]], told: Told) -> None:
        """Copy sound to this disk. `coming`: where it will lie, such as `takes/ID.flac`. Raises `PackError`, `StoreError`."""
        files = tuple(coming)
        size = sum(member.bytes for _, member in files)
        with store_errors(self._folder):
            self._folder.mkdir(parents=True)
            if shutil.disk_usage(self._folder).free < size + _SPARE_BYTES:
                raise StoreError("disk_full", path=str(self._folder), reason=f"{size / 1e6:.0f} MB are needed")
            write_whole(self._folder / _PLACES, json.dumps([place for place, _ in files]).encode())
            for at, (place, member) in enumerate(files):
                told(at / len(files), "merging")
                pack.copy(member, self._folder / Path(place).name)

    def move(self, place: str) -> bool:
        """Put a sound where it belongs; False when it wasn't to be brought. Raises `OSError`."""
        waiting, goal = self._folder / Path(place).name, self._database.folder / place
        if not waiting.exists():
            return False
        goal.parent.mkdir(exist_ok=True)
        waiting.replace(goal)
        return True


def settle(database: Database) -> None:
    """Take away what waits, and what was moved for nothing. Raises `StoreError`."""
    incoming = database.folder / _INCOMING
    with store_errors(incoming):
        for stage in sorted(incoming.glob("*/")):
            for place in _places(stage):
                if not _is_wanted(database, Path(place)):
                    (database.folder / place).unlink(missing_ok=True)
            shutil.rmtree(stage)
        if incoming.exists():
            incoming.rmdir()


def _places(stage: Path) -> list[str]:
    file = stage / _PLACES
    return list(json.loads(file.read_text("utf-8"))) if file.is_file() else []


def _is_wanted(database: Database, place: Path) -> bool:
    """Whether the rows that came know of this sound."""
    if place.parts[0] == TAKES:
        known = select(arrivals.c.sound).where(arrivals.c.take_id == place.stem)
    else:
        known = select(comments.c.seconds).where(comments.c.id == place.stem)
    with database.reading() as connection:
        return connection.execute(known).scalar() is not None
