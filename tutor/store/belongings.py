"""Whether there is anything in a learner's folder that somebody read, wrote or said."""

from contextlib import closing
from pathlib import Path

from sqlalchemy import func, select

from tutor.store.database import DATABASE, open_database
from tutor.store.faults import store_errors
from tutor.store.paths import OWN_WORDS
from tutor.store.tables import accepted, cards, takes, texts


def holds_anything(folder: Path) -> bool:
    """Readings, a recording that was broken off, own texts, words or pronunciations. Raises `StoreError`."""
    with store_errors(folder):
        if (folder / OWN_WORDS).exists() or any((folder / "takes").glob("*.*")):
            return True
    if not (folder / DATABASE).exists():
        return False
    with closing(open_database(folder, to_write=False)) as database, database.reading() as connection:
        return any(
            connection.execute(select(func.count()).select_from(table)).scalar_one() for table in (takes, texts, cards, accepted)
        )
