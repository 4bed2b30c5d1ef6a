"""Head and calibration: what is fitted on held-out speakers holds for others of their kind, and for no other model."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.unit.training.rated import write_manifest
from tutor.domain.errors import ModelError
from tutor.speechllm.calibrated import CalibratedScoring, scoring_of
from tutor.speechllm.calibration import FILE, Calibration, fingerprint, spread_of, tempered
from tutor.speechllm.codec import Parsed, Slot, label_at, pieces
from tutor.speechllm.head import ScoreHead
from tutor.speechllm.replies import Reply
from tutor.speechllm.rubric import RUBRICS
from tutor.speechllm.scoring import PlainScoring
from tutor.training.conformal import ALPHA, conformal_width
from tutor.training.manifest import Labels, RatedReading, read_manifest
from tutor.training.speechllm.calibrate import Answered, calibrate
from tutor.training.speechllm.heads import fit_head
from tutor.training.speechllm.targets import labels_of

WIDTH = 4


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> RatedReading:
    return read_manifest(write_manifest(tmp_path_factory.mktemp("rated")))[0]


def rated_as(reading: RatedReading, whole: float, phones: np.ndarray) -> RatedReading:
    words = np.full((len(reading.target.words), 1), np.float32(round(whole)))
    labels = Labels(np.full((4, 1), round(whole), np.float32), words, words * 0 + 10, phones[:, None], phones)
    return replace(reading, labels=labels)


def answered(reading: RatedReading, count: int, seed: int) -> list[Answered]:
    """Raters scatter about what the states say; labels' probabilities are far too sure of themselves."""
    generator = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        truth = generator.uniform(3, 10)
        phones = generator.choice([2.0, 1.0, 0.2], sum(len(w.pronunciations[0]) for w in reading.target.words), p=[0.8, 0.1, 0.1])
        mine = rated_as(reading, float(np.clip(truth + generator.normal(0, 1), 0, 10)), phones.astype(np.float32))
        labels = labels_of(mine)
        chances = {}
        for slot in (piece for piece in pieces(mine.target.words) if isinstance(piece, Slot)):
            known = slot.level in ("word", "phone") and generator.random() < 0.7
            best = slot.options.index(f"/{label_at(labels, slot)}") if known else 0
            chances[slot] = np.where(np.arange(len(slot.options)) == best, 0.99, 0.01 / (len(slot.options) - 1))
        states = generator.normal(0, 1, (3, WIDTH)).astype(np.float32)
        made.append(Answered(mine, Reply(Parsed(labels, 0), chances, states)))
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model's folder with a head that knows nothing: its intervals have to be wide."""
    place = tmp_path_factory.mktemp("model")
    torch.manual_seed(1)
    ScoreHead(WIDTH, inner=2).save(place)
    return place


def test_intervals_hold_what_they_promise_on_others(reading: RatedReading, folder: Path) -> None:
    fitted = calibrate(answered(reading, 300, 1), folder, "made up")
    scoring = CalibratedScoring(fitted, ScoreHead.load(folder))
    held: dict[str, list[bool]] = {"accuracy": [], "word": [], "phone": []}
    for each in answered(reading, 300, 2):
        estimate = scoring.sentence(each.reply)["accuracy"]
        held["accuracy"].append(estimate.low <= each.reading.labels.utterance[0, 0] <= estimate.high)
        phones = iter(each.reading.labels.phone_mean)
        for slot, chances in each.reply.chances.items():
            if slot.level in ("word", "phone"):
                truth = next(phones) if slot.level == "phone" else each.reading.labels.word_accuracy[slot.word, 0]
                said = scoring.labels(slot.level, chances)
                held[slot.level].append(said.low - 1e-6 <= truth <= said.high + 1e-6)
    assert np.mean(held["accuracy"]) == pytest.approx(1 - ALPHA, abs=0.05)
    assert np.mean(held["word"]) >= 1 - ALPHA - 0.05
    assert np.mean(held["phone"]) >= 1 - ALPHA - 0.05
    assert scoring.confidence == pytest.approx(0.9)


