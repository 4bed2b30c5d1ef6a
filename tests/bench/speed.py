"""How fast we listen and how much memory that takes, by clip length, beside what others run. Prints two tables.

python -m tests.bench.speed [SECONDS ...]: every cell is measured in a process of its own by `tests.bench.engines`; a few minutes
in all. What would take over a minute and a half is left out: nothing new happens there, since a wav2vec2 gets 30 s at a time.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.engines import is_installed

ROOT = Path(__file__).parent.parent.parent
LENGTHS = (2.0, 5.0, 10.0, 30.0, 120.0, 600.0)
ROWS = (
    ("all_of_it", 1), ("assessor", 1), ("assessor", 2), ("encoder", 1), ("encoder", 2), ("pocketsphinx", 1),
    ("wav2vec2_base", 1), ("wav2vec2_base", 2), ("wav2vec2_large", 1), ("wav2vec2_large", 2),
)  # fmt: skip
_PATIENCE_S = 90.0
Figures = dict[str, float]
Cell = Callable[[Figures, int], str]


def measured(name: str, seconds: float, threads: int = 1) -> Figures:
    """What `tests.bench.engines` says of it."""
    command = [sys.executable, "-m", "tests.bench.engines", name, str(seconds), str(threads)]
    threaded = {**os.environ, "OMP_NUM_THREADS": str(threads)}
    ran = subprocess.run(command, cwd=ROOT, env=threaded, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr
    figures: Figures = json.loads(ran.stdout)
    return figures


def main(lengths: tuple[float, ...]) -> None:
    """Measure and print."""
    rows = {row: _row(row, lengths) for row in ROWS if is_installed(row[0])}
    if missing := sorted({name for name, _ in ROWS if not is_installed(name)}):
        print(f"Not installed, so left out: {', '.join(missing)} (pip install '.[train]').")
    baseline = min(cell["baseline_mb"] for cells in rows.values() for cell in cells if cell)
    _show("Times real time; with one thread against its processor time, with two against the clock", rows, lengths, _speed)
    _show(
        f"Peak memory of the process, MB ({baseline:.0f} of it Python, numpy, lexicon; the clip adds up to 77)",
        rows, lengths, lambda figures, _: f"{figures['peak_mb']:.0f}",
    )  # fmt: skip


def _row(row: tuple[str, int], lengths: tuple[float, ...]) -> list[Figures | None]:
    cells: list[Figures | None] = []
    pace = 0.0  # seconds that a second of sound takes
    for length in lengths:
        if pace * length > _PATIENCE_S:
            cells.append(None)
            continue
        cells.append(said := measured(row[0], length, row[1]))
        pace = said["seconds"] / said["audio_s"]
    return cells


def _speed(figures: Figures, threads: int) -> str:
    """Other programs running here slow the clock's figure, not the processor's; that one counts both threads."""
    return f"{figures['audio_s'] / figures['cpu_seconds' if threads == 1 else 'seconds']:.1f}"


def _show(title: str, rows: dict[tuple[str, int], list[Figures | None]], lengths: tuple[float, ...], cell: Cell) -> None:
    table = Table("", "threads", *(f"{length:g} s" for length in lengths), title=title, title_justify="left")
    for (name, threads), cells in rows.items():
        table.add_row(name.replace("_", " "), str(threads), *(cell(figures, threads) if figures else "-" for figures in cells))
    Console(width=100).print(table)


if __name__ == "__main__":
    main(tuple(map(float, sys.argv[1:])) or LENGTHS)
