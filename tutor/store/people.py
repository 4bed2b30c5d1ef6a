"""The learners of this computer: the list `learners.json`, and a folder for each, `learners/ID/`, with all that is theirs.

The list is changed under a file lock, written whole, and kept a second time as `learners.copy.json`. One that can't be read is
never written over: what is in the folders is safe until somebody has looked.
"""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from tutor.domain.errors import StoreError
from tutor.domain.learner import Learner
from tutor.store import codes, moving, roll
from tutor.store.audiofiles import write_whole
from tutor.store.database import DATABASE
from tutor.store.engine import PATIENCE_S
from tutor.store.faults import store_errors
from tutor.store.paths import Paths
from tutor.store.roll import Roll
from tutor.store.upkeep.erase import finish_erasing

_GOING = ".removed"  # the end of a folder's name from when it is given up until it is gone


class People:
    """A `ports.People`. Every method reads the list anew, so any thread and process may have its own."""

    def __init__(self, paths: Paths) -> None:
        """Go on with what a kill broke off, and move an older program's files to a learner. Raises `StoreError`.

        `broken_learners`, `newer_learners`, `locked_learners`; `locked_database` while an older program has its history open.
        """
        self._paths, self._folders = paths, paths.data / "learners"
        self._list, self._copy = paths.data / "learners.json", paths.data / "learners.copy.json"
        finish_erasing(paths)
        self._end_removals()
        self._take_over()

    def learners(self) -> tuple[Learner, ...]:
        """All, in the order they came."""
        return self._read().learners

    def last(self) -> Learner | None:
        """Who read last; else the first one; None without any."""
        now = self._read()
        return next((each for each in now.learners if each.id == now.last), next(iter(now.learners), None))

    def add(self, learner: Learner) -> Learner:
        """Put them in the list, with a folder; as they are kept, with an id: another computer's, or a new one.

        Raises `StoreError`: `learner_there`.
        """
        with self._changing() as now:
            _check_name(now, learner)
            if any(each.id == learner.id for each in now.learners):
                raise StoreError("learner_there", name=learner.name)
            made = replace(learner, id=learner.id or secrets.token_hex(6), has_pin=False)
            self._make_folder(made.id)
            self._write(now.with_learner(made))
        return made

    def change(self, learner: Learner) -> None:
        """What is known of them, by their id; their PIN stays. Raises `StoreError`: `no_such_learner`, `learner_there`."""
        with self._changing() as now:
            before = _found(now, learner.id)
            _check_name(now, learner)
            self._write(now.with_learner(replace(learner, has_pin=before.has_pin)))

    def remove(self, learner_id: str) -> None:
        """Delete them and all that is theirs. Raises `StoreError`: `locked_database` while a program has their history open."""
        with self._changing() as now, store_errors(self._folders):
            _found(now, learner_id)
            folder = self.folder(learner_id)
            if (folder / DATABASE).exists():
                moving.close_log(folder / DATABASE)
            folder.rename(folder.with_suffix(_GOING))
        self._end_removals()

    def folder(self, learner_id: str) -> Path:
        """Where all that is theirs lies."""
        return self._folders / learner_id

    def opened(self, learner_id: str) -> None:
        """They read now: remember it for the next start. Raises `StoreError`: `no_such_learner`."""
        with self._changing() as now:
            _found(now, learner_id)
            if now.last != learner_id:
                self._write(replace(now, last=learner_id))

    def set_pin(self, learner_id: str, pin: str | None) -> None:
        """From now on this PIN opens what is theirs; None: it is open. Raises `StoreError`: `no_such_learner`."""
        kept = codes.kept_code(pin) if pin is not None else None
        with self._changing() as now:
            _found(now, learner_id)
            self._write(now.with_pin(learner_id, kept))

    def check_pin(self, learner_id: str, pin: str) -> bool:
        """Whether it opens what is theirs; without a PIN anything does. Raises `StoreError`: `code_waits` after many tries."""
        with self._changing() as now:
            kept = now.pins.get(_found(now, learner_id).id)
            if kept is None:
                return True
            self._write(now.with_pin(learner_id, codes.tried(kept)))
            right = codes.is_code(kept, pin)
            if right:
                self._write(now.with_pin(learner_id, codes.KeptCode(kept.hash)))
        return right

    def _read(self) -> Roll:
        try:
            with store_errors(self._list):
                return roll.from_bytes(self._list.read_bytes()) if self._list.exists() else self._none()
        except roll.NewerRollError as error:
            raise StoreError("newer_learners", path=str(self._list)) from error
        except ValueError as error:
            raise StoreError("broken_learners", path=str(self._list), copy=str(self._copy), reason=str(error)) from error

    def _none(self) -> Roll:
        if self._copy.exists():
            raise ValueError("it is gone")
        return Roll()

    def _write(self, now: Roll) -> None:
        data = roll.to_bytes(now)
        with store_errors(self._list):
            write_whole(self._list, data)
            write_whole(self._copy, data)

    @contextmanager
    def _changing(self) -> Iterator[Roll]:
        """The list, which nobody else changes meanwhile."""
        with store_errors(self._list):
            self._paths.data.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self._list.with_suffix(".lock"), timeout=PATIENCE_S)
            try:
                lock.acquire()
            except Timeout as error:
                raise StoreError("locked_learners", path=str(self._list)) from error
        try:
            yield self._read()
        finally:
            lock.release()

    def _make_folder(self, learner_id: str) -> None:
        with store_errors(self._folders):
            self.folder(learner_id).mkdir(parents=True, exist_ok=True)

    def _end_removals(self) -> None:
        """A folder that was given up goes, and its learner with it."""
        if not any(self._folders.glob(f"*{_GOING}")):
            return
        with self._changing(), store_errors(self._folders):
            for folder in self._folders.glob(f"*{_GOING}"):
                self._write(self._read().without(folder.stem))
                shutil.rmtree(folder)

    def _take_over(self) -> None:
        """What an older program left belongs to the first learner; what one wrote after that, to one more."""
        if not moving.is_left(self._paths) and not self._read().heir:
            return
        with self._changing() as now:
            heir = now.heir or secrets.token_hex(6)
            if not now.heir:
                self._write(replace(now.with_learner(Learner(id=heir)), heir=heir))
            moving.move(self._paths, self.folder(heir))
            self._write(replace(self._read(), heir=""))


def _found(now: Roll, learner_id: str) -> Learner:
    found = next((each for each in now.learners if each.id == learner_id), None)
    if found is None:
        raise StoreError("no_such_learner", learner=learner_id)
    return found


def _check_name(now: Roll, learner: Learner) -> None:
    """Two of one name could not be told apart."""
    for each in now.learners:
        if each.id != learner.id and each.name.casefold() == learner.name.casefold():
            raise StoreError("learner_there", name=learner.name)
