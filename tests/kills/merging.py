"""A return is merged into one learner's folder after another: each has all of it or nothing, and all of it once that was told."""

import itertools
import shutil
from pathlib import Path

from tests.kills.scene import Tell, Word
from tests.unit.store.packs.room import Computer, told
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.packs.looking import Returned, look
from tutor.store.packs.merging import merge
from tutor.store.packs.staging import settle

TAKES = 6


def prepare(folder: Path) -> None:
    """A return, and the empty history of somebody who never got one."""
    desk = Computer(folder / "desk")
    pupil = desk.add("Mei")
    desk.read(pupil, TAKES)
    desk.give(folder / "mei.tutorreturn", pupil)
    open_database(folder / "empty").close()


def work(folder: Path, tell: Tell) -> None:
    """Merge it into a new folder, again and again."""
    found = look(folder / "mei.tutorreturn", told)
    assert isinstance(found, Returned)
    for number in itertools.count(len(list(folder.glob("[0-9]*/")))):
        shutil.copytree(folder / "empty", folder / str(number))
        database = open_database(folder / str(number))
        tell("begun", number)
        merge(folder / "mei.tutorreturn", found, database, told)
        tell("merged", number)
        database.close()


def merged(folder: Path, said: list[Word]) -> list[Path]:
    """The folders of the last two."""
    return [folder / str(number) for number in sorted({number for _, number in said})[-2:]]


def check(folder: Path, said: list[Word]) -> None:
    """As the next start finds it."""
    for one in merged(folder, said):
        database = open_database(one)
        settle(database)
        history = SqlHistory(database)
        assert history.recover() == ()
        attempts = history.attempts()
        assert len(attempts) in ((TAKES,) if ("merged", int(one.name)) in said else (0, TAKES))
        assert all(attempt.assessment is not None for attempt in attempts)
        assert all(history.waveform(attempt.take.id).seconds for attempt in attempts)
        assert len(list((one / "takes").glob("*"))) == len(attempts)
        assert not (one / "incoming").exists()
        database.close()
