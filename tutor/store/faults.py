"""What the disk and the database complain of, as errors a person can act on."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from tutor.domain.errors import StoreError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # no space, no quota left, file larger than allowed
_CODES = {
    sqlite3.SQLITE_BUSY: "locked_database",
    sqlite3.SQLITE_LOCKED: "locked_database",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_CORRUPT: "broken_database",
    sqlite3.SQLITE_NOTADB: "broken_database",
    sqlite3.SQLITE_ERROR: "broken_database",  # the statements are tested, so it is the tables that aren't ours
    sqlite3.SQLITE_CANTOPEN: "unusable_folder",
    sqlite3.SQLITE_READONLY: "unusable_folder",
    sqlite3.SQLITE_PERM: "unusable_folder",
    sqlite3.SQLITE_IOERR: "unusable_folder",
    sqlite3.SQLITE_CONSTRAINT: "no_such_take",  # the only constraint a program's row can miss
}
_MAY_BE_FULL = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)  # what SQLite says when it finds no space for its own files
_HARDLY_ANY = 256 * 1024  # bytes


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Raise `StoreError` for trouble with `path`.

    `disk_full`, `locked_database`, `broken_database`, `no_such_take`, or `unusable_folder` (may not be written, isn't
    there, fails). Its facts are the `path` and the system's `reason`.
    """
    try:
        yield
    except OSError as error:
        code = "disk_full" if error.errno in _FULL else "unusable_folder"
        raise StoreError(code, path=str(path), reason=error.strerror or str(error)) from error
    except (DBAPIError, sqlite3.Error) as error:
        original = error.orig if isinstance(error, DBAPIError) else error
        primary = getattr(original, "sqlite_errorcode", 0) & 0xFF
        if primary not in _CODES:
            raise
        code = "disk_full" if primary in _MAY_BE_FULL and _is_full(path) else _CODES[primary]
        raise StoreError(code, path=str(path), reason=str(original)) from error


def _is_full(path: Path) -> bool:
    return next((shutil.disk_usage(folder).free < _HARDLY_ANY for folder in path.parents if folder.exists()), False)
