"""The tutor's side of packs as one door: the tutor's key and what was made with it, and the histories returns go into."""

import json
import logging
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

import msgspec
from nacl.signing import SigningKey
from sqlalchemy import func, select

from tutor.domain.assignment import Assignment, Received
from tutor.domain.audio import Waveform
from tutor.domain.errors import StoreError
from tutor.domain.learner import Learner
from tutor.domain.opened import PACK
from tutor.domain.returns import Pupil, Receipt
from tutor.domain.strictness import Setting
from tutor.practice.assignments import standings
from tutor.practice.ports import People, Progress
from tutor.store.audiofiles import write_whole
from tutor.store.database import DATABASE, Database, open_database
from tutor.store.faults import store_errors
from tutor.store.packs.homework import readings_of
from tutor.store.packs.keys import MACHINE_KEY, TUTOR_KEY, number, own_key, public
from tutor.store.packs.looking import made_assignment
from tutor.store.packs.making import Parcel, assignment_entry, for_class, for_learner, make_pack
from tutor.store.packs.manifest import AssignmentEntry
from tutor.store.packs.receiving import receive, returns_in
from tutor.store.tables import arrivals, returns

_log = logging.getLogger(__name__)
_NOT_IN_NAMES = '<>:"/\\|?*'


class Classroom:
    """A `ports.ClassPacks`. `data` is the folder of the program's data; the tutor's own things lie in `tutor/` there."""

    def __init__(self, people: People, data: Path) -> None:
        self._people, self._data = people, data
        self._made = data / "tutor" / "packs"

    def number(self) -> str:
        """Of the tutor's key, made when it isn't there."""
        return number(public(self._key()))

    def make(
        self, path: Path, assignment: Assignment, progress: Progress, *, strictness: Setting | None, note: Waveform | None
    ) -> None:
        """Write one pack for the class."""
        self._make(path, for_class(assignment, strictness, note), progress)
        self._remember(assignment)

    def make_each(self, folder: Path, assignment: Assignment, progress: Progress, *, note: Waveform | None) -> Sequence[Path]:
        """Write a pack for each learner, named after them."""
        learners, made = self._people.learners(), list[Path]()
        for at, learner in enumerate(learners):
            progress(at / len(learners), "writing")
            with closing(open_database(self._people.folder(learner.id), to_write=False)) as database:
                parcel = for_learner(assignment, learner, database, note)
            made.append(folder / f"{_file_name(f'{learner.name or learner.id} - {assignment.title}')}{PACK}")
            self._make(made[-1], parcel, lambda _share, _stage: None)
        self._remember(assignment)
        return made

    def returns_in(self, folder: Path) -> Sequence[Path]:
        """Files that learners gave back, by name."""
        return returns_in([folder])

    def receive(self, path: Path, progress: Progress, *, any_computer: bool = False) -> Receipt:
        """Merge one of them."""
        own = public(own_key(self._data / MACHINE_KEY))
        return receive(path, self._people, own, progress, any_computer=any_computer)

    def pupils(self, progress: Progress) -> Sequence[Pupil]:
        """Who gave back what."""
        learners, newest = self._people.learners(), self._newest()
        return tuple(self._pupil(each, newest, progress, at / len(learners)) for at, each in enumerate(learners))

    def _key(self) -> SigningKey:
        return own_key(self._data / "tutor" / TUTOR_KEY)

    def _make(self, path: Path, parcel: Parcel, progress: Progress) -> None:
        make_pack(path, parcel, self._key(), progress)

    def _remember(self, assignment: Assignment) -> None:
        """What was made last, to tell who has done it."""
        entry = msgspec.to_builtins(assignment_entry(assignment))
        made = {"id": assignment.id, "sender": assignment.sender, "made_at": assignment.made_at.isoformat(), "assignment": entry}
        with store_errors(self._made):
            self._made.mkdir(parents=True, exist_ok=True)
            write_whole(self._made / "newest.json", json.dumps(made, ensure_ascii=False).encode())

    def _newest(self) -> Assignment | None:
        file = self._made / "newest.json"
        if not file.is_file():
            return None
        with store_errors(file):
            said = json.loads(file.read_bytes())
        entry = msgspec.convert(said["assignment"], AssignmentEntry)
        return made_assignment(said["id"], said["sender"], datetime.fromisoformat(said["made_at"]), entry)

    def _pupil(self, learner: Learner, newest: Assignment | None, progress: Progress, share: float) -> Pupil:
        progress(share, "reading")
        folder = self._people.folder(learner.id)
        if not (folder / DATABASE).is_file():
            return Pupil(learner, newest)
        try:
            with closing(open_database(folder, to_write=False)) as database:
                return _told_by(database, learner, newest)
        except StoreError as error:
            _log.info("Who gave back: %s can't be read (%s)", folder, error)
            return Pupil(learner, newest, readable=False)


def _told_by(database: Database, learner: Learner, newest: Assignment | None) -> Pupil:
    with database.reading() as connection:
        rows = connection.execute(select(returns).order_by(returns.c.made_at)).mappings().all()
        count = connection.execute(select(func.count()).select_from(arrivals)).scalar_one()
    had = {key: at for row in rows for key, at in json.loads(row["answers"]).items()}
    at = datetime.fromisoformat(rows[-1]["made_at"]) if rows else None
    return Pupil(learner, newest, at, count, _read(database, newest, had))


def _read(database: Database, newest: Assignment | None, had: Mapping[str, str]) -> int:
    """How many of the texts were read since the learner had the pack, by their own clock; without a return nobody knows that."""
    if newest is None or newest.id not in had:
        return 0
    received = Received(newest, datetime.fromisoformat(had[newest.id]))
    (found,) = standings([received], readings_of(database, {each.text for each in newest.texts}), received.at.date())
    return sum(found.read)


def _file_name(said: str) -> str:
    """What every system takes as a file's name."""
    clean = "".join("_" if letter in _NOT_IN_NAMES or not letter.isprintable() else letter for letter in said)
    return clean.strip(" .")[:100]
