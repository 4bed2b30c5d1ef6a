"""The tutor's passcode: one file, one Argon2 hash. Knows nothing of learners, and losing it loses nothing of theirs."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from filelock import FileLock, Timeout

from tutor.domain.errors import StoreError
from tutor.store.audiofiles import write_whole
from tutor.store.codes import KeptCode, is_code, kept_code, tried
from tutor.store.faults import store_errors

PATIENCE_S = 5.0


class PasscodeFile:
    """A `ports.Passcode`, in `passcode.json` of a folder that need not exist yet."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "passcode.json"

    def is_set(self) -> bool:
        """Whether there is one, be its file broken or not."""
        return self._path.exists()

    def set(self, code: str) -> None:
        """From now on this one. Raises `StoreError`."""
        kept = kept_code(code)
        with self._held():
            self._write(kept)

    def check(self, code: str) -> bool:
        """Whether it is this one. Raises `StoreError`: `code_waits` after many tries, `broken_passcode`."""
        with self._held():
            kept = self._read()
            self._write(tried(kept))
            right = is_code(kept, code)
            if right:
                self._write(KeptCode(kept.hash))
        return right

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Nobody else reads or writes it meanwhile: two programs trying at once would have twice the tries."""
        with store_errors(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self._path.with_suffix(".lock"))
            try:
                lock.acquire(timeout=PATIENCE_S)
            except Timeout as error:
                raise StoreError("locked_learners", path=str(self._path)) from error
        try:
            yield
        finally:
            lock.release()

    def _read(self) -> KeptCode:
        try:
            with store_errors(self._path):
                said = json.loads(self._path.read_bytes())
            return KeptCode(str(said["hash"]), int(said["misses"]), float(said["until"]))
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError("broken_passcode", path=str(self._path)) from error

    def _write(self, kept: KeptCode) -> None:
        with store_errors(self._path):
            write_whole(self._path, json.dumps(asdict(kept)).encode())
