"""That a take was deleted is remembered without saying anything of it: by the hash of its id, which nobody can read back."""

from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from tutor.store.tables import deleted


def remember(connection: Connection, take_ids: Sequence[str]) -> None:
    """None of these comes back with a return, in the transaction of `connection`."""
    if take_ids:
        rows = [{"take": mark(take_id)} for take_id in take_ids]
        connection.execute(insert(deleted).on_conflict_do_nothing(), rows)


def was_deleted(connection: Connection, take_id: str) -> bool:
    """Whether there was a take of that id, and it was deleted here."""
    return connection.execute(select(deleted).where(deleted.c.take == mark(take_id))).first() is not None


def mark(take_id: str) -> str:
    """What is kept of a deleted take."""
    return sha256(take_id.encode()).hexdigest()