def test_labels_that_were_too_sure_are_made_flatter_and_chances_true(reading: RatedReading, folder: Path) -> None:
    fitted = calibrate(answered(reading, 200, 1), folder, "made up")
    assert fitted.temperatures["phone"] > 1
    said, was = [], []
    for each in answered(reading, 200, 2):
        phones = iter(each.reading.labels.phone_mean)
        for slot, chances in each.reply.chances.items():
            if slot.level == "phone":
                said.append(fitted.mispronounced(chances))
                was.append(next(phones) < 0.5)
    likely = np.array(said) > 0.5
    assert np.mean(np.array(was)[likely]) == pytest.approx(np.mean(np.array(said)[likely]), abs=0.05)
    assert np.mean(np.array(was)[~likely]) == pytest.approx(np.mean(np.array(said)[~likely]), abs=0.05)


def test_the_width_is_the_conformal_quantile() -> None:
    scores = np.arange(1.0, 100.0)  # 99 of them: the ceil(100 x 0.9)-th smallest is 90
    assert conformal_width(np.random.default_rng(0).permutation(scores), 0.1) == 90.0
    assert conformal_width(np.array([3.0, 1.0]), 0.1) == 3.0


def test_what_is_said_of_labels() -> None:
    even = np.full(5, 0.2)
    mean, sigma = spread_of("phone", even)
    assert mean == pytest.approx(RUBRICS["phone"].centres.mean())
    assert sigma == pytest.approx(RUBRICS["phone"].centres.std())
    sure = np.array([0.9, 0.1, 0, 0, 0])
    np.testing.assert_allclose(tempered(sure, 1.0), sure, atol=1e-8)
    assert tempered(sure, 4.0)[0] < 0.9 < tempered(sure, 0.5)[0]
    assert spread_of("word", np.array([1.0, 0, 0, 0, 0]))[1] > 0


def test_it_is_kept_with_what_it_was_made_of_and_refused_for_another_model(reading: RatedReading, folder: Path) -> None:
    fitted = calibrate(answered(reading, 20, 1), folder, "made up")
    fitted.save(folder)
    assert Calibration.load(folder) == fitted
    kept = json.loads((folder / FILE).read_text("utf-8"))
    assert {"model", "data", "alpha", "date", "takes"} <= set(kept)
    assert (kept["model"], kept["data"], kept["takes"]) == (fingerprint(folder), "made up", 20)
    assert isinstance(scoring_of(folder), CalibratedScoring)
    ScoreHead(WIDTH, inner=2).save(folder)
    with pytest.raises(ModelError, match="calibration_differs"):
        scoring_of(folder)


def test_a_folder_without_or_with_a_broken_calibration(tmp_path: Path) -> None:
    assert isinstance(scoring_of(tmp_path), PlainScoring)
    (tmp_path / FILE).write_text("{}", "utf-8")
    with pytest.raises(ModelError, match="model_unreadable"):
        scoring_of(tmp_path)
    with pytest.raises(ModelError, match="model_missing"):
        ScoreHead.load(tmp_path)


def test_the_head_learns_the_raters_mean_and_spread(reading: RatedReading) -> None:
    """States of two kinds: raters agree on one and not on the other."""
    agreed, split = np.tile([9, 9, 9], (4, 1)).astype(np.float32), np.tile([2, 5, np.nan], (4, 1)).astype(np.float32)
    readings = [replace(reading, labels=replace(reading.labels, utterance=each)) for each in (agreed, split) * 20]
    kinds = np.tile(np.array([[1, 0, 0, 0], [0, 1, 0, 0]], np.float32), (20, 1))
    head = fit_head(np.repeat(kinds[:, None], 3, axis=1), readings, seed=1)
    mean, sigma = head.judge(np.repeat(kinds[:2, None], 3, axis=1))
    assert mean[0] == pytest.approx(9, abs=0.3)
    assert mean[1] == pytest.approx(3.5, abs=0.5)
    assert sigma[0].max() < 0.5
    assert sigma[1] == pytest.approx(1.5, abs=0.5)
