"""Deleted means deleted: rows, results, sound and copies; what the profile says of sound and of old takes is done."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders import WHEN, a_waveform, an_assessment
from tests.unit.store.test_deck import a_card
from tutor.domain.errors import StoreError
from tutor.domain.learner import KeepAudio, Learner
from tutor.domain.ledger import Gone, Silence
from tutor.domain.review import Comment
from tutor.domain.take import Take
from tutor.store.database import Database, open_database
from tutor.store.deck import SqlDeck
from tutor.store.history import SqlHistory
from tutor.store.reviews import SqlReviews
from tutor.store.upkeep.backups import backups, make_backup
from tutor.store.upkeep.removal import Removal

SECRET = "A text nobody else may ever read about wombats."
TODAY = date(2026, 11, 22)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = open_database(tmp_path / "learner")
    yield made
    made.close()


def kept(database: Database, text: str, days_ago: float = 0) -> Take:
    history = SqlHistory(database)
    take = history.keep(a_waveform(0.05), text, None, WHEN - timedelta(days=days_ago), "mic")
    history.save(take.id, an_assessment())
    return take


def sounding(database: Database) -> set[str]:
    return {path.stem for path in (database.folder / "takes").glob("*.flac")}


def left(database: Database) -> set[str]:
    return {attempt.take.id for attempt in SqlHistory(database).attempts()}


def spoken_comment(database: Database, take: Take) -> Path:
    reviews = SqlReviews(database)
    comment = Comment("c1", take.id, "Ms Li", WHEN, None, None, "", None, None)
    draft = reviews.open_voice(comment, 16_000)
    draft.write(a_waveform(0.1).samples)
    draft.finish("mic", 0)
    (path,) = (database.folder / "comments").glob("*.flac")
    return path


def test_a_deleted_take_is_nowhere_any_more(database: Database) -> None:
    take, other = kept(database, SECRET), kept(database, "I think.")
    SqlDeck(database).put(a_card(take_id=take.id))
    voice = spoken_comment(database, take)
    for passed in range(3):
        make_backup(database.path, TODAY + timedelta(days=passed))
        kept(database, "I think.")
    Removal(database).delete([take.id])
    assert (left(database) & {take.id, other.id}, sounding(database) & {take.id, other.id}) == ({other.id}, {other.id})
    assert not voice.exists()
    assert [card.take_id for card in SqlDeck(database).cards()] == [None]
    for backup in backups(database.folder):
        with closing(sqlite3.connect(backup)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("SELECT count(*) FROM takes WHERE id = ?", (take.id,)).fetchone() == (0,)
            assert connection.execute("SELECT count(*) FROM assessments WHERE take_id = ?", (take.id,)).fetchone() == (0,)
            assert connection.execute("SELECT count(*) FROM takes").fetchone()[0] > 0
    for path in database.folder.rglob("*"):
        assert path.is_dir() or (b"wombats" not in path.read_bytes() and take.id.encode() not in path.read_bytes()), path


def test_the_words_of_a_take_were_there_before_it_was_deleted(database: Database) -> None:
    kept(database, SECRET)
    make_backup(database.path, TODAY)
    places = {path.parent.name for path in database.folder.rglob("*") if path.is_file() and b"wombats" in path.read_bytes()}
    assert places == {"learner", "takes", "backups"}


def test_a_take_that_is_deleted_stays_away_after_a_repair_and_a_start(database: Database) -> None:
    take = kept(database, SECRET)
    make_backup(database.path, TODAY)
    Removal(database).delete([take.id])
    assert SqlHistory(database).recover() == ()
    database.close()
    database.path.write_bytes(b"Dear diary, " * 500)
    again = open_database(database.folder)
    assert left(again) == set()
    again.close()


def test_what_another_program_writes_is_not_deleted_here(database: Database) -> None:
    take = kept(database, SECRET)
    reading = open_database(database.folder, to_write=False)
    with pytest.raises(StoreError) as caught:
        Removal(reading).delete([take.id])
    assert caught.value.code == "in_use"
    reading.close()
    assert sounding(database) == {take.id}


@pytest.mark.parametrize("scores_stay", [False, True])
def test_old_takes_go_with_or_without_their_scores(database: Database, *, scores_stay: bool) -> None:
    old, young = kept(database, "I think.", days_ago=31), kept(database, "I think.", days_ago=29)
    learner = Learner(expires_days=30, scores_stay=scores_stay)
    assert Removal(database).keep_to(learner, WHEN) == Gone(0 if scores_stay else 1, 1 if scores_stay else 0)
    assert sounding(database) == {young.id}
    assert left(database) == ({old.id, young.id} if scores_stay else {young.id})
    assert Removal(database).keep_to(learner, WHEN) == Gone(0, 0)


def test_thinned_sound_is_that_of_the_newest_take_of_each_text(database: Database) -> None:
    first, second = kept(database, "I think.", days_ago=2), kept(database, "I think.", days_ago=1)
    other = kept(database, "It is.", days_ago=9)
    assert Removal(database).keep_to(Learner(audio=KeepAudio.THINNED), WHEN) == Gone(0, 1)
    assert sounding(database) == {second.id, other.id}
    assert left(database) == {first.id, second.id, other.id}
    history = SqlHistory(database)
    with pytest.raises(StoreError) as caught:
        history.waveform(first.id)
    assert caught.value.code == "sound_let_go"
    assert history.attempt(first.id).assessment is not None


def test_who_wants_scores_only_from_now_on_has_no_sound_of_before(database: Database) -> None:
    takes = [kept(database, "I think."), kept(database, "It is.")]
    assert Removal(database).keep_to(Learner(audio=KeepAudio.NEVER), WHEN) == Gone(0, 2)
    assert sounding(database) == set()
    assert left(database) == {take.id for take in takes}


def test_sound_alone_can_be_deleted(database: Database) -> None:
    take = kept(database, "I think.")
    Removal(database).silence([take.id], Silence.DELETED, WHEN)
    assert sounding(database) == set()
    assert SqlHistory(database).attempt(take.id).assessment is not None
