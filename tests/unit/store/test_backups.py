"""Copies: one a day, some for weeks and months, sound, and never in anybody's way."""

import shutil
import sqlite3
from collections import namedtuple
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders import WHEN, a_waveform, an_assessment
from tutor.domain.errors import StoreError
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.upkeep.backups import backups, day_of, kept_days, make_backup

TODAY = date(2026, 11, 22)


def practised(folder: Path) -> None:
    database = open_database(folder)
    history = SqlHistory(database)
    history.save(history.keep(a_waveform(0.01), "I think.", None, WHEN, "mic").id, an_assessment())
    database.close()


def takes_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return int(connection.execute("SELECT count(*) FROM takes").fetchone()[0])


def test_a_copy_a_day_while_somebody_writes(tmp_path: Path) -> None:
    practised(tmp_path)
    database = open_database(tmp_path)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE takes SET device = 'not yet committed'")
        first = make_backup(database.path, TODAY)
    assert make_backup(database.path, TODAY) is None
    assert first == tmp_path / "backups" / "history-2026-11-22.db"
    assert takes_in(first) == 1
    assert [path.name for path in first.parent.iterdir()] == [first.name]
    database.close()


def test_a_copy_of_what_has_not_changed_takes_the_place_of_the_last(tmp_path: Path) -> None:
    practised(tmp_path)
    make_backup(tmp_path / "history.db", TODAY)
    make_backup(tmp_path / "history.db", TODAY + timedelta(days=1))
    assert [day_of(path) for path in backups(tmp_path)] == [TODAY + timedelta(days=1)]


def test_a_year_of_copies_leaves_nine_at_most() -> None:
    days: set[date] = set()
    for passed in range(400):
        today = TODAY + timedelta(days=passed)
        days = kept_days(days | {today}, today)
        assert today in days
    ages = sorted((today - day).days for day in days)
    assert ages[:3] == [0, 1, 2]
    assert 7 <= len(ages) <= 9
    assert 50 < ages[-1] < 120


def test_old_copies_are_let_go(tmp_path: Path) -> None:
    for passed in range(6):
        practised(tmp_path)
        make_backup(tmp_path / "history.db", TODAY + timedelta(days=passed))
    assert len(backups(tmp_path)) < 6
    assert [takes_in(path) for path in backups(tmp_path)][:3] == [6, 5, 4]


def test_no_copy_is_made_where_there_is_hardly_space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    practised(tmp_path)
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(90_000_000))
    assert make_backup(tmp_path / "history.db", TODAY) is None
    assert backups(tmp_path) == []


def test_a_copy_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    practised(tmp_path)
    (tmp_path / "backups").write_text("in the way")
    with pytest.raises(StoreError) as caught:
        make_backup(tmp_path / "history.db", TODAY)
    assert caught.value.code == "unusable_folder"
