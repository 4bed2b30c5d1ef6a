"""Evaluation and calibration on the bundled recordings with the model that ships. Six takes say nothing of how well it scores."""

import json
import math
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.unit.training.rated import write_manifest
from tutor.domain.resources import assets
from tutor.scorer.calibration import Calibration
from tutor.training import calibrate
from tutor.training.conformal import conformal_width
from tutor.training.evaluate import evaluate

MEASURES = {"pcc", "mse", "mae", "bias", "coverage", "width"}


def quiet(share: float, stage: str) -> None:
    assert 0 <= share <= 1
    assert stage


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return evaluate(write_manifest(tmp_path_factory.mktemp("rated")), None, None, quiet)


def test_the_figures_have_the_contracts_fields(figures: dict[str, Any]) -> None:
    levels = {"phone": {"accuracy"}, "word": {"accuracy", "stress"}, "utterance": {"accuracy", "fluency", "prosody", "total"}}
    for said in (figures, *figures["groups"].values()):
        for level, aspects in levels.items():
            assert set(said[level]) == aspects
            assert all(set(measured) == MEASURES for measured in said[level].values())
    assert set(figures["groups"]) == {"under_16", "adult", "female", "male"}
    assert set(figures["mispronunciation"]) == {"average_precision", "threshold", "precision", "recall", "f1", "ece"}
    assert (figures["schema"], figures["takes"], figures["refused"]) == (1, 6, 0)
    assert math.isclose(figures["speed"]["times_real_time"], figures["speed"]["audio_seconds"] / figures["speed"]["seconds"])
    json.dumps(figures, allow_nan=False)


def test_worse_readers_get_worse_scores(figures: dict[str, Any]) -> None:
    assert figures["utterance"]["total"]["pcc"] > 0.5


def test_a_limit_is_kept(tmp_path: Path) -> None:
    assert evaluate(write_manifest(tmp_path), None, 2, quiet)["takes"] == 2


def test_calibrating_anew_replaces_only_the_calibration(tmp_path: Path) -> None:
    model = tmp_path / "model"
    shutil.copytree(assets() / "scorer", model)
    write_manifest(tmp_path)
    assert calibrate.main([str(model), str(tmp_path)]) == 0
    assert Calibration.load(model) != Calibration.load(assets() / "scorer")
    assert (model / "listener.onnx").read_bytes() == (assets() / "scorer" / "listener.onnx").read_bytes()


def test_a_conformal_width_holds_what_it_promises() -> None:
    generator = np.random.default_rng(3)
    held = [
        np.mean(np.abs(generator.normal(size=500)) <= conformal_width(np.abs(generator.normal(size=200)))) for _ in range(300)
    ]
    assert 0.89 < np.mean(held) < 0.915
