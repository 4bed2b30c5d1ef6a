"""How well the gate tells readings that can be judged from recordings that can't be.

Spoils the readings of a rated corpus in seeded ways and counts what is caught. The thresholds in `acoustics.measure`,
`acoustics.check` and `practice.cut` were chosen by this table. Run:

    python -m tutor.training.gate DATASET [--every N] [--model DIR] [--fold K]

Untouched readings are all tried, spoilt ones one in N. `--fold` takes the readings of one fold alone, for a model
trained on the others.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track

from tutor.acoustics.check import problems
from tutor.acoustics.measure import measure
from tutor.acoustics.resample import RATE, to_16k
from tutor.domain.assessment import Assessment, Verdict
from tutor.domain.audio import Samples, Waveform
from tutor.practice.cut import mark_cuts
from tutor.practice.ports import Assessor
from tutor.scorer.assessor import EmbeddedAssessor
from tutor.store.audiofiles import read_audio
from tutor.training import spoiling as by
from tutor.training.manifest import RatedReading, read_manifest

VOICES = 60  # readings that babble is made of, spread over the corpus
NONE = "none"
FALSE_ALARMS: dict[str, by.Spoil] = {
    "untouched": by.turned(1), "half as loud, 16 bits": by.coarse(0.5), "offset 0.1": by.offset(0.1),
    "white SNR 20 dB": by.under(by.white, 20),
}  # fmt: skip
FAULTS: dict[str, by.Spoil] = {
    "silence": by.turned(0), "constant": by.alone(lambda whole, _: np.ones_like(whole.samples), -10), "room": by.room,
    **{f"white alone {level} dB": by.alone(by.white, level) for level in (-60, -40, -20, -10)},
    **{f"pink alone {level} dB": by.alone(by.pink, level) for level in (-40, -20)},
    "hum -40 dB": by.hum(-40), "hum -20 dB": by.hum(-20),
    **{f"{name} SNR {snr} dB": by.under(noise, snr)
       for name, noise in (("white", by.white), ("pink", by.pink), ("babble of 6", by.babble(6))) for snr in (-10, -5, 0, 5)},
    **{f"gain {gain}": by.clipped(gain) for gain in (4, 8, 20)},
    **{f"gain {gain}, hard": by.clipped(gain, hard=True) for gain in (4, 8, 20)},
    **{f"flattened at {share} of the peak": by.flattened(share) for share in (0.5, 0.3, 0.1)},
    "gain 0.01": by.turned(0.01), "first 0.2 s of speech": by.shortened(0.2),
}  # fmt: skip
Cut = Callable[[Assessment, float], tuple[float, float]]  # where to cut, of a share from 0 to 1
CUTS: dict[str, Cut] = {
    "cut in the first word": lambda said, u: (_between(*_span(said, 0), 0.2 + 0.6 * u), said.audio.seconds),
    "first word cut away": lambda said, u: (_between(_span(said, 0)[1], _span(said, 1)[0], u), said.audio.seconds),
    "cut in the last word": lambda said, u: (0.0, _between(*_span(said, -1), 0.2 + 0.6 * u)),
    "trimmed to 0.1 s": lambda said, _: (said.audio.speech_start - 0.1, said.audio.speech_end + 0.1),  # nothing is missing
    "last word cut away": lambda said, u: (0.0, _between(_span(said, -2)[1], _span(said, -1)[0], u)),
}
Found = tuple[str, str, RatedReading]  # the kind of fault, what was said first, the reading


def try_gate(
    corpus: Sequence[RatedReading], assessor: Assessor, every: int = 1, fold: int | None = None
) -> dict[str, dict[str, object]]:
    """For each kind, the share of readings caught, in all and by group, and how often each worst thing was said.

    What is caught has any verdict but `scored`; for `assessed` (whole readings through the assessor), only what the gate adds.
    """
    readings = [reading for reading in corpus if fold in (None, reading.fold)]
    pool = corpus[:: max(1, len(corpus) // VOICES)]
    voices = [(one.fold, to_16k(read_audio(one.audio)).samples) for one in pool]
    found: list[Found] = []
    for number, reading in enumerate(track(readings, "gate", console=Console(stderr=True))):
        sound = to_16k(read_audio(reading.audio))
        whole = by.Whole(sound.samples, measure(sound), [samples for of, samples in voices if of < 0 or of != reading.fold])
        kinds = {**FALSE_ALARMS, **FAULTS} if number % every == 0 else {"untouched": FALSE_ALARMS["untouched"]}
        found += [(kind, said, reading) for kind, said in _by_sound(whole, kinds, number)]
        found += [(kind, said, reading) for kind, said in _by_words(sound, reading, assessor, number, number % every == 0)]
    return {kind: _summary([one for one in found if one[0] == kind]) for kind in dict.fromkeys(one[0] for one in found)}


def _by_sound(whole: by.Whole, kinds: Mapping[str, by.Spoil], number: int) -> Iterator[tuple[str, str]]:
    """What the sound alone gives away."""
    for at, (kind, spoil) in enumerate(kinds.items()):
        spoilt = spoil(whole, np.random.default_rng([number, at]))
        if spoilt is not None:
            yield kind, _first(problems(measure(_sound(spoilt))))


def _by_words(sound: Waveform, reading: RatedReading, assessor: Assessor, number: int, spoil: bool) -> Iterator[tuple[str, str]]:
    """What sound and words together give away; a reading the assessor doesn't find whole can't be cut in a known place."""
    whole = _assess(sound, reading, assessor)
    yield "assessed", _first([code for code in whole.problems if code.startswith("cut")])
    if not spoil or any(word.start is None for word in whole.words) or len(whole.words) < 2:
        return
    for at, (kind, cut) in enumerate(CUTS.items()):
        part = sound.between(*cut(whole, np.random.default_rng([number, at]).random()))
        found = problems(measure(part))
        said = _assess(part, reading, assessor)
        own = () if said.verdict is Verdict.SCORED else (said.verdict,)
        yield kind, _first([*found, *said.problems, *own])


def _assess(sound: Waveform, reading: RatedReading, assessor: Assessor) -> Assessment:
    return mark_cuts(assessor.assess(sound, measure(sound), reading.target, lambda _share, _stage: None))


def _summary(found: Sequence[Found]) -> dict[str, object]:
    groups = sorted({group for _, _, reading in found for group in reading.groups})
    shares = {group: _share([said for _, said, reading in found if group in reading.groups]) for group in groups}
    said = Counter(said for _, said, _ in found)
    return {"takes": len(found), "caught": _share([said for _, said, _ in found]), **shares, "said": dict(sorted(said.items()))}


def _share(said: Sequence[str]) -> float:
    return round(float(np.mean([one != NONE for one in said])), 4)


def _first(codes: Sequence[str]) -> str:
    return str(codes[0]) if codes else NONE


def _sound(samples: Samples) -> Waveform:
    return Waveform(samples.astype(np.float32), RATE)


def _span(said: Assessment, at: int) -> tuple[float, float]:
    word = said.words[at]
    assert word.start is not None
    assert word.end is not None
    return word.start, word.end


def _between(low: float, high: float, share: float) -> float:
    return low + share * (high - low)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; prints JSON."""
    parser = argparse.ArgumentParser(prog="python -m tutor.training.gate", description="Measure the gate on a rated corpus.")
    parser.add_argument("dataset", type=Path, metavar="DATASET", help="a folder with train.jsonl")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="spoil one reading in N")
    parser.add_argument("--model", type=Path, metavar="DIR", help="a model folder (default: the one that ships)")
    parser.add_argument("--fold", type=int, metavar="K", help="only the readings of this fold")
    args = parser.parse_args(arguments)
    corpus = read_manifest(args.dataset / "train.jsonl")
    table = try_gate(corpus, EmbeddedAssessor.load(args.model), args.every, args.fold)
    sys.stdout.write(json.dumps(table, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
