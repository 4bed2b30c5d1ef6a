"""Deletes everything of everybody. Models and add-ons that were brought to this computer stay: they say nothing of anyone.

A mark is written first and goes last: killed halfway, `finish_erasing` at the next start does the rest.
"""

import shutil
from pathlib import Path

from filelock import FileLock, Timeout

from tutor.domain.errors import StoreError
from tutor.store.database import LOCK
from tutor.store.faults import store_errors
from tutor.store.paths import Paths

_MARK, _STAY = "erasing", ("models", "addons")


def erase(paths: Paths) -> None:
    """All learners with all that is theirs, the tutor's things, settings and logs.

    Raises `StoreError`: `in_use` while a window has a learner's history open; then nothing was deleted.
    """
    with store_errors(paths.data):
        for lock in paths.data.glob(f"learners/*/{LOCK}"):
            _check_free(lock)
        paths.data.mkdir(parents=True, exist_ok=True)
        (paths.data / _MARK).touch()
    finish_erasing(paths)


def finish_erasing(paths: Paths) -> None:
    """Go on where a kill broke it off; nothing happens where nobody had asked for it. Raises `StoreError`."""
    if not (paths.data / _MARK).exists():
        return
    with store_errors(paths.data):
        for path in [path for path in paths.data.iterdir() if path.name not in (_MARK, *_STAY)]:
            _remove(path)
        for folder in (paths.config, paths.log):
            _remove(folder)
        (paths.data / _MARK).unlink()


def _check_free(lock: Path) -> None:
    try:
        with FileLock(lock, timeout=0):
            """Nobody has it."""
    except Timeout as error:
        raise StoreError("in_use", path=str(lock.parent)) from error


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
