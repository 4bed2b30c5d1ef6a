"""Reads what can be read of a damaged database file, row by row, and never changes it."""

import logging
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

log = logging.getLogger(__name__)
_PIECE = 500  # rows asked for at once
_UNKNOWN_LAST = 2**17  # where to stop looking when the file can't say how many rows it has
_PATIENCE = 4000  # how often it may fail in a table before what is in the way is no longer looked into: some tenths of a second
Row = tuple[Any, ...]


class Damaged:
    """A damaged file, opened to read. `whole` is false once anything of it couldn't be read."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        self._connection.execute("PRAGMA writable_schema=ON")  # also opens a file that was cut off
        self.unread: set[str] = set()
        self._patience = _PATIENCE

    def __enter__(self) -> "Damaged":
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _where: TracebackType | None) -> None:
        self._connection.close()

    def revision(self) -> str | None:
        """Of its tables; None when it can't be read."""
        try:
            found = self._connection.execute("SELECT max(version_num) FROM alembic_version").fetchone()
        except sqlite3.Error:
            return None
        return found[0] if isinstance(found[0], str) else None

    def table(self, name: str) -> "Salvaged | None":
        """Its columns, and its rows as they are read; None when nothing is known of such a table."""
        try:
            columns = [row[1] for row in self._connection.execute(f'PRAGMA table_info("{name}")')]
        except sqlite3.Error:
            columns = []
        if not columns:
            self.unread.add(name)
            return None
        return Salvaged(columns, self._rows(name))

    def _rows(self, name: str) -> Iterator[Row]:
        last = self._last(name)
        self._patience = _PATIENCE
        for first in range(1, last + 1, _PIECE):
            yield from self._readable(name, first, min(first + _PIECE - 1, last))

    def _last(self, name: str) -> int:
        try:
            last, count = self._connection.execute(f'SELECT max(rowid), count(*) FROM "{name}" NOT INDEXED').fetchone()
        except sqlite3.Error:
            last, count = 0, 1
        if (last or 0) >= count:  # a last page that was cut off reads as rows numbered 0
            return int(last or 0)
        self.unread.add(name)
        return _UNKNOWN_LAST

    def _readable(self, name: str, first: int, last: int) -> Iterator[Row]:
        """What can't be read is found by halving."""
        asked = f'SELECT rowid, * FROM "{name}" NOT INDEXED WHERE rowid BETWEEN ? AND ?'
        try:
            found = self._connection.execute(asked, (first, last)).fetchall()
        except sqlite3.Error:
            self.unread.add(name)
            self._patience -= 1
            if first < last and self._patience > 0:
                middle = (first + last) // 2
                yield from self._readable(name, first, middle)
                yield from self._readable(name, middle + 1, last)
        else:
            if any(row[0] < first for row in found):
                self.unread.add(name)
            yield from (row[1:] for row in found if row[0] >= first)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A table as it is read."""

    columns: list[str]
    rows: Iterator[Row] = field(repr=False)
