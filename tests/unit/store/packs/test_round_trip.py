"""Out to the pupils and back to the tutor: all of it arrives, once, in any order."""

import random
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.builders import STAMP, WHEN, a_waveform, an_assessment
from tests.unit.store.packs.room import TEXT, Computer, a_class, a_key, an_assignment, give_two_under_one_id, told
from tests.unit.store.packs.test_deleted import delete
from tutor.domain.audio import as_kept
from tutor.domain.errors import PackError, StoreError
from tutor.domain.learner import KeepAudio, Learner
from tutor.domain.marks import Mark
from tutor.domain.review import About, Comment, Correction
from tutor.domain.strictness import Setting, Strictness, Threshold
from tutor.practice.assignments import standings, with_assigned_words
from tutor.present.homework import offer_lines
from tutor.store.audiofiles import write_flac
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.packs.assignments import SqlAssignments
from tutor.store.packs.classroom import Classroom
from tutor.store.packs.homework import LearnerPacks, readings_of
from tutor.store.packs.looking import Handout, look
from tutor.store.packs.making import for_class, for_learner, make_pack
from tutor.store.packs.receiving import returns_in
from tutor.store.reviews import SqlReviews
from tutor.store.tallies import SqlTallies


def test_a_class_comes_back_whole_in_any_order_and_twice(tmp_path: Path) -> None:
    """The issue's own numbers, 30 pupils of 20 takes, run by `python -m tests.bench.packs`."""
    _, returned = a_class(tmp_path, pupils=3, takes=4, key=a_key())
    tutor, other = Computer(tmp_path / "tutor"), Computer(tmp_path / "other")
    chance = random.Random(1)
    for path in chance.sample(returned, k=3):
        assert tutor.receive(path).new
    for path in chance.sample(returned * 2, k=6):
        other.receive(path)
    first = {each.id: tutor.contents(each.id) for each in tutor.people.learners()}
    for path in chance.sample(returned, k=3):
        receipt = tutor.receive(path)
        assert (receipt.merged.takes, receipt.merged.assessments, receipt.merged.sounds, receipt.merged.beside) == (0, 0, 0, ())
    assert {each.id: tutor.contents(each.id) for each in tutor.people.learners()} == first
    assert {each.id: other.contents(each.id) for each in other.people.learners()} == first
    for at in range(3):
        (pupil,) = Computer(tmp_path / f"desk{at}").people.learners()
        own = Computer(tmp_path / f"desk{at}").contents(pupil.id)
        assert [own[what] for what in ("takes", "assessments", "files")] == [
            first[pupil.id][what] for what in ("takes", "assessments", "files")
        ]
        assert len(own["takes"]) == 4


def test_what_was_given_back_in_parts_is_whole_in_any_order(tmp_path: Path) -> None:
    desk = Computer(tmp_path / "desk")
    pupil = desk.add("Mei")
    desk.read(pupil, 6)
    parts = [tmp_path / f"{at}.tutorreturn" for at in range(3)]
    for path, takes in zip(parts, (slice(0, 3), slice(2, 6), slice(0, 1)), strict=True):
        desk.give(path, pupil, takes=takes)
    chance, made = random.Random(2), []
    for at in range(3):
        tutor = Computer(tmp_path / f"tutor{at}")
        for path in chance.sample(parts, k=3):
            tutor.receive(path)
        made.append(tutor.contents(pupil.id))
    assert made[0] == made[1] == made[2]
    assert len(made[0]["takes"]) == len(made[0]["assessments"]) == len(made[0]["files"]) == 6


def test_a_take_that_was_assessed_again_brings_only_what_is_new(tmp_path: Path) -> None:
    desk, tutor = Computer(tmp_path / "desk"), Computer(tmp_path / "tutor")
    pupil = desk.add("Mei")
    desk.read(pupil, 1)
    desk.give(tmp_path / "a.tutorreturn", pupil)
    with closing(open_database(desk.people.folder(pupil.id))) as database:
        history = SqlHistory(database)
        (attempt,) = history.attempts()
        assert attempt.assessment is not None
        history.save(attempt.take.id, attempt.assessment)
    desk.give(tmp_path / "b.tutorreturn", pupil)
    tutor.receive(tmp_path / "a.tutorreturn")
    merged = tutor.receive(tmp_path / "b.tutorreturn").merged
    assert (merged.takes, merged.sounds) == (0, 0)
    assert len(tutor.contents(pupil.id)["assessments"]) == merged.assessments + 1


