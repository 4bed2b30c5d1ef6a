"""How long a person waits. Prints what it measures; the bounds are wide, for machines busy with other things.

.venv/bin/pytest tests/bench -s shows the figures.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests.bench.history import measured as attempts_measured
from tests.bench.speed import measured

ROOT = Path(__file__).parent.parent.parent


def _measured(module: str, *args: str) -> Any:
    """What `python -m MODULE ARGS` says as JSON."""
    ran = subprocess.run(
        [sys.executable, "-m", module, *args], cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_time_to_the_first_window_and_to_the_model(capsys: pytest.CaptureFixture[str]) -> None:
    starts = [_measured("tests.bench.start", str(time.monotonic())) for _ in range(3)]
    window, model = (median(start[what] for start in starts) for what in ("window", "model"))
    with capsys.disabled():
        print(
            f"\nstart to first painted window {window:.2f} s (aim 1.5), to the model ready {model:.2f} s (aim 3.0); median of 3"
        )
    assert window < 8
    assert model < 20


def test_time_from_the_end_of_a_take_to_its_marks(capsys: pytest.CaptureFixture[str]) -> None:
    takes = _measured("tests.bench.takes", "7")
    painted, gap = median(take["painted"] for take in takes), max(take["gap"] for take in takes)
    with capsys.disabled():
        print(f"\nend of a 5 s take to painted marks {painted:.2f} s (aim 0.5; median of 7)")
        print(f"longest gap of a 10 ms GUI timer meanwhile {1000 * gap:.0f} ms (aim 50)")
    assert painted < 3
    assert gap < 0.5


def test_assessing_takes_a_small_part_of_the_time_reading_took(capsys: pytest.CaptureFixture[str]) -> None:
    said = measured("all_of_it", 5.0)
    times = said["audio_s"] / said["cpu_seconds"]
    with capsys.disabled():
        print(f"\nassessing {said['audio_s']:.1f} s of sound: {times:.0f} x real time on one core (aim 80)")
    assert times > 20


def test_a_passage_of_ten_minutes_takes_little_time_and_memory(capsys: pytest.CaptureFixture[str]) -> None:
    said = measured("all_of_it", 600.0)
    with capsys.disabled():
        print(f"\nten minutes: {said['cpu_seconds']:.1f} s on one core (aim 7.5), at most {said['peak_mb']:.0f} MB (aim 400)")
    assert said["cpu_seconds"] < 30
    assert said["peak_mb"] < 400


def test_ten_thousand_attempts_open_and_filter_while_one_types(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = attempts_measured(tmp_path, 10_000)
    filters = {name: seconds for name, seconds in found.items() if name.startswith("filter")}
    with capsys.disabled():
        print(f"\n10,000 attempts: open {found['open']:.2f} s (aim 0.3), filter at most {max(filters.values()):.3f} s (aim 0.1);")
        print(f"sounds {found['sounds']:.2f} s, words {found['words']:.2f} s; seconds of one core")
    assert found["takes"] == 10_000
    assert found["open"] < 0.3
    assert max(filters.values()) < 0.1
    assert max(found["table of sounds"], found["table of words"], found["levels of five aspects"]) < 0.3
