"""Learners have a list and a folder each; what an older program kept moves there whole, whatever breaks off on the way."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.builders import WHEN, a_waveform
from tutor.domain.accepted import Acceptance
from tutor.domain.errors import StoreError
from tutor.domain.learner import KeepAudio, Learner
from tutor.store import codes
from tutor.store.database import open_database
from tutor.store.drafts import DraftFiles, Subject
from tutor.store.history import SqlHistory
from tutor.store.library import SqlLibrary
from tutor.store.paths import OWN_WORDS, Paths
from tutor.store.people import People


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data", tmp_path / "config", tmp_path / "log")


@pytest.fixture
def _quick_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 with little memory: the real one is asked once."""
    from argon2 import PasswordHasher

    monkeypatch.setattr("argon2.PasswordHasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def code_of(call: Any, *args: Any) -> str:
    with pytest.raises(StoreError) as caught:
        call(*args)
    return caught.value.code


def test_nobody_is_there_at_first(paths: Paths) -> None:
    people = People(paths)
    assert (people.learners(), people.last()) == ((), None)
    assert not paths.data.exists()


def test_learners_are_kept_as_they_were_given(paths: Paths) -> None:
    ann = People(paths).add(Learner("Ann", "B1", "zh", audio=KeepAudio.THINNED, expires_days=365))
    bo = People(paths).add(Learner("博"))
    again = People(paths)
    assert again.learners() == (ann, bo)
    assert again.folder(ann.id).is_dir()
    assert again.folder(ann.id) != again.folder(bo.id)
    again.opened(bo.id)
    assert People(paths).last() == bo


def test_a_changed_learner_keeps_place_and_folder(paths: Paths) -> None:
    people = People(paths)
    ann, bo = people.add(Learner("Ann")), people.add(Learner("Bo"))
    people.change(Learner("Anna", "C1", id=ann.id))
    assert [each.name for each in people.learners()] == ["Anna", "Bo"]
    assert code_of(people.change, Learner("Cy", id="0" * 12)) == "no_such_learner"
    assert code_of(people.change, Learner("BO", id=ann.id)) == "learner_there"
    assert code_of(people.add, Learner("bo")) == "learner_there"
    assert people.learners()[1] == bo


def test_a_removed_learner_is_gone_with_all_that_was_theirs_and_nobody_else(paths: Paths) -> None:
    people = People(paths)
    ann, bo = people.add(Learner("Ann")), people.add(Learner("Bo"))
    for learner in (ann, bo):
        history = SqlHistory(open_database(people.folder(learner.id)))
        history.keep(a_waveform(), "Some text", None, WHEN, "test")
        history.database.close()
    people.remove(ann.id)
    assert people.learners() == (bo,)
    assert [path.name for path in (paths.data / "learners").iterdir()] == [bo.id]
    assert len(SqlHistory(open_database(people.folder(bo.id))).attempts()) == 1


def test_a_learner_whose_history_is_open_stays(paths: Paths) -> None:
    people = People(paths)
    ann = people.add(Learner("Ann"))
    history = SqlHistory(open_database(people.folder(ann.id)))
    history.keep(a_waveform(), "Some text", None, WHEN, "test")
    assert code_of(people.remove, ann.id) == "locked_database"
    assert len(history.attempts()) == 1
    history.database.close()


def test_a_removal_that_was_broken_off_is_ended_at_the_next_start(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    people = People(paths)
    ann = people.add(Learner("Ann"))
    monkeypatch.setattr("shutil.rmtree", killed)
    with pytest.raises(Killed):
        people.remove(ann.id)
    monkeypatch.undo()
    assert People(paths).learners() == ()
    assert list((paths.data / "learners").iterdir()) == []


@pytest.mark.parametrize("text", [
    "", "{", "[]", "null", '{"schema": 1}', '{"schema": 1, "last": "", "heir": "", "learners": [{"id": "../../etc"}]}',
    '{"schema": 1, "last": "", "heir": "../..", "learners": []}', '{"schema": 1, "last": "", "heir": "", "learners": [7]}',
])  # fmt: skip
def test_a_broken_list_is_told_and_stays_as_it_is_beside_a_copy_of_the_good_one(paths: Paths, text: str) -> None:
    people = People(paths)
    ann = people.add(Learner("Ann"))
    roll = paths.data / "learners.json"
    good = roll.read_text()
    roll.write_text(text)
    for call in (people.learners, people.last, lambda: people.add(Learner("Bo")), lambda: people.opened(ann.id)):
        with pytest.raises(StoreError) as caught:
            call()
        assert caught.value.code == "broken_learners"
        assert Path(str(caught.value.facts["copy"])).read_text() == good
    assert roll.read_text() == text
    roll.unlink()
    assert code_of(People, paths) == "broken_learners"
    assert not roll.exists()


def test_a_newer_list_is_refused_and_stays_as_it_is(paths: Paths) -> None:
    people = People(paths)
    people.add(Learner("Ann"))
    roll = paths.data / "learners.json"
    roll.write_text(json.dumps({"schema": 2, "people": "told in another way"}))
    assert code_of(people.add, Learner("Bo")) == "newer_learners"
    assert json.loads(roll.read_text())["schema"] == 2


@pytest.mark.usefixtures("_quick_codes")
def test_a_pin_opens_and_others_make_one_wait(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("time.time", lambda: now)
    people = People(paths)
    ann = people.add(Learner("Ann"))
    assert people.check_pin(ann.id, "anything")
    people.set_pin(ann.id, "1234")
    assert people.learners()[0].has_pin
    assert "1234" not in (paths.data / "learners.json").read_text().split("argon2")[0]
    assert people.check_pin(ann.id, "1234")
    assert [people.check_pin(ann.id, wrong) for wrong in ("4321", "", "12345")] == [False] * 3
    with pytest.raises(StoreError) as caught:
        People(paths).check_pin(ann.id, "1234")
    assert (caught.value.code, caught.value.facts) == ("code_waits", {"seconds": 5})
    now += 5.1
    assert not people.check_pin(ann.id, "0000")
    assert code_of(people.check_pin, ann.id, "1234") == "code_waits"
    now += 10.1
    assert people.check_pin(ann.id, "1234")
    assert [people.check_pin(ann.id, wrong) for wrong in ("1", "2")] == [False] * 2
    people.change(Learner("Anna", id=ann.id))
    assert people.learners()[0].has_pin
    people.set_pin(ann.id, None)
    assert people.check_pin(ann.id, "x")


@pytest.mark.usefixtures("_quick_codes")
def test_a_clock_that_was_set_back_locks_nobody_out_for_long(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    people = People(paths)
    ann = people.add(Learner("Ann"))
    people.set_pin(ann.id, "1234")
    monkeypatch.setattr("time.time", lambda: 9e9)
    for _ in range(3):
        people.check_pin(ann.id, "0")
    monkeypatch.undo()
    with pytest.raises(StoreError) as caught:
        people.check_pin(ann.id, "1234")
    assert caught.value.facts == {"seconds": 300}


def test_the_hash_is_argon2id_with_memory_to_spare() -> None:
    kept = codes.kept_code("1234")
    assert kept.hash.startswith("$argon2id$v=19$m=65536,")
    assert codes.is_code(kept, "1234")
    assert not codes.is_code(kept, "1235")


class Killed(BaseException):
    """As a kill: nobody catches it, and what would clean up sees it go by."""


def killed(*_: object, **__: object) -> None:
    raise Killed


def an_older_home(paths: Paths) -> str:
    """A history with one take, one accepted sound, one draft and own words, as the program kept them before it knew learners."""
    history = SqlHistory(open_database(paths.data))
    take = history.keep(a_waveform(), "Some text", None, WHEN, "test")
    history.database.close()
    draft = DraftFiles(paths.data / "takes", "20260101-000000-abcdef00")
    draft.describe(Subject("", "Broken off", None, WHEN, 16_000))
    draft.sound.write_bytes(a_waveform(0.5).samples.tobytes())
    library = SqlLibrary(open_database(paths.data))
    library.accept(Acceptance("TH", "S"))
    library.database.close()
    paths.config.mkdir()
    (paths.config / OWN_WORDS).write_text("tutor  T UW1 T ER0\n")
    return take.id


def assert_moved(paths: Paths, take_id: str) -> None:
    people = People(paths)
    (learner,) = people.learners()
    folder = people.folder(learner.id)
    assert not any(path.exists() for path in (paths.data / "history.db", paths.data / "takes", paths.config / OWN_WORDS))
    assert (folder / OWN_WORDS).read_text() == "tutor  T UW1 T ER0\n"
    with closing(sqlite3.connect(folder / "history.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    history, library = SqlHistory(open_database(folder)), SqlLibrary(open_database(folder))
    assert [take.text for take in history.recover()] == ["Broken off"]
    assert sorted(attempt.take.text for attempt in history.attempts()) == ["Broken off", "Some text"]
    assert len(history.waveform(take_id).samples)
    assert len(library.accepted()) == 1
    history.database.close()
    library.database.close()


def test_what_an_older_program_kept_becomes_the_first_learners(paths: Paths) -> None:
    take_id = an_older_home(paths)
    assert_moved(paths, take_id)
    assert_moved_again_is_nothing(paths)


def assert_moved_again_is_nothing(paths: Paths) -> None:
    before = sorted(path for path in paths.data.rglob("*") if "-" not in path.suffix)
    People(paths)
    assert sorted(path for path in paths.data.rglob("*") if "-" not in path.suffix) == before


@pytest.mark.parametrize("calls", range(1, 14))
def test_a_move_killed_at_any_step_goes_on_and_loses_nothing(paths: Paths, calls: int, monkeypatch: pytest.MonkeyPatch) -> None:
    take_id, done = an_older_home(paths), 0

    def until_killed(real: Any) -> Any:
        def step(*args: Any, **kwargs: Any) -> Any:
            nonlocal done
            done += 1
            if done >= calls:
                raise Killed
            return real(*args, **kwargs)

        return step

    for name in ("rename", "replace", "unlink", "mkdir"):
        monkeypatch.setattr(Path, name, until_killed(getattr(Path, name)))
    monkeypatch.setattr(os, "fsync", until_killed(os.fsync))
    try:
        People(paths)
    except Killed:
        pass
    else:
        assert calls > 12, "it was to be killed"
    monkeypatch.undo()
    assert_moved(paths, take_id)


def test_nothing_moves_while_an_older_program_has_its_history_open(paths: Paths) -> None:
    history = SqlHistory(open_database(paths.data))
    history.keep(a_waveform(), "Some text", None, WHEN, "test")
    assert code_of(People, paths) == "locked_database"
    assert len(history.attempts()) == 1
    history.database.close()
    people = People(paths)
    assert len(SqlHistory(open_database(people.folder(people.learners()[0].id))).attempts()) == 1


def test_what_an_older_program_writes_later_becomes_one_more_learners(paths: Paths) -> None:
    an_older_home(paths)
    People(paths)
    history = SqlHistory(open_database(paths.data))
    history.keep(a_waveform(), "Later", None, WHEN, "test")
    history.database.close()
    people = People(paths)
    texts = [
        [each.take.text for each in SqlHistory(open_database(people.folder(learner.id))).attempts()]
        for learner in people.learners()
    ]
    assert texts == [["Some text"], ["Later"]]
