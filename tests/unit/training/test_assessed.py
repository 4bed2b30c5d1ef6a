"""What explanations are worth, on readings whose answers are known."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.builders import an_assessment, an_estimate
from tests.unit.training.rated import write_manifest
from tutor.domain.assessment import Assessment, Estimate, PhoneScore, RationaleLine, Scores, WordScore
from tutor.training.assessed import Given, figures_of, rationale_figures
from tutor.training.manifest import RatedReading, read_manifest, released


def exact(value: float) -> Estimate:
    return Estimate(value, value, value)


def as_rated(reading: RatedReading, says: Callable[[Scores], str]) -> Given:
    """What an assessor says that knows the raters' labels, explained by `says`."""
    labels, at = reading.labels, iter(reading.labels.phone_mean)
    words = []
    for number, word in enumerate(reading.target.words):
        sounds = tuple(
            PhoneScore(phone, 0.0, 0.1, exact(float(score := next(at))), None, float(score < 0.5))
            for phone in word.pronunciations[0]
        )
        value = exact(float(released(labels.word_accuracy[number])))
        words.append(WordScore(word.text, 0.0, 0.1, None, value, None, sounds))
    scores = Scores(*(exact(float(released(labels.utterance[k]))) for k in range(3)))
    said: Assessment = an_assessment(words=tuple(words), scores=scores, rationale=(RationaleLine(says(scores), ()),))
    return Given(reading, said, 2.0, 0.1)


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> tuple[RatedReading, ...]:
    folder: Path = tmp_path_factory.mktemp("rated")
    return read_manifest(write_manifest(folder))


def honest(scores: Scores) -> str:
    value = scores.accuracy.value if scores.accuracy else 0.0
    return f"Accuracy was {'very good' if value >= 9 else 'good' if value >= 7 else 'fair' if value >= 5 else 'weak'}."


def test_who_knows_the_labels_has_no_error(readings: tuple[RatedReading, ...]) -> None:
    said = figures_of([as_rated(each, honest) for each in readings])
    assert said["unjudged"] == 0
    assert said["phone"]["accuracy"]["mae"] == pytest.approx(0)  # type: ignore[index]
    assert said["phone"]["accuracy"]["coverage"] == 1.0  # type: ignore[index]
    assert said["utterance"]["total"]["mae"] is None  # type: ignore[index]


def test_honest_explanations_are_true_and_agree(readings: tuple[RatedReading, ...]) -> None:
    said = rationale_figures([as_rated(each, honest) for each in readings])
    assert (said["sentences"], said["untrue"]) == (len(readings), 0.0)
    assert all(row[name] == 1.0 for name, row in said["plausibility"]["external"].items())  # type: ignore[index]
    assert said["agreement"]["accuracy"]["external"] > 0.9  # type: ignore[index]


def test_praise_for_everybody_is_found_out(readings: tuple[RatedReading, ...]) -> None:
    poor = [replace(one, said=replace(one.said, scores=Scores(an_estimate(3.0)))) for one in
            (as_rated(each, lambda _: "Accuracy was excellent.") for each in readings)]  # fmt: skip
    said = rationale_figures(poor)
    assert said["untrue"] == 1.0
    assert said["plausibility"]["internal"] == {"negative": {"negative": 0.0, "neutral": 0.0, "positive": 1.0}}  # type: ignore[index]
    assert said["agreement"]["accuracy"]["internal"] is None  # type: ignore[index]
    assert np.isfinite(said["agreement"]["accuracy"]["mentions"])  # type: ignore[index]
