"""Training of the compact SpeechLLM, in stages whose results are kept, so that a stopped run goes on.

    python -m tutor.training.speechllm.compact DATASET --out runs/compact --base models/SmolLM2-135M-Instruct \\
        --encoder moonshine_voice-0.0.73-….whl --heard runs/scorer/heard.jsonl

Alignment of the projector, SFT (`out/sft`, which ships), bounded DPO from there (`out/model`), heads, calibration. Speakers of
one fold are held out: they calibrate, and nothing learns from them; every tenth of the other speakers says when to stop.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from peft.utils import SAFETENSORS_WEIGHTS_NAME
from safetensors.torch import load_file, save_file

from tutor.speechllm.calibration import FILE as CALIBRATION
from tutor.speechllm.calibration import fingerprint
from tutor.speechllm.compact import ENCODER, LAYERS, CompactProcessor, CompactSpeechLlm, load_whole
from tutor.speechllm.facts import Facts
from tutor.speechllm.loading import Manifest, load, offline
from tutor.speechllm.local import LocalJudge
from tutor.training.manifest import RatedReading, read_manifest
from tutor.training.pretrained import load_encoder
from tutor.training.speechllm.adapter import with_adapter
from tutor.training.speechllm.align import PROJECTOR, align
from tutor.training.speechllm.calibrate import answer_all, calibrate, name_data
from tutor.training.speechllm.evidence import facts_of, read_heard
from tutor.training.speechllm.examples import Examples, short_enough
from tutor.training.speechllm.fit import REFERENCE, fit
from tutor.training.speechllm.heads import fit_head, states_of
from tutor.training.speechllm.recipe import Recipe

SFT, MODEL, STATES = "sft", "model", "states.npz"
_STOPPING = 10  # every tenth speaker
_SEED = 42
_FOR_HEAD = 3  # every third reading teaches the head
_LOOKED_AT = 60  # readings that say when to stop


@dataclass(frozen=True, slots=True)
class Parts:
    """Readings by what they are for; no speaker is in two."""

    learn: list[RatedReading]
    stop: list[RatedReading]
    held: list[RatedReading]

    @classmethod
    def of(cls, readings: Sequence[RatedReading], fold: int) -> "Parts":
        """`fold` is held out."""
        others = sorted({reading.speaker for reading in readings if reading.fold != fold})
        stopping = set(others[::_STOPPING])
        return cls(
            [r for r in readings if r.fold != fold and r.speaker not in stopping],
            [r for r in readings if r.fold != fold and r.speaker in stopping],
            [r for r in readings if r.fold == fold],
        )


@dataclass(frozen=True, slots=True)
class Run:
    """What every stage works from, and the folder `out` it leaves its results in."""

    parts: Parts
    facts: dict[str, Facts]
    base: Path
    out: Path

    def load(self) -> tuple[CompactSpeechLlm, CompactProcessor]:
        """The base with its ears, the projector as alignment left it where that is done."""
        model, processor = load_whole(self.base, self.out / ENCODER)
        model.config.use_cache = False
        if (self.out / PROJECTOR).exists():
            model.multi_modal_projector.load_state_dict(load_file(self.out / PROJECTOR))
        return model, processor

    def examples(self, readings: Sequence[RatedReading], recipe: Recipe) -> Examples:
        """With facts, and pauses as the facts have them."""
        pauses = {name: tuple(at for at, word in enumerate(facts.words) if word.paused) for name, facts in self.facts.items()}
        return Examples(readings, pauses, recipe, self.facts)


def main(argv: list[str]) -> int:
    """The command."""
    options = _options(argv)
    offline()
    options.out.mkdir(parents=True, exist_ok=True)
    keep_encoder(options.encoder, options.out / ENCODER)
    readings = short_enough(read_manifest(options.dataset / "train.jsonl"))
    facts = facts_of(read_heard(options.heard, readings), readings)
    run = Run(Parts.of(readings, options.fold), facts, options.base, options.out)
    learn_projector(run)
    learn_labels(run, Recipe.named(options.sft), SFT)
    learn_preferences(run, Recipe.named(options.bdpo), MODEL)
    for name in (SFT, MODEL):  # last of all: preferences are learned from the adapter in single precision
        learn_scores(run, name, options.dataset)
    return 0


def keep_encoder(wheel: Path, path: Path) -> None:
    """The layers a compact model hears through, in half precision."""
    if path.exists():
        return
    whole = load_encoder(wheel).state_dict()
    kept = {name: weight for name, weight in whole.items() if not name.startswith("layers.") or int(name.split(".")[1]) < LAYERS}
    save_file({name: weight.half().contiguous() for name, weight in kept.items()}, str(path))


def learn_projector(run: Run) -> None:
    """Alignment."""
    if not (run.out / PROJECTOR).exists():
        before, after = align(*run.load(), (run.parts.learn, run.parts.stop[:_LOOKED_AT]), run.out, epochs=1)
        _tell(run.out, "align", {"before": before, "after": after})


def learn_labels(run: Run, recipe: Recipe, name: str) -> None:
    """SFT of a fresh adapter."""
    if not (run.out / name / "adapter_config.json").exists():
        model, processor = run.load()
        _learn(run, with_adapter(model, recipe.adapter, recipe.steps.seed), processor, recipe, name)


def learn_preferences(run: Run, recipe: Recipe, name: str) -> None:
    """Bounded DPO, beginning from the adapter that SFT made."""
    if not (run.out / name / "adapter_config.json").exists():
        _learn(run, *tuned(run), recipe, name)


def tuned(run: Run) -> tuple[Any, CompactProcessor]:
    """The model with the adapter that SFT made, to go on with; that adapter is the reference as well."""
    from peft import PeftModel

    model, processor = run.load()
    made: Any = PeftModel.from_pretrained(model, run.out / SFT, is_trainable=True, local_files_only=True)
    made.load_adapter(str(run.out / SFT), REFERENCE)
    return made, processor


def learn_scores(run: Run, name: str, dataset: Path) -> None:
    """The head, then intervals on the held-out speakers."""
    folder = run.out / name
    if (folder / CALIBRATION).exists():
        return
    settle(folder, run)
    judge = LocalJudge(load(folder), free_tokens=0)
    learn = run.parts.learn[::_FOR_HEAD]
    states = states_of(judge.loaded, learn, facts=run.facts)
    np.savez(folder / STATES, states=states, readings=[reading.id for reading in learn])
    fit_head(states, learn, _SEED).save(folder)
    answered = answer_all(judge, run.parts.held, batch=1, facts=run.facts)
    calibrate(answered, folder, name_data(dataset / "train.jsonl", run.parts.held)).save(folder)
    replace(Manifest.load(folder), version=fingerprint(folder)[:12]).save(folder)


def settle(folder: Path, run: Run) -> None:
    """What a model's folder holds besides its adapter, which is kept in bfloat16, as it is used; the base stays where it is."""
    weights = folder / SAFETENSORS_WEIGHTS_NAME
    save_file({name: weight.to(torch.bfloat16) for name, weight in load_file(weights).items()}, str(weights), {"format": "pt"})
    shutil.copy(run.out / ENCODER, folder / ENCODER)
    Manifest(f"compact-{run.base.name}", "0", base=str(run.base.resolve()), licence="MIT", facts=True).save(folder)


