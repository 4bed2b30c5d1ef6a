"""Takes and attempts kept for years: rows in SQLite, sound as FLAC in `takes/` beside it."""

import json
import logging
import secrets
import zlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select
from sqlalchemy.dialects.sqlite import insert

from tutor.domain.assessment import Assessment
from tutor.domain.audio import Waveform
from tutor.domain.errors import AudioError, StoreError
from tutor.domain.ledger import Silence
from tutor.domain.take import DRILL, Attempt, Take
from tutor.practice.contract import from_json, to_json
from tutor.store.audiofiles import read_flac
from tutor.store.database import Database, SqlStore, in_order
from tutor.store.drafts import DraftFiles, FileDraft, Subject, drafts_in
from tutor.store.faults import store_errors
from tutor.store.tables import assessments, silenced, takes
from tutor.store.tallies import count
from tutor.store.unwritten import HeldSound, UnwrittenDraft
from tutor.store.upkeep.orphans import lost_takes, write_sound

log = logging.getLogger(__name__)
_other = assessments.alias()
_newest = select(func.max(_other.c.id)).where(_other.c.take_id == takes.c.id).correlate(takes).scalar_subquery()
_EVERY = select(takes, assessments.c.data).outerjoin_from(takes, assessments, assessments.c.id == _newest)


class SqlHistory(SqlStore):
    """A `ports.History`. Sound lies in `takes/` beside the database.

    `writes_sound` is asked for each take; where it says no, sound is only held in memory.
    """

    def __init__(self, database: Database, writes_sound: Callable[[], bool] = lambda: True) -> None:
        """Raises `StoreError` when there can't be a folder for the sound."""
        super().__init__(database)
        self._writes_sound, self._held = writes_sound, HeldSound()
        self._takes = database.folder / "takes"
        with store_errors(self._takes):
            self._takes.mkdir(exist_ok=True)

    def open_draft(self, text: str, passage_id: str | None, rate: int, when: datetime) -> FileDraft | UnwrittenDraft:
        """A new take to record into, on disk from its first block. `when` is aware. Raises `StoreError`: `in_use`, …"""
        self.database.check_writable()
        at = when.astimezone(UTC)
        subject = Subject(_new_id(at), text, passage_id, at, rate)
        if not self._writes_sound():
            return UnwrittenDraft(subject, self._hold)
        return FileDraft(self._takes, subject, self._keep)

    def keep(self, waveform: Waveform, text: str, passage_id: str | None, when: datetime, device: str) -> Take:
        """Keep sound that is already whole. Goes the way of a recording, so that a kill meanwhile loses nothing."""
        draft = self.open_draft(text, passage_id, waveform.rate, when)
        draft.write(waveform.samples)
        return draft.finish(device, 0)

    def recover(self) -> tuple[Take, ...]:
        """Make takes of drafts that killed processes left behind, whose `device` is empty, and of sound whose row is gone.

        A draft that can't be read is logged and stays. Raises `StoreError` (disk full); nothing is lost then either.
        What lies in a history that another program writes is left to that one.
        """
        if self.database.read_only:
            return ()
        found = []
        for files in drafts_in(self._takes):
            if files.claim():
                try:
                    found.append(self._recovered(files))
                finally:
                    files.lock.release()
        return tuple(take for take in found if take) + self._adopted()

    def waveform(self, take_id: str) -> Waveform:
        """A take's sound. Raises `StoreError`: `sound_let_go` when it wasn't to be kept, `no_sound` when it is gone or broken."""
        held = self._held.get(take_id)
        if held is not None:
            return held
        try:
            return read_flac(self._sound(take_id))
        except AudioError as error:
            if error.code == "no_such_file" and self._is_silenced(take_id):
                raise StoreError("sound_let_go", take=take_id) from error
            raise StoreError("no_sound", take=take_id, path=str(self._sound(take_id)), reason=error.code) from error

    def save(self, take_id: str, assessment: Assessment) -> None:
        """Add an assessment; the newest one counts, the earlier ones stay. Raises `StoreError`: `no_such_take`, …"""
        text = json.dumps(to_json(assessment), allow_nan=False, ensure_ascii=False, separators=(",", ":"))
        with self.database.writing() as connection:
            add_assessment(connection, take_id, assessment, text.encode())

    def attempt(self, take_id: str) -> Attempt:
        """A take with its newest assessment. Raises `StoreError`: `no_such_take`, `newer_schema`, …"""
        found = self._attempts(_EVERY.where(takes.c.id == take_id))
        if not found:
            raise StoreError("no_such_take", take=take_id)
        return found[0]

    def attempts(self, limit: int = 100, *, drills: bool = True) -> Sequence[Attempt]:
        """The newest takes first, each with its newest assessment, in one query."""
        wanted = _EVERY if drills else _EVERY.where(takes.c.passage_id.is_distinct_from(DRILL))
        return self._attempts(wanted.order_by(takes.c.recorded_at.desc(), takes.c.id.desc()).limit(limit))

    def _attempts(self, query: Select[Any]) -> list[Attempt]:
        with self.database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        return [Attempt(_take(row), _assessment(row["data"])) for row in rows]

    def _keep(self, take: Take, waveform: Waveform) -> None:
        """The sound first. A row without sound would be a broken promise; sound without a row still has its draft."""
        with store_errors(self._sound(take.id)):
            write_sound(self._sound(take.id), take, waveform)
        self._add(take)

    def _hold(self, take: Take, waveform: Waveform) -> None:
        self._held.put(take.id, waveform)
        self._add(take, Silence.NEVER)

    def _add(self, take: Take, silence: Silence | None = None) -> None:
        row = asdict(take) | {"recorded_at": in_order(take.recorded_at)}
        with self.database.writing() as connection:
            connection.execute(insert(takes).on_conflict_do_nothing(), row)
            if silence is not None:
                why = {"take_id": take.id, "at": row["recorded_at"], "why": silence}
                connection.execute(insert(silenced).on_conflict_do_nothing(), why)

    def _adopted(self) -> tuple[Take, ...]:
        with self.database.reading() as connection:
            known = set(connection.execute(select(takes.c.id)).scalars())
        found = lost_takes(self._takes, known)
        for take in found:
            self._add(take)
        return tuple(found)

    def _recovered(self, files: DraftFiles) -> Take | None:
        """The take a claimed draft becomes; None when it can't be read, nothing was said, or it was kept just before."""
        try:
            subject = files.subject()
        except (ValueError, KeyError, TypeError):
            log.exception("A recording can't be recovered; it stays at %s", files.sound)
            return None
        with store_errors(files.sound):
            waveform = files.waveform(subject.rate)
        take = subject.take(waveform, "", 0, recovered=True)
        wanted = len(waveform.samples) > 0 and not self._has(take.id)
        if wanted:
            (self._keep if self._writes_sound() else self._hold)(take, waveform)
        files.remove()
        return take if wanted else None

    def _is_silenced(self, take_id: str) -> bool:
        with self.database.reading() as connection:
            return connection.execute(select(silenced.c.why).where(silenced.c.take_id == take_id)).first() is not None

    def _has(self, take_id: str) -> bool:
        return bool(self._attempts(_EVERY.where(takes.c.id == take_id)))

    def _sound(self, take_id: str) -> Path:
        return self._takes / f"{take_id}.flac"


