"""Weights of a small model in 4 bits for a processor: torch's own kernel, a scale and an offset for each 32 weights of a row.

SmolLM2's file has its weights in just such steps (Q4_1), so that packing what was multiplied out from it loses next to nothing;
NF4 would round them anew. An adapter stays beside its layer in bfloat16.
"""

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn

GROUP = 32  # weights with a scale and an offset of their own
_STEPS, _MIDDLE = 15, 8
_TILES = 1  # the kernel's layout; it has no other on a processor
Adapter = tuple[Tensor, Tensor, float]  # down (rank, in), up (out, rank), and what their product counts


class PackedLinear(nn.Module):
    """x W^T, and an adapter's part where there is one. `weight` (out, in), in a multiple of GROUP."""

    packed: Tensor
    scales: Tensor
    down: Tensor | None
    up: Tensor | None

    def __init__(self, weight: Tensor, adapter: Adapter | None = None) -> None:
        super().__init__()
        self.out_features, self.in_features = weight.shape
        steps, scales = in_steps(weight.float())
        self.register_buffer("packed", torch.ops.aten._convert_weight_to_int4pack_for_cpu(steps, _TILES))
        self.register_buffer("scales", scales)
        down, up, scale = adapter or (None, None, 1.0)
        self.register_buffer("down", None if down is None else down.to(torch.bfloat16).T.contiguous())
        self.register_buffer("up", None if up is None else (up * scale).to(torch.bfloat16).T.contiguous())

    def forward(self, given: Tensor) -> Tensor:
        """(…, in) to (…, out)."""
        rows = given.reshape(-1, self.in_features).to(torch.bfloat16)
        said: Tensor = torch.ops.aten._weight_int4pack_mm_for_cpu(rows, self.packed, GROUP, self.scales)
        if self.down is not None and self.up is not None:
            said = torch.addmm(said, rows @ self.down, self.up)
        return said.view(*given.shape[:-1], self.out_features)


def in_steps(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Whole numbers 0-15 (out, in), and for each group (in / GROUP, out, 2) the step and what the middle number stands for."""
    groups = weight.reshape(len(weight), -1, GROUP)
    least, most = groups.amin(-1, keepdim=True), groups.amax(-1, keepdim=True)
    step = ((most - least) / _STEPS).clamp(min=1e-8)
    steps = ((groups - least) / step).round().to(torch.int32).reshape(weight.shape)
    scales = torch.cat([step, least + _MIDDLE * step], -1).transpose(0, 1)
    return steps, scales.contiguous().to(torch.bfloat16)


def pack(layers: nn.Module, adapters: Mapping[str, Adapter], name: str = "") -> None:
    """Every linear layer inside replaced by a packed one, with its adapter by the layer's name inside `layers`."""
    children: list[tuple[str, Any]] = list(layers.named_children())
    for own, module in children:
        if isinstance(module, nn.Linear):
            setattr(layers, own, PackedLinear(module.weight.data, adapters.get(name + own)))
        else:
            pack(module, adapters, f"{name}{own}.")


def adapters_of(weights: Mapping[str, Tensor], scale: float, inside: str) -> dict[str, Adapter]:
    """Of peft's tensors by name, those of layers whose names begin with `inside`, by the rest of the name."""
    ends = (".lora_A.weight", ".lora_B.weight")
    names = {name.removesuffix(ends[0]) for name in weights if name.startswith(inside) and name.endswith(ends[0])}
    return {name.removeprefix(inside): (weights[name + ends[0]], weights[name + ends[1]], scale) for name in names}
