"""Four bits on a processor: what each runtime takes for one layer, and for the whole language model of the compact SpeechLLM.

    python -m tests.bench.four_bits [FILE.gguf]

Seconds of one core (processor time), best of several. What isn't installed is said and left out: torchao and xllamacpp
(llama.cpp, with the file) are no dependency of ours. The whole model needs its base on the shelf (`tutor models import`).
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn

from tests.bench.onnx_llama import Graph, floats, save_graph
from tutor.domain.resources import assets
from tutor.engines import shelf
from tutor.speechllm.gguf import SMALL
from tutor.speechllm.loading import offline

COLUMNS, ROWS, GROUP = 576, 1536, 32
TOKENS = (1, 30, 240)
PROMPT, MORE = 300, 20
Run = Callable[[Tensor], Tensor]


def bfloat16(weight: Tensor) -> Run:
    layer = nn.Linear(COLUMNS, ROWS, bias=False, dtype=torch.bfloat16)
    layer.weight.data = weight.bfloat16()
    return lambda given: layer(given.bfloat16())


def nf4_of_bitsandbytes(weight: Tensor) -> Run:
    from bitsandbytes.nn import modules

    kind: Any = modules.Linear4bit  # untyped
    layer = kind(COLUMNS, ROWS, bias=False, quant_type="nf4", compute_dtype=torch.bfloat16)
    layer.load_state_dict({"weight": weight})
    layer.to("cpu")
    return lambda given: layer(given.bfloat16())


def int4_of_torch_as_we_use_it(weight: Tensor) -> Run:
    from tutor.speechllm.packing import PackedLinear

    layer = PackedLinear(ROWS, COLUMNS)
    layer.fill(weight)
    return layer


def int4_of_torchao(weight: Tensor) -> Run:
    from torchao.prototype.quantization.int4 import Int4OpaqueTensor

    packed = Int4OpaqueTensor.from_hp(weight.bfloat16(), [1, GROUP])
    return lambda given: nn.functional.linear(given.bfloat16(), packed)


def onnx_runtime_with_offsets(weight: Tensor) -> Run:
    graph = Graph()
    graph.linear("x", "layer", weight.numpy(), None)
    whole = graph.whole([floats("x", ["S", COLUMNS])], [floats("layer.said", ["S", ROWS])])
    session = _session(whole.SerializeToString())
    return lambda given: torch.from_numpy(session.run(None, {"x": given.numpy()})[0])


def _session(graph: bytes | str) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def best(run: Callable[[], object], times: int) -> float:
    """Processor seconds."""
    run()
    took = []
    for _ in range(7):
        began = time.process_time()
        for _ in range(times):
            run()
        took.append((time.process_time() - began) / times)
    return min(took)


def layers() -> Iterator[str]:
    weight = torch.randn(ROWS, COLUMNS) / 25
    for make in (bfloat16, nf4_of_bitsandbytes, int4_of_torch_as_we_use_it, int4_of_torchao, onnx_runtime_with_offsets):
        name = make.__name__.replace("_", " ")
        try:
            run = make(weight)
        except ModuleNotFoundError as error:
            yield f"{name}: {error.name} is not installed"
            continue
        given = {tokens: torch.randn(tokens, COLUMNS) for tokens in TOKENS}
        with torch.inference_mode():
            took = [best(partial(run, each), 2_000 // (9 + tokens)) for tokens, each in given.items()]
            exact = given[TOKENS[-1]] @ weight.T
            off = run(given[TOKENS[-1]]).float() - exact
        noise = float(off.norm() / exact.norm())
        yield f"{name}: {' / '.join(f'{each * 1e6:.0f}' for each in took)} µs, noise {noise:.3f}"


def torch_whole(base: Path, adapter: Path) -> str:
    from transformers import DynamicCache

    from tutor.speechllm.compact import load_compact

    model, _ = load_compact(base, adapter)

    def read(tokens: int) -> Any:
        cache = DynamicCache(config=model.config)
        model(input_ids=torch.arange(tokens)[None], past_key_values=cache, use_cache=True, logits_to_keep=1)
        return cache

    with torch.inference_mode():
        cache = read(PROMPT)
        one = torch.tensor([[7]])
        step = best(lambda: model(input_ids=one, past_key_values=cache, use_cache=True, logits_to_keep=1), MORE)
        return _rates("torch's int4 as we use it", best(lambda: read(PROMPT), 1), step)


def onnx_whole(base: Path, adapter: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        save_graph(base, adapter, Path(folder) / "llama.onnx")
        session = _session(str(Path(folder) / "llama.onnx"))
    past = {each.name: each.shape for each in session.get_inputs() if each.name.startswith("past")}
    names = [each.name.replace("present", "past") for each in session.get_outputs()]
    cache = {name: np.zeros((1, shape[1], 0, shape[3]), np.float32) for name, shape in past.items()}

    def read(tokens: int, cache: dict[str, Any]) -> dict[str, Any]:
        before = next(iter(cache.values())).shape[2]
        place = {"last": np.array([before + tokens - 1], np.int32), "total": np.array(before + tokens, np.int32)}
        given = {"x": np.zeros((1, tokens, COLUMNS), np.float32) + 0.1, "keep": np.array([tokens - 1])}
        said = dict(zip(names, session.run(None, {**given, **place, **cache}), strict=True))
        return {name: said[name] for name in past}

    full = read(PROMPT, cache)
    return _rates("ONNX Runtime", best(lambda: read(PROMPT, cache), 1), best(lambda: read(1, full), MORE))


def llama_cpp_whole(file: str) -> str:
    import xllamacpp

    given = xllamacpp.CommonParams()
    given.model.path = file
    given.n_ctx, given.n_parallel, given.n_gpu_layers = 1024, 1, 0
    given.cpuparams.n_threads = given.cpuparams_batch.n_threads = 1
    server = xllamacpp.Server(given)

    def write(tokens: int) -> None:
        how = {"max_tokens": tokens, "temperature": 0, "ignore_eos": True, "cache_prompt": False}
        server.handle_completions({"prompt": list(range(1000, 1000 + PROMPT)), **how})

    prompt = best(lambda: write(1), 1)
    return _rates("llama.cpp (without the adapter)", prompt, (best(lambda: write(1 + MORE), 1) - prompt) / MORE)


def _rates(name: str, prompt: float, step: float) -> str:
    return f"{name}: {PROMPT} tokens read in {prompt:.2f} s, then {1 / step:.0f} tokens a second"


def main() -> None:
    torch.set_num_threads(1)
    offline()
    print(f"one layer of {COLUMNS} x {ROWS}, {' / '.join(map(str, TOKENS))} tokens")
    for line in layers():
        print(f"  {line}")
    base = shelf() / SMALL.name
    if base.is_dir():
        print("the whole language model")
        print(f"  {torch_whole(base, assets() / 'speechllm-compact')}")
        print(f"  {onnx_whole(base, assets() / 'speechllm-compact')}")
    for file in sys.argv[1:]:
        print(f"  {llama_cpp_whole(file)}")


if __name__ == "__main__":
    main()
