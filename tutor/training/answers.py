"""What the assessor says to rated readings, beside their labels: what referee, calibration and evaluation look at."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tutor.acoustics.check import problems
from tutor.acoustics.measure import measure
from tutor.acoustics.resample import to_16k
from tutor.scorer.calibration import LEVELS
from tutor.scorer.judging import Judgement, judge
from tutor.scorer.networks import Networks, RawScores
from tutor.store.audiofiles import read_audio
from tutor.training.manifest import RatedReading, released

Floats = NDArray[np.float64]
PER_POINT = 5.0  # of 0-10, on 0-2


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
class Scored:
    """One reading with every phone scored."""

    reading: RatedReading
    scores: RawScores


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """All scores of one kind: means and log variances as the referee says them, and the released labels, all on 0-2."""

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


def levels(scored: Sequence[Scored]) -> dict[str, Level]:
    """By the names of `scorer.calibration.LEVELS`."""
    said = {
        "phone": [s.scores.phone for s in scored],
        **{name: [s.scores.word[:, at] for s in scored] for at, name in enumerate(LEVELS[1:3])},
        **{name: [s.scores.utterance[[at]] for s in scored] for at, name in enumerate(LEVELS[3:])},
    }
    rated = labels([s.reading for s in scored])
    return {name: _level(said[name], rated[name]) for name in LEVELS}


def labels(readings: Sequence[RatedReading]) -> dict[str, Floats]:
    """The released labels of all readings in a row, by the names of `scorer.calibration.LEVELS`, on 0-2."""
    found = {"phone": [r.labels.phone_mean for r in readings]}
    found |= {name: [released(getattr(r.labels, name)) / PER_POINT for r in readings] for name in LEVELS[1:3]}
    found |= {name: [released(r.labels.utterance[[at]]) / PER_POINT for r in readings] for at, name in enumerate(LEVELS[3:])}
    return {name: np.concatenate(parts).astype(np.float64) for name, parts in found.items()}


def _level(said: Sequence[NDArray[np.float32]], label: Floats) -> Level:
    mean, log_variance = np.concatenate(said).astype(np.float64).T
    return Level(mean, log_variance, label)
