"""Where the files that ship with the program lie, in a checkout and in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def assets() -> Path:
    """The folder of models, samples, icons and the lexicon."""
    return _shipped("assets")


def passages() -> Path:
    """The folder of passages."""
    return _shipped("passages")


def _shipped(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
