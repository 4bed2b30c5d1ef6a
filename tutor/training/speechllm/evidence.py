"""What the embedded assessor says of speakers that neither its networks nor its referee knew, for a compact model to learn with.

With what the shipped one says, which has heard them all, it would learn to trust facts more than they are worth with strangers.

`tutor train scorer` leaves it in its folder; whoever reads it gets assessments, and facts come from those as they do in use.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from tutor.domain.assessment import (
    PHONE_SCALE,
    UTTERANCE_SCALE,
    Assessment,
    Estimate,
    ModelStamp,
    PhoneScore,
    Scores,
    Unjudged,
    Verdict,
    WordScore,
)
from tutor.domain.audio import AudioFacts, Waveform
from tutor.domain.target import Target
from tutor.practice.ports import Progress
from tutor.scorer.assessor import UNCLEAR
from tutor.scorer.calibration import Calibration
from tutor.scorer.evidence import FRAME_OFFSET_S, FRAME_S
from tutor.speechllm.facts import Facts
from tutor.training.answers import PER_POINT, Answer, Scored
from tutor.training.manifest import LEARNED_ASPECTS, RatedReading

HEARD = "heard.jsonl"
_NOWHERE = AudioFacts(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
_STAMP = ModelStamp("embedded", "fold", "0")


def write_heard(scored: Sequence[Scored], answers: Mapping[str, Answer], calibration: Calibration, path: Path) -> None:
    """A line a reading. `calibration` says which phones are too unclear to be told, as in use."""
    with path.open("w", encoding="utf-8") as file:
        for one in scored:
            file.write(json.dumps(_row(one, answers[one.reading.id], calibration)) + "\n")


def read_heard(path: Path, readings: Sequence[RatedReading]) -> dict[str, Assessment]:
    """By reading: every word read and judged, without intervals."""
    rows = {row["id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}
    return {reading.id: _assessment(rows[reading.id], reading.target) for reading in readings}


def facts_of(heard: Mapping[str, Assessment], readings: Sequence[RatedReading]) -> dict[str, Facts]:
    """By reading."""
    return {
        r.id: Facts.of(heard[r.id], range(len(r.target.words)), [word.break_after for word in r.target.words]) for r in readings
    }


class KeptListener:
    """In place of the embedded assessor: says of each reading's target (the very object) what was kept of it."""

    stamp = _STAMP

    def __init__(self, heard: Mapping[str, Assessment], readings: Sequence[RatedReading]) -> None:
        self._readings = list(readings)  # so that no target goes and leaves its place to another
        self._said = {id(reading.target): heard[reading.id] for reading in readings}

    def overhear(self, rate: int) -> None:
        """See `practice.ports.Assessor`."""

    def follow(self, rate: int, target: Target) -> None:
        """See `practice.ports.Assessor`."""

    def assess(self, waveform: Waveform, facts: AudioFacts, target: Target, progress: Progress) -> Assessment:  # noqa: ARG002
        """See `practice.ports.Assessor`."""
        return self._said[id(target)]


def _row(scored: Scored, answer: Answer, calibration: Calibration) -> dict[str, Any]:
    frames, scores = answer.scored.frames, scored.scores
    behind = [0, *accumulate(len(said) for said in answer.scored.pronunciations)]
    phones = [_phone(calibration.estimate("phone", *map(float, pair))) for pair in scores.phone]
    words = [
        {
            "score": _clipped(scores.word[at, 0, 0]), "stress": _clipped(scores.word[at, 1, 0]), "phones": phones[first:last],
            "start": _seconds(frames[first, 0]), "end": _seconds(frames[last - 1, 1]),
        }
        for at, (first, last) in enumerate(pairwise(behind))
    ]  # fmt: skip
    whole = dict(zip(LEARNED_ASPECTS, map(_clipped, scores.utterance[:, 0]), strict=True))
    return {"id": scored.reading.id, **whole, "words": words}


def _assessment(row: dict[str, Any], target: Target) -> Assessment:
    whole = {name: _sure(row[name]) for name in LEARNED_ASPECTS}
    words = tuple(_words(row["words"], target))
    return Assessment(
        model=_STAMP, audio=_NOWHERE, verdict=Verdict.SCORED, words=words, events=(), confidence=0.9,
        scores=Scores(completeness=_sure(UTTERANCE_SCALE), **whole),
    )  # fmt: skip


def _words(rows: Sequence[dict[str, Any]], target: Target) -> Iterator[WordScore]:
    for row, word in zip(rows, target.words, strict=True):
        start, end = row["start"], row["end"]
        phones = tuple(
            PhoneScore.unjudged(phone, Unjudged.UNCLEAR, start, end) if score is None
            else PhoneScore(phone, start, end, _sure(score), None, None)
            for phone, score in zip(word.pronunciations[0], row["phones"], strict=True)
        )  # fmt: skip
        yield WordScore(word.text, start, end, None, _sure(row["score"]), _sure(row["stress"]), phones)


def _sure(score: float) -> Estimate:
    return Estimate(score, score, score)


def _phone(said: Estimate) -> float | None:
    return None if said.high - said.low >= UNCLEAR * PHONE_SCALE else round(said.value, 3)


def _clipped(mean: float) -> float:
    return round(min(max(float(mean), 0.0), PHONE_SCALE) * PER_POINT, 3)


def _seconds(frame: int) -> float:
    return round(float(frame) * FRAME_S + FRAME_OFFSET_S, 4)
