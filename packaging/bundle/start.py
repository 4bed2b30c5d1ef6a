"""Runs before the program in a bundle: what PyInstaller's bootloader changed for itself must not reach other programs."""

import os
import sys
from ctypes import util
from pathlib import Path

_BUNDLE = Path(sys._MEIPASS)  # type: ignore[attr-defined]
_find = util.find_library


def _restore_library_path() -> None:
    """Speech engines and browsers that the program starts need the system's libraries; we ourselves, started again, ours."""
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # without it our own child would take LD_LIBRARY_PATH for set
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before


def _find_ours_first(name: str) -> str | None:
    """sounddevice asks for PortAudio by this; without a compiler on the machine Python would find nothing."""
    ours = next(_BUNDLE.glob(f"lib{name}.so*"), None)
    return str(ours) if ours else _find(name)


def _give_streams() -> None:
    """A program without a console has none; what prints all the same must not end it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 (open as long as the program)


_give_streams()
if sys.platform == "linux":
    _restore_library_path()
    util.find_library = _find_ours_first
