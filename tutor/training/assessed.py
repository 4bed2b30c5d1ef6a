"""`tutor evaluate` through the assessor's port: any engine, as a learner would get it, and what its explanations are worth.

Unlike `evaluate`, which looks into the embedded assessor, this scores only what the assessor scored: what it refused or left
unjudged has no estimate to compare, and is counted. Explanations: paper B's measures (field.md B.8), by word lists in place of a
judge model.
"""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tutor.domain.assessment import PHONE_SCALE, UTTERANCE_SCALE, Assessment, Estimate, Verdict
from tutor.domain.marks import PHONE_EDGE
from tutor.practice.assess import assess_sound
from tutor.practice.ports import Assessor, Progress
from tutor.speechllm.rubric import RUBRICS, Name
from tutor.speechllm.truth import Mention, check, mentions, value_of
from tutor.store.audiofiles import read_audio
from tutor.training.evaluate import Figures, correlation, measure, mispronunciation
from tutor.training.manifest import LEARNED_ASPECTS, RatedReading, released

POLARITIES = ("negative", "neutral", "positive")
_MENTIONED: tuple[Name, ...] = ("accuracy", "fluency", "prosody", "word", "phone")
Pair = tuple[Estimate | None, float]


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """One reading and what an assessor said of it."""

    reading: RatedReading
    said: Assessment
    audio_seconds: float
    seconds: float


def assess_all(assessor: Assessor, readings: Sequence[RatedReading], progress: Progress) -> list[Given]:
    """Every reading as a learner would get it."""
    given = []
    for done, reading in enumerate(readings):
        progress(done / len(readings), "evaluating")
        sound = read_audio(reading.audio)
        began = time.perf_counter()
        said = assess_sound(sound, reading.target, assessor, _unseen)
        given.append(Given(reading, said, sound.seconds, time.perf_counter() - began))
    return given


def _unseen(share: float, stage: str) -> None:
    """The bar moves by readings, not within them."""


def figures_of(given: Sequence[Given]) -> Figures:
    """The contract's figures, and how many sounds were left `unjudged`."""
    groups = {name: [one for one in given if name in one.reading.groups] for name in ("under_16", "adult", "female", "male")}
    audio, spent = (sum(getattr(one, name) for one in given) for name in ("audio_seconds", "seconds"))
    sounds = [pair for one in given for pair in _phones(one)]
    chances = [phone.mispronounced for one in given for word in one.said.words for phone in word.phones]
    found = [(chance, label < PHONE_EDGE) for chance, (_, label) in zip(chances, sounds, strict=True) if chance is not None]
    return {
        "schema": 1,
        "takes": len(given),
        "refused": sum(one.said.verdict is not Verdict.SCORED for one in given),
        "unjudged": sum(estimate is None for estimate, _ in sounds),
        **_levels(given),
        "groups": {name: {"takes": len(members), **_levels(members)} for name, members in groups.items() if members},
        "mispronunciation": mispronunciation(np.array([c for c, _ in found]), np.array([w for _, w in found], bool))
        if found
        else dict.fromkeys(("average_precision", "threshold", "precision", "recall", "f1", "ece")),
        "speed": {"audio_seconds": audio, "seconds": spent, "times_real_time": audio / spent},
    }


def rationale_figures(given: Sequence[Given]) -> Figures:
    """What explanations are worth, for assessors whose explanations were not checked before.

    `untrue`: share of sentences that the assessment's own scores don't bear out. `plausibility`: share of explanations of each
    polarity (rows: of the accuracy label), by the assessor's label (`internal`) and the raters' (`external`). `agreement`:
    Pearson's correlation of what is said of what is mentioned with its score, likewise; `named`: of words and sounds together.
    """
    sentences = [(one, line.text) for one in given for line in one.said.rationale]
    dropped = sum(check(text, one.said, range(len(one.said.words))).dropped > 0 for one, text in sentences)
    named = [(one, mention) for one, text in sentences for mention in mentions(text, one.said.words, range(len(one.said.words)))]
    return {
        "explained": sum(bool(one.said.rationale) for one in given),
        "sentences": len(sentences),
        "untrue": dropped / len(sentences) if sentences else None,
        "plausibility": {"internal": _plausible(given, named, inside=True), "external": _plausible(given, named, inside=False)},
        "agreement": {name: _agreement([(one, each) for one, each in named if each.kind == name]) for name in _MENTIONED}
        | {"named": _agreement([(one, each) for one, each in named if each.kind in ("word", "phone")])},
    }


