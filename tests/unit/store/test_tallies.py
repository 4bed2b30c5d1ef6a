"""The narrow rows: made with the assessment, or for older ones later, and read as columns."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest

from tests.builders import STAMP, WHEN, a_waveform, a_word, an_assessment
from tutor.domain.assessment import ModelStamp, Verdict
from tutor.domain.history.readings import Wanted
from tutor.domain.marks import Mark
from tutor.domain.review import About, Correction
from tutor.domain.take import DRILL
from tutor.practice.history.wanted import chosen
from tutor.store.database import Database, open_database
from tutor.store.history import SqlHistory
from tutor.store.reviews import SqlReviews
from tutor.store.tallies import SqlTallies

THINK, IT = a_word("think", "TH IH1 NG K", 0.5, weak=0), a_word("it", "IH1 T", 1.0)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = open_database(tmp_path)
    yield made
    made.close()


def kept(database: Database, day: int, text: str = "I think.", passage_id: str | None = None) -> str:
    when = WHEN + timedelta(days=day)
    return SqlHistory(database).keep(a_waveform(0.1), text, passage_id, when, "mic").id


def fill(store: SqlTallies) -> int:
    """Until it is through; in how many steps."""
    steps, at = 0, store.fill()
    while at is not None:
        steps, at = steps + 1, store.fill(at)
    return steps


def forget(database: Database) -> None:
    """As a database of before there were tallies."""
    with closing(sqlite3.connect(database.path)) as connection:
        for table in ("tallies", "sound_tallies", "word_tallies"):
            connection.execute(f"DELETE FROM {table}")
        connection.commit()


def test_the_newest_assessment_of_each_take_counts(database: Database) -> None:
    history, store = SqlHistory(database), SqlTallies(database)
    late, early, bare = kept(database, 2), kept(database, 1), kept(database, 3)
    history.save(late, an_assessment(words=(THINK,)))
    history.save(late, an_assessment(words=(IT, THINK), model=ModelStamp("embedded", "test", "1")))
    history.save(early, an_assessment(words=(IT,)))
    readings = store.readings()
    assert readings.ids == (early, late, bare)
    assert readings.verdicts == ("scored", "scored", "")
    assert [readings.stamps[at] if at >= 0 else None for at in readings.models] == [
        STAMP, ModelStamp("embedded", "test", "1"), None,
    ]  # fmt: skip
    np.testing.assert_allclose(readings.score("accuracy")[:2], [[7.2, 6.2, 8.2]] * 2)
    assert np.isnan(readings.score("total")[2]).all()
    assert readings.when[1] == (WHEN + timedelta(days=2)).timestamp()
    assert list(np.diff(readings.days())) == [1, 1]
    sounds = store.sounds(readings)
    found = {
        (int(at), sounds.names[item]): times for at, item, times in zip(sounds.reading, sounds.item, sounds.times, strict=True)
    }
    assert found == {(0, "IH"): 1, (0, "T"): 1, (1, "IH"): 2, (1, "T"): 1, (1, "TH"): 1, (1, "NG"): 1, (1, "K"): 1}
    words = store.words(readings)
    assert words.holding("think", 3).tolist() == [False, True, False]
    assert words.holding("nowhere", 3).tolist() == [False] * 3


def test_a_deleted_take_takes_its_rows_along(database: Database) -> None:
    history = SqlHistory(database)
    history.save(kept(database, 1), an_assessment())
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("DELETE FROM takes")
        connection.commit()
        assert [connection.execute(f"SELECT count(*) FROM {kind}tallies").fetchone() for kind in ("", "sound_", "word_")] == [
            (0,)
        ] * 3


def test_what_older_programs_saved_is_counted_in_and_says_the_same(database: Database) -> None:
    history, store = SqlHistory(database), SqlTallies(database)
    for day in range(3):
        history.save(kept(database, day), an_assessment())
    before = store.readings()
    sounds = store.sounds(before)
    forget(database)
    assert store.uncounted() == 3
    assert fill(store) == 1
    assert store.uncounted() == 0
    after = store.readings()
    np.testing.assert_allclose(after.scores, before.scores)
    np.testing.assert_allclose(after.correct_pace, before.correct_pace, rtol=1e-3)  # the JSON rounds times
    np.testing.assert_allclose(store.sounds(after).total, sounds.total)
    assert fill(store) == 0


def answer(database: Database, take_id: str, about: About, expected: str, mark: Mark | None, *, minute: int = 0) -> None:
    at = WHEN + timedelta(minutes=minute)
    row = Correction(uuid4().hex, take_id, "Ms Li", at, about, expected, mark, None, STAMP)
    SqlReviews(database).add(row)


def counted(database: Database) -> dict[str, tuple[float, float, float]]:
    """Of each sound and word: how often it was judged, marked, left out; and how many words were correct."""
    store = SqlTallies(database)
    fill(store)
    readings = store.readings()
    found = {"": (float(readings.correct.sum()), 0.0, 0.0)}
    for counts in (store.sounds(readings), store.words(readings)):
        for at, item in enumerate(counts.item):
            before = found.get(counts.names[item], (0.0, 0.0, 0.0))
            here = (counts.times[at], counts.marked[at], counts.left_out[at])
            found[counts.names[item]] = tuple(a + float(b) for a, b in zip(before, here, strict=True))  # type: ignore[assignment]
    return found


def test_what_a_tutor_says_is_counted_in_place_of_what_the_program_said(database: Database) -> None:
    take = kept(database, 0)
    SqlHistory(database).save(take, an_assessment())
    before = counted(database)
    assert (before["TH"], before["think"], before["is"], before[""][0]) == ((1, 1, 0), (1, 1, 0), (0, 0, 1), 4)
    answer(database, take, About(1, 0), "TH", Mark.CLEAR)
    assert (counted(database)["TH"], counted(database)["think"], counted(database)[""][0]) == ((1, 0, 0), (1, 0, 0), 5)
    answer(database, take, About(5, 0), "G", Mark.NEEDS_WORK)
    answer(database, take, About(3), "is", Mark.CLEAR)
    answer(database, take, About(2), "it", Mark.NOT_READ)
    now = counted(database)
    assert (now["G"], now["garden"], now["is"], now["it"], now[""][0]) == ((1, 1, 0), (1, 1, 0), (0, 0, 0), (1, 0, 1), 4)
    for about, expected in ((About(1, 0), "TH"), (About(5, 0), "G"), (About(3), "is"), (About(2), "it")):
        answer(database, take, about, expected, None, minute=1)
    assert counted(database) == before


def test_an_answer_counts_in_later_assessments_that_it_fits_and_in_what_is_counted_late(database: Database) -> None:
    take = kept(database, 0)
    history = SqlHistory(database)
    history.save(take, an_assessment())
    answer(database, take, About(1, 0), "TH", Mark.CLEAR)
    history.save(take, an_assessment())
    assert counted(database)["TH"] == (1, 0, 0)
    forget(database)
    fill(SqlTallies(database))
    assert counted(database)["TH"] == (1, 0, 0)
    history.save(take, an_assessment(words=(IT, THINK)))  # another text of it: word 1 begins with the same sound
    assert counted(database)["TH"] == (1, 0, 0)
    history.save(take, an_assessment(words=(THINK, IT)))
    assert counted(database)["TH"] == (1, 1, 0)


def test_a_sound_that_was_not_judged_is_marked_when_a_tutor_says_so(database: Database) -> None:
    take = kept(database, 0)
    SqlHistory(database).save(take, an_assessment())
    answer(database, take, About(3, 1), "Z", Mark.NEEDS_WORK)
    assert counted(database)["Z"] == (0, 1, 0)


def test_one_that_cannot_be_read_stays_and_stops_nobody(database: Database) -> None:
    history, store = SqlHistory(database), SqlTallies(database)
    takes = [kept(database, day) for day in range(3)]
    for take in takes:
        history.save(take, an_assessment())
    forget(database)
    newer = zlib.compress(b'{"schema": 99}')
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("UPDATE assessments SET data = ? WHERE take_id = ?", (b"rubbish", takes[0]))
        connection.execute("UPDATE assessments SET data = ? WHERE take_id = ?", (newer, takes[1]))
        connection.commit()
    fill(store)
    assert store.uncounted() == 2
    readings = store.readings()
    assert readings.ids == tuple(takes)
    assert readings.verdicts == ("scored",) * 3
    assert np.isnan(readings.score("total")[:, 0]).tolist() == [True, True, False]


def test_counting_goes_step_by_step_past_what_cannot_be_read(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.store.tallies._AT_ONCE", 2)
    history, store = SqlHistory(database), SqlTallies(database)
    for day in range(5):
        history.save(kept(database, day), an_assessment())
    forget(database)
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("UPDATE assessments SET data = ? WHERE id >= 4", (b"rubbish",))
        connection.commit()
    at = store.fill()
    assert (at, store.uncounted()) == (4, 5)
    assert (store.fill(at), store.uncounted()) == (2, 3)
    assert fill(store) == 2
    assert store.uncounted() == 2


def test_an_empty_history_has_no_rows(database: Database) -> None:
    store = SqlTallies(database)
    readings = store.readings()
    assert len(readings) == 0
    assert len(store.words(readings).item) == 0
    assert chosen(readings, readings.days(), Wanted()).tolist() == []


def test_takes_are_chosen_by_text_day_kind_sound_and_word(database: Database) -> None:
    history, store = SqlHistory(database), SqlTallies(database)
    texts = [
        ("I think.", "one"),
        ("It is.", "two"),
        ("My own text. It is short.", None),
        ("It is short.", None),
        ("think", DRILL),
    ]
    for day, (text, passage) in enumerate(texts):
        take = kept(database, day, text, passage)
        history.save(take, an_assessment(words=(THINK,) if "think" in text else (IT,)))
    history.save(kept(database, 9, "I think.", "one"), an_assessment(words=(THINK,), verdict=Verdict.OFF_SCRIPT))
    readings = store.readings()
    days, sounds, words = readings.days(), store.sounds(readings), store.words(readings)

    def rows(**wanted: object) -> list[int]:
        return np.flatnonzero(chosen(readings, days, Wanted(**wanted), sounds, words)).tolist()  # type: ignore[arg-type]

    assert rows() == [0, 1, 2, 3, 5]
    assert rows(drills=True) == [4]
    assert rows(texts=("one",)) == [0, 5]
    assert rows(texts=("My own text. It is short.",)) == [2, 3]
    assert rows(since=(WHEN + timedelta(days=2)).date(), until=(WHEN + timedelta(days=3)).date()) == [2, 3]
    assert rows(sound="TH") == [0, 5]
    assert rows(word="it", texts=("two", "one")) == [1]
    assert readings.relied_on().tolist() == [True] * 5 + [False]
