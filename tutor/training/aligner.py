"""Spans of phones in the training takes: a frame classifier on the frozen encoder, begun with pocketsphinx, realigned twice.

It sees sounds and texts, never a rating, so one aligner serves all folds.
"""

from collections.abc import Sequence

import numpy as np
import torch
from rich.progress import track
from torch import Tensor, nn

from tutor.scorer.alignment import CLASSES, Frames, Posteriors, align, classes_of
from tutor.scorer.evidence import FRAME_OFFSET_S, FRAME_S
from tutor.training.forced import Spans
from tutor.training.manifest import RatedReading
from tutor.training.network import Listener

_ROUNDS = 3
_BATCH = 32


def align_all(
    readings: Sequence[RatedReading], stems: Sequence[Tensor], listener: Listener, first: Sequence[Spans | None], steps: int
) -> list[Frames]:
    """Frames (phones, 2) of every reading. `first` are pocketsphinx's spans in seconds; `steps` a round of training takes."""
    torch.manual_seed(5)
    features = [_features(listener, stem) for stem in track(stems, "encoding")]
    words = [classes_of(word.pronunciations[0] for word in reading.target.words) for reading in readings]
    spans: list[Frames | None] = [None if s is None else _in_frames(s, len(f)) for s, f in zip(first, features, strict=True)]
    for _ in range(_ROUNDS):
        classifier = _train(features, [_classes(w, s, len(f)) for w, s, f in zip(words, spans, features, strict=True)], steps)
        spans = [align(_posteriors(classifier, f), w).frames for f, w in zip(features, words, strict=True)]
    return [s for s in spans if s is not None]


def _features(listener: Listener, stem: Tensor) -> Tensor:
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        features, _ = listener(stem[None, :, None].float())
    found: Tensor = features[0].bfloat16()
    return found


def _in_frames(spans: Spans, frames: int) -> Frames:
    found: Frames = np.clip(np.rint((spans - FRAME_OFFSET_S) / FRAME_S), 0, frames).astype(np.int64)
    return found


def _classes(words: Sequence[Sequence[int]], spans: Frames | None, frames: int) -> Tensor | None:
    if spans is None:
        return None
    classes = torch.zeros(frames, dtype=torch.long)
    for phone, (start, end) in zip([p for word in words for p in word], spans, strict=True):
        classes[start:end] = phone
    return classes


def _train(features: Sequence[Tensor], classes: Sequence[Tensor | None], steps: int) -> nn.Module:
    known = [at for at, label in enumerate(classes) if label is not None]
    width = features[0].shape[1]
    classifier = nn.Sequential(nn.Conv1d(width, 256, 3, padding=1), nn.GELU(), nn.Dropout(0.1), nn.Conv1d(256, CLASSES, 1))
    optimiser = torch.optim.AdamW(classifier.parameters(), lr=1e-3)
    generator = np.random.default_rng(5)
    for _ in track(range(steps), "frame classifier"):
        chosen = generator.choice(known, _BATCH)
        sound = torch.cat([features[at] for at in chosen]).float().T.unsqueeze(0)
        labels = torch.cat([classes[at] for at in chosen if classes[at] is not None]).unsqueeze(0)
        value = nn.functional.cross_entropy(classifier(sound), labels)
        optimiser.zero_grad()
        value.backward()
        optimiser.step()
    return classifier.eval()


def _posteriors(classifier: nn.Module, features: Tensor) -> Posteriors:
    with torch.inference_mode():
        found: Posteriors = classifier(features.float().T.unsqueeze(0)).log_softmax(1)[0].T.numpy()
    return found
