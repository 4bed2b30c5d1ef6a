"""The whole training, recordings to model folder, on a tiny encoder with random weights: every stage runs, nothing is learned."""

import json
from dataclasses import replace
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
from tutor.training.examples import Example, make_example
from tutor.training.fit import Recipe, Scorer, fit
from tutor.training.frozen import Frozen
from tutor.training.manifest import read_manifest
from tutor.training.pretrained import load_encoder
from tutor.training.scorer import Run, train

RECIPE = Recipe(epochs=1, batch=2, first_layer=1, aligner_steps=2, variants=1, members=2)

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
    train(Run(write_manifest(folder), tiny_encoder(), folder / "out", RECIPE), jobs=2)
    return folder


def test_the_model_folder_is_one_the_assessor_takes(trained: Path) -> None:
    assert EmbeddedAssessor.load(trained / "out" / "model").stamp.engine == "embedded"


def test_the_exported_networks_say_what_the_trained_ones_say_together(trained: Path) -> None:
    members = []
    for number in (0, 1):
        members.append(Scorer(tiny_encoder(), RECIPE))
        members[number].load_state_dict(torch.load(trained / "out" / f"network-1.{number}.pt", weights_only=True))
    sound = read_audio(read_manifest(trained / "train.jsonl")[0].audio).samples
    heard = Networks(trained / "out" / "model").listen(sound)
    with torch.inference_mode():
        stem = members[0].listener.stem(torch.tensor(sound).unsqueeze(0))
        said = [member.eval().listener(stem) for member in members]
    log_posteriors = torch.stack([one for _, one in said]).mean(0).log_softmax(-1)
    np.testing.assert_allclose(heard.log_posteriors, log_posteriors[0], atol=0.02)
    np.testing.assert_allclose(heard.features, torch.cat([part for one in said for part in one], -1)[0], atol=0.05)


def test_figures_of_every_fold_are_kept(trained: Path) -> None:
    report = json.loads((trained / "out" / "cross_validation.json").read_text("utf-8"))
    assert [fold["takes"] for fold in report["folds"]] == [3, 3]
    assert report["mean"]["phone.accuracy.coverage"] == pytest.approx(
        np.mean([fold["phone"]["accuracy"]["coverage"] for fold in report["folds"]])
    )


def test_a_stopped_run_goes_on_from_what_it_has(trained: Path) -> None:
    out = trained / "out"
    kept = [out / name for name in ("network0.0.pt", "spans.npz", "variant0.f16", "variant1.f16")]
    before = {path: path.stat().st_mtime_ns for path in kept}
    (out / "network1.1.pt").unlink()
    train(Run(trained / "train.jsonl", tiny_encoder(), out, RECIPE))
    assert (out / "network1.1.pt").exists()
    assert before == {path: path.stat().st_mtime_ns for path in kept}


def test_a_network_stopped_between_epochs_ends_as_it_would_have(trained: Path, tmp_path: Path) -> None:
    examples = some_examples(trained)
    recipe = replace(RECIPE, epochs=2)
    whole = fit(tiny_encoder(), examples, recipe, tmp_path / "whole.part", lambda _: None)

    def stop(share: float) -> None:
        if share >= 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fit(tiny_encoder(), examples, recipe, tmp_path / "stopped.part", stop)
    taken_up = fit(tiny_encoder(), examples, recipe, tmp_path / "stopped.part", lambda _: None)
    for name, weight in whole.state_dict().items():
        torch.testing.assert_close(taken_up.state_dict()[name], weight, msg=name)


def some_examples(trained: Path) -> list[list[Example]]:
    readings = read_manifest(trained / "train.jsonl")
    with np.load(trained / "out" / "spans.npz") as spans:
        return [
            [
                make_example(reading, outputs, spans[reading.id], float(speed))
                for reading, outputs, speed in zip(readings, frozen, frozen.speeds, strict=True)
            ]
            for frozen in (Frozen(trained / "out", variant) for variant in (0, 1))
        ]


def test_a_wheel_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no_pretrained_encoder"):
        load_encoder(tmp_path / "moonshine.whl")
