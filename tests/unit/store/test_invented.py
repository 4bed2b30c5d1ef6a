"""The invented practice is the same each time and has in it what it says."""

from datetime import timedelta
from pathlib import Path

from tests.invented import NEW, OLD, UNTIL, folder_of, invent, pupils
from tutor.domain.assessment import Verdict
from tutor.domain.take import Attempt
from tutor.store.database import open_database
from tutor.store.history import SqlHistory


def practised(folder: Path) -> list[Attempt]:
    (pupil,) = invent(folder, learners=1, days=45, sound=False)
    history = SqlHistory(open_database(folder_of(folder, pupil)))
    found = list(history.attempts(10_000))
    history.database.close()
    return found


def test_it_is_the_same_each_time_and_of_every_kind(tmp_path: Path) -> None:
    first, second = (practised(tmp_path / name) for name in ("a", "b"))
    assert [(one.take.text, one.take.recorded_at) for one in first] == [(one.take.text, one.take.recorded_at) for one in second]
    words = [[one.assessment.words if one.assessment else () for one in found] for found in (first, second)]
    assert words[0] == words[1]
    said = [one.assessment for one in first if one.assessment]
    assert {each.model for each in said} == {OLD, NEW}
    assert {each.verdict for each in said} >= {Verdict.SCORED, Verdict.INCOMPLETE}
    assert any(one.take.is_drill for one in first)
    assert all(UNTIL - timedelta(days=45) <= one.take.recorded_at <= UNTIL for one in first)


def test_the_first_pupils_are_the_same_however_many_there_are() -> None:
    assert pupils(2) == pupils(30)[:2]
    assert len({pupil.name for pupil in pupils(30)}) == 30
