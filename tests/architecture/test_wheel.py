"""The wheel holds all that the program needs at run time, and runs on its own."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, unpacked as pip would."""
    folder = tmp_path_factory.mktemp("wheel")
    command: list[str | Path] = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.mark.parametrize("folder", ["tutor", "assets", "passages"])
def test_every_file_is_in_it(unpacked: Path, folder: str) -> None:
    inside = unpacked / ("tutor" if folder == "tutor" else f"tutor/{folder}")
    expected = {
        path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"
    }
    assert expected
    assert expected - {path.relative_to(inside) for path in inside.rglob("*")} == set()


def test_it_runs_without_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(unpacked)}
    options: Any = {"cwd": tmp_path, "env": environment, "capture_output": True, "text": True, "timeout": 60}
    where = subprocess.run([sys.executable, "-c", "import tutor; print(tutor.__file__)"], check=True, **options)
    assert Path(where.stdout.strip()).is_relative_to(unpacked)
    listed = subprocess.run([sys.executable, "-m", "tutor", "passages", "list"], check=False, **options)
    assert listed.returncode == 0, listed.stderr
    assert len(listed.stdout.splitlines()) >= 10
