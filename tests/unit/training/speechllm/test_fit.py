"""Adapters are trained on the tiny Qwen2-Audio in 4 bits: the path of the 7B model."""

import json
import logging
import math
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from tests.unit.training.speechllm.tiny import command, write_all, write_recipe
from tutor.domain.errors import ModelError
from tutor.speechllm.asking import Clip
from tutor.speechllm.calibration import Calibration, fingerprint
from tutor.speechllm.codec import read
from tutor.speechllm.head import ASPECTS, ScoreHead
from tutor.speechllm.local import LocalJudge
from tutor.store.audiofiles import read_audio
from tutor.training.manifest import read_manifest
from tutor.training.speechllm.adapter import load_base, with_adapter
from tutor.training.speechllm.examples import Collator, Examples
from tutor.training.speechllm.fit import last_checkpoint
from tutor.training.speechllm.losses import IGNORED
from tutor.training.speechllm.recipe import Adapter, Loss, Recipe
from tutor.training.speechllm.train import Split, main

pytestmark = pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::UserWarning", "ignore::DeprecationWarning")
ACCELERATE = [
    "--cpu",
    "--num_processes",
    "2",
    "--num_machines",
    "1",
    "--mixed_precision",
    "no",
    "--dynamo_backend",
    "no",
    "--main_process_port",
    "0",
]


@pytest.fixture(autouse=True)
def _quick_checkpoints_are_fine() -> Iterator[None]:
    """Two checkpoints within a second make transformers doubt the disk's clock; it then goes by their numbers."""
    log = logging.getLogger("transformers.trainer_utils")
    before = log.level
    log.setLevel(logging.ERROR)
    yield
    log.setLevel(before)


@pytest.fixture(autouse=True)
def _no_watcher_of_progress_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqdm.tqdm.monitor_interval", 0)


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_all(tmp_path_factory.mktemp("speechllm"))


@pytest.fixture(scope="module")
def trained(given: Path) -> Path:
    assert main(command(given, given / "one")) == 0
    return given / "one"


def history(out: Path) -> list[dict[str, float]]:
    last = last_checkpoint(out / "checkpoints")
    assert last
    entries: list[dict[str, float]] = json.loads((Path(last) / "trainer_state.json").read_text("utf-8"))["log_history"]
    return entries


def train_with(given: Path, out: Path, **settings: object) -> list[dict[str, float]]:
    """The training's own log, a step an entry; the recipe is that of `tiny` but for the settings."""
    recipe = write_recipe(out.with_suffix(".toml"), **settings)
    assert main([*command(given, out)[:-1], str(recipe)]) == 0
    return [entry for entry in history(out) if "loss" in entry]


def test_only_the_language_model_is_adapted_and_sound_stays_whole(given: Path) -> None:
    base, _ = load_base(given / "base")
    towers = {name for name, _ in base.named_modules() if "audio_tower" in name and name.endswith("q_proj")}
    model = with_adapter(base, Adapter(rank=2, targets=("q_proj", "v_proj", "down_proj")), seed=1)
    adapted = {name for name, module in model.named_modules() if hasattr(module, "lora_A")}
    assert towers, "the tower has layers of the same name"
    assert len(adapted) == 3 * 2
    assert all("language_model.layers" in name for name in adapted)
    assert {name for name, weight in model.named_parameters() if weight.requires_grad} == {
        f"{name}.lora_{side}.default.weight" for name in adapted for side in "AB"
    }
    quantised = {name for name, module in model.named_modules() if type(module).__name__ == "Linear4bit"}
    assert quantised
    assert all("language_model" in name for name in quantised)


def test_a_layer_that_is_not_there_is_named(given: Path) -> None:
    base, _ = load_base(given / "base")
    with pytest.raises(ModelError, match="no_such_layer") as caught:
        with_adapter(base, Adapter(targets=("q_proj", "c_attn")), seed=1)
    assert caught.value.facts["names"] == "c_attn"


def test_what_is_learned_is_the_answer_and_its_end(given: Path) -> None:
    _, processor = load_base(given / "base")
    examples = Examples(read_manifest(given / "train.jsonl"), {}, Recipe.named(str(given / "recipe.toml")))
    batch = Collator(processor, Loss())([examples[0], examples[3]])
    rows = [examples[0].chosen, examples[3].chosen, examples[0].rejected, examples[3].rejected]
    for tokens, labels, answer in zip(batch["input_ids"], batch["labels"], rows, strict=True):
        learned = labels != IGNORED
        assert processor.tokenizer.decode(labels[learned]) == f"{answer}{processor.tokenizer.eos_token}"
        assert torch.equal(labels[learned], tokens[learned])
        assert processor.tokenizer.decode(tokens[~learned]).endswith("assistant\n")


def test_answers_are_read_back_and_do_not_change_from_epoch_to_epoch(given: Path) -> None:
    readings = read_manifest(given / "train.jsonl")
    examples = Examples(readings, {}, Recipe.named(str(given / "recipe.toml")))
    again = [examples[at] for at in range(len(examples))]
    for reading, first, second in zip(readings, (examples[at] for at in range(8)), again, strict=True):
        assert (first.chosen, first.rejected) == (second.chosen, second.rejected)
        assert read(first.chosen, reading.target.words).unread == 0


