"""Assignments a learner got, in their database."""

from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import Connection, RowMapping, delete, select
from sqlalchemy.dialects.sqlite import insert

from tutor.domain.assignment import Assignment, Received
from tutor.domain.audio import Waveform
from tutor.domain.errors import AudioError, StoreError
from tutor.store.audiofiles import read_flac
from tutor.store.database import SqlStore, in_order
from tutor.store.faults import store_errors
from tutor.store.packs.looking import Handout, made_assignment
from tutor.store.packs.making import assignment_entry
from tutor.store.packs.manifest import AssignmentEntry
from tutor.store.packs.spoken import note_place
from tutor.store.tables import assignments


class SqlAssignments(SqlStore):
    """A `ports.Assignments`."""

    def assignments(self) -> tuple[Received, ...]:
        """All, the newest first. Raises `StoreError`."""
        newest = select(assignments).order_by(assignments.c.made_at.desc(), assignments.c.id)
        with self.database.reading() as connection:
            return tuple(_received(row) for row in connection.execute(newest).mappings())

    def note(self, assignment_id: str) -> Waveform:
        """The sound of its spoken note. Raises `StoreError`: `no_sound` when it is gone or broken."""
        path = self._note(assignment_id)
        try:
            return read_flac(path)
        except AudioError as error:
            raise StoreError("no_sound", path=str(path), reason=error.code) from error

    def remove(self, assignment_id: str) -> None:
        """Let go of it; readings stay. Raises `StoreError`."""
        with self.database.writing() as connection:
            connection.execute(delete(assignments).where(assignments.c.id == assignment_id))
        with store_errors(self.database.folder):
            self._note(assignment_id).unlink(missing_ok=True)

    def _note(self, assignment_id: str) -> Path:
        return self.database.folder / note_place(assignment_id)


def add_assignment(connection: Connection, handout: Handout, now: datetime) -> bool:
    """Keep a pack's assignment with others in one transaction; False when it is there already."""
    said = handout.assignment
    row = {
        "id": said.id, "received_at": in_order(now), "key": handout.key, "sender": said.sender,
        "made_at": in_order(said.made_at), "data": msgspec.json.encode(assignment_entry(said)).decode(),
    }  # fmt: skip
    return bool(connection.execute(insert(assignments).values(row).on_conflict_do_nothing()).rowcount)


def _received(row: RowMapping) -> Received:
    entry = msgspec.json.decode(row["data"], type=AssignmentEntry)
    made: Assignment = made_assignment(row["id"], row["sender"], datetime.fromisoformat(row["made_at"]), entry)
    return Received(made, datetime.fromisoformat(row["received_at"]))
