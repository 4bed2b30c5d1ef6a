"""Takes and attempts on the real database: round trips, order, drafts, recovery."""

import json
import resource
import threading
from collections.abc import Iterator
from datetime import timedelta, timezone
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock

from tests.builders import STAMP, WHEN, a_waveform, an_assessment
from tutor.domain.assessment import ModelStamp, Verdict
from tutor.domain.audio import Waveform
from tutor.domain.errors import StoreError
from tutor.domain.take import Attempt, Take
from tutor.practice.contract import to_json
from tutor.store.database import open_database
from tutor.store.drafts import FileDraft
from tutor.store.history import SqlHistory


@pytest.fixture
def history(tmp_path: Path) -> Iterator[SqlHistory]:
    made = SqlHistory(open_database(tmp_path / "data"))
    yield made
    made.database.close()


@pytest.fixture
def takes(tmp_path: Path) -> Path:
    """The folder of sound."""
    return tmp_path / "data" / "takes"


def recorded(history: SqlHistory, *blocks: Waveform) -> Take:
    draft = history.open_draft("I think.", "garden", 16_000, WHEN)
    for block in blocks:
        draft.write(block.samples)
    return draft.finish("Test microphone", 2)


def code_of(caught: pytest.ExceptionInfo[StoreError]) -> str:
    return caught.value.code


def test_a_recording_becomes_a_take_with_its_sound(history: SqlHistory) -> None:
    blocks = [a_waveform(0.1, hertz=hertz) for hertz in (100, 200, 300)]
    take = recorded(history, *blocks)
    assert take == Take(take.id, "I think.", "garden", WHEN, pytest.approx(0.3), "Test microphone", overflows=2)  # type: ignore[arg-type]
    assert history.attempt(take.id) == Attempt(take, None)
    sound = history.waveform(take.id)
    np.testing.assert_allclose(sound.samples, np.concatenate([block.samples for block in blocks]), atol=2**-23)
    assert sound.rate == 16_000


def test_a_finished_draft_leaves_only_the_sound(history: SqlHistory, takes: Path) -> None:
    take = recorded(history, a_waveform(0.1))
    assert [path.name for path in takes.iterdir()] == [f"{take.id}.flac"]


def test_sound_is_on_disk_before_the_take_is_finished(history: SqlHistory, takes: Path) -> None:
    draft = history.open_draft("I think.", None, 16_000, WHEN)
    draft.write(a_waveform(0.5).samples)
    (part,) = takes.glob("*.part")
    np.testing.assert_array_equal(np.fromfile(part, dtype=np.float32), a_waveform(0.5).samples)
    draft.discard()
    assert list(takes.iterdir()) == []
    assert history.attempts() == []


def test_a_draft_without_a_sample_is_no_take(history: SqlHistory, takes: Path) -> None:
    with pytest.raises(StoreError) as caught:
        recorded(history)
    assert code_of(caught) == "nothing_recorded"
    assert list(takes.iterdir()) == []


def test_a_draft_may_be_written_and_finished_in_another_thread(history: SqlHistory, takes: Path) -> None:
    draft = history.open_draft("I think.", None, 16_000, WHEN)
    made: list[Take] = []

    def work() -> None:
        draft.write(a_waveform(0.2).samples)
        made.append(draft.finish("Test microphone", 0))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert history.attempts() == [Attempt(made[0], None)]
    assert [path.suffix for path in takes.iterdir()] == [".flac"]


def test_whole_sound_is_kept(history: SqlHistory) -> None:
    take = history.keep(a_waveform(0.5, rate=44_100), "I think.", None, WHEN, "reading.mp3")
    assert (take.device, take.seconds, take.recovered) == ("reading.mp3", 0.5, False)
    assert history.waveform(take.id).rate == 44_100


def test_the_newest_assessment_counts_and_the_earlier_ones_stay(history: SqlHistory, tmp_path: Path) -> None:
    take = recorded(history, a_waveform(0.1))
    for version in ("1", "2"):
        history.save(take.id, an_assessment(model=ModelStamp("embedded", "tiny", version)))
    newest = history.attempt(take.id).assessment
    assert newest is not None
    assert newest.model.version == "2"
    with history.database.engine.connect() as connection:  # nothing shows earlier ones yet
        rows = connection.exec_driver_sql("SELECT engine, model_id, model_version, verdict FROM assessments").all()
    assert [tuple(row) for row in rows] == [("embedded", "tiny", "1", "scored"), ("embedded", "tiny", "2", "scored")]


def test_an_assessment_comes_back_as_the_contract_tells_it(history: SqlHistory) -> None:
    take = recorded(history, a_waveform(0.1))
    saved = an_assessment(verdict=Verdict.NOISY, problems=("noisy",))
    history.save(take.id, saved)
    back = history.attempt(take.id).assessment
    assert back is not None
    assert to_json(back) == to_json(saved)
    assert back.model == STAMP


