"""The whole training, recordings to model folder, on a tiny encoder with random weights: every stage runs, nothing is learned."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import MoonshineConfig
from transformers.models.moonshine.modeling_moonshine import MoonshineEncoder

from tests.unit.training.rated import write_manifest
from tutor.domain.errors import ModelError
from tutor.scorer.assessor import EmbeddedAssessor
from tutor.scorer.networks import Networks
from tutor.store.audiofiles import read_audio
from tutor.training.fit import Recipe, Scorer
from tutor.training.manifest import read_manifest
from tutor.training.pretrained import load_encoder
from tutor.training.scorer import train

RECIPE = Recipe(epochs=1, batch=2, first_layer=0, aligner_steps=2)

pytestmark = pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning", "ignore::UserWarning")


def tiny_encoder() -> MoonshineEncoder:
    torch.manual_seed(1)
    config = MoonshineConfig(
        hidden_size=16,
        intermediate_size=32,
        encoder_num_hidden_layers=2,
        encoder_num_attention_heads=2,
        encoder_num_key_value_heads=2,
    )
    encoder = MoonshineEncoder(config)
    encoder.set_attn_implementation("eager")
    encoder.eval()
    return encoder


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("training")
    train(write_manifest(folder), tiny_encoder(), folder / "out", RECIPE)
    return folder


def test_the_model_folder_is_one_the_assessor_takes(trained: Path) -> None:
    assert EmbeddedAssessor.load(trained / "out" / "model").stamp.engine == "embedded"


def test_the_exported_networks_say_what_the_trained_ones_say(trained: Path) -> None:
    network = Scorer(tiny_encoder(), RECIPE)
    network.load_state_dict(torch.load(trained / "out" / "network-1.pt", weights_only=True))
    sound = read_audio(read_manifest(trained / "train.jsonl")[0].audio).samples
    heard = Networks(trained / "out" / "model").listen(sound)
    with torch.inference_mode():
        features, log_posteriors = network.eval().listener(network.listener.stem(torch.tensor(sound).unsqueeze(0)))
    np.testing.assert_allclose(heard.log_posteriors, log_posteriors[0], atol=0.01)
    np.testing.assert_allclose(heard.features, features[0], atol=0.01)


def test_figures_of_every_fold_are_kept(trained: Path) -> None:
    report = json.loads((trained / "out" / "cross_validation.json").read_text("utf-8"))
    assert [fold["takes"] for fold in report["folds"]] == [3, 3]
    assert report["mean"]["phone.accuracy.coverage"] == pytest.approx(
        np.mean([fold["phone"]["accuracy"]["coverage"] for fold in report["folds"]])
    )


def test_a_stopped_run_goes_on_from_what_it_has(trained: Path) -> None:
    out = trained / "out"
    before = {path: path.stat().st_mtime_ns for path in (out / "network0.pt", out / "spans.npz", out / "stems.pt")}
    (out / "network1.pt").unlink()
    train(trained / "train.jsonl", tiny_encoder(), out, RECIPE)
    assert (out / "network1.pt").exists()
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_a_wheel_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no_pretrained_encoder"):
        load_encoder(tmp_path / "moonshine.whl")
