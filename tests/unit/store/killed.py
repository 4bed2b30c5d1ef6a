"""What the processes of `test_kill` do: run by multiprocessing, so it lies in a module of its own."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.builders import WHEN, a_waveform
from tutor.domain.errors import StoreError
from tutor.store.database import open_database
from tutor.store.history import SqlHistory


def open_and_keep(folder: Path, wrote: Any, all_open: Any) -> None:
    """Open a history that several processes make at once, and keep a take; `wrote` is 1 when it could."""
    history = SqlHistory(open_database(folder))
    all_open.wait(60)
    history.attempts()
    with suppress(StoreError):
        history.keep(a_waveform(0.1), "I think.", None, WHEN, "mic")
        wrote.value = 1
    history.database.close()
