"""The `tutor` command: with arguments the command line, without them the window, or the sample where no window opens.

A file of ours alone, as a double click gives it, is opened in the window.
"""

import builtins
import sys
from pathlib import Path


def main() -> int:
    """Exit code of what was asked for."""
    from tutor.cli import display

    if sys.argv[1:] == [display.TRY]:
        from tutor.ui.trial import try_window

        return try_window()
    if given := _given():
        return _open(given)
    if len(sys.argv) > 1:
        from tutor.cli.main import main as command_line

        return command_line(sys.argv[1:])
    return _window() if display.is_named() else _sample("There is no display.")


def _given() -> Path | None:
    from tutor.domain.opened import PACK, RETURN

    path = Path(sys.argv[1]) if len(sys.argv) == 2 else None
    return path if path is not None and path.suffix.lower() in (PACK, RETURN) else None


def _open(given: Path) -> int:
    """In the window that is open already, or else in one of its own."""
    from tutor.cli import display
    from tutor.store.doorstep import Doorstep

    if not display.is_named():
        return _no_window_for(given, "There is no display.")
    return 0 if Doorstep.default().leave(given) else _window(given)


def _no_window_for(given: Path, why: str) -> int:
    from tutor.cli.main import ERROR
    from tutor.cli.output import note

    note(f"{why} See “tutor pack open --help”, “tutor history import --help”; {given.name} was not opened.")
    return ERROR


def _window(given: Path | None = None) -> int:
    """Qt's trial and our own imports run side by side, so that the trial costs next to no time.

    PySide puts an import of its own in Python's place, which reads every module's source and keeps it: with torch 140 MB.
    """
    from tutor.cli.display import Trial

    trial = Trial()
    plain = builtins.__import__
    import tutor.app

    builtins.__import__ = plain
    if complaint := trial.complaint():
        why = f"No window can be opened ({complaint}); “tutor doctor” tells more."
        return _no_window_for(given, why) if given else _sample(why)
    return tutor.app.run(given)


def _sample(why: str) -> int:
    from tutor.cli import sample
    from tutor.cli.main import guarded
    from tutor.cli.output import note
    from tutor.cli.world import World

    note(why)
    return guarded(lambda: sample.run(World()))


if __name__ == "__main__":
    sys.exit(main())