def add_assessment(
    connection: Connection, take_id: str, assessment: Assessment, document: bytes, saved_at: str | None = None
) -> None:
    """Add an assessment, whose JSON is `document`, with its tally in the transaction of `connection`.

    `saved_at`: when that was, if not now.
    """
    stamp = assessment.model
    row = {
        "take_id": take_id,
        "engine": stamp.engine,
        "model_id": stamp.id,
        "model_version": stamp.version,
        "verdict": assessment.verdict.value,
        "data": zlib.compress(document),
    }
    when = {} if saved_at is None else {"saved_at": saved_at}
    added = connection.execute(insert(assessments).returning(assessments.c.id), row | when).scalar_one()
    count(connection, take_id, added, assessment)


def _new_id(when: datetime) -> str:
    """Readable in a file manager, in order of time, and never the same twice."""
    return f"{when:%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"


def _take(row: RowMapping) -> Take:
    values = {field.name: row[field.name] for field in fields(Take)}
    return Take(**values | {"recorded_at": datetime.fromisoformat(row["recorded_at"])})


def _assessment(data: bytes | None) -> Assessment | None:
    try:
        return None if data is None else from_json(json.loads(zlib.decompress(data)))
    except zlib.error as error:
        raise StoreError("broken_assessment", reason=str(error)) from error
