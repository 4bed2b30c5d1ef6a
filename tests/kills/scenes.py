"""The scenes. One more: its `Scene` at the end of `SCENES`; `make test` and `python -m tests.kills` play it too."""

import itertools
import random
import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from tests.builders import WHEN, a_prosody, an_assessment
from tests.kills import merging
from tests.kills.scene import Scene, Tell, Word
from tests.unit.store.older import make_older, rows_of
from tests.unit.store.test_deck import a_card
from tutor.domain.audio import Samples
from tutor.domain.ledger import Silence
from tutor.domain.take import Attempt
from tutor.store.database import Database, open_database
from tutor.store.deck import SqlDeck
from tutor.store.deletions import was_deleted
from tutor.store.history import SqlHistory
from tutor.store.upkeep.backups import backups, day_of, kept_days, make_backup
from tutor.store.upkeep.removal import Removal
from tutor.store.upkeep.repair import is_sound

RATE, BLOCK, BLOCKS = 16_000, 480, 3
FIRST_DAY = date(2026, 1, 1)


def block(number: int) -> Samples:
    """Samples that tell their place: no two blocks of one recording are alike."""
    return ((np.arange(BLOCK) + number * BLOCK) % 30_011 / 32_768).astype(np.float32)


def whole(blocks: int) -> Samples:
    """The blocks in a row."""
    return np.concatenate([block(number) for number in range(blocks)])


def _attempts(folder: Path) -> tuple[Database, dict[str, Attempt]]:
    """As the program finds them at its next start."""
    database = open_database(folder)
    history = SqlHistory(database)
    history.recover()
    return database, {attempt.take.id: attempt for attempt in history.attempts(10**6)}


def _record(folder: Path, tell: Tell) -> None:
    draft = SqlHistory(open_database(folder)).open_draft("I think.", None, RATE, WHEN)
    (file,) = (path for path in (folder / "takes").glob("*.json"))
    for number in itertools.count():
        draft.write(block(number))
        tell(file.stem, number + 1)


def _check_recorded(folder: Path, told: list[Word]) -> None:
    database, attempts = _attempts(folder)
    written = {take_id: blocks for take_id, blocks in told}  # noqa: C416  the last word of each take
    assert set(written) <= set(attempts)
    take_id, blocks = told[-1]
    samples = SqlHistory(database).waveform(take_id).samples
    assert len(samples) >= blocks * BLOCK
    np.testing.assert_allclose(samples[: blocks * BLOCK], whole(blocks), atol=2**-23)
    assert {path.suffix for path in (folder / "takes").iterdir()} == {".flac"}
    database.close()


def _keep_one(history: SqlHistory) -> str:
    draft = history.open_draft("I think.", None, RATE, WHEN)
    for number in range(BLOCKS):
        draft.write(block(number))
    return draft.finish("Test microphone", 0).id


def _practise(folder: Path, tell: Tell) -> None:
    database = open_database(folder)
    history, deck, assessment = SqlHistory(database), SqlDeck(database), an_assessment(prosody=a_prosody(20.0))
    while True:
        take_id = _keep_one(history)
        tell("take", take_id)
        history.save(take_id, assessment)
        tell("result", take_id)
        deck.put(a_card(word=take_id, take_id=take_id))
        tell("card", take_id)


def _check_practised(folder: Path, told: list[Word]) -> None:
    database, attempts = _attempts(folder)
    cards = {card.word for card in SqlDeck(database).cards()}
    for what, take_id in told:
        assert take_id in attempts
        assert what != "result" or attempts[take_id].assessment is not None
        assert what != "card" or take_id in cards
    history = SqlHistory(database)
    for take_id in list(attempts)[:20]:
        samples = history.waveform(take_id).samples
        np.testing.assert_allclose(samples, whole(BLOCKS)[: len(samples)], atol=2**-23)
    database.close()


def _prepare_older(folder: Path) -> None:
    make_older(folder / "older.db", "0001")


def _migrate(folder: Path, tell: Tell) -> None:
    for number in itertools.count(len(list(folder.glob("*/")))):
        (folder / str(number)).mkdir()
        shutil.copyfile(folder / "older.db", folder / str(number) / "history.db")
        tell(number)
        open_database(folder / str(number)).close()


def _migrated(folder: Path, told: list[Word]) -> list[Path]:
    return [folder / str(number) for (number,) in told[-2:]]


