"""A period in figures, out of real histories of invented learners."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, timedelta
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from tests.builders import WHEN, a_waveform, a_word, an_assessment, an_estimate
from tests.invented import UNTIL, folder_of, invent
from tutor.domain.assessment import Assessment, ModelStamp, Scores, Verdict
from tutor.domain.change import Change
from tutor.domain.learner import Learner
from tutor.domain.practised import Classroom, Days, Practised
from tutor.domain.take import DRILL
from tutor.practice.classroom import class_overview
from tutor.practice.period import period_of, practised, whole
from tutor.practice.ports import Tallies
from tutor.store.database import DATABASE, open_database
from tutor.store.history import SqlHistory
from tutor.store.tallies import SqlTallies

NEXT = ModelStamp("embedded", "test", "1")
TODAY = WHEN.date()


def quiet(share: float, stage: str) -> None:
    """Nobody looks."""


@cache
def empty_history() -> bytes:
    """To migrate one for each learner takes a third of a second."""
    with tempfile.TemporaryDirectory() as folder:
        open_database(Path(folder)).close()
        return (Path(folder) / DATABASE).read_bytes()


def keep(
    folder: Path, *takes: tuple[int, Assessment | None], passage: str | None = "garden", text: str = "I think it is a garden."
) -> None:
    """Takes of so many days ago."""
    if not (folder / DATABASE).exists():
        folder.mkdir(exist_ok=True)
        (folder / DATABASE).write_bytes(empty_history())
    with closing(open_database(folder)) as database:
        history = SqlHistory(database)
        for days, said in takes:
            take = history.keep(a_waveform(0.1), text, passage, WHEN - timedelta(days=days), "")
            if said is not None:
                history.save(take.id, said)


def figures(folder: Path, days: Days | None = None) -> Practised:
    with closing(open_database(folder)) as database:
        wanted = days or whole(SqlTallies(database), TODAY, UTC)
        return practised(period_of(SqlTallies(database), wanted, quiet), wanted)


def scored(total: float, **changes: object) -> Assessment:
    said = an_estimate(total, spread=0.6)
    return an_assessment(scores=Scores(said, said, said, an_estimate(10.0, spread=0.0), said), **changes)


def test_only_what_lies_in_the_period_counts_and_drills_only_as_time(tmp_path: Path) -> None:
    keep(tmp_path, (30, scored(5.0)), (3, scored(6.0)), (0, scored(7.0)), (0, None))
    keep(tmp_path, (1, scored(9.0)), passage=DRILL, text="think")
    done = figures(tmp_path, Days(TODAY - timedelta(days=3), TODAY, UTC))
    assert {each.scores.total and each.scores.total.value for each in done.readings} == {6.0, 7.0, None}
    assert done.tries == 1
    assert sorted(done.seconds) == [TODAY - timedelta(days=ago) for ago in (3, 1, 0)]
    assert done.seconds[TODAY] == pytest.approx(0.2)
    assert figures(tmp_path).first == TODAY - timedelta(days=30)


def test_levels_tables_and_pace_are_of_the_newest_model_alone(tmp_path: Path) -> None:
    keep(tmp_path, *((40 - day, scored(3.0)) for day in range(8)), *((8 - day, scored(8.0, model=NEXT)) for day in range(6)))
    done = figures(tmp_path)
    assert [(model.version, count) for model, count in done.judged] == [("0", 8), ("1", 6)]
    assert done.model == NEXT
    total = next(each for each in done.standings if each.aspect == "total")
    assert total.level.value == pytest.approx(8.0, abs=0.2)
    assert total.change is Change.SAME
    assert next(each for each in done.sounds if each.name == "TH").takes == 6
    assert "completeness" not in {each.aspect for each in done.standings}


def test_a_level_that_rose_is_better_and_takes_that_cant_be_relied_on_change_nothing(tmp_path: Path) -> None:
    keep(tmp_path, *((60 - day, scored(3.0 + day / 12)) for day in range(60)))
    before = figures(tmp_path)
    assert {each.change for each in before.standings} == {Change.BETTER}
    keep(tmp_path, *((0, replace(scored(0.5), verdict=Verdict.NOISY)) for _ in range(5)))
    after = figures(tmp_path)
    assert after.standings == before.standings
    assert len(after.readings) == 65


def test_an_empty_history_has_nothing_and_says_so(tmp_path: Path) -> None:
    done = figures(tmp_path)
    assert (done.readings, done.standings, done.model, done.correct_a_minute, done.seconds) == ((), (), None, None, {})


def test_time_zones_decide_what_day_it_was(tmp_path: Path) -> None:
    keep(tmp_path, (0, scored(7.0)))
    done = figures(tmp_path)
    assert done.readings[0].when.utcoffset() == timedelta(0)
    assert done.readings[0].correct_a_minute == pytest.approx(60 * 4 / 2.3)


class Room:
    """A class whose learners read what the test says."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.learners = folder, list[Learner]()

    def add(self, count: int, *takes: tuple[int, Assessment | None], **about: str) -> None:
        for _ in range(count):
            name = f"L{len(self.learners) + 1}"
            self.learners.append(Learner(name=name, id=name, **about))  # type: ignore[arg-type]
            keep(self.folder / name, *takes)

    def overview(self) -> Classroom:
        days = Days(TODAY - timedelta(days=30), TODAY, UTC)
        return class_overview(self.learners, self._open, days, quiet)

    @contextmanager
    def _open(self, learner: Learner) -> Iterator[Tallies]:
        with closing(open_database(self.folder / learner.id)) as database:
            yield SqlTallies(database)


