"""`tutor train speechllm`: from rated readings and a base model to a folder with adapter, head and calibration.

    tutor train speechllm DATASET --out runs/speechllm --base models/Qwen2-Audio-7B-Instruct --recipe ours
    accelerate launch --num_processes 4 -m tutor.training.speechllm.train DATASET --out … --base … --recipe ours

Speakers of one fold say when to stop, those of another calibrate; nobody learns from either. Test data is never read. A stopped
run goes on when the same command is given again.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from accelerate import PartialState

from tutor.domain.errors import TextError
from tutor.speechllm.calibration import fingerprint
from tutor.speechllm.loading import Manifest, load
from tutor.speechllm.local import LocalJudge
from tutor.training.manifest import RatedReading, read_manifest
from tutor.training.speechllm.adapter import load_base, with_adapter
from tutor.training.speechllm.calibrate import answer_all, calibrate, name_data
from tutor.training.speechllm.examples import Examples, short_enough
from tutor.training.speechllm.fit import fit
from tutor.training.speechllm.heads import fit_head, states_of
from tutor.training.speechllm.pauses import find_pauses
from tutor.training.speechllm.recipe import Recipe

MODEL, PAUSES, STORY = "model", "pauses.json", "training.json"


@dataclass(frozen=True, slots=True)
class Run:
    """What every stage works from, and the folder `out` it leaves its results in."""

    manifest: Path
    base: Path
    out: Path
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Split:
    """Readings by what they are for; no speaker is in two."""

    learn: list[RatedReading]
    stop: list[RatedReading]
    calibrate: list[RatedReading]

    @classmethod
    def of(cls, readings: Sequence[RatedReading]) -> "Split":
        """The last fold calibrates, the one before it says when to stop. `TextError` when there are fewer than three."""
        folds = sorted({reading.fold for reading in readings})
        if len(folds) < 3:
            raise TextError("too_few_folds", folds=len(folds), needed=3)
        *_, stop, last = folds
        return cls(
            [r for r in readings if r.fold not in (stop, last)],
            [r for r in readings if r.fold == stop],
            [r for r in readings if r.fold == last],
        )


def main(argv: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="tutor train speechllm", description="Fine-tune the SpeechLLM on rated readings.")
    parser.add_argument("dataset", type=Path, help="folder with train.jsonl and its recordings; three or more folds of speakers")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for the model; a stopped run goes on from what lies there"
    )
    parser.add_argument("--base", type=Path, required=True, help="folder of Qwen2-Audio-7B-Instruct, as it was downloaded")
    parser.add_argument("--recipe", default="ours", help="ours, paper-a, paper-b, or a TOML file (default ours)")
    options = parser.parse_args(argv)
    train(Run(options.dataset / "train.jsonl", options.base, options.out, Recipe.named(options.recipe)))
    return 0


def train(run: Run) -> None:
    """Every stage that isn't done yet; the model ends in `out/model`."""
    run.out.mkdir(parents=True, exist_ok=True)
    state, folder = PartialState(), run.out / MODEL
    with state.main_process_first():
        readings = short_enough(read_manifest(run.manifest))
        pauses = find_pauses(readings, run.out / PAUSES)
    split = Split.of(readings)
    model, processor = load_base(run.base)
    model = with_adapter(model, run.recipe.adapter, run.recipe.steps.seed)
    sets = Examples(split.learn, pauses, run.recipe), Examples(split.stop, pauses, run.recipe)
    figures = fit(model, processor, sets, run.recipe, run.out)
    if state.is_main_process:
        model.save_pretrained(folder)
        _tell(run, split, dict(figures))
        del model
        finish(run, split)
    state.wait_for_everyone()


def finish(run: Run, split: Split) -> None:
    """Head and calibration for the adapter in `out/model`, loaded as it will be used."""
    folder = run.out / MODEL
    manifest = Manifest(f"speechllm-{run.manifest.parent.name}", "0", base=str(run.base.resolve()))
    manifest.save(folder)
    judge = LocalJudge(load(folder), free_tokens=0)
    fit_head(states_of(judge.loaded, split.learn), split.learn, run.recipe.steps.seed).save(folder)
    calibrate(answer_all(judge, split.calibrate), folder, name_data(run.manifest, split.calibrate)).save(folder)
    replace(manifest, version=fingerprint(folder)[:12]).save(folder)


def _tell(run: Run, split: Split, figures: dict[str, Any]) -> None:
    """What the adapter was made of, kept beside it."""
    counts = {"learn": len(split.learn), "stop": len(split.stop), "calibrate": len(split.calibrate)}
    story = {"recipe": run.recipe.facts(), "readings": counts, "held_out": figures}
    (run.out / MODEL / STORY).write_text(json.dumps(story, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