def _levels(given: Sequence[Given]) -> Figures:
    words = [(word, one, at) for one in given for at, word in enumerate(one.said.words)]
    accuracy = [(word.accuracy, _released(one.reading.labels.word_accuracy[at])) for word, one, at in words]
    stress = [(word.stress, _released(one.reading.labels.word_stress[at])) for word, one, at in words]
    whole = {
        name: [(getattr(one.said.scores, name), _released(one.reading.labels.utterance[at])) for one in given]
        for at, name in enumerate(LEARNED_ASPECTS)
    }
    return {
        "phone": {"accuracy": _measured(pair for one in given for pair in _phones(one))},
        "word": {"accuracy": _measured(accuracy), "stress": _measured(stress)},
        "utterance": {name: _measured(pairs) for name, pairs in whole.items()},
    }


def _phones(one: Given) -> list[Pair]:
    said = [phone.accuracy for word in one.said.words for phone in word.phones]
    return list(zip(said, map(float, one.reading.labels.phone_mean), strict=True))


def _measured(pairs: Iterable[Pair]) -> dict[str, float | None]:
    both = [(estimate, label) for estimate, label in pairs if estimate is not None]
    return measure([estimate for estimate, _ in both], np.array([label for _, label in both]))


def _released(ratings: np.ndarray) -> float:
    return float(released(ratings))


def _polarity(score: float) -> str:
    """Of an accuracy score: Excellent and Good, Average, Bad and Worst."""
    label = RUBRICS["accuracy"].label(score)
    return "positive" if label in ("Excellent", "Good") else "neutral" if label == "Average" else "negative"


def _plausible(given: Sequence[Given], named: Sequence[tuple[Given, Mention]], *, inside: bool) -> dict[str, dict[str, float]]:
    rows: dict[str, list[str]] = {name: [] for name in POLARITIES}
    for one in given:
        own = [mention.implied for other, mention in named if other is one and mention.implied is not None]
        score = one.said.scores.accuracy
        truth = score.value if inside and score else None if inside else _released(one.reading.labels.utterance[0])
        if own and truth is not None:
            mean = float(np.mean(own))
            rows[_polarity(truth)].append(POLARITIES[0 if mean < 1.5 else 2 if mean > 2.5 else 1])
    return {row: {name: said.count(name) / len(said) for name in POLARITIES} for row, said in rows.items() if said}


def _agreement(named: Sequence[tuple[Given, Mention]]) -> dict[str, float | int | None]:
    told = [(one, each) for one, each in named if each.implied is not None and (each.word >= 0 or each.kind in LEARNED_ASPECTS)]
    inside = [(each.implied, value * _worth(each)) for one, each in told if (value := value_of(each, one.said)) is not None]
    outside = [(each.implied, _rated(each, one.reading) * _worth(each)) for one, each in told]
    return {"mentions": len(told), "internal": _correlated(inside), "external": _correlated(outside)}


def _worth(mention: Mention) -> float:
    """Puts phones on the scale of words."""
    return UTTERANCE_SCALE / PHONE_SCALE if mention.kind == "phone" else 1.0


def _correlated(pairs: Sequence[tuple[int | None, float]]) -> float | None:
    if len(pairs) < 2:
        return None
    said, scores = np.array(pairs, np.float64).T
    return correlation(said, scores)


def _rated(mention: Mention, reading: RatedReading) -> float:
    """The raters' score of what is mentioned."""
    labels = reading.labels
    if mention.kind in LEARNED_ASPECTS:
        return _released(labels.utterance[LEARNED_ASPECTS.index(mention.kind)])
    if mention.kind == "word":
        return _released(labels.word_accuracy[mention.word])
    before = sum(len(word.pronunciations[0]) for word in reading.target.words[: mention.word])
    return float(labels.phone_mean[before + mention.phone])
