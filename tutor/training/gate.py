"""How well the recording check tells takes that can be judged from takes that can't.

Reads a dataset like SpeechOcean762, spoils its takes in seeded ways, and counts the verdicts. The thresholds in
`acoustics.check` were chosen by this table. Run: `python -m tutor.training.gate DATASET [EVERY]`.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile

from tutor.acoustics.check import problems
from tutor.acoustics.measure import measure
from tutor.domain.audio import AudioFacts, Samples, Waveform

RATE = 16_000
Spoil = Callable[[Samples, AudioFacts, np.random.Generator], Samples]


def noise(level_db: float) -> Spoil:
    """White noise of this level instead of the take."""
    return lambda take, _, rng: _white(len(take), level_db, rng)


def hum(level_db: float) -> Spoil:
    """Mains hum of 50 Hz and its harmonics, with faint hiss, instead of the take."""
    return lambda take, _, rng: _hum(len(take), level_db) + _white(len(take), -70, rng)


def in_noise(snr_db: float) -> Spoil:
    """The take in white noise, this much under its speech level."""
    return lambda take, facts, rng: take + _white(len(take), facts.level_db - snr_db, rng)


def turned(gain: float) -> Spoil:
    """The take this many times as loud, cut off at full scale."""
    return lambda take, _facts, _rng: np.clip(take * np.float32(gain), -1, 1)


def cut(seconds: float) -> Spoil:
    """The beginning of the take's speech."""
    return lambda take, facts, _: take[(first := round(facts.speech_start * RATE)) : first + round(seconds * RATE)]


def room(take: Samples, facts: AudioFacts, _: np.random.Generator) -> Samples:
    """What lies before the speech, repeated: the take's own room and microphone, and now and then a breath or a voice behind."""
    before = take[: max(RATE // 10, round((facts.speech_start - 0.1) * RATE))]
    return np.resize(before, len(take))


SPOILS: dict[str, Spoil] = {
    "untouched": turned(1), "silence": turned(0), "room": room,
    "noise -60 dB": noise(-60), "noise -40 dB": noise(-40), "noise -20 dB": noise(-20), "noise -10 dB": noise(-10),
    "hum -40 dB": hum(-40), "hum -20 dB": hum(-20),
    "SNR -10 dB": in_noise(-10), "SNR 0 dB": in_noise(0), "SNR 5 dB": in_noise(5), "SNR 10 dB": in_noise(10),
    "SNR 20 dB": in_noise(20),
    "gain 8": turned(8), "gain 20": turned(20), "gain 0.01": turned(0.01), "cut to 0.2 s": cut(0.2),
}  # fmt: skip


def count_verdicts(dataset: Path, every: int = 1) -> dict[str, dict[str, int]]:
    """For each way of spoiling, how often each worst verdict was given (`none`: nothing found), over every `every`-th take."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in SPOILS}
    lines = (dataset / "train.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in list(enumerate(lines))[::every]:
        take, _ = soundfile.read(dataset / json.loads(line)["audio"], dtype="float32")
        facts = measure(Waveform(take, RATE))
        for at, (name, spoil) in enumerate(SPOILS.items()):
            spoilt = spoil(take, facts, np.random.default_rng([number, at])).astype(np.float32)
            found = problems(measure(Waveform(spoilt, RATE)))
            counts[name][str(found[0]) if found else "none"] += 1
    return {name: dict(sorted(counted.items())) for name, counted in counts.items()}


def _white(count: int, level_db: float, rng: np.random.Generator) -> Samples:
    return rng.standard_normal(count, dtype=np.float32) * np.float32(10 ** (level_db / 20))


def _hum(count: int, level_db: float) -> Samples:
    harmonics = np.array([[1], [2], [3], [5], [7]])
    wave = np.sum(np.sin(2 * np.pi * 50 * harmonics * np.arange(count) / RATE + harmonics) / harmonics, axis=0)
    hummed: Samples = (wave / np.std(wave) * 10 ** (level_db / 20)).astype(np.float32)
    return hummed


if __name__ == "__main__":
    sys.stdout.write(json.dumps(count_verdicts(Path(sys.argv[1]), int((sys.argv[2:] or ["1"])[0])), indent=1) + "\n")
