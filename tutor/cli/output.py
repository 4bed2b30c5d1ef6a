"""Where a command's words go: results to standard output, progress and notes to standard error, files where asked for."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn
from rich.table import Table

from tutor.practice.ports import Progress

_PIPED_WIDTH = 200  # nobody's terminal: room for every column


def say(*lines: str) -> None:
    """To standard output, as they are."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


def note(line: str) -> None:
    """To standard error."""
    sys.stderr.write(f"{line}\n")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under headings; texts are never read as markup."""
    made = Table(*headings, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        made.add_row(*row)
    width = None if sys.stdout.isatty() else _PIPED_WIDTH
    Console(file=sys.stdout, markup=False, highlight=False, emoji=False, width=width).print(made)


@contextmanager
def progress(label: str) -> Iterator[Progress]:
    """A spinner with the stage's name on standard error, if somebody is looking at it."""
    console = Console(stderr=True, markup=False)
    with Bar(SpinnerColumn(), TextColumn("{task.description}", markup=False), console=console, transient=True,
             disable=not console.is_terminal) as bar:  # fmt: skip
        task = bar.add_task(label, total=1.0)

        def told(share: float, stage: str) -> None:
            bar.update(task, completed=share, description=f"{label}: {stage.replace('_', ' ')} {share:.0%}")

        yield told


def write(path: Path, made: Callable[[], str | bytes]) -> None:
    """Write a text or bytes to a file, whole or not at all. Raises `StoreError` (`file_not_written`)."""
    from tutor.store.documents import save

    data = made()
    save(path, data.encode() if isinstance(data, str) else data)


def write_json(where: str, document: object) -> None:
    """As JSON to a file, or to standard output for `-`."""
    import json

    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    if where == "-":
        sys.stdout.write(text)
    else:
        write(Path(where), lambda: text)
