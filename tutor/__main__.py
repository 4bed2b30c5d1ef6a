"""The `tutor` command: with arguments the command line, without them the window, or the sample where no window opens."""

import sys


def main() -> int:
    """Exit code of what was asked for."""
    from tutor.cli import display

    if sys.argv[1:] == [display.TRY]:
        from tutor.ui.trial import try_window

        return try_window()
    if len(sys.argv) > 1:
        from tutor.cli.main import main as command_line

        return command_line(sys.argv[1:])
    return _window() if display.is_named() else _sample("There is no display.")


def _window() -> int:
    """Qt's trial and our own imports run side by side, so that the trial costs next to no time."""
    from tutor.cli.display import Trial

    trial = Trial()
    import tutor.app

    if complaint := trial.complaint():
        return _sample(f"No window can be opened ({complaint}); “tutor doctor” tells more.")
    return tutor.app.run([])


def _sample(why: str) -> int:
    from tutor.cli import sample
    from tutor.cli.main import guarded
    from tutor.cli.output import note
    from tutor.cli.world import World

    note(why)
    return guarded(lambda: sample.run(World()))


if __name__ == "__main__":
    sys.exit(main())
