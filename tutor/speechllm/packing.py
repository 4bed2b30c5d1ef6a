"""Weights of a small model in 4 bits for a processor: torch's own kernel, a scale and an offset for each 32 weights of a row.

SmolLM2's file has its weights in just such steps (Q4_1), so that packing what was multiplied out from it loses next to nothing;
NF4 would round them anew. An adapter stays beside its layer in bfloat16.
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

GROUP = 32  # weights with a scale and an offset of their own
_STEPS, _MIDDLE = 15, 8
_TILES = 1  # the kernel's layout; it has no other on a processor
Adapter = tuple[Tensor, Tensor, float]  # down (rank, in), up (out, rank), and what their product counts


class PackedLinear(nn.Module):
    """x W^T, once it is filled, and an adapter's part where there is one. `columns` (in) is a multiple of GROUP."""

    packed: Tensor
    scales: Tensor
    down: Tensor | None
    up: Tensor | None

    def __init__(self, rows: int, columns: int, adapter: Adapter | None = None) -> None:
        super().__init__()
        self.out_features, self.in_features = rows, columns
        self.register_buffer("packed", torch.empty(rows, columns // 2, dtype=torch.uint8))
        self.register_buffer("scales", torch.empty(columns // GROUP, rows, 2, dtype=torch.bfloat16))
        down, up, scale = adapter or (None, None, 1.0)
        self.register_buffer("down", None if down is None else down.to(torch.bfloat16).T.contiguous())
        self.register_buffer("up", None if up is None else (up * scale).to(torch.bfloat16).T.contiguous())

    def fill(self, weight: Tensor) -> None:
        """With a weight (out, in)."""
        steps, scales = in_steps(weight.float())
        self.packed.copy_(torch.ops.aten._convert_weight_to_int4pack_for_cpu(steps, _TILES))
        self.scales.copy_(scales)

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


def pack(layers: nn.Module, adapters: Mapping[str, Adapter]) -> dict[str, PackedLinear]:
    """Every linear layer inside replaced by a packed one with its adapter; these by their names inside, to be filled.

    All have their room before the first is filled: what stays would else lie scattered among what is thrown away while filling,
    and the process would keep both.
    """
    linear = {name: each for name, each in layers.named_modules() if isinstance(each, nn.Linear)}
    packed = {name: PackedLinear(each.out_features, each.in_features, adapters.get(name)) for name, each in linear.items()}
    for name, each in packed.items():
        layers.set_submodule(name, each)
    return packed


def adapters_of(weights: Mapping[str, Tensor], scale: float, inside: str) -> dict[str, Adapter]:
    """Of peft's tensors by name, those of layers whose names begin with `inside`, by the rest of the name."""
    ends = (".lora_A.weight", ".lora_B.weight")
    names = {name.removesuffix(ends[0]) for name in weights if name.startswith(inside) and name.endswith(ends[0])}
    return {name.removeprefix(inside): (weights[name + ends[0]], weights[name + ends[1]], scale) for name in names}
