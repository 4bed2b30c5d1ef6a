"""What each choice in training the compact SpeechLLM brings: one of them changed at a time, in short trainings of equal length.

    python -m tutor.training.speechllm.choices preferences DATASET runs/compact --out runs/choices \\
        --base models/SmolLM2-135M-Instruct --heard runs/scorer/heard.jsonl

`preferences` goes on from the adapter SFT made, with bounded DPO, and measures answers to held-out speakers. `levels` learns
labels of the sentence, the words or the sounds alone, or all of them together, and measures each level's loss on held-out
speakers, with the labels before it as the raters gave them. What is measured lies in `--out` and isn't measured again.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from tutor.speechllm.decoding import FREE_TOKENS
from tutor.speechllm.loading import load, offline
from tutor.speechllm.local import LocalJudge
from tutor.training.manifest import RatedReading, read_manifest
from tutor.training.speechllm.adapter import with_adapter
from tutor.training.speechllm.compact import Parts, Run, add_common, settle, tuned
from tutor.training.speechllm.evidence import KeptListener, facts_of, read_heard
from tutor.training.speechllm.examples import short_enough
from tutor.training.speechllm.fit import fit, loss_on
from tutor.training.speechllm.held_out import HeldOut
from tutor.training.speechllm.recipe import LEVELS, Data, Recipe

_PAIRS, _LABELLED = 128, 600  # readings a training learns from
_LOOKED_AT, _MEASURED = 16, 125
Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Trial:
    """Trainings from the same start on the same readings."""

    run: Run
    heard: dict[str, Any]
    out: Path

    def preference(self, name: str, recipe: Recipe | None) -> Figures:
        """The adapter of SFT, gone on with by a recipe, and what its answers are worth."""
        folder = self.out / name
        model, processor = tuned(self.run)
        told = self._fit(model, processor, recipe, name, _PAIRS) if recipe else {}
        model.save_pretrained(folder, selected_adapters=["default"])
        return {"training": told, **self._answers(folder)}

    def _answers(self, folder: Path) -> Figures:
        """Of every few held-out readings: by labels alone, and explanations as they are written."""
        settle(folder, self.run)
        held = _some(self.run.parts.held, _MEASURED)
        judge = LocalJudge(load(folder), FREE_TOKENS)
        figures = HeldOut(judge, KeptListener({each.id: self.heard[each.id] for each in held}, held), held, folder).figures()
        return {"labels": figures["labels"], "rationale": figures["rationale"]}

    def levels(self, name: str, recipe: Recipe) -> Figures:
        """SFT of a fresh adapter, and its loss on every level's labels."""
        model, processor = self.run.load()
        fresh = with_adapter(model, recipe.adapter, recipe.steps.seed)
        self._fit(fresh, processor, recipe, name, _LABELLED)
        held = self.run.examples(_some(self.run.parts.held, _MEASURED), recipe)
        each = {level: replace(recipe, loss=replace(recipe.loss, levels=names)) for level, names in LEVELS.items()}
        return {level: loss_on(fresh, processor, held, only, self.out / name) for level, only in each.items()}

    def _fit(self, model: Any, processor: Any, recipe: Recipe, name: str, count: int) -> Figures:
        """Each reading once, looked at when all are through."""
        learn, stop = _some(self.run.parts.learn, count), _some(self.run.parts.stop, _LOOKED_AT)
        once = replace(recipe, steps=replace(recipe.steps, epochs=1, check_every=max(1, len(learn) // recipe.steps.batch)))
        sets = self.run.examples(learn, once), self.run.examples(stop, once)
        return dict(fit(model, processor, sets, once, self.out / f"{name}-training"))


def preferences(recipe: Recipe) -> dict[str, Recipe | None]:
    """Nothing more, as many steps more without preferences, the recipe, and the recipe with one choice changed at a time."""
    assert recipe.pairs is not None
    loss, pairs = recipe.loss, recipe.pairs
    changed = {
        "beta-0.5": replace(loss, beta=0.5),
        "delta-0": replace(loss, delta=0.0),
        "delta-0.9": replace(loss, delta=0.9),
        "lambda-5": replace(loss, preference=0.2),  # lambda weighs SFT against preferences (field.md B.4)
        "per-token": replace(loss, per_token=True),
    }
    return {
        "sft": None,
        "more-sft": replace(recipe, loss=replace(loss, preference=0.0), pairs=None),
        "as-is": recipe,
        **{name: replace(recipe, loss=other) for name, other in changed.items()},
        "downgrades-0.5": replace(recipe, pairs=replace(pairs, downgrades=0.5)),
    }


def levels(recipe: Recipe) -> dict[str, Recipe]:
    """Labels without explanations: of all levels, and of each alone."""
    plain = replace(recipe, data=Data(explained=False))
    alone = {f"only-{level}": replace(plain, loss=replace(plain.loss, levels=names)) for level, names in LEVELS.items()}
    return {"joint": replace(plain, loss=replace(plain.loss, levels=sum(LEVELS.values(), ()))), **alone}


def main(argv: list[str]) -> int:
    """The command: one JSON file a choice in `--out`."""
    options = _options(argv)
    offline()
    options.out.mkdir(parents=True, exist_ok=True)
    readings = short_enough(read_manifest(options.dataset / "train.jsonl"))
    heard = read_heard(options.heard, readings)
    run = Run(Parts.of(readings, options.fold), facts_of(heard, readings), options.base, options.run)
    trial = Trial(run, heard, options.out)
    if options.what == "levels":
        todo = {name: partial(trial.levels, name, recipe) for name, recipe in levels(Recipe.named(options.sft)).items()}
    else:
        todo = {name: partial(trial.preference, name, each) for name, each in preferences(Recipe.named(options.bdpo)).items()}
    for name in options.only or todo:
        path = options.out / f"{name}.json"
        if not path.exists():
            path.write_text(json.dumps(todo[name](), indent=1) + "\n", "utf-8")
    return 0


def _some(readings: Sequence[RatedReading], count: int) -> list[RatedReading]:
    """So many, from all over."""
    places = np.linspace(0, len(readings) - 1, min(count, len(readings))).round().astype(int)
    return [readings[at] for at in places]


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tutor.training.speechllm.choices", description="Measure choices of the training.")
    parser.add_argument("what", choices=("preferences", "levels"))
    add_common(parser)
    parser.add_argument("run", type=Path, help="folder of a training by tutor.training.speechllm.compact")
    parser.add_argument("--out", type=Path, required=True, help="folder for what is measured")
    parser.add_argument("--only", nargs="+", help="names of the choices to measure (default all)")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
