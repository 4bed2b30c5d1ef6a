"""Own pronunciations in the file `lexicon.txt`, which the command line reads too and a person may edit."""

import os
from pathlib import Path

from tutor.domain.phones import Pronunciation
from tutor.reading.own import Entries, read_entries, with_entry
from tutor.store.faults import store_errors


class SayingsFile:
    """A `ports.Sayings`. The file need not exist yet."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Entries:
        """All; none without a file."""
        return read_entries(self._path) if self._path.is_file() else {}

    def write(self, word: str, said: tuple[Pronunciation, ...]) -> None:
        """A whole new file takes the old one's place, so that a full disk or a kill leaves the old one."""
        with store_errors(self._path):
            before = self._path.read_text("utf-8-sig", errors="replace") if self._path.is_file() else ""
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside = self._path.with_suffix(".new")
            with beside.open("w", encoding="utf-8") as file:
                file.write(with_entry(before, word, said))
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._path)
