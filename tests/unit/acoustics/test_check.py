import pytest

from tests.builders import facts
from tests.unit.acoustics.test_measure import a_reading, mixed, noise
from tutor.acoustics.check import drowned, ends_in_sound, problems, starts_in_sound
from tutor.acoustics.measure import measure
from tutor.domain.assessment import Verdict
from tutor.domain.audio import Waveform


def test_a_good_recording_has_no_problems() -> None:
    assert problems(facts()) == ()


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"seconds": 0.2, "speech_seconds": 0.1}, Verdict.TOO_SHORT),
        ({"seconds": 0.2, "speech_seconds": 0.0}, Verdict.TOO_SHORT),
        ({"speech_seconds": 0.0}, Verdict.NO_SPEECH),
        ({"speech_seconds": 0.1}, Verdict.TOO_SHORT),
        ({"level_db": -63.0, "noise_db": -100.0}, Verdict.TOO_QUIET),
        ({"clipped": 0.05}, Verdict.CLIPPED),
        ({"noise_db": -26.0}, Verdict.NOISY),
    ],
)
def test_one_fault_gives_its_one_verdict(changes: dict[str, float], verdict: Verdict) -> None:
    assert problems(facts(**changes)) == (verdict,)


def test_the_worst_comes_first() -> None:
    found = problems(facts(speech_seconds=0.1, level_db=-60.0, noise_db=-69.0, clipped=0.5))
    assert found == (Verdict.TOO_SHORT, Verdict.TOO_QUIET, Verdict.CLIPPED, Verdict.NOISY)


def test_loud_noise_without_speech_is_named_too() -> None:
    assert problems(facts(speech_seconds=0.0, level_db=-20.0, noise_db=-20.6)) == (Verdict.NO_SPEECH, Verdict.NOISY)


def test_a_recorded_reading_turned_down_by_40_db_is_too_quiet() -> None:
    quiet = Waveform(a_reading().samples * 0.01, 16_000)
    assert problems(measure(quiet)) == (Verdict.TOO_QUIET,)


@pytest.mark.parametrize("snr_db", [-10.0, 0.0])
def test_a_reading_under_noise_is_noisy(snr_db: float) -> None:
    reading = a_reading()
    found = problems(measure(mixed(reading, noise(2.6, measure(reading).level_db - snr_db))))
    assert Verdict.NOISY in found


def test_clipping_is_counted_against_the_speech_alone() -> None:
    assert problems(facts(seconds=240.0, speech_seconds=2.4, clipped=0.0001)) == (Verdict.CLIPPED,)
    assert problems(facts(seconds=2.4, speech_seconds=2.4, clipped=0.0001)) == ()


def test_hum_that_reaches_its_own_peak_is_empty_and_not_too_loud() -> None:
    assert problems(facts(speech_seconds=0.0, clipped=0.06)) == (Verdict.NO_SPEECH,)


def test_a_take_starts_or_ends_in_sound_when_its_first_or_last_frames_are_loud() -> None:
    within, early, late = facts(), facts(speech_start=0.02), facts(speech_end=2.98)
    assert [starts_in_sound(one) for one in (within, early, late)] == [False, True, False]
    assert [ends_in_sound(one) for one in (within, early, late)] == [False, False, True]
    assert not starts_in_sound(facts(speech_seconds=0.0, speech_start=0.0, speech_end=0.0))


@pytest.mark.parametrize("side", ["start", "end"])
def test_a_reading_cut_in_its_sound_is_told_from_one_that_was_trimmed(side: str) -> None:
    def cut(by: float) -> bool:
        part = a_reading().between(0.5 + by, 9) if side == "start" else a_reading().between(0, 2.1 - by)
        return starts_in_sound(measure(part)) if side == "start" else ends_in_sound(measure(part))

    assert cut(0.2)
    assert not cut(-0.1)


def test_in_drowning_noise_neither_little_speech_nor_what_is_cut_off_counts() -> None:
    assert problems(facts(speech_seconds=0.1, level_db=-20.0, noise_db=-25.0)) == (Verdict.NOISY,)
    assert problems(facts(clipped=0.1, level_db=-5.0, noise_db=-8.0)) == (Verdict.NOISY,)


def test_noise_drowns_a_reading_that_is_only_a_little_louder() -> None:
    assert drowned(facts(level_db=-20.0, noise_db=-25.0))
    assert not drowned(facts(level_db=-20.0, noise_db=-30.0))
