"""A release: one version, written in one place, with notes from the changelog."""

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.program import tutor

ROOT = Path(__file__).parent.parent.parent
VERSION: str = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
NOTES = ROOT / "packaging" / "release" / "notes.py"


def notes(version: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, NOTES, version], capture_output=True, text=True, timeout=60, check=False)


def test_the_version_is_written_in_one_place() -> None:
    elsewhere = [*(ROOT / "tutor").rglob("*.py"), *(path for path in (ROOT / "packaging").rglob("*") if path.is_file())]
    assert [
        path for path in elsewhere if path.name != "constraints.txt" and f'"{VERSION}"' in path.read_text("utf-8", "replace")
    ] == []
    assert tutor("--version").stdout == f"tutor {VERSION}\n"


def test_notes_are_a_part_of_the_changelog() -> None:
    said = notes("Unreleased")
    assert said.returncode == 0
    assert said.stdout.startswith("### ")
    assert "\n## " not in said.stdout


def test_a_version_without_notes_is_no_release() -> None:
    said = notes("99.0.0")
    assert said.returncode == 1
    assert "CHANGELOG.md has nothing on 99.0.0." in said.stderr
