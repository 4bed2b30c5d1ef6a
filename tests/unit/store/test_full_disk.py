"""A disk with hardly any space left: whatever writes says so, nothing that was there is lost, and it goes on with space."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from tests.builders import WHEN, a_prosody, an_assessment
from tests.unit.store.older import make_older
from tests.unit.store.test_deck import a_card
from tutor.domain.audio import Waveform
from tutor.domain.errors import StoreError
from tutor.domain.ledger import Silence
from tutor.domain.library import OwnText
from tutor.store.database import Database, open_database
from tutor.store.deck import SqlDeck
from tutor.store.history import SqlHistory
from tutor.store.library import SqlLibrary
from tutor.store.upkeep import backups
from tutor.store.upkeep.removal import Removal

TODAY = date(2026, 11, 22)
NOISE = Waveform(np.random.default_rng(1).uniform(-1, 1, 16_000).astype(np.float32), 16_000)
FREE = (0, 24)  # kB left


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of 4 MB."""
    made = tmp_path_factory.mktemp("disk")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", made], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("only root may make a small disk")
    yield made
    subprocess.run(["umount", "--lazy", made], check=True)


@pytest.fixture
def folder(disk: Path) -> Iterator[Path]:
    """Where a learner's things lie on it."""
    yield disk / "learner"
    (disk / "full").unlink(missing_ok=True)
    shutil.rmtree(disk / "learner")


def fill(disk: Path, free_kb: int) -> None:
    """Leave so much space."""
    with (disk / "full").open("wb") as file:
        file.write(bytes(shutil.disk_usage(disk).free - free_kb * 1024))


def refuses(work: Callable[[], None]) -> bool:
    """Whether it says that the disk is full; else it is done."""
    said: StoreError | None = None
    try:
        work()
    except StoreError as error:
        said = error
    assert said is None or said.code in ("disk_full", "nothing_recorded")
    return said is not None


def _record(database: Database, _take: str) -> None:
    draft = SqlHistory(database).open_draft("I think.", None, NOISE.rate, WHEN)
    try:
        draft.write(NOISE.samples)
    finally:
        draft.finish("mic", 0)  # what was written before is a take


def _save(database: Database, take: str) -> None:
    SqlHistory(database).save(take, an_assessment(prosody=a_prosody(60.0)))


def _put_card(database: Database, take: str) -> None:
    SqlDeck(database).put(a_card(take_id=take))


def _keep_text(database: Database, _take: str) -> None:
    SqlLibrary(database).keep_text(OwnText(None, "Mine", "word " * 9000))


def _back_up(database: Database, _take: str) -> None:
    backups.make_backup(database.path, TODAY)


def _silence(database: Database, take: str) -> None:
    Removal(database).silence([take], Silence.DELETED, WHEN)


def _delete(database: Database, _take: str) -> None:
    other = SqlHistory(database).attempts()[-1].take.id
    Removal(database).delete([other])


@pytest.mark.parametrize("work", [_record, _save, _put_card, _keep_text, _back_up, _silence, _delete])
def test_with_hardly_any_space_it_works_or_says_so_and_nothing_is_lost(
    disk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, work: Callable[[Database, str], None]
) -> None:
    monkeypatch.setattr(backups, "_SPARE", -(2**40))  # else it doesn't even try
    database = open_database(folder)
    history = SqlHistory(database)
    times = [WHEN + timedelta(minutes=minute) for minute in range(2 + len(FREE))]
    takes = [history.keep(NOISE, "I think.", None, when, "mic").id for when in times]
    for take in takes:
        history.save(take, an_assessment())
    refused = 0
    for free_kb in FREE:
        fill(disk, free_kb)
        refused += refuses(lambda: work(database, takes[-1]))
        (disk / "full").unlink()
        assert database.engine.connect().exec_driver_sql("PRAGMA integrity_check").all() == [("ok",)]
        history.recover()
        kept = {attempt.take.id: attempt for attempt in history.attempts()}
        assert takes[-1] in kept
        assert work is _delete or kept.keys() >= set(takes)
        assert all(kept[take].assessment for take in takes if take in kept)
        assert work is _silence or np.abs(history.waveform(takes[-1]).samples - NOISE.samples).max() < 2**-22
        database.engine.dispose()
    assert refused
    work(database, takes[-1])
    database.close()


@pytest.mark.parametrize("free_kb", FREE)
def test_an_older_database_waits_for_space_to_be_brought_up_to_date(disk: Path, folder: Path, free_kb: int) -> None:
    folder.mkdir()
    make_older(folder / "history.db", "0001")
    before = (folder / "history.db").read_bytes()
    fill(disk, free_kb)
    if refuses(lambda: open_database(folder).close()):
        assert (folder / "history.db").read_bytes() == before
    (disk / "full").unlink()
    database = open_database(folder)
    assert len(SqlHistory(database).attempts()) == 1
    database.close()


@pytest.mark.parametrize("free_kb", FREE)
def test_a_damaged_database_waits_for_space_to_be_mended(disk: Path, folder: Path, free_kb: int) -> None:
    database = open_database(folder)
    takes = {SqlHistory(database).keep(NOISE, "I think.", None, WHEN, "mic").id for _ in range(3)}
    database.close()
    (folder / "history.db").write_bytes(b"Dear diary, " * 500)
    fill(disk, free_kb)
    if refuses(lambda: open_database(folder).close()):
        assert (folder / "history.db").read_bytes() == b"Dear diary, " * 500
    (disk / "full").unlink()
    database = open_database(folder)
    assert {attempt.take.id for attempt in SqlHistory(database).attempts()} == takes
    database.close()
