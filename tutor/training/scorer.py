"""`tutor train scorer`: from rated readings to a model folder, in stages whose results are kept, so that a stopped run goes on.

    tutor train scorer DATASET --out runs/scorer --encoder moonshine_voice-0.0.73-….whl

A network a fold leaves its speakers out; their answers on it calibrate the shipped network, which learns from all.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from rich.progress import track
from torch import Tensor
from transformers.models.moonshine.modeling_moonshine import MoonshineEncoder

from tutor.acoustics.resample import to_16k
from tutor.scorer.alignment import Frames
from tutor.store.audiofiles import read_audio
from tutor.training.aligner import align_all
from tutor.training.examples import Example, make_example
from tutor.training.fit import Recipe, Scorer, fit
from tutor.training.folds import answer_fold, cross_validate, write_model
from tutor.training.forced import force_align
from tutor.training.manifest import RatedReading, read_manifest
from tutor.training.network import Listener
from tutor.training.pretrained import load_encoder

ALL = -1  # the fold no speaker is in: the shipped network


def main(argv: list[str]) -> int:
    """The command."""
    options = _options(argv)
    recipe = replace(Recipe(), epochs=options.epochs, first_layer=options.first_layer)
    train(options.dataset / "train.jsonl", load_encoder(options.encoder), options.out, recipe)
    return 0


def train(manifest: Path, encoder: MoonshineEncoder, out: Path, recipe: Recipe) -> None:
    """Every stage that isn't done yet; the model ends in `out/model`, its figures in `out/cross_validation.json`."""
    out.mkdir(parents=True, exist_ok=True)
    readings = read_manifest(manifest)
    folds = sorted({reading.fold for reading in readings})
    examples = _examples(readings, Listener(encoder, 0.0).eval(), recipe, out)
    networks = {}
    for fold in (*folds, ALL):
        kept = [example for example, reading in zip(examples, readings, strict=True) if reading.fold != fold]
        networks[fold] = _network(encoder, kept, recipe, out / f"network{fold}.pt")
    answers = {fold: answer_fold(networks[fold], readings, fold, out / f"fold{fold}") for fold in folds}
    cross_validate(answers, out)
    write_model(networks[ALL], answers, "moonshine-tiny-speechocean762", out / "model")


def _network(encoder: MoonshineEncoder, examples: Sequence[Example], recipe: Recipe, path: Path) -> Scorer:
    """A network trained now, or kept from before."""
    if not path.exists():
        torch.save(fit(encoder, examples, recipe, path.stem).state_dict(), path)
    network = Scorer(encoder, recipe)
    network.load_state_dict(torch.load(path, weights_only=True))
    return network.eval()


def _examples(readings: Sequence[RatedReading], listener: Listener, recipe: Recipe, out: Path) -> list[Example]:
    stems = _stems(readings, listener, out / "stems.pt")
    spans = _spans(readings, stems, listener, recipe, out / "spans.npz")
    done = 1 + recipe.first_layer
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        heard = [listener.encode(stem[None, :, None].float())[0, :, :done] for stem in track(stems, "frozen layers")]
    return [make_example(r, h.bfloat16(), s) for r, h, s in zip(readings, heard, spans, strict=True)]


def _stems(readings: Sequence[RatedReading], listener: Listener, cache: Path) -> list[Tensor]:
    """The frozen stem's output of every take, bfloat16 to halve the memory: 250 MB for the 2.9 hours of SpeechOcean762."""
    if not cache.exists():
        sounds = (to_16k(read_audio(reading.audio)).samples for reading in track(readings, "stem"))
        with torch.inference_mode():
            torch.save([listener.stem(torch.tensor(samples).unsqueeze(0))[0, :, 0].bfloat16() for samples in sounds], cache)
    return list(torch.load(cache, weights_only=True))


def _spans(
    readings: Sequence[RatedReading], stems: Sequence[Tensor], listener: Listener, recipe: Recipe, cache: Path
) -> list[Frames]:
    if not cache.exists():
        found = align_all(readings, stems, listener, force_align(readings), recipe.aligner_steps)
        np.savez_compressed(cache, allow_pickle=False, **{r.id: s for r, s in zip(readings, found, strict=True)})
    with np.load(cache) as kept:
        return [kept[reading.id] for reading in readings]


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tutor train scorer", description="Train the embedded assessor on rated readings.")
    parser.add_argument("dataset", type=Path, help="folder with train.jsonl and its recordings")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for the model; a stopped run goes on from what lies there"
    )
    parser.add_argument(
        "--encoder", type=Path, required=True, help="the wheel moonshine_voice-0.0.73 (56 MB), for its pretrained encoder"
    )
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument(
        "--first-layer", type=int, default=Recipe().first_layer, help="first of the encoder's layers to tune; 6: none"
    )
    return parser.parse_args(argv)
