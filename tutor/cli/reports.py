"""Writes what reports are written as: text, or paper that has to be set on pages first."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.domain.errors import StoreError

if TYPE_CHECKING:
    from tutor.present.reports.formats import Written
    from tutor.present.reports.paper import Paper


def save(where: Path | str, made: "Written") -> None:
    """To a file, or to standard output for `-`. Raises `StoreError`: `file_not_written`, `no_pdf_here`."""
    from tutor.cli.output import write

    if where == "-":
        sys.stdout.write(str(made))
    else:
        write(Path(where), lambda: made if isinstance(made, str) else _pdf(made))


def _pdf(paper: "Paper") -> bytes:
    try:
        from tutor.ui.pdf import pdf
    except ImportError as error:  # on a server without the libraries of windows
        raise StoreError("no_pdf_here", reason=str(error)) from error
    return pdf(paper)
