"""Trained networks to the two ONNX files the scorer runs.

Weights are stored as 8-bit integers with a scale a row or column, and computed in single precision: a quarter of the size.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch import Tensor, nn

from tutor.scorer.alignment import CLASSES
from tutor.scorer.evidence import TIMINGS
from tutor.scorer.networks import HEAD, LISTENER
from tutor.training.fit import Scorer
from tutor.training.losses import LOG_VARIANCE
from tutor.training.network import HeadOutput

_OPSET = 18
_WORTH_PACKING = 4096  # numbers; smaller tensors stay as they are
_STEPS = 127


def export(members: Sequence[Scorer], first_layer: int, folder: Path) -> None:
    """Write the team as both networks into an existing folder. Members share the layers below `first_layer`."""
    listener, head = _ListenerGraph(members, first_layer).eval(), _HeadGraph(members).eval()
    _write(listener, (torch.zeros(1, 32_000),), {"samples": {1: "n"}}, ("features", "log_posteriors"), folder / LISTENER)
    width = len(members) * (members[0].listener.encoder.config.hidden_size + CLASSES)
    example = (
        torch.zeros(1, 80, width), torch.zeros(1, 12, 80), torch.ones(1, 12, dtype=torch.long), torch.zeros(1, 12, TIMINGS),
        torch.zeros(1, 4, 12),
    )  # fmt: skip
    shapes = {
        "features": {1: "frames"}, "pool": {1: "sounds", 2: "frames"}, "phones": {1: "sounds"}, "timings": {1: "sounds"},
        "words": {1: "spoken", 2: "sounds"},
    }  # fmt: skip
    _write(head, example, shapes, ("phone", "word", "utterance", "mispronounced"), folder / HEAD)


class _ListenerGraph(nn.Module):
    """Sound to what the heads are given, and log posteriors for the tracker."""

    def __init__(self, members: Sequence[Scorer], first_layer: int) -> None:
        super().__init__()
        self.listeners = nn.ModuleList(member.listener for member in members)
        self.first = members[0].listener
        self.first_layer = first_layer

    def forward(self, samples: Tensor) -> tuple[Tensor, Tensor]:
        """Features (1, T, members x (288 + CLASSES)): each member's, with its own log posteriors; and their mean, in odds."""
        shared = self.first.frozen(samples, self.first_layer)
        heard = [listener(shared) for listener in self.listeners]
        together = torch.stack([log_posteriors for _, log_posteriors in heard]).mean(0).log_softmax(-1)
        return torch.cat([part for pair in heard for part in pair], -1), together


class _HeadGraph(nn.Module):
    """Each member's head on its own features; then what they say together."""

    def __init__(self, members: Sequence[Scorer]) -> None:
        super().__init__()
        self.heads = nn.ModuleList(member.head for member in members)
        self.width = members[0].listener.encoder.config.hidden_size

    def forward(self, features: Tensor, pool: Tensor, phones: Tensor, timings: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        """One piece without padding."""
        frames = torch.ones_like(features[..., 0], dtype=torch.bool)
        known = torch.ones_like(phones, dtype=torch.bool)
        said: list[HeadOutput] = []
        for head, part in zip(self.heads, features.chunk(len(self.heads), -1), strict=True):
            mixed, log_posteriors = part[..., : self.width], part[..., self.width :]
            said.append(head(mixed, log_posteriors, pool, phones, timings, words, frames, known))
        levels = [_together([getattr(one, level) for one in said]) for level in ("phone", "word", "utterance")]
        return *levels, torch.stack([one.mispronounced for one in said]).mean(0)


def _together(said: Sequence[Tensor]) -> Tensor:
    """Means and log variances (..., 2) of a mixture of equal parts: where members part, the variance grows."""
    means, log_variances = torch.stack(list(said)).unbind(-1)
    mean = means.mean(0)
    variance = log_variances.clamp(*LOG_VARIANCE).exp().mean(0) + ((means - mean) ** 2).mean(0)
    return torch.stack([mean, variance.log()], -1)


def _write(
    module: nn.Module, example: tuple[Tensor, ...], shapes: dict[str, dict[int, str]], outputs: tuple[str, ...], path: Path
) -> None:
    program = torch.onnx.export(
        module, example, dynamo=True, opset_version=_OPSET, input_names=list(shapes), output_names=list(outputs),
        dynamic_shapes={name: dict.fromkeys(dims, torch.export.Dim.DYNAMIC) for name, dims in shapes.items()},
    )  # fmt: skip
    assert program is not None
    onnx.save(_packed(program.model_proto), path)


def _packed(model: onnx.ModelProto) -> onnx.ModelProto:
    """Large float tensors stored as int8, behind a cast and a product that onnxruntime folds away when it loads them."""
    nodes = []
    for tensor in list(model.graph.initializer):
        array = numpy_helper.to_array(tensor)
        if array.dtype != np.float32 or array.size < _WORTH_PACKING:
            continue
        name = tensor.name
        whole, scale = _in_steps(array)
        tensor.CopyFrom(numpy_helper.from_array(whole, f"{name}_steps"))
        model.graph.initializer.append(numpy_helper.from_array(scale, f"{name}_step"))
        nodes += [
            helper.make_node("Cast", [f"{name}_steps"], [f"{name}_cast"], to=onnx.TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}_cast", f"{name}_step"], [name]),
        ]
    nodes += model.graph.node
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model


def _in_steps(array: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Integers and the step along whichever axis loses least: array ~ integers x step."""
    tried = []
    for axis in range(array.ndim):
        others = tuple(at for at in range(array.ndim) if at != axis)
        step = np.maximum(np.abs(array).max(axis=others, keepdims=True), 1e-12).astype(np.float32) / _STEPS
        tried.append((np.rint(array / step).astype(np.int8), step))
    return min(tried, key=lambda pair: float(np.square(pair[0] * pair[1] - array).sum()))
