"""The compact model's training on a tiny Llama: every stage leaves its result, and held-out speakers judge what comes out."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from tests.tiny_llama import save_encoder, save_small_base
from tests.unit.training.rated import write_manifest
from tests.unit.training.speechllm.tiny import write_recipe
from tutor.domain.assessment import UTTERANCE_SCALE
from tutor.speechllm.calibration import Calibration
from tutor.speechllm.compact import ENCODER, CompactProcessor, load_whole
from tutor.speechllm.rubric import LABELS
from tutor.training.manifest import RatedReading, read_manifest
from tutor.training.speechllm.choices import main as compare
from tutor.training.speechllm.compact import MODEL, SFT, STATES, Parts, main
from tutor.training.speechllm.evidence import HEARD, facts_of, read_heard
from tutor.training.speechllm.examples import Collator, Examples
from tutor.training.speechllm.held_out import main as measure
from tutor.training.speechllm.held_out import matthews, weighted_kappa
from tutor.training.speechllm.losses import IGNORED
from tutor.training.speechllm.recipe import LEVELS, Loss, Recipe

pytestmark = pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::UserWarning", "ignore::DeprecationWarning")


def heard_row(reading: RatedReading) -> dict[str, object]:
    """What an assessor might have said: the second word a little weak, a pause behind it."""
    whole = dict.fromkeys(("accuracy", "fluency", "prosody", "total"), 7.5)
    words = [
        {"score": 9.0 - (at == 1), "stress": 10.0, "phones": [1.9] * len(word.pronunciations[0]),
         "start": 0.4 * at + (at > 1) * 0.5, "end": 0.4 * at + 0.4 + (at > 1) * 0.5}
        for at, word in enumerate(reading.target.words)
    ]  # fmt: skip
    return {"id": reading.id, **whole, "words": words}


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six readings of six speakers in two folds, what was heard of them, a base and ears."""
    folder = tmp_path_factory.mktemp("compact")
    manifest = write_manifest(folder)
    rows = [json.loads(line) for line in manifest.read_text("utf-8").splitlines()]
    manifest.write_text("".join(json.dumps(row | {"speaker": f"s{row['id']}"}) + "\n" for row in rows), "utf-8")
    text = "".join(json.dumps(heard_row(reading)) + "\n" for reading in read_manifest(manifest))
    (folder / HEARD).write_text(text, "utf-8")
    save_small_base(folder / "base")
    (folder / "out").mkdir()
    save_encoder(folder / "out" / ENCODER)
    alike = {"epochs": 1, "batch": 2, "check_every": 1}
    write_recipe(folder / "sft.toml", **alike, preference=0.0)
    write_recipe(folder / "bdpo.toml", **alike, per_token="false")
    for recipe in (folder / "sft.toml", folder / "bdpo.toml"):
        said = recipe.read_text("utf-8").replace("dropout = 0.0", "dropout = 0.0\nprojector = true")
        said = said.replace("[loss]", "[loss]\nchoices = true").replace("seed = 5", "seed = 5\nhalved = true")
        recipe.write_text(said, "utf-8")
    return folder


@pytest.fixture(scope="module")
def trained(given: Path) -> Path:
    train(given)
    return given / "out"


@pytest.fixture(autouse=True)
def _no_watcher_of_progress_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqdm.tqdm.monitor_interval", 0)


def train(given: Path) -> None:
    files = ["--base", str(given / "base"), "--encoder", "no.whl", "--heard", str(given / HEARD)]
    recipes = ["--sft", str(given / "sft.toml"), "--bdpo", str(given / "bdpo.toml")]
    assert main([str(given), "--out", str(given / "out"), *files, *recipes]) == 0


def test_no_speaker_is_in_two_parts(given: Path) -> None:
    parts = Parts.of(read_manifest(given / "train.jsonl"), 0)
    speakers = [{reading.speaker for reading in part} for part in (parts.learn, parts.stop, parts.held)]
    assert [len(each) for each in speakers] == [2, 1, 3]
    assert len(set.union(*speakers)) == 6
    assert {reading.fold for reading in parts.held} == {0}


def test_each_stage_changes_the_adapter_and_the_model_is_whole(trained: Path) -> None:
    sft, bdpo = (load_file(trained / name / "adapter_model.safetensors") for name in (SFT, MODEL))
    assert sft.keys() == bdpo.keys()
    assert any("multi_modal_projector" in name for name in sft)
    assert any(not torch.equal(sft[name], bdpo[name]) for name in sft)
    assert Calibration.load(trained / SFT).takes == Calibration.load(trained / MODEL).takes == 3
    assert json.loads((trained / "align.json").read_text("utf-8")).keys() == {"before", "after"}