def test_an_assessment_of_no_take_is_refused(history: SqlHistory) -> None:
    with pytest.raises(StoreError) as caught:
        history.save("gone", an_assessment())
    assert code_of(caught) == "no_such_take"
    with pytest.raises(StoreError) as caught:
        history.attempt("gone")
    assert code_of(caught) == "no_such_take"


def test_attempts_come_newest_first(history: SqlHistory) -> None:
    minutes = [3, 1, 2]
    made = {m: history.keep(a_waveform(0.01), "I think.", None, WHEN + timedelta(minutes=m), "mic") for m in minutes}
    history.save(made[1].id, an_assessment())
    assert [attempt.take for attempt in history.attempts()] == [made[3], made[2], made[1]]
    assert [attempt.assessment is not None for attempt in history.attempts()] == [False, False, True]
    assert [attempt.take for attempt in history.attempts(1)] == [made[3]]


def test_time_is_kept_in_utc(history: SqlHistory) -> None:
    there = WHEN.astimezone(timezone(timedelta(hours=8)))
    take = history.keep(a_waveform(0.01), "I think.", None, there, "mic")
    back = history.attempt(take.id).take.recorded_at
    assert (back, back.utcoffset()) == (WHEN, timedelta(0))


def test_takes_of_one_moment_have_their_own_ids(history: SqlHistory) -> None:
    assert len({history.keep(a_waveform(0.01), "I think.", None, WHEN, "mic").id for _ in range(20)}) == 20


def test_a_history_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    first = SqlHistory(open_database(tmp_path))
    take = recorded(first, a_waveform(0.1))
    first.save(take.id, an_assessment())
    first.database.close()
    second = SqlHistory(open_database(tmp_path))
    assert second.attempt(take.id).take == take
    assert len(second.waveform(take.id).samples) == 1600
    second.database.close()


def test_sound_that_is_gone_or_broken_is_named(history: SqlHistory, takes: Path) -> None:
    take = recorded(history, a_waveform(0.1))
    (takes / f"{take.id}.flac").write_bytes(b"nothing")
    with pytest.raises(StoreError) as caught:
        history.waveform(take.id)
    assert (code_of(caught), caught.value.facts["reason"]) == ("no_sound", "not_audio")
    (takes / f"{take.id}.flac").unlink()
    with pytest.raises(StoreError) as caught:
        history.waveform(take.id)
    assert (code_of(caught), caught.value.facts["reason"]) == ("no_sound", "no_such_file")


def test_several_threads_save_and_list_at_once(history: SqlHistory) -> None:
    ids = [recorded(history, a_waveform(0.01)).id for _ in range(4)]
    failures: list[BaseException] = []

    def work(take_id: str) -> None:
        try:
            for _ in range(5):
                history.save(take_id, an_assessment())
                history.attempts()
        except BaseException as error:  # noqa: BLE001  # told to the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=work, args=(take_id,)) for take_id in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert all(attempt.assessment for attempt in history.attempts())


# What a killed process leaves behind


def left_over(history: SqlHistory, takes: Path, sound: bytes) -> str:
    """A draft as it lies there after its process was killed."""
    draft = history.open_draft("I think.", "garden", 8000, WHEN)
    assert isinstance(draft, FileDraft)
    draft._sound.close()
    draft._files.lock.release()
    (part,) = takes.glob("*.part")
    part.write_bytes(sound)
    return part.stem


def test_a_cut_off_recording_becomes_a_take(history: SqlHistory, takes: Path) -> None:
    samples = a_waveform(0.5, rate=8000).samples
    take_id = left_over(history, takes, samples.tobytes() + b"\x01\x02\x03")  # killed amid a sample
    found = history.recover()
    assert found == (Take(take_id, "I think.", "garden", WHEN, 0.5, "", recovered=True),)
    assert history.attempts() == [Attempt(found[0], None)]
    np.testing.assert_allclose(history.waveform(take_id).samples, samples, atol=2**-23)
    assert [path.name for path in takes.iterdir()] == [f"{take_id}.flac"]
    assert history.recover() == ()


def test_a_recording_that_is_going_on_is_left_alone(history: SqlHistory, tmp_path: Path) -> None:
    draft = history.open_draft("I think.", None, 16_000, WHEN)
    draft.write(a_waveform(0.5).samples)
    other = SqlHistory(open_database(tmp_path / "data"))
    assert other.recover() == ()
    other.database.close()
    assert draft.finish("Test microphone", 0).seconds == 0.5


