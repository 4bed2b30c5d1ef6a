"""What becomes of a sound between the recording and the history: gate, assessor, prosody, rationale, time, progress."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from tests.builders import STAMP, WHEN, a_target, a_word, an_assessment, an_omitted_word, phones, silence
from tests.fakes import FakeAssessor, ManualClock
from tutor.acoustics.measure import measure
from tutor.domain.assessment import Assessment, Evidence, RationaleLine, Scores, Unjudged, Verdict
from tutor.domain.audio import Waveform
from tutor.domain.errors import Cancelled, ModelError
from tutor.domain.resources import assets
from tutor.practice.assess import assess_sound, assess_take
from tutor.practice.ports import History
from tutor.store.audiofiles import read_audio
from tutor.store.database import open_database
from tutor.store.history import SqlHistory

WORDS = an_assessment().words


@dataclass
class Told:
    """Keeps the progress it hears; raises `Cancelled` at a stage when asked."""

    cancel_at: str = ""
    shares: list[float] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)

    def __call__(self, share: float, stage: str) -> None:
        if stage == self.cancel_at:
            raise Cancelled
        self.shares.append(share)
        self.stages.append(stage)


def spoken() -> Waveform:
    """A person reading, in steps of 16 bits as a WAV file has them."""
    sound = read_audio(assets() / "samples" / "good-adult.opus")
    return Waveform((np.rint(sound.samples * 2**15) / 2**15).astype(np.float32), sound.rate)


def judged(waveform: Waveform, assessor: FakeAssessor | None = None) -> Assessment:
    return assess_sound(waveform, a_target(), assessor or FakeAssessor(), Told())


def noise(seconds: float = 2.0) -> Waveform:
    return Waveform(np.random.default_rng(1).normal(0, 0.1, round(16_000 * seconds)).astype(np.float32), 16_000)


def with_noise(waveform: Waveform, level: float) -> Waveform:
    hiss = np.random.default_rng(1).normal(0, level, len(waveform.samples))
    return Waveform((waveform.samples + hiss).astype(np.float32), waveform.rate)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[SqlHistory]:
    made = SqlHistory(open_database(tmp_path))
    yield made
    made.database.close()


# The gate


def louder(factor: float) -> Callable[[], Waveform]:
    def made() -> Waveform:
        sound = spoken()
        return Waveform(np.clip(sound.samples * factor, -1, 1).astype(np.float32), sound.rate)

    return made


@pytest.mark.parametrize(
    ("sound", "verdict"),
    [
        (silence, Verdict.NO_SPEECH),
        (noise, Verdict.NO_SPEECH),
        (lambda: spoken().between(0.5, 0.7), Verdict.TOO_SHORT),
        (lambda: Waveform(np.zeros(0, dtype=np.float32), 48_000), Verdict.TOO_SHORT),
        (louder(50), Verdict.CLIPPED),
        (louder(0.005), Verdict.TOO_QUIET),
    ],
)
def test_what_cannot_be_judged_never_reaches_the_model(sound: Callable[[], Waveform], verdict: Verdict) -> None:
    assessor = FakeAssessor()
    said = judged(sound(), assessor)
    assert assessor.heard == []
    assert (said.verdict, said.problems[0]) == (verdict, verdict.value)
    assert (said.scores, said.events, said.rationale, said.prosody) == (Scores(), (), (), None)
    assert said.model == STAMP
    assert [word.text for word in said.words] == [word.text for word in a_target().words]
    assert not any(word.judged or word.miscue or word.stress or word.start for word in said.words)
    assert {word.reason for word in said.words} == {Unjudged.REFUSED}
    assert [score.phone for score in said.words[1].phones] == list(phones("TH IH1 NG K"))
    assert not any(score.judged for word in said.words for score in word.phones)


# The assessor's answer


def test_the_assessor_gets_16_khz_sound_and_the_text() -> None:
    assessor = FakeAssessor()
    sound = spoken()
    judged(Waveform(np.repeat(sound.samples, 3), sound.rate * 3), assessor)
    ((heard, target),) = assessor.heard
    assert (heard.rate, len(heard.samples), target) == (16_000, len(sound.samples), a_target())


def test_a_good_reading_is_scored_with_prosody_and_rationale() -> None:
    said = judged(spoken(), FakeAssessor(an_assessment(rationale=(), prosody=None)))
    assert (said.verdict, said.problems, said.scores) == (Verdict.SCORED, (), an_assessment().scores)
    assert said.prosody is not None
    assert len(said.prosody.pitch.value) * said.prosody.step == pytest.approx(spoken().seconds, abs=0.05)
    assert any("think" in line.text for line in said.rationale)


def test_the_assessors_own_rationale_is_kept() -> None:
    own = (RationaleLine("The model says so.", (Evidence("word", 0),)),)
    assert judged(spoken(), FakeAssessor(an_assessment(rationale=own))).rationale == own


def test_noise_overrides_a_score_but_keeps_it() -> None:
    said = judged(with_noise(spoken(), 0.01))
    assert (said.verdict, said.problems) == (Verdict.NOISY, ("noisy",))
    assert said.scores == an_assessment().scores


@pytest.mark.parametrize("verdict", [Verdict.INCOMPLETE, Verdict.OFF_SCRIPT])
def test_what_was_read_comes_before_noise(verdict: Verdict) -> None:
    said = judged(with_noise(spoken(), 0.01), FakeAssessor(an_assessment(verdict=verdict, problems=(verdict.value,))))
    assert (said.verdict, said.problems) == (verdict, (verdict.value, "noisy"))


@pytest.mark.parametrize("verdict", [Verdict.INCOMPLETE, Verdict.OFF_SCRIPT])
def test_noise_that_drowns_the_reading_comes_before_what_was_read(verdict: Verdict) -> None:
    said = judged(with_noise(spoken(), 0.05), FakeAssessor(an_assessment(verdict=verdict)))
    assert (said.verdict, said.problems[0]) == (Verdict.NOISY, "noisy")


def test_a_recording_that_began_too_late_is_incomplete_and_says_so() -> None:
    began = measure(spoken()).speech_start + 0.2
    said = judged(spoken().between(began, 99), FakeAssessor(an_assessment(words=(an_omitted_word("I", "AY1"), *WORDS[1:]))))
    assert (said.verdict, said.problems) == (Verdict.INCOMPLETE, ("incomplete", "cut_start"))
    assert said.scores == an_assessment().scores


def test_a_word_cut_in_two_is_not_explained() -> None:
    began = measure(spoken()).speech_start + 0.2
    cut = (a_word("I", "AY1", 0.02, score=2.0, weak=0), *WORDS[1:])
    said = judged(spoken().between(began, 99), FakeAssessor(an_assessment(words=cut, rationale=())))
    assert not said.words[0].judged
    assert "cut_start" in said.problems
    assert not any(one.kind in ("word", "phone") and one.index == 0 for line in said.rationale for one in line.about)


def test_in_noise_nobody_can_say_where_the_reading_was_cut() -> None:
    began = measure(spoken()).speech_start + 0.2
    words = (an_omitted_word("I", "AY1"), *WORDS[1:])
    said = judged(with_noise(spoken().between(began, 99), 0.01), FakeAssessor(an_assessment(words=words)))
    assert (said.verdict, said.problems) == (Verdict.NOISY, ("noisy",))


def test_the_assessor_never_gets_samples_that_are_no_numbers() -> None:
    assessor = FakeAssessor()
    samples = spoken().samples.copy()
    samples[[100, 20_000]] = np.nan, np.inf
    judged(Waveform(samples, 16_000), assessor)
    ((heard, _),) = assessor.heard
    assert np.isfinite(heard.samples).all()


def test_a_verdict_is_a_problem_even_when_the_assessor_does_not_list_it() -> None:
    said = judged(spoken(), FakeAssessor(an_assessment(verdict=Verdict.INCOMPLETE)))
    assert said.problems == ("incomplete",)


def test_another_text_is_neither_explained_nor_praised() -> None:
    said = judged(spoken(), FakeAssessor(an_assessment(verdict=Verdict.OFF_SCRIPT)))
    assert said.rationale == ()


# Time and progress


def test_the_time_it_took_is_measured() -> None:
    clock = ManualClock()

    def slow(share: float, stage: str) -> None:
        if stage == "prosody":
            clock.advance(0.25)

    assert assess_sound(spoken(), a_target(), FakeAssessor(), slow, monotonic=clock.monotonic).seconds == 0.25


def test_progress_rises_from_nothing_to_the_whole() -> None:
    told = Told()
    assess_sound(spoken(), a_target(), FakeAssessor(), told)
    assert (told.shares[0], told.shares[-1]) == (0.0, 1.0)
    assert told.shares == sorted(told.shares)
    assert list(dict.fromkeys(told.stages)) == ["listening", "assessing", "prosody", "explaining", "done"]


def test_a_refused_take_is_whole_too() -> None:
    told = Told()
    assess_sound(silence(), a_target(), FakeAssessor(), told)
    assert told.shares == [0.0, 1.0]


@pytest.mark.parametrize("stage", ["listening", "assessing", "prosody", "explaining"])
def test_a_person_may_stop_it_at_every_stage(stage: str) -> None:
    with pytest.raises(Cancelled):
        assess_sound(spoken(), a_target(), FakeAssessor(), Told(cancel_at=stage))


# A kept take


def kept(history: History, waveform: Waveform) -> str:
    return history.keep(waveform, "I think it is a garden.", None, WHEN, "mic").id


def test_a_take_is_assessed_and_saved(history: SqlHistory) -> None:
    take_id = kept(history, spoken())
    attempt = assess_take(take_id, a_target(), FakeAssessor(), history, Told())
    assert attempt.take.id == take_id
    assert attempt.assessment is not None
    assert attempt.assessment.scores == an_assessment().scores
    (listed,) = history.attempts()
    assert listed.take == attempt.take
    assert listed.assessment is not None


def test_a_refusal_is_saved_too(history: SqlHistory) -> None:
    attempt = assess_take(kept(history, silence()), a_target(), FakeAssessor(), history, Told())
    assert attempt.assessment is not None
    assert attempt.assessment.verdict is Verdict.NO_SPEECH


@pytest.mark.parametrize("assessor", [FakeAssessor(error=ModelError("no_model")), FakeAssessor(error=Cancelled())])
def test_a_failure_leaves_the_take_without_an_assessment(history: SqlHistory, assessor: FakeAssessor) -> None:
    take_id = kept(history, spoken())
    with pytest.raises((ModelError, Cancelled)):
        assess_take(take_id, a_target(), assessor, history, Told())
    assert history.attempt(take_id).assessment is None
    assert len(history.waveform(take_id).samples) == len(spoken().samples)


def test_a_file_and_its_kept_take_are_assessed_alike_to_the_bit(history: SqlHistory) -> None:
    assessor = FakeAssessor()
    opened = judged(spoken(), assessor)
    attempt = assess_take(kept(history, spoken()), a_target(), assessor, history, Told())
    (first, _), (second, _) = assessor.heard
    np.testing.assert_array_equal(first.samples, second.samples)
    assert attempt.assessment is not None
    assert opened.audio.level_db == pytest.approx(attempt.assessment.audio.level_db, abs=0.0006)