def _learn(run: Run, model: Any, processor: Any, recipe: Recipe, name: str) -> None:
    looked_at = run.parts.stop[:: max(1, len(run.parts.stop) // _LOOKED_AT)]
    sets = run.examples(run.parts.learn, recipe), run.examples(looked_at, recipe)
    figures = fit(model, processor, sets, recipe, run.out / f"{name}-training")
    model.save_pretrained(run.out / name, selected_adapters=["default"])
    _tell(run.out / name, "training", {"recipe": recipe.facts(), "held_out": dict(figures)})


def _tell(folder: Path, name: str, figures: dict[str, Any]) -> None:
    (folder / f"{name}.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def add_common(parser: argparse.ArgumentParser) -> None:
    """What a training is told, and whoever measures it has to be told again."""
    parser.add_argument("dataset", type=Path, help="folder with train.jsonl and its recordings")
    parser.add_argument(
        "--base", type=Path, required=True, help="folder of SmolLM2-135M-Instruct, as `tutor models import` left it"
    )
    parser.add_argument("--heard", type=Path, required=True, help="heard.jsonl that `tutor train scorer` left")
    parser.add_argument("--fold", type=int, default=0, help="whose speakers are held out (default 0)")
    parser.add_argument("--sft", default="compact-sft", help="recipe of the first half")
    parser.add_argument("--bdpo", default="compact-bdpo", help="recipe of the second half")


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tutor.training.speechllm.compact", description="Train the compact SpeechLLM.")
    add_common(parser)
    parser.add_argument("--out", type=Path, required=True, help="folder for the model; a stopped run goes on there")
    parser.add_argument("--encoder", type=Path, required=True, help="the wheel moonshine_voice-0.0.73")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