def test_a_draft_of_no_sound_is_cleared_away(history: SqlHistory, takes: Path) -> None:
    left_over(history, takes, b"\x01")
    assert history.recover() == ()
    assert list(takes.iterdir()) == []


def test_a_take_killed_just_after_it_was_kept_is_not_kept_twice(history: SqlHistory, takes: Path) -> None:
    take = recorded(history, a_waveform(0.1))
    said = {"text": take.text, "passage_id": None, "recorded_at": WHEN.isoformat(), "rate": 16_000}
    (takes / f"{take.id}.json").write_text(json.dumps(said))
    (takes / f"{take.id}.part").write_bytes(a_waveform(0.1).samples.tobytes())
    assert history.recover() == ()
    assert history.attempts() == [Attempt(take, None)]
    assert [path.name for path in takes.iterdir()] == [f"{take.id}.flac"]


def test_sound_whose_description_is_broken_stays_and_is_logged(
    history: SqlHistory, takes: Path, caplog: pytest.LogCaptureFixture
) -> None:
    take_id = left_over(history, takes, a_waveform(0.1).samples.tobytes())
    (takes / f"{take_id}.json").write_text("{")
    other = left_over_beside(history, takes)
    assert [take.id for take in history.recover()] == [other]
    assert (takes / f"{take_id}.part").read_bytes() == a_waveform(0.1).samples.tobytes()
    assert str(takes / f"{take_id}.part") in caplog.text


def left_over_beside(history: SqlHistory, takes: Path) -> str:
    before = set(takes.glob("*.part"))
    draft = history.open_draft("I think.", None, 8000, WHEN)
    draft.write(a_waveform(0.1).samples)
    assert isinstance(draft, FileDraft)
    draft._sound.close()
    draft._files.lock.release()
    (part,) = set(takes.glob("*.part")) - before
    return part.stem


# A disk that is full: the system refuses to let any file grow beyond a size, as it does with no space left


@pytest.fixture
def small_disk() -> Iterator[int]:
    size = 40_002  # not a whole number of samples
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield size
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def fill(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def test_a_disk_that_fills_up_costs_nothing_that_was_written(history: SqlHistory, takes: Path, small_disk: int) -> None:
    block = a_waveform(0.5).samples  # 32,000 bytes
    draft = history.open_draft("I think.", None, 16_000, WHEN)
    draft.write(block)
    fill(small_disk)
    with pytest.raises(StoreError) as caught:
        draft.write(block)
    assert code_of(caught) == "disk_full"
    fill(resource.RLIM_INFINITY)
    draft.write(block)  # there is space again: the samples go on where they stopped
    take = draft.finish("Test microphone", 0)
    np.testing.assert_allclose(history.waveform(take.id).samples, np.concatenate([block, block[:2000], block]), atol=2**-23)


def test_a_take_that_finds_no_space_when_finished_waits_for_it(history: SqlHistory, takes: Path, small_disk: int) -> None:
    noise = np.random.default_rng(1).uniform(-1, 1, 16_000).astype(np.float32)
    draft = history.open_draft("I think.", None, 16_000, WHEN)
    draft.write(noise)
    fill(small_disk)
    with pytest.raises(StoreError) as caught:
        draft.finish("Test microphone", 0)
    assert code_of(caught) == "disk_full"
    with pytest.raises(StoreError) as caught:
        history.recover()
    assert code_of(caught) == "disk_full"
    fill(resource.RLIM_INFINITY)
    (take,) = history.recover()
    np.testing.assert_allclose(history.waveform(take.id).samples, noise, atol=2**-23)
    assert [path.name for path in takes.iterdir()] == [f"{take.id}.flac"]


def test_a_draft_that_cannot_begin_leaves_nothing(history: SqlHistory, takes: Path, small_disk: int) -> None:
    fill(0)
    with pytest.raises(StoreError) as caught:
        history.open_draft("I think.", None, 16_000, WHEN)
    fill(resource.RLIM_INFINITY)  # before pytest reports, perhaps into a file
    assert code_of(caught) == "disk_full"
    assert list(takes.iterdir()) == []


def test_a_full_database_says_so_and_stays_sound(history: SqlHistory, tmp_path: Path) -> None:
    take = recorded(history, a_waveform(0.1))
    with history.database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StoreError) as caught:
        history.save(take.id, an_assessment())
    assert code_of(caught) == "disk_full"
    assert history.attempt(take.id).assessment is None


def test_a_lock_of_another_process_is_what_protects_a_draft(history: SqlHistory, takes: Path) -> None:
    take_id = left_over(history, takes, a_waveform(0.1).samples.tobytes())
    with FileLock(takes / f"{take_id}.lock"):
        assert history.recover() == ()
    assert [take.id for take in history.recover()] == [take_id]
