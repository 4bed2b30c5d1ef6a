"""Fitting what turns a SpeechLLM's answers into scores with honest intervals, on speakers neither adapter nor head learned from.

    tutor calibrate MODEL DATASET

does it anew for a model's folder, on rated readings of one's own. Labels' probabilities first get the temperature under which the
raters' labels are likeliest; then every level its conformal width.
"""

import argparse
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from tutor.domain.marks import PHONE_EDGE
from tutor.speechllm.calibration import LABELLED, Calibration, fingerprint, scale_of, spread_of, tempered, worst_odds
from tutor.speechllm.facts import Facts
from tutor.speechllm.head import ASPECTS, ScoreHead
from tutor.speechllm.loading import load
from tutor.speechllm.local import LocalJudge
from tutor.speechllm.replies import Reply
from tutor.speechllm.rubric import RUBRICS, Name
from tutor.training.conformal import ALPHA, conformal_width
from tutor.training.logistic import platt
from tutor.training.manifest import RatedReading, read_manifest, released
from tutor.training.speechllm.examples import clip_of, short_enough

_TEMPERATURES = np.geomspace(0.25, 8.0, 61)
Floats = NDArray[np.float64]


def main(argv: list[str]) -> int:
    """The command, for a SpeechLLM's folder."""
    parser = argparse.ArgumentParser(
        prog="tutor calibrate", description="Fit a model's intervals on readings it wasn't trained on."
    )
    parser.add_argument("model", type=Path, help="model folder; its calibration.json is replaced")
    parser.add_argument("dataset", type=Path, help="folder with train.jsonl and its recordings")
    options = parser.parse_args(argv)
    manifest = options.dataset / "train.jsonl"
    readings = short_enough(read_manifest(manifest))
    judge = LocalJudge(load(options.model), free_tokens=0)
    calibrate(answer_all(judge, readings), options.model, name_data(manifest, readings)).save(options.model)
    return 0


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """One held-out reading and what the model said of it."""

    reading: RatedReading
    reply: Reply


def answer_all(
    judge: LocalJudge, readings: Sequence[RatedReading], batch: int = 4, facts: Mapping[str, Facts] | None = None
) -> list[Answered]:
    """What the model says of each reading, with its `facts` where it is given them."""
    groups = [readings[at : at + batch] for at in range(0, len(readings), batch)]
    replies = [
        judge.judge([clip_of(r, facts) for r in group], lambda _share, _text: None) for group in track(groups, "answering")
    ]
    return [Answered(r, reply) for r, reply in zip(readings, [each for group in replies for each in group], strict=True)]


def calibrate(answered: Sequence[Answered], folder: Path, data: str, alpha: float = ALPHA) -> Calibration:
    """For the model in `folder`, whose head is there; written by `Calibration.save`."""
    labelled = {level: list(_labelled(answered, level)) for level in LABELLED}
    temperatures = {level: _temperature(level, pairs) for level, pairs in labelled.items()}
    scores = _whole(answered, ScoreHead.load(folder))
    for level, pairs in labelled.items():
        scores[level] = _off(level, pairs, temperatures[level])
    slope, offset = _mispronounced(labelled["phone"])
    when = datetime.now(UTC).date().isoformat()
    widths = {level: conformal_width(each, alpha) for level, each in scores.items()}
    return Calibration(fingerprint(folder), data, when, len(answered), alpha, widths, temperatures, slope, offset)


def name_data(manifest: Path, readings: Sequence[RatedReading]) -> str:
    """Which readings a calibration was fitted on, as its file names them."""
    digest = hashlib.sha256("\n".join(sorted(reading.id for reading in readings)).encode()).hexdigest()
    return f"{manifest.parent.name} {digest[:12]}"


Labelled = tuple[Floats, float]  # the labels' probabilities, best first, and the released score


def _labelled(answered: Sequence[Answered], level: Name) -> Iterator[Labelled]:
    for each in answered:
        truth = _truth(each.reading, level)
        for slot, chances in each.reply.chances.items():
            if slot.level == level:
                yield np.asarray(chances, np.float64), truth[slot.word, slot.phone]


def _truth(reading: RatedReading, level: Name) -> dict[tuple[int, int], float]:
    """Released scores by word and phone (-1: the word itself), as slots name them."""
    if level != "phone":
        ratings = reading.labels.word_accuracy if level == "word" else reading.labels.word_stress
        return {(at, -1): float(score) for at, score in enumerate(released(ratings))}
    places = [(at, nth) for at, word in enumerate(reading.target.words) for nth in range(len(word.pronunciations[0]))]
    return dict(zip(places, reading.labels.phone_mean.tolist(), strict=True))


def _temperature(level: Name, pairs: Sequence[Labelled]) -> float:
    """Under which the raters' labels are likeliest; 1 where there is nothing to go by."""
    if not pairs:
        return 1.0
    chances = np.stack([chances for chances, _ in pairs])
    right = [RUBRICS[level].labels.index(RUBRICS[level].label(score)) for _, score in pairs]
    rows = np.arange(len(pairs))
    return float(max(_TEMPERATURES, key=lambda t: np.log(tempered(chances, t)[rows, right] + 1e-12).mean()))


def _off(level: Name, pairs: Sequence[Labelled], temperature: float) -> Floats:
    """By how many sigmas each released score lies off the mean that will be said."""
    if not pairs:
        return np.ones(1)
    said = np.array([spread_of(level, tempered(chances, temperature)) for chances, _ in pairs])
    truth = np.array([score for _, score in pairs])
    off: Floats = np.abs(truth - np.clip(said[:, 0], 0, scale_of(level))) / said[:, 1]
    return off


def _whole(answered: Sequence[Answered], head: ScoreHead) -> dict[str, Floats]:
    states = [each.reply.states for each in answered if each.reply.states is not None]
    mean, sigma = head.judge(np.stack(states))
    truth = np.stack([released(each.reading.labels.utterance) for each in answered])
    off = np.abs(truth - np.clip(mean, 0, scale_of("accuracy"))) / sigma
    return dict(zip(ASPECTS, off.T, strict=True))


def _mispronounced(pairs: Sequence[Labelled]) -> tuple[float, float]:
    """Platt scaling of the worst label's log-odds."""
    odds = np.array([worst_odds(chances) for chances, _ in pairs])
    wrong = np.array([score < PHONE_EDGE for _, score in pairs])
    return platt(odds, wrong)
