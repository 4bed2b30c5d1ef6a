"""How often the sound named as heard is the one that was said.

    python -m tutor.training.substitutions DATASET RUN

The corpus doesn't say which sound a learner made in place of another. So the text is made to ask for another sound than the one
that was said well: what is heard should then be the sound of the real text. RUN is `tutor train scorer`'s folder; each take is
heard by the team that doesn't know its speaker. Prints figures over all folds.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track

from tutor.acoustics.resample import to_16k
from tutor.domain.phones import PHONES, VOWELS, Phone
from tutor.scorer.alignment import CLASS_OF, align
from tutor.scorer.networks import Networks
from tutor.scorer.rivals import NAMED_FROM, heard_as
from tutor.store.audiofiles import read_audio
from tutor.training.manifest import RatedReading, read_manifest

_A_TAKE = 3  # sounds of each take the text is changed at, one at a time
_SAID_WELL = 1.99  # of the raters' mean, 0-2
_SEED = 3
Trial = tuple[str, str, str | None, float | None]  # said, asked for, heard, its probability


def main(argv: list[str]) -> int:
    """The command."""
    dataset, run = Path(argv[0]), Path(argv[1])
    readings = read_manifest(dataset / "train.jsonl")
    teams = {fold: Networks(run / f"fold{fold}") for fold in {reading.fold for reading in readings}}
    trials = [
        trial
        for reading in track(readings, "listening", console=Console(stderr=True))
        for trial in changed(teams[reading.fold], reading)
    ]
    sys.stdout.write(json.dumps(figures(trials), indent=1) + "\n")
    return 0


def changed(networks: Networks, reading: RatedReading) -> Iterator[Trial]:
    """The reading heard with a text that asks for another sound of the same kind, at some of its well-said sounds."""
    generator = np.random.default_rng([_SEED, int(reading.id)])
    said = [phone for word in reading.target.words for phone in word.pronunciations[0]]
    well = np.flatnonzero(reading.labels.phone_mean >= _SAID_WELL)
    log_posteriors = networks.listen(to_16k(read_audio(reading.audio)).samples).log_posteriors
    for at in generator.permutation(well)[:_A_TAKE]:
        kin = [phone for phone in PHONES if (phone in VOWELS) == (said[at].symbol in VOWELS) and phone != said[at].symbol]
        asked = str(generator.choice(kin))
        start, end = align(log_posteriors, _asking(reading, int(at), asked)).frames[at]
        yield said[at].symbol, asked, *heard_as(Phone(asked), log_posteriors[start:end].mean(axis=0))


def _asking(reading: RatedReading, at: int, asked: str) -> list[list[int]]:
    """The text's words as class numbers, with another phone asked for at one place."""
    phones = count()
    return [
        [CLASS_OF[asked if next(phones) == at else phone.symbol] for phone in word.pronunciations[0]]
        for word in reading.target.words
    ]


def figures(trials: list[Trial]) -> dict[str, float]:
    """Shares of the trials; `chance`: how often the commonest sounds of each kind would be right if always named."""
    named = [(said, heard, chance) for said, asked, heard, chance in trials if heard not in {None, asked}]
    right = np.array([said == heard for said, heard, _ in named])
    common = Counter(said for said, *_ in trials)
    best = {max((p for p in common if (p in VOWELS) == vowel), key=common.__getitem__) for vowel in (False, True)}
    return {
        "trials": len(trials),
        "named_from": NAMED_FROM,
        "asked_for_is_heard": sum(heard == asked for _, asked, heard, _ in trials) / len(trials),
        "another_is_named": len(named) / len(trials),
        "named_is_right": float(right.mean()),
        "claimed": float(np.mean([chance for *_, chance in named])),
        "chance": sum(common[phone] for phone in best) / len(trials),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
