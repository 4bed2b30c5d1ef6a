import pytest

from tests.builders import facts
from tests.unit.acoustics.test_measure import a_reading, mixed, noise
from tutor.acoustics.check import problems
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
    found = problems(facts(speech_seconds=0.1, level_db=-60.0, noise_db=-61.0, clipped=0.5))
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