def _check_migrated(folder: Path, told: list[Word]) -> None:
    before = rows_of(folder / "older.db")
    for one in _migrated(folder, told):
        after = rows_of(one / "history.db")
        for name in ("takes", "assessments"):
            assert after[name] == before[name]


def _back_up(folder: Path, tell: Tell) -> None:
    database = open_database(folder)
    history = SqlHistory(database)
    newest = next((day_of(path) for path in backups(folder)), FIRST_DAY)
    for passed in itertools.count(1):
        take_id = _keep_one(history)
        tell("take", take_id)
        day = newest + timedelta(days=passed)
        assert make_backup(database.path, day) is not None
        tell("copy", day, take_id)


def _check_backed_up(folder: Path, told: list[Word]) -> None:
    database, attempts = _attempts(folder)
    database.close()
    assert {word[-1] for word in told} <= set(attempts)
    copies = {day_of(path): path for path in backups(folder)}
    assert all(is_sound(path) for path in copies.values())
    made = {word[1]: word[2] for word in told if word[0] == "copy"}
    if made:
        newest = max(made)
        assert copies.keys() & {newest, newest + timedelta(days=1)}  # the next one may stand for it, or be the newest by now
        assert len(copies) <= len(kept_days(copies, max(copies))) + 1
        if newest in copies:
            with closing(sqlite3.connect(copies[newest])) as connection:
                assert connection.execute("SELECT 1 FROM takes WHERE id = ?", (made[newest],)).fetchone()


def _prepare_damaged(folder: Path) -> None:
    database = open_database(folder / "damaged-one")
    history = SqlHistory(database)
    for _ in range(4):
        history.save(_keep_one(history), an_assessment(prosody=a_prosody(20.0)))
    database.close()
    make_backup(database.path, FIRST_DAY)
    rubbish = random.Random(1).randbytes(8192)
    with database.path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(rubbish)


def _repair(folder: Path, tell: Tell) -> None:
    for number in itertools.count(len(list(folder.glob("*/")))):
        shutil.copytree(folder / "damaged-one", folder / str(number))
        (folder / str(number) / "history.damaged").touch()
        tell(number)
        open_database(folder / str(number)).close()


def _check_repaired(folder: Path, told: list[Word]) -> None:
    wanted = {path.stem for path in (folder / "damaged-one" / "takes").glob("*.flac")}
    for one in _migrated(folder, told):
        database, attempts = _attempts(one)
        assert set(attempts) == wanted
        assert all(attempt.assessment for attempt in attempts.values())
        assert any((one / "damaged").glob("*.db"))
        database.close()


def _let_go(folder: Path, tell: Tell) -> None:
    database = open_database(folder)
    history, removal = SqlHistory(database), Removal(database)
    make_backup(database.path, next((day_of(path) for path in backups(folder)), FIRST_DAY) + timedelta(days=1))
    while True:
        kept, gone, silent = (_keep_one(history) for _ in range(3))
        tell("kept", kept)
        removal.delete([gone])
        tell("gone", gone)
        removal.silence([silent], Silence.THINNED, WHEN)
        tell("silent", silent)


def _check_let_go(folder: Path, told: list[Word]) -> None:
    database, attempts = _attempts(folder)
    sounds = {path.stem for path in (folder / "takes").glob("*.flac")}
    for what, take_id in told:
        assert (take_id in attempts) is (what != "gone"), (what, take_id)
        assert (take_id in sounds) is (what == "kept"), (what, take_id)
        with database.reading() as connection:
            assert was_deleted(connection, take_id) is (what == "gone"), (what, take_id)
    database.close()
    for path in backups(folder):
        with closing(sqlite3.connect(path)) as connection:
            there = {row[0] for row in connection.execute("SELECT id FROM takes")}
        assert not there & {take_id for what, take_id in told if what == "gone"}


SCENES = (
    Scene("record", _record, _check_recorded, 0.05),
    Scene("practise", _practise, _check_practised, 0.2),
    Scene("migrate", _migrate, _check_migrated, 0.3, _prepare_older, _migrated),
    Scene("back up", _back_up, _check_backed_up, 0.2),
    Scene("repair", _repair, _check_repaired, 0.4, _prepare_damaged, _migrated),
    Scene("let go", _let_go, _check_let_go, 0.3),
    Scene("merge", merging.work, merging.check, 0.3, merging.prepare, merging.merged),
)
