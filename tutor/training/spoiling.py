"""Seeded ways of spoiling a whole reading, so that the gate's thresholds can be seen at work. Knows sound, no assessor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tutor.acoustics.resample import RATE
from tutor.domain.audio import AudioFacts, Samples

HARD = 0.005  # of the samples in speech; cutting off less moves the scores for accuracy and total by 0.06 of 10 on average


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """A reading at 16 kHz with its facts, and readings of other speakers (at least one) to make babble of."""

    samples: Samples
    facts: AudioFacts
    voices: Sequence[Samples]


Spoil = Callable[[Whole, np.random.Generator], Samples | None]  # None: this reading can't be spoilt that way


def white(whole: Whole, rng: np.random.Generator) -> Samples:
    """Noise with the same power at all frequencies, of power 1."""
    return rng.standard_normal(len(whole.samples), dtype=np.float32)


def pink(whole: Whole, rng: np.random.Generator) -> Samples:
    """Noise that falls by 3 dB an octave above 40 Hz, of power 1."""
    spectrum = np.fft.rfft(rng.standard_normal(len(whole.samples)))
    wave = np.fft.irfft(spectrum / np.sqrt(np.maximum(np.fft.rfftfreq(len(whole.samples), 1 / RATE), 40)), len(whole.samples))
    return _of_power_1(wave)


def babble(talkers: int) -> Callable[[Whole, np.random.Generator], Samples]:
    """Other speakers of the same data, all at once and equally loud, of power 1."""

    def made(whole: Whole, rng: np.random.Generator) -> Samples:
        chosen = rng.choice(len(whole.voices), talkers)
        voices = [np.roll(np.resize(whole.voices[at], len(whole.samples)), rng.integers(len(whole.samples))) for at in chosen]
        return _of_power_1(np.sum([voice / np.std(voice) for voice in voices], axis=0))

    return made


def alone(noise: Callable[[Whole, np.random.Generator], Samples], level_db: float) -> Spoil:
    """Noise of this level instead of the reading."""
    return lambda whole, rng: noise(whole, rng) * np.float32(10 ** (level_db / 20))


def hum(level_db: float) -> Spoil:
    """Mains hum of 50 Hz and its harmonics, with faint hiss, instead of the reading."""

    def made(whole: Whole, rng: np.random.Generator) -> Samples:
        harmonics = np.array([[1], [2], [3], [5], [7]])
        phase = 2 * np.pi * 50 * harmonics * np.arange(len(whole.samples)) / RATE + harmonics
        wave = _of_power_1(np.sum(np.sin(phase) / harmonics, axis=0))
        return wave * np.float32(10 ** (level_db / 20)) + white(whole, rng) * np.float32(10 ** (-70 / 20))

    return made


def room(whole: Whole, _: np.random.Generator) -> Samples:
    """What lies before the speech, repeated: the reading's own room and microphone, now and then a breath or a voice behind."""
    before = whole.samples[: max(RATE // 10, round((whole.facts.speech_start - 0.1) * RATE))]
    return np.resize(before, len(whole.samples))


def under(noise: Callable[[Whole, np.random.Generator], Samples], snr_db: float) -> Spoil:
    """The reading in noise, this much under its speech level."""
    return lambda whole, rng: whole.samples + noise(whole, rng) * np.float32(10 ** ((whole.facts.level_db - snr_db) / 20))


def turned(gain: float) -> Spoil:
    """The reading this many times as loud, with nothing cut off."""
    return lambda whole, _: whole.samples * np.float32(gain)


def coarse(gain: float) -> Spoil:
    """The reading this many times as loud, in steps of 16 bits."""
    return lambda whole, _: np.rint(whole.samples * np.float32(gain * 2**15)) / np.float32(2**15)


def clipped(gain: float, *, hard: bool = False) -> Spoil:
    """The reading this many times as loud, cut off at full scale; `hard`: only where that cuts off enough to be heard."""

    def made(whole: Whole, _: np.random.Generator) -> Samples | None:
        loud = whole.samples * np.float32(gain)
        enough = np.mean(np.abs(loud) > 1) * whole.facts.seconds >= HARD * whole.facts.speech_seconds
        return np.clip(loud, -1, 1) if enough or not hard else None

    return made


def flattened(share: float) -> Spoil:
    """The reading cut off at this share of its own peak and turned down by half since."""

    def made(whole: Whole, _: np.random.Generator) -> Samples:
        top = np.abs(whole.samples).max() * np.float32(share)
        return np.clip(whole.samples, -top, top) / np.float32(2)

    return made


def offset(by: float) -> Spoil:
    """The reading beside the zero line."""
    return lambda whole, _: whole.samples + np.float32(by)


def shortened(seconds: float) -> Spoil:
    """The beginning of the reading's speech."""
    return lambda whole, _: whole.samples[(first := round(whole.facts.speech_start * RATE)) : first + round(seconds * RATE)]


def _of_power_1(wave: np.ndarray) -> Samples:
    scaled: Samples = (wave / np.std(wave)).astype(np.float32)
    return scaled
