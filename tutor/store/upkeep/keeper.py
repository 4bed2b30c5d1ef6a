"""One learner's say over what is kept of them: what there is, and deleting it."""

import shutil
from pathlib import Path

from sqlalchemy import select

from tutor.domain.errors import StoreError
from tutor.domain.ledger import Kind, Ledger, Silence
from tutor.practice.ports import Clock, People, Progress
from tutor.store.database import Database
from tutor.store.faults import store_errors
from tutor.store.paths import Paths
from tutor.store.tables import takes
from tutor.store.upkeep.backups import backups
from tutor.store.upkeep.ledger import read_ledger
from tutor.store.upkeep.removal import Removal


class Keeper:
    """A `ports.Keeper`."""

    def __init__(self, paths: Paths, people: People, database: Database, clock: Clock) -> None:
        self._paths, self._people, self._database, self._clock = paths, people, database, clock
        self._removal = Removal(database)

    def ledger(self) -> Ledger:
        """Of all learners, whoever they are."""
        return read_ledger(self._paths, self._people.learners())

    def delete_take(self, take_id: str, progress: Progress) -> None:
        """One take with all that belongs to it."""
        self._removal.delete([take_id], progress)

    def delete(self, kind: Kind, progress: Progress) -> None:
        """Everything of a kind: `RESULTS` are all takes, `SOUND` leaves their results."""
        self._database.check_writable()
        if kind is Kind.RESULTS:
            self._removal.delete(self._all(), progress)
        elif kind is Kind.SOUND:
            self._removal.silence(self._all(), Silence.DELETED, self._clock.now())
        elif kind is Kind.COPIES:
            self._unlink(backups(self._database.folder))
        elif kind is Kind.DAMAGED:
            with store_errors(self._database.folder):
                shutil.rmtree(self._database.folder / "damaged", ignore_errors=True)
        else:
            raise StoreError("not_deleted_here", kind=kind)

    def _all(self) -> list[str]:
        with self._database.reading() as connection:
            return list(connection.execute(select(takes.c.id)).scalars())

    def _unlink(self, paths: list[Path]) -> None:
        with store_errors(self._database.folder):
            for path in paths:
                path.unlink(missing_ok=True)
