"""Whether a window can be opened. Qt aborts the whole process when it can't, so it is tried in another process first."""

import os
import subprocess
import sys

TRY = "--try-window"  # what this program is told in the other process
_PATIENCE_S = 20.0
_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def is_named() -> bool:
    """Whether the system says there is a display: always on Windows and macOS, by an environment variable elsewhere."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in _VARIABLES)


class Trial:
    """Opens Qt's connection to the display in a process of its own, while this one goes on with something else."""

    def __init__(self) -> None:
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "tutor"]  # frozen: a bundle
        self._process = subprocess.Popen(
            [*program, TRY], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )

    def complaint(self) -> str | None:
        """Why no window can be opened, as Qt says it; None when it can."""
        try:
            _, said = self._process.communicate(timeout=_PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
            return f"no answer within {_PATIENCE_S:.0f} s"
        if self._process.returncode == 0:
            return None
        return next((line.strip() for line in said.splitlines() if _tells(line)), f"exit code {self._process.returncode}")


def _tells(line: str) -> bool:
    return any(sign in line for sign in ("could not connect", "Could not load", "Error:", "failed to"))
