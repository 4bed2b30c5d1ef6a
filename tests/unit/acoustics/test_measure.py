import numpy as np
import pytest

from tests.builders import RATE, a_waveform, silence
from tests.samples import a_sample
from tutor.acoustics.check import problems
from tutor.acoustics.measure import measure
from tutor.acoustics.resample import to_16k, to_rate
from tutor.domain.assessment import Verdict
from tutor.domain.audio import Waveform
from tutor.store.audiofiles import read_audio


def noise(seconds: float, level_db: float, seed: int = 1) -> Waveform:
    samples = np.random.default_rng(seed).standard_normal(int(seconds * RATE)) * 10 ** (level_db / 20)
    return Waveform(samples.astype(np.float32), RATE)


def mixed(*waves: Waveform) -> Waveform:
    return Waveform(np.sum([wave.samples for wave in waves], axis=0, dtype=np.float32), RATE)


def joined(*waves: Waveform) -> Waveform:
    return Waveform(np.concatenate([wave.samples for wave in waves]), waves[0].rate)


def a_reading(level: float = 0.1) -> Waveform:
    """Two vowels of 0.6 s with 0.4 s between and 0.5 s around them, in a quiet room."""
    voice = joined(silence(0.5), a_waveform(0.6, level=level), silence(0.4), a_waveform(0.6, level=level), silence(0.5))
    return mixed(voice, noise(2.6, -65 + 20 * np.log10(level / 0.1)))


def hum(seconds: float, level: float) -> Waveform:
    t = np.arange(int(seconds * RATE)) / RATE
    harmonics = np.array([[1], [2], [3], [5]])
    return Waveform((level * np.sum(np.sin(2 * np.pi * 50 * harmonics * t) / harmonics, axis=0)).astype(np.float32), RATE)


def test_measures_where_speech_is_and_how_loud_it_and_the_room_are() -> None:
    facts = measure(a_reading())
    power = float(np.mean(a_waveform(0.6).samples ** 2))
    assert facts.seconds == pytest.approx(2.6)
    assert facts.speech_start == pytest.approx(0.5, abs=0.03)
    assert facts.speech_end == pytest.approx(2.1, abs=0.03)
    assert facts.speech_seconds == pytest.approx(1.2, abs=0.08)
    assert facts.level_db == pytest.approx(10 * np.log10(power), abs=0.5)
    assert facts.noise_db == pytest.approx(-65, abs=1.0)
    assert facts.clipped == 0
    assert problems(facts) == ()


def test_a_stop_closure_belongs_to_the_speech_and_a_pause_does_not() -> None:
    def with_gap(seconds: float) -> float:
        voice = joined(silence(0.5), a_waveform(0.5), silence(seconds), a_waveform(0.5), silence(0.5))
        return measure(mixed(voice, noise(voice.seconds, -65))).speech_seconds

    assert with_gap(0.1) == pytest.approx(1.1, abs=0.05)
    assert with_gap(0.4) == pytest.approx(1.0, abs=0.08)


@pytest.mark.parametrize("level", [0.002, 0.05])
def test_hum_does_not_count_as_speech_nor_hide_it(level: float) -> None:
    alone, over_speech = measure(mixed(hum(2.6, level), noise(2.6, -70))), measure(mixed(a_reading(), hum(2.6, level)))
    assert alone.speech_seconds == 0
    assert over_speech.speech_seconds == pytest.approx(1.2, abs=0.1)


@pytest.mark.parametrize("level_db", [-60, -40, -20, -10])
def test_noise_alone_is_no_speech(level_db: float) -> None:
    assert problems(measure(noise(3, level_db)))[0] is Verdict.NO_SPEECH


def test_knocks_and_clicks_are_no_speech() -> None:
    click = noise(0.05, -15, seed=2)
    assert problems(measure(joined(noise(1, -60), click, noise(0.5, -60), click, noise(1, -60)))) == (Verdict.NO_SPEECH,)


def test_noise_that_starts_in_digital_silence_is_no_speech() -> None:
    assert problems(measure(joined(silence(2), noise(1, -30)))) == (Verdict.NO_SPEECH,)


def test_digital_silence_lies_at_the_floor() -> None:
    facts = measure(silence(2))
    assert (facts.level_db, facts.noise_db, facts.speech_start, facts.speech_end) == (-120, -120, 0, 0)


def test_a_take_without_samples_is_too_short() -> None:
    assert problems(measure(silence(0))) == (Verdict.TOO_SHORT,)


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000])
def test_facts_hardly_depend_on_the_rate(rate: int) -> None:
    wave = joined(silence(0.5, rate=rate), a_waveform(1.0, rate=rate), silence(0.5, rate=rate))
    facts = measure(wave)
    assert (facts.speech_start, facts.speech_end) == pytest.approx((0.5, 1.5), abs=0.05)
    assert facts.level_db == pytest.approx(measure(joined(silence(0.5), a_waveform(1.0), silence(0.5))).level_db, abs=1.0)


