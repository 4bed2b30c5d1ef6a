"""Trained networks to the two ONNX files the scorer runs.

Weights are stored in half precision and computed in single: half the size, and log posteriors move by 0.001.
"""

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
from tutor.training.network import Head, Listener

_OPSET = 18
_WORTH_HALVING = 4096  # numbers; smaller tensors stay as they are


def export(network: Scorer, folder: Path) -> None:
    """Write both networks into an existing folder."""
    listener, head = _ListenerGraph(network.listener).eval(), _HeadGraph(network.head).eval()
    _write(listener, (torch.zeros(1, 32_000),), {"samples": {1: "n"}}, ("features", "log_posteriors"), folder / LISTENER)
    width = network.listener.encoder.config.hidden_size
    example = (
        torch.zeros(1, 80, width), torch.zeros(1, 80, CLASSES), torch.zeros(1, 12, 80),
        torch.ones(1, 12, dtype=torch.long), torch.zeros(1, 12, TIMINGS), torch.zeros(1, 4, 12),
    )  # fmt: skip
    shapes = {
        "features": {1: "frames"}, "log_posteriors": {1: "frames"}, "pool": {1: "sounds", 2: "frames"},
        "phones": {1: "sounds"}, "timings": {1: "sounds"}, "words": {1: "spoken", 2: "sounds"},
    }  # fmt: skip
    _write(head, example, shapes, ("phone", "word", "utterance", "mispronounced"), folder / HEAD)


class _ListenerGraph(nn.Module):
    def __init__(self, listener: Listener) -> None:
        super().__init__()
        self.listener = listener

    def forward(self, samples: Tensor) -> tuple[Tensor, Tensor]:
        """Sound to features and log posteriors."""
        features, log_posteriors = self.listener(self.listener.stem(samples))
        return features, log_posteriors


class _HeadGraph(nn.Module):
    def __init__(self, head: Head) -> None:
        super().__init__()
        self.head = head

    def forward(  # noqa: PLR0913, PLR0917 - the inputs of the graph
        self, features: Tensor, log_posteriors: Tensor, pool: Tensor, phones: Tensor, timings: Tensor, words: Tensor
    ) -> tuple[Tensor, ...]:
        """One piece without padding."""
        frames = torch.ones_like(features[..., 0], dtype=torch.bool)
        known = torch.ones_like(phones, dtype=torch.bool)
        out = self.head(features, log_posteriors, pool, phones, timings, words, frames, known)
        return out.phone, out.word, out.utterance, out.mispronounced


def _write(
    module: nn.Module, example: tuple[Tensor, ...], shapes: dict[str, dict[int, str]], outputs: tuple[str, ...], path: Path
) -> None:
    program = torch.onnx.export(
        module, example, dynamo=True, opset_version=_OPSET, input_names=list(shapes), output_names=list(outputs),
        dynamic_shapes={name: dict.fromkeys(dims, torch.export.Dim.DYNAMIC) for name, dims in shapes.items()},
    )  # fmt: skip
    assert program is not None
    onnx.save(_halved(program.model_proto), path)


def _halved(model: onnx.ModelProto) -> onnx.ModelProto:
    """Large float tensors stored as float16, behind a cast that onnxruntime folds away when it loads them."""
    casts = []
    for tensor in model.graph.initializer:
        array = numpy_helper.to_array(tensor)
        if array.dtype != np.float32 or array.size < _WORTH_HALVING:
            continue
        name, half = tensor.name, f"{tensor.name}_half"
        tensor.CopyFrom(numpy_helper.from_array(array.astype(np.float16), half))
        casts.append(helper.make_node("Cast", [half], [name], to=onnx.TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model
