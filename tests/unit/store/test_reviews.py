"""Spoken comments: recorded like takes, so that a kill loses nothing; rows as they were."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.builders import RATE, STAMP, WHEN, a_waveform, an_assessment
from tests.program import ROOT
from tutor.domain.errors import StoreError
from tutor.domain.review import Comment, Look
from tutor.practice.review import machine_says
from tutor.store.database import Database, open_database
from tutor.store.history import SqlHistory
from tutor.store.reviews import SqlReviews


def _opened(folder: Path) -> tuple[Database, SqlReviews, str]:
    database = open_database(folder)
    take = SqlHistory(database).keep(a_waveform(0.1), "I think.", None, WHEN, "mic")
    return database, SqlReviews(database), take.id


def _comment(take_id: str, name: str = "a" * 32) -> Comment:
    return Comment(name, take_id, "Ms Li", WHEN, 0, 1, "")


def test_a_spoken_comment_is_kept_with_its_sound(tmp_path: Path) -> None:
    database, reviews, take_id = _opened(tmp_path)
    draft = reviews.open_voice(_comment(take_id), RATE)
    draft.write(a_waveform(0.5).samples)
    draft.finish("mic", 0)
    (kept,) = reviews.comments(take_id)
    assert (kept.first, kept.last, kept.tutor) == (0, 1, "Ms Li")
    assert kept.seconds == pytest.approx(0.5)
    assert np.allclose(reviews.voice(kept.id).samples, a_waveform(0.5).samples, atol=1e-6)
    assert SqlHistory(database).attempts()[0].take.id == take_id, "it is no take of the learner's"
    database.close()


def test_one_that_was_discarded_leaves_nothing(tmp_path: Path) -> None:
    database, reviews, take_id = _opened(tmp_path)
    draft = reviews.open_voice(_comment(take_id), RATE)
    draft.write(a_waveform(0.5).samples)
    draft.discard()
    assert list((tmp_path / "comments").iterdir()) == []
    assert reviews.comments() == []
    database.close()


_RECORDS = """
import os, sys
from pathlib import Path
from tests.unit.store.test_reviews import RATE, _comment, a_waveform
from tutor.store.database import open_database
from tutor.store.reviews import SqlReviews
SqlReviews(open_database(Path(sys.argv[1]))).open_voice(_comment(sys.argv[2]), RATE).write(a_waveform(0.5).samples)
os._exit(9)
"""


def test_what_a_killed_program_was_recording_is_kept_at_the_next_start(tmp_path: Path) -> None:
    database, reviews, take_id = _opened(tmp_path)
    database.close()
    run = subprocess.run([sys.executable, "-c", _RECORDS, str(tmp_path), take_id], cwd=ROOT, check=False)
    assert run.returncode == 9
    database = open_database(tmp_path)
    reviews = SqlReviews(database)
    assert reviews.recover() == 1
    (kept,) = reviews.comments(take_id)
    assert (kept.tutor, kept.first) == ("Ms Li", 0)
    assert kept.seconds == pytest.approx(0.5)
    assert reviews.recover() == 0
    assert sorted(path.suffix for path in (tmp_path / "comments").iterdir()) == [".flac"]
    database.close()


def test_what_is_being_recorded_is_left_alone(tmp_path: Path) -> None:
    database, reviews, take_id = _opened(tmp_path)
    draft = reviews.open_voice(_comment(take_id), RATE)
    draft.write(a_waveform(0.5).samples)
    assert reviews.recover() == 0
    draft.finish("mic", 0)
    assert len(reviews.comments(take_id)) == 1
    database.close()


def test_a_comment_on_a_take_that_is_gone_is_refused(tmp_path: Path) -> None:
    database, reviews, _ = _opened(tmp_path)
    with pytest.raises(StoreError) as caught:
        reviews.add(_comment("no such take"))
    assert caught.value.code == "no_such_take"
    with pytest.raises(StoreError) as caught:
        reviews.voice("nothing")
    assert caught.value.code == "no_sound"
    database.close()


def test_a_look_keeps_what_was_shown_in_a_few_hundred_bytes(tmp_path: Path) -> None:
    database, reviews, take_id = _opened(tmp_path)
    row = Look("b" * 32, take_id, "Ms Li", WHEN, True, 0.97, machine_says(an_assessment()), STAMP)
    reviews.add(row)
    assert reviews.looks() == [row]
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT length(shown) FROM looks").scalar_one() < 300
    database.close()
