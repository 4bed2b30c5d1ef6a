"""`tutor train scorer`: from rated readings to a model folder, in stages whose results are kept, so that a stopped run goes on.

    tutor train scorer DATASET --out runs/scorer --encoder moonshine_voice-0.0.73-….whl

A team of networks a fold leaves its speakers out; from their answers on it the referee learns, and what the referee says of
folds it has not learned from calibrates the shipped model, whose team learns from all.
"""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from transformers.models.moonshine.modeling_moonshine import MoonshineEncoder

from tutor.scorer.alignment import Frames
from tutor.scorer.calibration import Calibration
from tutor.training.aligner import align_all
from tutor.training.examples import Example, make_example
from tutor.training.fit import Recipe, Scorer, fit
from tutor.training.folds import answer_fold, cross_validate, referee_folds, write_model
from tutor.training.forced import force_align
from tutor.training.frozen import Frozen, freeze
from tutor.training.jobs import Job, Tell, run_all
from tutor.training.manifest import ALL, RatedReading, read_manifest
from tutor.training.network import Listener
from tutor.training.pretrained import load_encoder
from tutor.training.speechllm.evidence import HEARD, write_heard

SPANS = "spans.npz"
NAME = "moonshine-tiny-speechocean762"


@dataclass(frozen=True, slots=True)
class Run:
    """What every stage works from, and the folder `out` it leaves its results in."""

    manifest: Path
    encoder: MoonshineEncoder
    out: Path
    recipe: Recipe

    def network(self, fold: int, member: int) -> Path:
        """Where a trained network lies."""
        return self.out / f"network{fold}.{member}.pt"


def main(argv: list[str]) -> int:
    """The command."""
    options = _options(argv)
    recipe = replace(Recipe(), **{name: getattr(options, name) for name in _CHOICES})
    train(Run(options.dataset / "train.jsonl", load_encoder(options.encoder), options.out, recipe), options.jobs)
    return 0


def train(run: Run, jobs: int = 1) -> None:
    """Every stage that isn't done yet; the model ends in `out/model`, its figures in `out/cross_validation.json`."""
    run.out.mkdir(parents=True, exist_ok=True)
    readings = read_manifest(run.manifest)
    folds = sorted({reading.fold for reading in readings})
    _prepare(run, readings)
    work = [(fold, member) for fold in (*folds, ALL) for member in range(run.recipe.members)]
    run_all([Job(run.network(*which), fit_one, (run, *which)) for which in work], jobs)
    answers = {
        fold: answer_fold(
            _team(run, fold), run.recipe.first_layer, [r for r in readings if r.fold == fold], run.out / f"fold{fold}"
        )
        for fold in folds
    }
    scored = referee_folds(answers, run.out)
    cross_validate(answers, scored, run.out)
    write_model(_team(run, ALL), run.recipe.first_layer, scored, NAME, run.out / "model")
    by_id = {answer.reading.id: answer for theirs in answers.values() for answer in theirs}
    said = [each for theirs in scored.values() for each in theirs]
    write_heard(said, by_id, Calibration.load(run.out / "model"), run.out / HEARD)


def _prepare(run: Run, readings: Sequence[RatedReading]) -> None:
    """What all networks start from: the frozen layers' outputs, and where each phone lies."""
    listener = Listener(run.encoder, 0.0).eval()
    takes, *_ = (
        freeze(readings, listener, run.recipe.first_layer, variant, run.out) for variant in range(1 + run.recipe.variants)
    )
    cache = run.out / SPANS
    if not cache.exists():
        stems = [outputs[:, 0] for outputs in takes]
        found = align_all(readings, stems, listener, force_align(readings), run.recipe.aligner_steps)
        np.savez_compressed(cache, allow_pickle=False, **{r.id: s for r, s in zip(readings, found, strict=True)})


def fit_one(path: Path, tell: Tell, run: Run, fold: int, member: int) -> None:
    """Train one network on all speakers but those of a fold, and keep it in `path`."""
    readings = read_manifest(run.manifest)
    with np.load(run.out / SPANS) as kept:
        spans = [kept[reading.id] for reading in readings]
    variants = [_examples(readings, spans, Frozen(run.out, variant), fold) for variant in range(1 + run.recipe.variants)]
    recipe = replace(run.recipe, seed=run.recipe.seed + member)
    unfinished = path.with_suffix(".part")
    torch.save(fit(run.encoder, variants, recipe, unfinished, tell).state_dict(), path)
    unfinished.unlink()


def _examples(readings: Sequence[RatedReading], spans: Sequence[Frames], frozen: Frozen, fold: int) -> list[Example]:
    return [
        make_example(reading, outputs, frames, float(speed))
        for reading, outputs, frames, speed in zip(readings, frozen, spans, frozen.speeds, strict=True)
        if reading.fold != fold
    ]


def _team(run: Run, fold: int) -> list[Scorer]:
    members = []
    for member in range(run.recipe.members):
        network = Scorer(run.encoder, run.recipe)
        network.load_state_dict(torch.load(run.network(fold, member), weights_only=True))
        members.append(network.eval())
    return members


_CHOICES = {
    "epochs": "times each take is heard",
    "first_layer": "first of the encoder's layers to tune; 6: none",
    "variants": "ways each take is heard besides its own; 1 GB of disk each for three hours of takes",
    "members": "networks whose answers are averaged",
}


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tutor train scorer", description="Train the embedded assessor on rated readings.")
    parser.add_argument("dataset", type=Path, help="folder with train.jsonl and its recordings")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for the model; a stopped run goes on from what lies there"
    )
    parser.add_argument(
        "--encoder", type=Path, required=True, help="the wheel moonshine_voice-0.0.73 (56 MB), for its pretrained encoder"
    )
    for name, meaning in _CHOICES.items():
        default = getattr(Recipe(), name)
        parser.add_argument("--" + name.replace("_", "-"), type=int, default=default, help=f"{meaning} (default {default})")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="networks trained at a time, a core each")
    return parser.parse_args(argv)