def test_each_rater_can_be_a_target(given: Path) -> None:
    readings = read_manifest(given / "train.jsonl")
    recipe = Recipe.named("paper-a")
    assert len(Examples(readings, {}, recipe)) == 3 * len(readings)
    assert len(Examples(readings, {}, replace(recipe, data=replace(recipe.data, raters="released")))) == len(readings)


def test_sft_lowers_the_loss(given: Path) -> None:
    steps = train_with(given, given / "sft", preference=0.0, epochs=4, check_every=2, rate=1e-2)
    assert steps[-1]["sft"] < steps[0]["sft"] - 0.2
    assert "margin" not in steps[0]


def test_bounded_dpo_raises_the_margin_and_the_bound_holds(given: Path) -> None:
    """field.md section 5: a better answer keeps at least delta of its probability, a worse one counts no less than log(delta)."""
    steps = train_with(given, given / "bdpo", sft=0.0, epochs=5, check_every=2, rate=1e-2)
    assert steps[0]["margin"] == pytest.approx(0.0, abs=0.005)
    assert steps[-1]["margin"] > steps[0]["margin"] + 0.005
    assert steps[-1]["loss"] < steps[0]["loss"]
    assert min(step["least_chosen"] for step in steps) >= math.log(0.5)
    assert min(step["least_rejected_bounded"] for step in steps) >= math.log(0.5)


def test_two_processes_learn_what_one_learns(given: Path, trained: Path) -> None:
    launch = [sys.executable, "-m", "accelerate.commands.launch", *ACCELERATE, "-m", "tutor.training.speechllm.train"]
    done = subprocess.run([*launch, *command(given, given / "two")], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    alone, together = history(trained), history(given / "two")
    for name in ("loss", "eval_loss", "margin"):
        said = [entry[name] for entry in together if name in entry]
        assert said == pytest.approx([entry[name] for entry in alone if name in entry], abs=1e-6)
        assert said
    assert_same_adapter(trained, given / "two")


def assert_same_adapter(one: Path, other: Path) -> None:
    name = "model/adapter_model.safetensors"
    kept = load_file(one / name)
    assert kept
    torch.testing.assert_close(load_file(other / name), kept, atol=1e-6, rtol=1e-5)


def test_a_killed_run_ends_as_it_would_have(given: Path, trained: Path) -> None:
    out = given / "killed"
    run = subprocess.Popen(
        [sys.executable, "-m", "tutor.training.speechllm.train", *command(given, out)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    until = time.monotonic() + 90
    while last_checkpoint(out / "checkpoints") is None and run.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    run.send_signal(signal.SIGKILL)
    assert run.wait(10) == -signal.SIGKILL, "it was killed while it ran"
    assert not (out / "model").exists()
    assert main(command(given, out)) == 0
    assert_same_adapter(trained, out)
    assert [e["eval_loss"] for e in history(out) if "eval_loss" in e] == pytest.approx(
        [e["eval_loss"] for e in history(trained) if "eval_loss" in e], abs=1e-6
    )


def test_a_checkpoint_cut_off_while_it_was_written_is_passed_over(tmp_path: Path) -> None:
    for step, text in ((2, "{}\n"), (10, "{}\n"), (12, '{"log_history": [')):
        (tmp_path / f"checkpoint-{step}").mkdir()
        (tmp_path / f"checkpoint-{step}" / "trainer_state.json").write_text(text, "utf-8")
    (tmp_path / "checkpoint-14").mkdir()
    assert last_checkpoint(tmp_path) == str(tmp_path / "checkpoint-10")
    assert last_checkpoint(tmp_path / "none") is None


def test_the_model_folder_answers_with_scores_and_intervals(given: Path, trained: Path) -> None:
    folder = trained / "model"
    judge, head, calibration = LocalJudge.load(folder), ScoreHead.load(folder), Calibration.load(folder)
    reading = read_manifest(given / "train.jsonl")[0]
    clip = Clip(read_audio(reading.audio).samples[:32_000], reading.target.words)
    (reply,) = judge.judge([clip], lambda _share, _text: None)
    assert reply.states is not None
    mean, sigma = head.judge(reply.states[None])
    for at, aspect in enumerate(ASPECTS):
        estimate = calibration.estimate(aspect, mean[0, at], sigma[0, at])
        assert 0 <= estimate.low <= estimate.value <= estimate.high <= 10
    for slot, chances in reply.chances.items():
        if slot.level in ("word", "stress", "phone"):
            assert calibration.estimate_labels(slot.level, chances).high <= (2 if slot.level == "phone" else 10)
    assert calibration.model == fingerprint(folder)
    assert calibration.takes == 2
    assert calibration.alpha == pytest.approx(0.1)


def test_no_speaker_serves_two_ends(given: Path) -> None:
    split = Split.of(read_manifest(given / "train.jsonl"))
    assert [sorted({r.fold for r in part}) for part in (split.learn, split.stop, split.calibrate)] == [[0, 1], [2], [3]]