def test_twice_as_loud_is_six_decibels_more() -> None:
    soft, loud = measure(a_reading(0.1)), measure(a_reading(0.2))
    assert loud.level_db - soft.level_db == pytest.approx(6.02, abs=0.1)
    assert loud.noise_db - soft.noise_db == pytest.approx(6.02, abs=0.1)


def test_same_samples_give_the_same_facts_to_the_bit() -> None:
    assert measure(a_reading()) == measure(a_reading())


def test_clipping_is_seen_before_and_after_resampling() -> None:
    loud = a_waveform(2.0, level=8.0, rate=48_000)
    clipped = Waveform(np.clip(loud.samples, -1, 1), 48_000)
    assert measure(clipped).clipped > 0.2
    assert measure(to_16k(clipped)).clipped > 0.1


def test_a_long_take_is_measured_like_its_part() -> None:
    part = a_reading()
    whole = joined(*[part] * 12)
    assert measure(whole).speech_seconds == pytest.approx(12 * measure(part).speech_seconds, abs=0.3)
    assert measure(whole).level_db == pytest.approx(measure(part).level_db, abs=0.1)


# Cut off


def flattened(share: float, *, turned: float = 1.0, rate: int = RATE) -> Waveform:
    """The reading cut off at this share of its peak, and turned down since."""
    reading = to_rate(a_reading(0.5), rate).samples
    top = np.abs(reading).max() * share
    return Waveform(np.clip(reading, -top, top) * np.float32(turned), rate)


@pytest.mark.parametrize("rate", [8_000, 16_000, 48_000])
@pytest.mark.parametrize("turned", [1.0, 0.1])
def test_flat_tops_are_seen_however_far_they_were_turned_down(turned: float, rate: int) -> None:
    assert measure(to_rate(a_reading(0.5), rate)).clipped == 0
    assert measure(flattened(0.4, turned=turned, rate=rate)).clipped > 0.05
    assert problems(measure(flattened(0.4, turned=turned, rate=rate))) == (Verdict.CLIPPED,)


def test_flat_tops_count_on_one_side_too() -> None:
    reading = a_reading(0.5).samples
    one_sided = Waveform(np.minimum(reading, reading.max() * np.float32(0.4)), RATE)
    assert measure(one_sided).clipped > 0.02


def test_a_long_silence_around_does_not_hide_clipping() -> None:
    long = joined(silence(60), flattened(0.4), silence(60))
    assert problems(measure(mixed(long, noise(long.seconds, -65)))) == (Verdict.CLIPPED,)


def test_steps_of_16_bits_are_no_flat_tops() -> None:
    quiet = np.rint(a_reading(0.02).samples * 2**15) / 2**15
    assert measure(Waveform(quiet.astype(np.float32), RATE)).clipped == 0


# Odd signals


@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf])
def test_samples_that_are_no_numbers_count_as_clipped(odd: float) -> None:
    samples = a_reading().samples.copy()
    samples[::100] = odd
    facts = measure(Waveform(samples, RATE))
    assert np.isfinite([facts.level_db, facts.noise_db]).all()
    assert facts.clipped == pytest.approx(0.01)
    assert Verdict.CLIPPED in problems(facts)


def test_one_sample_that_is_no_number_does_not_spoil_a_take() -> None:
    samples = a_reading().samples.copy()
    samples[20_000] = np.nan
    assert problems(measure(Waveform(samples, RATE))) == ()


def test_a_constant_offset_changes_nothing() -> None:
    plain, moved = measure(a_reading()), measure(Waveform(a_reading().samples + np.float32(0.3), RATE))
    assert (moved.speech_start, moved.speech_end, moved.clipped) == (plain.speech_start, plain.speech_end, 0)
    assert (moved.level_db, moved.noise_db) == pytest.approx((plain.level_db, plain.noise_db), abs=0.2)


@pytest.mark.parametrize("value", [0.3, 1.0, -1.0])
def test_a_constant_is_no_speech(value: float) -> None:
    assert problems(measure(Waveform(np.full(32_000, value, np.float32), RATE))) == (Verdict.NO_SPEECH,)


def test_a_silent_second_channel_leaves_a_reading_that_can_be_judged() -> None:
    assert problems(measure(Waveform(a_reading().samples / np.float32(2), RATE))) == ()


# Loud noise


@pytest.mark.parametrize("snr_db", [-10.0, -5.0, 0.0])
def test_loud_noise_over_speech_is_noisy_and_not_empty(snr_db: float) -> None:
    voice = read_audio(a_sample("good", "child").path)
    level = measure(voice).level_db
    samples = voice.samples + noise(voice.seconds, level - snr_db).samples[: len(voice.samples)]
    assert Verdict.NO_SPEECH not in problems(measure(Waveform(samples * np.float32(0.5), RATE)))
    assert Verdict.NOISY in problems(measure(Waveform(samples * np.float32(0.5), RATE)))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("seconds", [0.6, 2.0, 8.0])
def test_steady_loud_noise_is_empty(seconds: float, seed: int) -> None:
    assert problems(measure(noise(seconds, -20, seed)))[0] is Verdict.NO_SPEECH
