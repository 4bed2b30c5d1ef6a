"""Starts the program as the `tutor` command does, says when its window was painted and its model was ready, and closes it.

python -m tests.bench.start T0: T0 is `time.monotonic()` just before this process was started. Prints JSON, in seconds since T0.
"""

import json
import runpy
import sys
import time
from typing import TYPE_CHECKING

from tests.bench.strict import be_strict, fail
from tutor.cli import display

if TYPE_CHECKING:
    from tutor.app import Program

BEGAN = float(sys.argv.pop())
_complaint = display.Trial.complaint
times: dict[str, float] = {}


def _note(what: str) -> None:
    times.setdefault(what, time.monotonic() - BEGAN)


def _watch_the_program() -> None:
    """Called when the program has been imported and isn't running yet."""
    import tutor.app

    begin = tutor.app.Program.catch_all

    def catch_all(program: "Program") -> None:
        begin(program)
        be_strict()
        program.window.painted.connect(lambda: _note("window"))
        program.begun.connect(lambda: _watch_the_model(program))

    tutor.app.Program.catch_all = catch_all  # type: ignore[method-assign,assignment]


def _watch_the_model(program: "Program") -> None:
    assert program.assessor is not None

    def leave() -> None:
        _note("model")
        program.window.close()

    program.assessor.ready.connect(leave)
    program.assessor.failed.connect(fail)


def _complaint_then_watch(trial: display.Trial) -> str | None:
    said = _complaint(trial)
    _watch_the_program()
    return said


display.Trial.complaint = _complaint_then_watch  # type: ignore[method-assign,assignment]
try:
    runpy.run_module("tutor", run_name="__main__")
except SystemExit as end:
    if end.code:
        raise
sys.stdout.write(json.dumps(times))
