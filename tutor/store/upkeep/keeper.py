"""One learner's say over what is kept of them: what there is, and deleting it."""

import shutil
from pathlib import Path

from sqlalchemy import select

from tutor.domain.errors import StoreError
from tutor.domain.learner import Learner
from tutor.domain.ledger import Kind, LearnerHoldings, Silence
from tutor.practice.ports import Clock
from tutor.store.database import Database
from tutor.store.faults import store_errors
from tutor.store.tables import takes
from tutor.store.upkeep.backups import backups
from tutor.store.upkeep.ledger import read_learners_ledger
from tutor.store.upkeep.removal import Removal


class Keeper:
    """A `ports.Keeper`."""

    def __init__(self, database: Database, learner: Learner, clock: Clock) -> None:
        self._database, self._learner, self._clock = database, learner, clock
        self._removal = Removal(database)

    def holdings(self) -> LearnerHoldings:
        """What is kept of the learner."""
        return read_learners_ledger(self._database.folder, self._learner)

    def delete_take(self, take_id: str) -> None:
        """One take with all that belongs to it."""
        self._removal.delete([take_id])

    def delete(self, kind: Kind) -> None:
        """Everything of a kind: `RESULTS` are all takes, `SOUND` leaves their results."""
        self._database.check_writable()
        if kind is Kind.RESULTS:
            self._removal.delete(self._all())
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
