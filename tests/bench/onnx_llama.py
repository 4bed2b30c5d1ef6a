"""The compact model's language model as one ONNX graph in 4 bits, to be measured beside torch's (`tests.bench.four_bits`).

Q4_1's steps are taken over as they are: a whole number counts from the middle step (MatMulNBits), and what the middle stands for
is multiplied with the sum of its 32 inputs, in one small product with the adapter's part. So nothing is rounded anew.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from safetensors.torch import load_file

Floats = NDArray[np.float32]
GROUP, LONGEST = 32, 1024
CONTRIB = "com.microsoft"


class Graph:
    """Nodes and weights as they come."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []

    def keep(self, name: str, values: NDArray[Any]) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, given: list[str], *said: str, domain: str = "", **how: Any) -> str:
        self.nodes.append(helper.make_node(kind, given, list(said), domain=domain, **how))
        return said[0]

    def linear(self, given: str, name: str, weight: Floats, adapter: tuple[Floats, Floats] | None) -> str:
        """`weight` (out, in) in 4 bits; `adapter`: down (rank, in) and up (out, rank) with its scale."""
        rows, columns = weight.shape
        groups = weight.reshape(rows, -1, GROUP)
        least, most = groups.min(-1, keepdims=True), groups.max(-1, keepdims=True)
        step = np.maximum((most - least) / 15, 1e-8)
        whole = np.rint((groups - least) / step).astype(np.uint8)
        packed = [self.keep(f"{name}.q", whole[..., 0::2] | (whole[..., 1::2] << 4)), self.keep(f"{name}.s", step.reshape(-1))]
        how = {"K": columns, "N": rows, "bits": 4, "block_size": GROUP, "accuracy_level": 4}
        coarse = self.node("MatMulNBits", [given, *packed], f"{name}.coarse", domain=CONTRIB, **how)
        way_in = np.kron(np.eye(columns // GROUP, dtype=np.float32), np.ones((GROUP, 1), np.float32))
        way_out = (least + 8 * step)[..., 0].T
        if adapter is not None:
            way_in, way_out = np.hstack([way_in, adapter[0].T]), np.vstack([way_out, adapter[1].T])
        few = self.node("MatMul", [given, self.keep(f"{name}.in", way_in)], f"{name}.few")
        fine = self.node("MatMul", [few, self.keep(f"{name}.out", way_out)], f"{name}.fine")
        return self.node("Add", [coarse, fine], f"{name}.said")

    def whole(self, given: list[Any], said: list[Any]) -> Any:
        """All of it as a model."""
        opsets = [helper.make_opsetid("", 20), helper.make_opsetid(CONTRIB, 1)]
        made = helper.make_graph(self.nodes, "graph", given, said, self.weights)
        return helper.make_model(made, opset_imports=opsets, ir_version=10)

    def norm(self, given: str, name: str, weight: Floats, epsilon: float) -> str:
        kept = self.keep(name, weight)
        return self.node("SimplifiedLayerNormalization", [given, kept], f"{name}.said", axis=-1, epsilon=epsilon)


def save_graph(base: Path, adapter: Path, goal: Path) -> None:
    """Takes embedded tokens and the cache, gives the logits and hidden states at the places that are asked for."""
    config = json.loads((base / "config.json").read_text("utf-8"))
    weights = {name: each.float().numpy() for name, each in load_file(base / "model.safetensors").items()}
    said = json.loads((adapter / "adapter_config.json").read_text("utf-8"))
    beside = {name: each.float().numpy() for name, each in load_file(adapter / "adapter_model.safetensors").items()}
    adapters = {
        name.removeprefix("base_model.model.").removesuffix(".lora_A.weight"): (
            down, beside[name.replace("lora_A", "lora_B")] * np.float32(said["lora_alpha"] / said["r"]),
        )
        for name, down in beside.items() if name.endswith(".lora_A.weight")
    }  # fmt: skip
    goal.write_bytes(_model(config, weights, adapters).SerializeToString())


def _model(config: Mapping[str, Any], weights: Mapping[str, Floats], adapters: Mapping[str, tuple[Floats, Floats]]) -> Any:
    graph, width, kv = Graph(), config["hidden_size"], config["num_key_value_heads"]
    size, epsilon = width // config["num_attention_heads"], config["rms_norm_eps"]
    theta = config.get("rope_theta") or config["rope_parameters"]["rope_theta"]
    turns = np.arange(LONGEST)[:, None] / theta ** (np.arange(0, size, 2) / size)
    turned = [graph.keep("cos", np.cos(turns).astype(np.float32)), graph.keep("sin", np.sin(turns).astype(np.float32))]
    heads = {"num_heads": config["num_attention_heads"], "kv_num_heads": kv, "do_rotary": 1}
    given = [floats("x", [1, "S", width]), helper.make_tensor_value_info("keep", TensorProto.INT64, ["k"])]
    given += [helper.make_tensor_value_info(name, TensorProto.INT32, shape) for name, shape in (("last", [1]), ("total", []))]
    out, x = [], "x"

    def linear(at: str, name: str) -> str:
        return graph.linear(at, name, weights[f"{name}.weight"], adapters.get(name))

    for nth in range(config["num_hidden_layers"]):
        layer = f"model.layers.{nth}"
        calm = graph.norm(x, f"{layer}.n1", weights[f"{layer}.input_layernorm.weight"], epsilon)
        asked = [linear(calm, f"{layer}.self_attn.{each}_proj") for each in "qkv"]
        past, present = ([f"{when}.{nth}.{each}" for each in "kv"] for when in ("past", "present"))
        given += [floats(name, [1, kv, "P", size]) for name in past]
        out += [floats(name, [1, kv, "Q", size]) for name in present]
        inputs = [*asked, *past, "last", "total", *turned]
        seen = graph.node("GroupQueryAttention", inputs, f"{layer}.seen", *present, domain=CONTRIB, **heads)
        x = graph.node("Add", [x, linear(seen, f"{layer}.self_attn.o_proj")], f"{layer}.x1")
        calm = graph.norm(x, f"{layer}.n2", weights[f"{layer}.post_attention_layernorm.weight"], epsilon)
        gate = linear(calm, f"{layer}.mlp.gate_proj")
        gate = graph.node("Mul", [gate, graph.node("Sigmoid", [gate], f"{layer}.open")], f"{layer}.gate")
        wide = graph.node("Mul", [gate, linear(calm, f"{layer}.mlp.up_proj")], f"{layer}.wide")
        x = graph.node("Add", [x, linear(wide, f"{layer}.mlp.down_proj")], f"{layer}.x2")
    x = graph.norm(graph.node("Gather", [x, "keep"], "kept", axis=1), "state", weights["model.norm.weight"], epsilon)
    table = weights["model.embed_tokens.weight"]
    groups = table.reshape(len(table), -1, GROUP)
    step = np.maximum(np.abs(groups).max(-1, keepdims=True) / 127, 1e-9)
    packed = [graph.keep("head.q", (np.rint(groups / step) + 128).astype(np.uint8)), graph.keep("head.s", step.reshape(-1))]
    how = {"K": width, "N": len(table), "bits": 8, "block_size": GROUP, "accuracy_level": 4}
    graph.node("MatMulNBits", [x, *packed], "logits", domain=CONTRIB, **how)
    out = [floats("logits", [1, "k", len(table)]), floats("state.said", [1, "k", width]), *out]
    return graph.whole(given, out)


def floats(name: str, shape: list[int | str]) -> Any:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
