"""What is done in the background whenever a learner's folder was opened: a check, what a kill broke off, what the profile says,
the day's copy.
"""

import time
from datetime import datetime
from pathlib import Path

from tutor.domain.errors import StoreError
from tutor.domain.learner import Learner
from tutor.domain.ledger import Gone
from tutor.store.database import Database
from tutor.store.packs.staging import settle
from tutor.store.upkeep.backups import make_backup
from tutor.store.upkeep.removal import Removal
from tutor.store.upkeep.repair import is_sound, mark_damaged

_STALE_S = 3600.0


def look_after(database: Database, learner: Learner, now: datetime) -> Gone:
    """What was let go of. Raises `StoreError`: `damaged_database` (opening it the next time mends it), `disk_full`, …

    A history that another program writes is left to that one.
    """
    if database.read_only:
        return Gone(0, 0)
    if not is_sound(database.path):
        mark_damaged(database.path)
        raise StoreError("damaged_database", path=str(database.path))
    settle(database)
    _clear(database.folder / "takes")
    gone = Removal(database).keep_to(learner, now)
    make_backup(database.path, now.date())
    return gone


def _clear(folder: Path) -> None:
    """Halves of files that a killed process left; what they were to become is in a draft."""
    for path in folder.glob("*.new"):
        if time.time() - path.stat().st_mtime > _STALE_S:
            path.unlink(missing_ok=True)
