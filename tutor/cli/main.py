"""Parses the command line, runs the command, turns errors into one line and an exit code (1; usage errors exit with 2)."""

import os
import sys
import traceback
from argparse import Action, ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tutor.cli import addon, assess, doctor, evaluate, history, learners, models, pack, passages, privacy, train
from tutor.domain.errors import TutorError

if TYPE_CHECKING:
    from tutor.cli.world import World

ERROR, STOPPED = 1, 130


def main(argv: list[str], world: "World | None" = None) -> int:
    """Run one command and return its exit code; usage errors raise `SystemExit(2)`. `argv` without the program's name."""
    args = _parse(argv)
    return guarded(lambda: args.run(args, world or _world()))


def guarded(work: Callable[[], int]) -> int:
    """Run a command's work; whatever it raises becomes one line on standard error. The edge of the program: nothing gets by."""
    try:
        return work()
    except TutorError as error:
        return _fail(error)
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return STOPPED
    except BrokenPipeError:  # whoever read our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ERROR
    except Exception as error:  # noqa: BLE001
        return _fail(TutorError("crashed", what=f"{type(error).__name__}: {error}", log=str(_keep_traceback())))


def _fail(error: TutorError) -> int:
    from tutor.present.messages import error_message

    sys.stderr.write(f"tutor: {error_message(error)}\n")
    return ERROR


def _keep_traceback() -> Path:
    from tutor.store.paths import Paths

    folder = Paths.default().log
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "command-crash.txt"  # crash.txt is the window's
    path.write_text(traceback.format_exc(), encoding="utf-8")
    return path


def _parse(argv: list[str]) -> Namespace:
    parser = _parser()
    args, rest = parser.parse_known_args(argv)
    if rest and not getattr(args, "passes_on", False):
        parser.error(f"unrecognised arguments: {' '.join(rest)}")
    args.rest = rest
    return args


def _parser() -> ArgumentParser:
    parser = ArgumentParser("tutor", description="Reads along while you read English aloud. Without a command: opens the window.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in (assess, evaluate, passages, history, learners, privacy, pack, doctor, models, addon, train):
        command.add(commands)
    return parser


class _Version(Action):
    """Looks the version up when asked: reading the package's metadata takes longer than all the rest of `--help`."""

    def __call__(self, parser: ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version

        sys.stdout.write(f"tutor {version('readaloud-tutor')}\n")
        parser.exit()


def _world() -> "World":
    from tutor.cli.world import World

    return World()
