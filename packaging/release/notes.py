"""Release notes out of CHANGELOG.md: `python notes.py [VERSION]` prints what changed; without one, in pyproject.toml's.

What is not released yet stands under Unreleased there and is printed for `python notes.py Unreleased`.
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def notes(version: str) -> str:
    """That version's part, without its heading. Raises `KeyError` when the changelog doesn't know it."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    parts = re.split(r"^## \[([^]]+)\].*$", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))[version].strip()


def main() -> int:
    """0, or 1 for a version nobody wrote anything about: such a one is not released."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = sys.argv[1] if len(sys.argv) > 1 else project["version"]
    try:
        sys.stdout.write(notes(version) + "\n")
    except KeyError:
        sys.stderr.write(f"CHANGELOG.md has nothing on {version}. Rename Unreleased to [{version}] with its date first.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
