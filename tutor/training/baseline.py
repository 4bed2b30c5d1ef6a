"""The bar to clear: the same head on the frozen encoder's last layer, the method of GOPT (arXiv 2205.03432), over the same folds.

    python -m tutor.training.baseline DATASET OUT --encoder moonshine_voice-0.0.73-….whl

OUT is the folder of a finished `tutor train scorer`, whose stems and spans serve here too: phones where the training had them, so
the bar is a little higher than what such a model would reach by itself.
"""

import argparse
import copy
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import nn
from tqdm import tqdm

from tutor.training.examples import Example, collate, make_example
from tutor.training.fit import Recipe, Scorer, fit
from tutor.training.manifest import LEARNED_ASPECTS, RatedReading, read_manifest, released
from tutor.training.network import Listener
from tutor.training.pretrained import load_encoder

_EPOCHS = 12


def main() -> None:
    """Print the mean and the spread over the folds as JSON."""
    parser = argparse.ArgumentParser(description="The head on the frozen encoder, fold by fold.")
    parser.add_argument("dataset", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    options = parser.parse_args()
    readings = read_manifest(options.dataset / "train.jsonl")
    encoder = load_encoder(options.encoder).eval()
    stems = torch.load(options.out / "stems.pt", weights_only=True)
    with np.load(options.out / "spans.npz") as spans, torch.inference_mode():
        listener = Listener(encoder, 0.0).eval()
        heard = [listener.encode(stem.unsqueeze(0).float())[-1][0].bfloat16() for stem in tqdm(stems, desc="encoding")]
        examples = [make_example(r, h, spans[r.id]) for r, h in zip(readings, heard, strict=True)]
    layerless = copy.deepcopy(encoder)
    layerless.layers = nn.ModuleList()
    rows = []
    for fold in sorted({reading.fold for reading in readings}):
        kept = [e for e, r in zip(examples, readings, strict=True) if r.fold != fold]
        network = fit(layerless, kept, replace(Recipe(), epochs=_EPOCHS, encoder_rate=0.0), f"frozen {fold}")
        rows.append(_correlations(network, [(e, r) for e, r in zip(examples, readings, strict=True) if r.fold == fold]))
    print(json.dumps({name: (np.mean([r[name] for r in rows]), np.std([r[name] for r in rows])) for name in rows[0]}, indent=1))  # noqa: T201


def _correlations(network: Scorer, held: Sequence[tuple[Example, RatedReading]]) -> dict[str, float]:
    said: dict[str, list[np.ndarray]] = {name: [] for name in ("phone", "word", *LEARNED_ASPECTS)}
    rated: dict[str, list[np.ndarray]] = {name: [] for name in said}
    for example, reading in held:
        batch = collate([example])
        with torch.inference_mode():
            _, output = network(batch.stem.float(), batch)
        labels = released(reading.labels.utterance)
        said["phone"].append(output.phone[0, :, 0].numpy())
        rated["phone"].append(reading.labels.phone_mean)
        said["word"].append(output.word[0, :, 0, 0].numpy())
        rated["word"].append(released(reading.labels.word_accuracy))
        for at, name in enumerate(LEARNED_ASPECTS):
            said[name].append(output.utterance[0, [at], 0].numpy())
            rated[name].append(labels[[at]])
    return {name: float(np.corrcoef(np.concatenate(said[name]), np.concatenate(rated[name]))[0, 1]) for name in said}


if __name__ == "__main__":
    main()