def test_who_practised_and_what_is_hard_for_many(tmp_path: Path) -> None:
    room = Room(tmp_path)
    clear = an_assessment(words=tuple(a_word(text, "TH IH1 NG K", at / 2) for at, text in enumerate(("thing", "think", "thin"))))
    room.add(4, *((day, an_assessment()) for day in range(3)), first_language="zh")
    room.add(3, *((day, clear) for day in range(3)), first_language="zh")
    room.add(1)
    said = room.overview()
    assert [(each.name, each.days, each.readings, each.last) for each in said.pupils][-2:] == [
        ("L7", 3, 3, TODAY),
        ("L8", 0, 0, None),
    ]
    assert [(each.name, each.struggling, each.readers) for each in said.sounds] == [("TH", 4, 7)]
    assert [(each.name, each.struggling, each.readers) for each in said.words] == [("think", 4, 7)]
    assert said.few == len({"i", "it", "is", "a", "garden", "thing", "thin"} - {"is"}) + len(
        {"AY", "T", "AH", "G", "AA", "R", "D", "N"}
    )


def test_nothing_is_said_of_fewer_than_five(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.add(4, *((day, an_assessment()) for day in range(3)), first_language="zh", level="A1")
    said = room.overview()
    assert (said.sounds, said.words) == ((), ())
    assert [(group.learners, group.marked, group.unjudged) for group in said.by_language] == [(4, None, None)]


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"zh": 6, "ko": 5}, {"zh", "ko"}),
        ({"zh": 6, "ko": 5, "vi": 2}, {"zh"}),  # vi alone could be worked out from the class
        ({"zh": 6, "ko": 3, "vi": 2}, {"zh"}),  # the two hide each other
        ({"zh": 6, "vi": 1}, set()),
    ],
)
def test_small_groups_are_hidden_and_can_t_be_worked_out(tmp_path: Path, sizes: dict[str, int], shown: set[str]) -> None:
    room = Room(tmp_path)
    for language, count in sizes.items():
        room.add(count, (1, an_assessment()), first_language=language)
    said = room.overview().by_language
    assert {group.name: group.learners for group in said} == sizes
    assert {group.name for group in said if group.marked is not None} == shown
    assert all((group.marked is None) == (group.unjudged is None) for group in said)


def test_a_group_s_share_counts_each_learner_the_same(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.add(1, *((day, an_assessment()) for day in range(20)), first_language="zh")
    clear = an_assessment(words=(a_word("think", "TH IH1 NG K", 0.3),))
    room.add(4, (1, clear), first_language="zh")
    (group,) = room.overview().by_language
    assert group.marked == pytest.approx(1 / 14 / 5)  # one sound of 14 that are judged


def test_a_class_goes_by_the_model_that_judged_last(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.add(5, *((day, an_assessment()) for day in range(5, 9)), first_language="zh")
    room.add(5, *((day, replace(an_assessment(), model=NEXT)) for day in range(4)), first_language="ko")
    said = room.overview()
    assert [model.version for model in said.models] == ["0", "1"]
    assert [group.name for group in said.by_language] == ["ko"]
    assert {hard.readers for hard in said.sounds} == {5}


def test_a_month_of_invented_practice_is_told_alike_each_time(tmp_path: Path) -> None:
    (pupil,) = invent(tmp_path, learners=1, days=30, sound=False)
    days = Days(UNTIL.date() - timedelta(days=30), UNTIL.date(), UTC)
    first, second = (figures(folder_of(tmp_path, pupil), days) for _ in range(2))
    assert first == second
    hardest = max((each for each in first.sounds if each.times >= 20), key=lambda each: each.share)
    assert hardest.name in pupil.hard
    assert np.isclose(sum(first.seconds.values()), 0.1 * (len(first.readings) + first.tries))
    assert date.fromordinal(min(first.seconds).toordinal()) >= days.first