def test_sound_may_follow_scores(tmp_path: Path) -> None:
    desk, tutor = Computer(tmp_path / "desk"), Computer(tmp_path / "tutor")
    pupil = desk.add("Mei")
    desk.read(pupil, 2)
    scores, all_ = tmp_path / "scores.tutorreturn", tmp_path / "all.tutorreturn"
    assert desk.give(scores, pupil, sound=False).sounds == 0
    desk.give(all_, pupil)
    assert tutor.receive(scores).merged.sounds == 0
    assert tutor.contents(pupil.id)["files"] == []
    assert tutor.receive(all_).merged.sounds == 2
    assert tutor.contents(pupil.id)["files"] == desk.contents(pupil.id)["files"]
    tutor.receive(scores)
    assert tutor.contents(pupil.id)["files"] == desk.contents(pupil.id)["files"]


def test_sound_that_the_tutor_deleted_stays_away(tmp_path: Path) -> None:
    desk, tutor = Computer(tmp_path / "desk"), Computer(tmp_path / "tutor")
    pupil = desk.add("Mei")
    desk.read(pupil, 1)
    desk.give(tmp_path / "a.tutorreturn", pupil)
    tutor.receive(tmp_path / "a.tutorreturn")
    (sound,) = (tutor.people.folder(pupil.id) / "takes").iterdir()
    sound.unlink()
    assert tutor.receive(tmp_path / "a.tutorreturn").merged.sounds == 0
    assert not sound.exists()


def test_no_sound_is_kept_of_a_learner_who_keeps_none(tmp_path: Path) -> None:
    desk, tutor = Computer(tmp_path / "desk"), Computer(tmp_path / "tutor")
    pupil = desk.add("Mei")
    desk.read(pupil, 1)
    desk.give(tmp_path / "a.tutorreturn", pupil)
    tutor.people.add(Learner("Mei", id=pupil.id, audio=KeepAudio.NEVER))
    assert tutor.receive(tmp_path / "a.tutorreturn", any_computer=True).merged.sounds == 0
    assert tutor.contents(pupil.id)["files"] == []


def test_takes_that_differ_under_one_id_are_kept_side_by_side_and_told_once(tmp_path: Path) -> None:
    desk, tutor = Computer(tmp_path / "desk"), Computer(tmp_path / "tutor")
    pupil = give_two_under_one_id(desk, tmp_path)
    desk.give(tmp_path / "scores.tutorreturn", pupil, sound=False)
    tutor.receive(tmp_path / "a.tutorreturn")
    merged = tutor.receive(tmp_path / "b.tutorreturn").merged
    assert len(merged.beside) == 1
    kept = tutor.contents(pupil.id)
    assert len(kept["takes"]) == len(kept["assessments"]) == len(kept["files"]) == 2
    for name in ("scores", "a", "b"):
        assert tutor.receive(tmp_path / f"{name}.tutorreturn").merged.beside == ()
    assert tutor.contents(pupil.id) == kept
    other = Computer(tmp_path / "other")
    for name in ("scores", "a", "b"):
        other.receive(tmp_path / f"{name}.tutorreturn")
    assert sorted(take[1] for take in other.contents(pupil.id)["takes"]) == sorted(take[1] for take in kept["takes"])


def test_two_of_one_name_stay_two(tmp_path: Path) -> None:
    tutor = Computer(tmp_path / "tutor")
    for at in range(2):
        desk = Computer(tmp_path / f"desk{at}")
        pupil = desk.add("Mei")
        desk.read(pupil, 1)
        desk.give(tmp_path / f"{at}.tutorreturn", pupil)
    names = [tutor.receive(tmp_path / f"{at}.tutorreturn").learner.name for at in range(2)]
    assert names == ["Mei", "Mei (2)"]
    receipt = tutor.receive(tmp_path / "1.tutorreturn")
    assert (receipt.learner.name, receipt.calls) == ("Mei (2)", "Mei")


def test_a_return_from_another_computer_is_asked_about(tmp_path: Path) -> None:
    desk, tutor = Computer(tmp_path / "desk"), Computer(tmp_path / "tutor")
    pupil = desk.add("Mei")
    desk.read(pupil, 1)
    desk.give(tmp_path / "a.tutorreturn", pupil)
    tutor.receive(tmp_path / "a.tutorreturn")
    (desk.root / "data" / "machine.key").unlink()
    desk.read(pupil, 1)
    desk.give(tmp_path / "b.tutorreturn", pupil)
    kept = tutor.contents(pupil.id)
    with pytest.raises(PackError) as caught:
        tutor.receive(tmp_path / "b.tutorreturn")
    assert caught.value.code == "other_computer"
    assert tutor.contents(pupil.id) == kept
    assert tutor.receive(tmp_path / "b.tutorreturn", any_computer=True).merged.takes == 1
    assert tutor.receive(tmp_path / "b.tutorreturn").merged.takes == 0


