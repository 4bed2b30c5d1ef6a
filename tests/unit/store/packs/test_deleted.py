"""A reading that was deleted stays away, whatever is merged and in whatever order."""

import random
from contextlib import closing
from pathlib import Path

import pytest

from tests.unit.store.packs.room import Computer, give_two_under_one_id
from tutor.domain.learner import Learner
from tutor.present.packs import receipt_lines
from tutor.store.database import open_database
from tutor.store.packs.giving import take_ids
from tutor.store.upkeep.removal import Removal


def delete(computer: Computer, learner: Learner, takes: slice) -> list[str]:
    with closing(open_database(computer.people.folder(learner.id))) as database:
        gone = list(take_ids(database)[takes])
        Removal(database).delete(gone)
        return gone


def test_a_reading_that_the_tutor_deleted_stays_away_whatever_comes(tmp_path: Path) -> None:
    desk, tutor = Computer(tmp_path / "desk"), Computer(tmp_path / "tutor")
    pupil = desk.add("Mei")
    desk.read(pupil, 3)
    early, late = tmp_path / "a.tutorreturn", tmp_path / "b.tutorreturn"
    desk.give(early, pupil)
    desk.read(pupil, 1)
    desk.give(late, pupil)
    tutor.receive(early)
    gone = delete(tutor, pupil, slice(0, 2))
    chance = random.Random(3)
    for path in chance.sample([early, late] * 2, k=4):
        receipt = tutor.receive(path)
        assert receipt.merged.deleted == 2
        assert "2 readings were deleted here and stay deleted." in receipt_lines(receipt)
    kept = tutor.contents(pupil.id)
    assert [len(kept[what]) for what in ("takes", "assessments", "files")] == [2, 2, 2]
    assert not {row[0] for row in kept["takes"]} & set(gone)
    assert receipt_lines(tutor.receive(early))[0] == "Mei: nothing new."


def test_a_reading_that_the_learner_deleted_stays_away_on_a_computer_that_both_use(tmp_path: Path) -> None:
    desk = Computer(tmp_path / "desk")
    pupil = desk.add("Mei")
    desk.read(pupil, 2)
    desk.give(tmp_path / "a.tutorreturn", pupil)
    delete(desk, pupil, slice(0, 1))
    receipt = desk.receive(tmp_path / "a.tutorreturn")
    assert (receipt.merged.takes, receipt.merged.deleted) == (0, 1)
    assert "A reading was deleted here and stays deleted." in receipt_lines(receipt)
    assert len(desk.contents(pupil.id)["takes"]) == len(desk.contents(pupil.id)["files"]) == 1


@pytest.mark.parametrize("gone", ["the first", "the one beside it"])
def test_of_two_takes_side_by_side_the_deleted_one_stays_deleted_and_the_other_single(tmp_path: Path, gone: str) -> None:
    desk, tutor = Computer(tmp_path / "desk"), Computer(tmp_path / "tutor")
    pupil = give_two_under_one_id(desk, tmp_path)
    for name in ("a", "b"):
        tutor.receive(tmp_path / f"{name}.tutorreturn")
    deleted = delete(tutor, pupil, slice(0, 1) if gone == "the first" else slice(1, 2))
    kept = tutor.contents(pupil.id)
    told = {name: tutor.receive(tmp_path / f"{name}.tutorreturn").merged.deleted for name in ("a", "b")}
    assert told == {"a": int(gone == "the first"), "b": int(gone != "the first")}
    assert tutor.contents(pupil.id) == kept
    assert not {row[0] for row in kept["takes"]} & set(deleted)
