"""How well the reading tracker finds what was really read: spliced takes and swapped texts, heard by the networks of their folds.

    python -m tutor.training.tracking DATASET RUN [SPLICES_A_KIND_AND_FOLD]

prints precision and recall of each kind, events on untouched takes by age, how many swapped and right texts pass, and the weights
of `scorer.script` fitted on all takes. RUN is `tutor train scorer`'s folder: spans.npz, fold0, fold1, …
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track

from tutor.acoustics.resample import to_16k
from tutor.domain.assessment import Miscue
from tutor.scorer.alignment import Posteriors, classes_of
from tutor.scorer.miscues import Reading, understand
from tutor.scorer.networks import Networks
from tutor.scorer.tracker import Visit, follow
from tutor.store.audiofiles import read_audio
from tutor.training.manifest import RatedReading, read_manifest
from tutor.training.splices import WAYS, Source, Splice, splice
from tutor.training.texts import Text, tell_apart

Figures = dict[str, object]
Words = list[list[int]]
_SEED = 3
_LONG = 3  # phones from which on a skipped word counts
_NEAR = 1  # words an event may be off
_SAID_AGAIN = ("repetition", "self_correction")
_EVENTS = {
    "repeat": ("repetition",), "restart_word": ("self_correction",), "restart_sentence": _SAID_AGAIN,
    "insert": ("insertion",), "hesitate": ("hesitation",),
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A take, untouched or spliced, as the network of its fold hears it."""

    splice: Splice
    log_posteriors: Posteriors

    @property
    def words(self) -> Words:
        """Class numbers of its text's phones."""
        return classes(self.splice.reading)


def main(argv: list[str]) -> int:
    """The command."""
    dataset, run = Path(argv[0]), Path(argv[1])
    each = int(argv[2]) if len(argv) > 2 else 60
    heard = list(listen(read_manifest(dataset / "train.jsonl"), run, each))
    found = [(take, follow(take.log_posteriors, take.words)) for take in track(heard, "following", console=Console(stderr=True))]
    texts = [Text(t.splice.kind, t.splice.reading.fold, t.words, v, t.log_posteriors) for t, v in found]
    figures = {"kinds": by_kind(found), "untouched": untouched(found), "script": tell_apart(texts)}
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    return 0


def classes(reading: RatedReading) -> Words:
    """Class numbers of a text's phones, word by word."""
    return classes_of(word.pronunciations[0] for word in reading.target.words)


def listen(readings: Sequence[RatedReading], run: Path, each: int) -> Iterator[Heard]:
    """Every take untouched, and `each` of every kind a fold spliced."""
    spans = np.load(run / "spans.npz")
    for fold in sorted({reading.fold for reading in readings}):
        networks = Networks(run / f"fold{fold}")
        mine = [reading for reading in readings if reading.fold == fold]
        sources = [Source.of(r, to_16k(read_audio(r.audio)).samples, spans[r.id]) for r in mine]
        for spliced in track(list(_splices(sources, fold, each)), f"listening, fold {fold}", console=Console(stderr=True)):
            yield Heard(spliced, networks.listen(spliced.samples).log_posteriors.astype(np.float16))


def _splices(sources: Sequence[Source], fold: int, each: int) -> Iterator[Splice]:
    for nth, kind in enumerate(WAYS):
        generator = np.random.default_rng([_SEED, fold, nth])
        made = 0
        for at in generator.permutation(len(sources)):
            spliced = splice(kind, sources[at], sources[int(generator.integers(len(sources)))], generator)
            if spliced and (kind == "untouched" or made < each):
                made += 1
                yield spliced


Found = Sequence[tuple[Heard, list[Visit]]]


def _understood(take: Heard, visits: list[Visit]) -> Reading:
    words = take.words
    return understand(visits, words, take.log_posteriors.astype(np.float32), np.zeros(len(words), bool))


def by_kind(found: Found) -> Figures:
    """Recall and precision of each kind, over all its spliced takes; `again`: found as either repetition or self-correction."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for take, visits in found:
        if take.splice.kind != "untouched":
            counts[take.splice.kind].update(_count(take, _understood(take, visits)))
    return {kind: _rates(counted) for kind, counted in counts.items()}


def _rates(counted: Counter[str]) -> Figures:
    hits, wanted, claimed = counted["hits"], counted["wanted"], counted["claimed"]
    rates: Figures = {"takes": counted["takes"], "recall": hits / wanted, "precision": hits / claimed if claimed else None}
    return {**rates, "again": counted["again"] / wanted} if counted["again"] else rates


def _count(take: Heard, reading: Reading) -> dict[str, int]:
    """Hits, what was wanted and what was claimed: words of three or more phones that were skipped, or events of the kind."""
    splice_, kind = take.splice, take.splice.kind
    wanted = range(splice_.first, splice_.last + 1)
    kinds = next((events for name, events in _EVENTS.items() if kind.startswith(name)), None)
    if kinds is None:
        long = [at for at, word in enumerate(take.words) if len(word) >= _LONG]
        gone = (Miscue.SUBSTITUTED,) if kind == "substitute" else (Miscue.OMITTED, Miscue.SUBSTITUTED)
        claimed = [at for at in long if reading.miscues[at] in gone]
        hits = [at for at in wanted if at in long and any(abs(at - claim) <= _NEAR for claim in claimed)]
        false = [at for at in claimed if not wanted.start - _NEAR <= at < wanted.stop + _NEAR]
        return {"takes": 1, "hits": len(hits), "wanted": sum(at in long for at in wanted), "claimed": len(hits) + len(false)}
    places = [_place(event.kind, event.after_word) for event in reading.events if event.kind in kinds]
    hit = any(abs(place - wanted.start) <= _NEAR for place in places)
    false = [place for place in places if not wanted.start - _NEAR <= place < wanted.stop + _NEAR]
    again = any(e.kind in _SAID_AGAIN and abs(e.after_word + 1 - wanted.start) <= _NEAR for e in reading.events)
    return {"takes": 1, "hits": hit, "wanted": 1, "claimed": hit + len(false), "again": again * (kind[:2] == "re")}


def _place(kind: str, after_word: int) -> int:
    """The word an event is about: said again from the word behind `after_word` on, or besides, behind it."""
    return after_word + (kind in _SAID_AGAIN)


def untouched(found: Found) -> Figures:
    """Miscues and events per 100 words of takes nobody has cut, by age; some are real."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for take, visits in found:
        if take.splice.kind == "untouched":
            reading = _understood(take, visits)
            said = [miscue.value for miscue in reading.miscues if miscue] + [event.kind for event in reading.events]
            for group in ("all", *take.splice.reading.groups[:1]):
                counts[group].update([*said, *["words"] * len(reading.miscues)])
    return {
        group: {name: round(100 * count / counted["words"], 3) for name, count in counted.items()}
        for group, counted in counts.items()
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