def test_the_assignment_is_due_until_it_was_read(tmp_path: Path) -> None:
    pack, assignment = tmp_path / "p.tutorpack", an_assignment()
    make_pack(pack, for_class(assignment), a_key(), told)
    desk = Computer(tmp_path / "desk")
    pupil = desk.add("Mei")
    assert desk.take(pack, pupil)
    assert not desk.take(pack, pupil)
    with closing(open_database(desk.people.folder(pupil.id))) as database:
        (received,) = SqlAssignments(database).assignments()
        assert received.assignment == assignment
        assert with_assigned_words({}, [received]) == dict(assignment.words)
        assert assignment.due is not None
        (before,) = standings([received], (), assignment.due)
        assert (before.done, before.days_left) == (False, 0)
        history = SqlHistory(database)
        take = history.keep(a_waveform(0.1), TEXT, None, received.at, "mic")
        (after,) = standings([received], readings_of(database, {TEXT}), assignment.due)
        assert (after.done, after.takes) == (True, (take.id,))
        SqlAssignments(database).remove(assignment.id)
        assert SqlAssignments(database).assignments() == ()


def test_a_pack_has_the_same_bytes_wherever_it_is_made(tmp_path: Path) -> None:
    for name in ("a", "b"):
        make_pack(tmp_path / name, for_class(an_assignment()), a_key(), told)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_returns_are_found_in_folders(tmp_path: Path) -> None:
    for name in ("b.tutorreturn", "a.tutorreturn", "week.tutorpack", "notes.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in returns_in([tmp_path])] == ["a.tutorreturn", "b.tutorreturn"]
    assert returns_in([tmp_path / "week.tutorpack"]) == (tmp_path / "week.tutorpack",)


def test_what_the_tutor_said_comes_with_the_next_pack_to_that_learner_alone(tmp_path: Path) -> None:
    desk, tutor = Computer(tmp_path / "desk"), Computer(tmp_path / "tutor")
    pupil = desk.add("Mei")
    desk.read(pupil, 2)
    desk.give(tmp_path / "a.tutorreturn", pupil)
    tutor.receive(tmp_path / "a.tutorreturn")
    take, gone = (row[0] for row in tutor.contents(pupil.id)["takes"])
    rows = some_rows(take)
    with closing(open_database(tutor.people.folder(pupil.id))) as database:
        for row in (*rows, replace(rows[0], id="f" * 32, take_id=gone)):
            SqlReviews(database).add(row)
        (tutor.people.folder(pupil.id) / "comments" / f"{rows[1].id}.flac").write_bytes(flac(tmp_path, 0.5))
        parcel = for_learner(an_assignment(), pupil, database)
    make_pack(tmp_path / "mei.tutorpack", parcel, a_key(), told)
    assert delete(desk, pupil, slice(1, 2)) == [gone]
    with closing(open_database(desk.people.folder(pupil.id))) as database:
        offer = LearnerPacks(database, pupil, desk.root / "data").look(tmp_path / "mei.tutorpack", told)
    assert "One of these is left out: the reading it is about was deleted here." in offer_lines(offer)
    assert desk.take(tmp_path / "mei.tutorpack", pupil)
    assert not desk.take(tmp_path / "mei.tutorpack", pupil)
    with closing(open_database(desk.people.folder(pupil.id))) as database:
        reviews = SqlReviews(database)
        kept_rows = [*reviews.corrections(), *reviews.comments(), *reviews.settings(), *reviews.thresholds()]
        assert kept_rows == rows
        assert SqlTallies(database).fill() is not None
        sounds = SqlTallies(database).sounds(SqlTallies(database).readings())
        assert sounds.marked[sounds.item == sounds.names.index("TH")].tolist() == [0.0]  # as the tutor said
        assert reviews.voice(rows[1].id).seconds == 0.5
    assert not (desk.people.folder(pupil.id) / "incoming").exists()
    other = desk.add("Lee")
    with pytest.raises(PackError) as caught:
        desk.take(tmp_path / "mei.tutorpack", other)
    assert caught.value.code == "pack_for_another"


@pytest.mark.parametrize("only", [False, True])
def test_a_spoken_note_comes_with_the_assignment_and_goes_with_it(tmp_path: Path, only: bool) -> None:
    desk, pack, said = Computer(tmp_path / "desk"), tmp_path / "spoken.tutorpack", an_assignment()
    pupil, note = desk.add("Mei"), a_waveform(0.5)
    with closing(open_database(desk.people.folder(pupil.id))) as database:
        parcel = for_learner(said, pupil, database, note) if only else for_class(said, note=note)
    make_pack(pack, parcel, a_key(), told)
    with closing(open_database(desk.people.folder(pupil.id))) as database:
        learners = LearnerPacks(database, pupil, desk.root / "data")
        assert "With a spoken note of 0 s." in offer_lines(learners.look(pack, told))
    assert desk.take(pack, pupil)
    assert not desk.take(pack, pupil)
    with closing(open_database(desk.people.folder(pupil.id))) as database:
        learners = LearnerPacks(database, pupil, desk.root / "data")
        (received,) = learners.received()
        assert received.assignment == replace(said, spoken_s=0.5)
        assert learners.note(said.id).samples.tolist() == as_kept(note.samples).tolist()
        SqlAssignments(database).remove(said.id)
        with pytest.raises(StoreError) as caught:
            learners.note(said.id)
    assert caught.value.code == "no_sound"
    assert not list((desk.people.folder(pupil.id)).glob("notes/*"))


def some_rows(take_id: str) -> list[Correction | Comment | Setting | Threshold]:
    """One of each kind; the comment is spoken."""
    by = ("Ms Chen", WHEN)
    return [
        Correction("1" * 32, take_id, *by, About(1, 0), "TH", Mark.CLEAR, Mark.NEEDS_WORK, STAMP),
        Comment("2" * 32, take_id, *by, 1, 2, "", 0.5),
        Setting("3" * 32, *by, Strictness.LENIENT, Strictness.STRICT),
        Threshold("4" * 32, *by, "TH", 0.6, STAMP, 20, 0.4, 0.5),
    ]


def flac(folder: Path, seconds: float) -> bytes:
    write_flac(folder / "sound.flac", a_waveform(seconds))
    return (folder / "sound.flac").read_bytes()


def test_the_newest_assessment_counts_in_whatever_order_they_come(tmp_path: Path) -> None:
    desk, tutor = Computer(tmp_path / "desk"), Computer(tmp_path / "tutor")
    pupil = desk.add("Mei")
    desk.read(pupil, 1)
    desk.give(tmp_path / "a.tutorreturn", pupil)
    tutor.receive(tmp_path / "a.tutorreturn")
    add_again(tutor, pupil.id, "2099-01-01 10:00:00", 2.0)
    add_again(desk, pupil.id, "2098-01-01 10:00:00", 1.0)
    desk.give(tmp_path / "b.tutorreturn", pupil)
    assert tutor.receive(tmp_path / "b.tutorreturn").merged.assessments == 1
    with closing(open_database(tutor.people.folder(pupil.id))) as database:
        (attempt,) = SqlHistory(database).attempts()
        assert attempt.assessment is not None
        assert attempt.assessment.seconds == 2.0
        assert SqlTallies(database).uncounted() == 0
        assert len(SqlTallies(database).readings().ids) == 1
    assert len(tutor.contents(pupil.id)["assessments"]) == 3


def add_again(computer: Computer, learner_id: str, saved_at: str, seconds: float) -> None:
    """One more assessment of the only take, as if it had been made then."""
    with closing(open_database(computer.people.folder(learner_id))) as database:
        history = SqlHistory(database)
        (attempt,) = history.attempts()
        history.save(attempt.take.id, an_assessment(seconds=seconds))
        with database.writing() as rows:
            rows.exec_driver_sql("UPDATE assessments SET saved_at = ? WHERE id = (SELECT max(id) FROM assessments)", (saved_at,))


def test_the_tutor_sees_who_gave_back_and_how_far_they_are(tmp_path: Path) -> None:
    desk, tutor = Computer(tmp_path / "desk"), Computer(tmp_path / "tutor")
    classroom = Classroom(tutor.people, tutor.root / "data")
    tutor.add("Nobody")
    with closing(open_database(tutor.people.folder(tutor.add("Newer").id))) as database, database.writing() as rows:
        rows.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    classroom.make(tmp_path / "week.tutorpack", an_assignment(), told, strictness=None, note=None)
    pupil = desk.add("Mei")
    desk.take(tmp_path / "week.tutorpack", pupil)
    desk.read(pupil, 2, when=datetime.now(UTC))
    desk.give(tmp_path / "mei.tutorreturn", pupil)
    for _ in range(2):
        classroom.receive(tmp_path / "mei.tutorreturn", told)
    seen = {each.learner.name: each for each in classroom.pupils(told)}
    assert (seen["Mei"].takes, seen["Mei"].read, seen["Mei"].at is not None) == (2, 1, True)
    assert (seen["Nobody"].at, seen["Nobody"].readable) == (None, True)
    assert not seen["Newer"].readable


def test_each_learner_gets_a_pack_of_their_own(tmp_path: Path) -> None:
    tutor = Computer(tmp_path / "tutor")
    for name in ("Mei", "Bo/../wen"):
        tutor.add(name)
    (tmp_path / "out").mkdir()
    made = Classroom(tutor.people, tutor.root / "data").make_each(tmp_path / "out", an_assignment(), told, note=None)
    assert [path.name for path in made] == ["Mei - Week 12.tutorpack", "Bo_.._wen - Week 12.tutorpack"]
    for path, learner in zip(made, tutor.people.learners(), strict=True):
        found = look(path, told)
        assert isinstance(found, Handout)
        assert found.manifest.learner is not None
        assert found.manifest.learner.id == learner.id
