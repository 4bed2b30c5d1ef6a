"""Rows as CSV for programs, and as CSV that a spreadsheet opens as it is meant; no text in either is run as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_BOM = "\ufeff"  # without it Excel takes UTF-8 for something else
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The file's text. Numbers stay numbers; a text that a spreadsheet would run stands behind an apostrophe."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([_defused(cell) for cell in row] for row in rows)
    return file.getvalue()


def sheet(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The same for people who open it in a spreadsheet: letters of all languages come out right there."""
    return _BOM + csv_text(heads, rows)


def _defused(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(_RUN) else cell