def test_a_finished_training_is_left_as_it_is(given: Path, trained: Path) -> None:
    files = [file for file in (trained / MODEL).iterdir() if file.is_file()]
    before = [file.read_bytes() for file in files]
    train(given)
    assert [file.read_bytes() for file in files] == before


def test_held_out_speakers_are_measured(given: Path, trained: Path, capsys: pytest.CaptureFixture[str]) -> None:
    states = ["--states", str(trained / MODEL / STATES)]
    assert measure([str(given), str(trained / MODEL), "--heard", str(given / HEARD), "--brief", *states]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["labels"]["takes"] == said["calibrated"]["takes"] == 3
    assert said["labels"]["whole"] == 1.0
    assert said["calibrated"]["utterance"]["accuracy"]["coverage"] is not None
    assert said["regression"].keys() == {"accuracy", "fluency", "prosody", "total"}


def test_what_is_learned_is_what_the_model_may_choose(given: Path) -> None:
    readings = read_manifest(given / "train.jsonl")
    facts = facts_of(read_heard(given / HEARD, readings), readings)
    assert [word.paused for word in facts[readings[0].id].words][:3] == [False, True, False]
    _, processor = load_whole(given / "base", given / "out" / ENCODER)
    assert isinstance(processor, CompactProcessor)
    (example,) = [Examples(readings, {}, Recipe(), facts)[0]]
    labels = Collator(processor, Loss(choices=True))([example])["labels"][0]
    text = processor.tokenizer.decode(labels[labels != IGNORED])
    words = readings[0].target.words
    assert text.startswith((" Excellent", " Good", " Average", " Bad", " Worst"))
    assert words[0].text not in text.split("\u201c")[0]
    assert text.endswith(processor.tokenizer.eos_token)


def test_labels_of_one_level_alone_can_be_learned(given: Path) -> None:
    readings = read_manifest(given / "train.jsonl")
    _, processor = load_whole(given / "base", given / "out" / ENCODER)
    (example,) = [Examples(readings, {}, Recipe(), facts_of(read_heard(given / HEARD, readings), readings))[0]]
    labels = Collator(processor, Loss(choices=True, levels=("accuracy", "fluency", "prosody")))([example])["labels"][0]
    said = processor.tokenizer.decode(labels[labels != IGNORED]).split()
    assert len(said) == 3
    assert set(said) <= set(LABELS)


@pytest.mark.parametrize(("what", "names"), [("preferences", ("sft", "delta-0")), ("levels", ("joint",))])
def test_choices_are_measured_once(given: Path, trained: Path, tmp_path: Path, what: str, names: tuple[str, ...]) -> None:
    files = ["--base", str(given / "base"), "--heard", str(given / HEARD), "--out", str(tmp_path), "--only", *names]
    command = [what, str(given), str(trained), *files, "--sft", str(given / "sft.toml"), "--bdpo", str(given / "bdpo.toml")]
    assert compare(command) == 0
    told = {name: json.loads((tmp_path / f"{name}.json").read_text("utf-8")) for name in names}
    if what == "levels":
        assert told["joint"].keys() == LEVELS.keys()
        assert min(told["joint"].values()) > 0
    else:
        assert {each["labels"]["takes"] for each in told.values()} == {3}
        assert [bool(each["training"]) for each in told.values()] == [False, True]
    (tmp_path / f"{names[0]}.json").write_text("kept", "utf-8")
    assert compare(command) == 0
    assert (tmp_path / f"{names[0]}.json").read_text("utf-8") == "kept"


def test_what_was_heard_is_sure_and_whole(given: Path) -> None:
    readings = read_manifest(given / "train.jsonl")
    heard = read_heard(given / HEARD, readings)[readings[0].id]
    assert heard.scores.completeness is not None
    assert heard.scores.completeness.value == UTTERANCE_SCALE
    assert all(word.judged for word in heard.words)


def test_agreement_of_labels_by_hand() -> None:
    """Two classes, of which 3 + 4 agree and 1 + 2 don't: kappa 0.4, the same as phi there only by its own formula."""
    table = np.array([[3.0, 1.0], [2.0, 4.0]])
    assert weighted_kappa(table) == pytest.approx(1 - 3 / (10 * (4 * 5 + 6 * 5) / 100))
    assert matthews(table) == pytest.approx((3 * 4 - 1 * 2) / np.sqrt(4 * 6 * 5 * 5))
    assert weighted_kappa(np.eye(3)) == matthews(np.eye(3)) == pytest.approx(1.0)
