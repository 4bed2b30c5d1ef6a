"""Which tutors' keys this computer accepts packs from. The first one a person accepts is believed; any other is asked about."""

import json
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from tutor.domain.assignment import Known
from tutor.domain.errors import PackError
from tutor.store.audiofiles import write_whole
from tutor.store.faults import store_errors

TUTORS, TUTORS_LOCK = "tutors.json", "tutors.lock"


class Tutors:
    """The file `tutors.json`: keys with their tutors' names."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / TUTORS

    def standing(self, key: str) -> Known:
        """Raises `StoreError`, or `PackError("broken_tutors")`."""
        known = self._read()
        return Known.KNOWN if key in known else Known.OTHER if known else Known.FIRST

    def names(self) -> dict[str, str]:
        """Names of the accepted tutors by their keys. Raises as `standing`."""
        return {key: str(said["name"]) for key, said in self._read().items()}

    def accept(self, key: str, name: str) -> None:
        """From now on take packs with this key. Raises as `standing`."""
        with store_errors(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(self._path.with_name(TUTORS_LOCK)):
            known = self._read() | {key: {"name": name, "since": datetime.now(UTC).isoformat(timespec="seconds")}}
            with store_errors(self._path):
                write_whole(self._path, json.dumps(known, ensure_ascii=False, indent=1).encode())

    def _read(self) -> dict[str, dict[str, str]]:
        with store_errors(self._path):
            if not self._path.exists():
                return {}
            data = self._path.read_bytes()
        try:
            known = json.loads(data)
            if not all(isinstance(said["name"], str) for said in known.values()):
                raise TypeError("no name")
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise PackError("broken_tutors", path=str(self._path)) from error
        return dict(known)
