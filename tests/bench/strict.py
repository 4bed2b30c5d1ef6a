"""In a measuring process no failure goes by: an exception in a slot is printed and ends the process."""

import os
import sys
import traceback
from types import TracebackType


def be_strict() -> None:
    """From now on."""
    sys.excepthook = _end


def fail(*reasons: object) -> None:
    """A receiver for signals that tell of a failure."""
    raise AssertionError(*reasons)


def _end(_: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    traceback.print_exception(error)
    os._exit(1)
