"""The assessor's raw answers to rated readings, side by side with the labels: what calibration and evaluation both look at."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tutor.acoustics.check import problems
from tutor.acoustics.measure import measure
from tutor.acoustics.resample import to_16k
from tutor.scorer.judging import Judgement, judge
from tutor.scorer.networks import Networks
from tutor.store.audiofiles import read_audio
from tutor.training.manifest import RatedReading, released

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """One reading, judged. `scored`: every phone, whatever the gate or the tracker say; `read`: as a learner would have got it.

    `faulty`: the gate had something against the recording. `seconds` is the time `read` took, the sound already in memory.
    """

    reading: RatedReading
    scored: Judgement
    read: Judgement
    faulty: bool
    audio_seconds: float
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """All scores of one kind: means and log variances as the networks say them, and the released labels, all on 0-2."""

    mean: Floats
    log_variance: Floats
    label: Floats


def answer(networks: Networks, reading: RatedReading) -> Answer:
    """Listen once, judge twice."""
    sound = read_audio(reading.audio)
    began = time.perf_counter()
    faulty = bool(problems(measure(sound)))
    heard = networks.listen(to_16k(sound).samples)
    read = judge(networks, heard, reading.target, freely=True)
    seconds = time.perf_counter() - began
    scored = judge(networks, heard, reading.target, freely=False)
    return Answer(reading, scored, read, faulty, sound.seconds, seconds)


def levels(answers: Sequence[Answer]) -> dict[str, Level]:
    """By the names of `scorer.calibration.LEVELS`."""
    utterance = ("accuracy", "fluency", "prosody", "total")
    found = {"phone": _level((a.scored.raw.phone, a.reading.labels.phone_mean) for a in answers)}
    for at, name in enumerate(("word_accuracy", "word_stress")):
        found[name] = _level((a.scored.raw.word[:, at], released(getattr(a.reading.labels, name)) / 5) for a in answers)
    for at, name in enumerate(utterance):
        found[name] = _level((a.scored.raw.utterance[[at]], released(a.reading.labels.utterance[[at]]) / 5) for a in answers)
    return found


def _level(parts: Iterable[tuple[NDArray[np.floating], NDArray[np.floating]]]) -> Level:
    said, rated = (np.concatenate(column).astype(np.float64) for column in zip(*parts, strict=True))
    return Level(said[:, 0], said[:, 1], rated)
