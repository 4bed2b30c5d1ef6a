"""Lets go of takes, or of their sound: from the database, from its copies, and from the disk.

A take is gone when `delete` returns. Its row goes last, so that after a kill it can be seen and deleted again, or is expired
again at the next start.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.sqlite import insert

from tutor.domain.learner import KeepAudio, Learner
from tutor.domain.ledger import Gone, Silence
from tutor.practice.ports import Progress
from tutor.store.database import Database, SqlStore, in_order
from tutor.store.deletions import mark, remember
from tutor.store.faults import store_errors
from tutor.store.tables import comments, silenced, takes
from tutor.store.upkeep.backups import backups

_AT_ONCE = 200  # ids in one statement


class Removal(SqlStore):
    """Deletes for good. All of it raises `StoreError`; `in_use` when another program writes this history."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._takes, self._voices = database.folder / "takes", database.folder / "comments"

    def delete(self, take_ids: Sequence[str], progress: Progress = lambda _share, _stage: None) -> None:
        """Let go of takes with their sound, their results and all that was said about them, also in the copies of the database.

        Words to practise stay. That they were deleted is remembered, so that no return brings them back. A damaged database that
        was set aside stays too: nobody can delete a row in it. What was deleted before `progress` raises stays deleted.
        """
        self.database.check_writable()
        for at in range(0, len(take_ids), _AT_ONCE):
            progress(at / len(take_ids), "deleting")
            self._delete(take_ids[at : at + _AT_ONCE])
        self._empty_log()

    def silence(self, take_ids: Sequence[str], why: Silence, now: datetime) -> None:
        """Delete the sound of takes; their results stay."""
        rows = [{"take_id": take_id, "at": in_order(now), "why": why} for take_id in take_ids]
        with self.database.writing() as connection:
            connection.execute(insert(silenced).on_conflict_do_nothing(), rows)
        self._unlink([self._sound(take_id) for take_id in take_ids])

    def keep_to(self, learner: Learner, now: datetime) -> Gone:
        """What the learner's profile says of sound and of old takes."""
        old = [] if learner.expires_days is None else self._before(now - timedelta(days=learner.expires_days))
        if not learner.scores_stay:
            self.delete(old)
        sounding = self._sounding()
        unwanted = dict.fromkeys(set(old) & sounding, Silence.EXPIRED)
        if learner.audio is KeepAudio.NEVER:
            unwanted |= dict.fromkeys(sounding, Silence.NEVER)
        elif learner.audio is KeepAudio.THINNED:
            unwanted |= dict.fromkeys(sounding - self._newest(), Silence.THINNED)
        for why in set(unwanted.values()):
            self.silence([take_id for take_id, each in unwanted.items() if each is why], why, now)
        return Gone(0 if learner.scores_stay else len(old), len(unwanted))

    def _delete(self, take_ids: Sequence[str]) -> None:
        for backup in backups(self.database.folder):
            _delete_in(backup, take_ids)
        with self.database.reading() as connection:
            spoken = connection.execute(select(comments.c.id).where(comments.c.take_id.in_(take_ids))).scalars().all()
        self._unlink([*(self._sound(each) for each in take_ids), *(self._voices / f"{each}.flac" for each in spoken)])
        with self.database.writing() as connection:
            remember(connection, take_ids)
            connection.execute(delete(takes).where(takes.c.id.in_(take_ids)))

    def _before(self, when: datetime) -> list[str]:
        with self.database.reading() as connection:
            return list(connection.execute(select(takes.c.id).where(takes.c.recorded_at < in_order(when))).scalars())

    def _sounding(self) -> set[str]:
        """The takes whose sound lies there."""
        with self.database.reading() as connection:
            known = set(connection.execute(select(takes.c.id)).scalars())
        return known & {path.stem for path in self._takes.glob("*.flac")}

    def _newest(self) -> set[str]:
        """Of each text."""
        newest = select(takes.c.text, func.max(takes.c.recorded_at).label("at")).group_by(takes.c.text).subquery()
        same = (takes.c.text == newest.c.text) & (takes.c.recorded_at == newest.c.at)
        with self.database.reading() as connection:
            return set(connection.execute(select(takes.c.id).join(newest, same)).scalars())

    def _empty_log(self) -> None:
        """What was deleted also stood in the write-ahead log."""
        with self.database.reading() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _unlink(self, paths: Sequence[Path]) -> None:
        with store_errors(self._takes):
            for path in paths:
                path.unlink(missing_ok=True)

    def _sound(self, take_id: str) -> Path:
        return self._takes / f"{take_id}.flac"


def _delete_in(backup: Path, take_ids: Sequence[str]) -> None:
    with store_errors(backup), closing(sqlite3.connect(backup)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute(f"DELETE FROM takes WHERE id IN ({', '.join('?' * len(take_ids))})", tuple(take_ids))
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'deleted'").fetchone():  # not in one of an older program
            connection.executemany("INSERT OR IGNORE INTO deleted VALUES (?)", [(mark(take_id),) for take_id in take_ids])
        connection.commit()
