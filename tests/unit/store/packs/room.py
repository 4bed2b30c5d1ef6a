"""A classroom for tests: a tutor's computer and pupils' ones, each with a home of its own."""

import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from nacl.signing import SigningKey

from tests.builders import WHEN, a_waveform, an_assessment
from tutor.domain.assignment import AssignedText, Assignment
from tutor.domain.learner import Learner
from tutor.domain.phones import Phone
from tutor.domain.returns import Given, Receipt
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.packs.giving import Gift, give_back, take_ids
from tutor.store.packs.keys import MACHINE_KEY, number, own_key, public
from tutor.store.packs.looking import Handout, look
from tutor.store.packs.making import for_class, make_pack
from tutor.store.packs.receiving import receive
from tutor.store.packs.taking import accept_tutor, take_pack
from tutor.store.packs.trust import Tutors
from tutor.store.paths import Paths
from tutor.store.people import People

TEXT = "I think it is a garden."


def told(share: float, stage: str) -> None:
    """Nobody looks."""


def a_key(seed: int = 0) -> SigningKey:
    return SigningKey(random.Random(seed).randbytes(32))


def an_assignment(**changes: Any) -> Assignment:
    said: dict[str, Any] = {
        "id": "0123456789abcdef" * 2, "title": "Week 12", "texts": (AssignedText("A garden", TEXT),), "sender": "Ms Chen",
        "made_at": WHEN, "due": date(2026, 11, 29), "note": "Read slowly.", "words": (("mei", ((Phone("M"), Phone("EY", 1)),)),),
    }  # fmt: skip
    return Assignment(**said | changes)


@dataclass
class Computer:
    """One, with whatever learners it has."""

    root: Path

    @property
    def people(self) -> People:
        return People(Paths(self.root / "data", self.root / "config", self.root / "log"))

    @property
    def key(self) -> SigningKey:
        return own_key(self.root / "data" / MACHINE_KEY)

    def add(self, name: str) -> Learner:
        return self.people.add(Learner(name))

    def read(self, learner: Learner, takes: int, *, seconds: float = 0.2, text: str = TEXT, when: datetime = WHEN) -> None:
        """Takes with results, no two alike."""
        with closing(open_database(self.people.folder(learner.id))) as database:
            history = SqlHistory(database)
            there = len(history.attempts(1_000))
            for at in range(there, there + takes):
                sound = a_waveform(seconds, level=0.1 + 0.01 * at)
                take = history.keep(sound, text, None, when + timedelta(minutes=at), "mic")
                history.save(take.id, an_assessment(seconds=at / 100))

    def take(self, pack: Path, learner: Learner) -> bool:
        found = look(pack, told)
        assert isinstance(found, Handout)
        with closing(open_database(self.people.folder(learner.id))) as database:
            accept_tutor(found, learner, Tutors(self.root / "data"), number(found.key))
            return take_pack(pack, found, database, told)

    def give(self, path: Path, learner: Learner, *, sound: bool = True, takes: slice = slice(None)) -> Given:
        with closing(open_database(self.people.folder(learner.id))) as database:
            return give_back(path, database, Gift(learner, take_ids(database)[takes], sound), self.key, told)

    def receive(self, path: Path, *, any_computer: bool = False) -> Receipt:
        return receive(path, self.people, public(self.key), told, any_computer=any_computer)

    def contents(self, learner_id: str) -> dict[str, list[Any]]:
        """All rows and files of a learner, but for what differs by the time they were written at."""
        folder = self.people.folder(learner_id)
        with closing(sqlite3.connect(folder / "history.db")) as rows:
            assert rows.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert rows.execute("PRAGMA foreign_key_check").fetchall() == []
            return {
                "takes": sorted(rows.execute("SELECT * FROM takes")),
                "assessments": sorted(rows.execute("SELECT take_id, saved_at, engine, verdict, data FROM assessments")),
                "arrivals": sorted(rows.execute("SELECT take_id, original_id, sound FROM arrivals")),
                "files": sorted((path.name, path.read_bytes()) for path in (folder / "takes").glob("*")),
                "beside": sorted(
                    path.name for path in folder.iterdir() if path.suffix != ".lock" and not path.name.startswith("history")
                ),
            }


def a_class(root: Path, pupils: int, takes: int, key: SigningKey) -> tuple[Path, list[Path]]:
    """A pack that went out to pupils, each on a computer of their own, who read and gave back: the pack and the returns."""
    pack = root / "week12.tutorpack"
    make_pack(pack, for_class(an_assignment(), note=a_waveform(0.3)), key, told)
    returned = []
    for at in range(pupils):
        computer = Computer(root / f"desk{at}")
        pupil = computer.add(f"Pupil {at}")
        assert computer.take(pack, pupil)
        computer.read(pupil, takes)
        returned.append(root / f"pupil{at}.tutorreturn")
        computer.give(returned[-1], pupil)
    return pack, returned


def give_two_under_one_id(desk: Computer, folder: Path) -> Learner:
    """`a.tutorreturn` and `b.tutorreturn` hold a take each that is another in the other."""
    pupil = desk.add("Mei")
    desk.read(pupil, 1)
    desk.give(folder / "a.tutorreturn", pupil)
    with closing(open_database(desk.people.folder(pupil.id))) as database, database.writing() as rows:
        rows.exec_driver_sql("UPDATE takes SET text = 'I think it is a yard.'")
    desk.give(folder / "b.tutorreturn", pupil)
    return pupil
