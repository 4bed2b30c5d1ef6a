import numpy as np
import pytest

from tests.builders import a_waveform
from tests.samples import SAMPLES, Sample
from tutor.acoustics.watch import SpeechWatch
from tutor.domain.audio import Samples
from tutor.store.audiofiles import read_audio

RATE = 48_000
BLOCK = 2_400


def room(seconds: float, level_db: float = -65.0, seed: int = 1) -> Samples:
    """The hiss of a quiet room."""
    noise = np.random.default_rng(seed).standard_normal(round(seconds * RATE))
    return (10 ** (level_db / 20) * noise).astype(np.float32)


def spoken(sample: Sample) -> Samples:
    from tutor.acoustics.resample import to_rate

    return to_rate(read_audio(sample.path), RATE).samples


def listen(watch: SpeechWatch, samples: Samples) -> float:
    """Feed block by block; the longest quiet that was told on the way."""
    longest = 0.0
    for at in range(0, len(samples), BLOCK):
        watch.feed(samples[at : at + BLOCK])
        longest = max(longest, watch.quiet_s)
    return longest


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path.stem)
def test_waits_for_the_reader_hears_them_out_and_tells_the_quiet_behind(sample: Sample) -> None:
    watch = SpeechWatch(RATE)
    assert listen(watch, room(6.0)) == 0.0
    assert not watch.begun, "nobody has spoken yet"
    reading = spoken(sample)
    listen(watch, reading + room(len(reading) / RATE, seed=2))
    assert watch.begun
    before = watch.quiet_s
    listen(watch, room(4.0, seed=3))
    assert watch.quiet_s == pytest.approx(before + 4.0, abs=0.15)
    assert watch.seconds == pytest.approx(10.0 + len(reading) / RATE)


@pytest.mark.parametrize(
    "sound",
    [
        room(5.0),
        np.zeros(5 * RATE, np.float32),
        a_waveform(5.0, rate=RATE).samples,  # a steady hum
        room(5.0, level_db=-20.0),
        np.concatenate([room(2.0), a_waveform(0.15, rate=RATE).samples, room(3.0, seed=2)]),  # a short beep
    ],
    ids=["room", "silence", "hum", "loud noise", "beep"],
)
def test_what_is_no_voice_never_begins_a_reading(sound: Samples) -> None:
    watch = SpeechWatch(RATE)
    listen(watch, sound)
    assert not watch.begun
    assert watch.quiet_s == 0.0


def test_a_voice_far_away_begins_no_reading() -> None:
    watch, reading = SpeechWatch(RATE), spoken(SAMPLES[0])
    faint = reading * 10 ** (-35 / 20)
    listen(watch, np.concatenate([room(1.0, -85), faint + room(len(faint) / RATE, -85), room(1.0, -85, seed=2)]))
    assert not watch.begun


def test_a_minute_of_silence_after_the_reading_stays_quiet() -> None:
    watch = SpeechWatch(RATE)
    listen(watch, np.concatenate([room(1.0), spoken(SAMPLES[0]), room(60.0, seed=4)]))
    assert watch.quiet_s > 59
