"""The pretrained acoustic encoder: Moonshine tiny (English, MIT), read out of the PyPI wheel `moonshine-voice`.

The wheel (0.0.62 to 0.0.73; `pip download --no-deps moonshine-voice==0.0.73`, 56 MB) holds the encoder as an onnxruntime file
with int8 weights. They are multiplied out here and loaded into transformers' `MoonshineEncoder`, so that it can be fine-tuned.
"""

import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.tools.ort_format_model.ort_flatbuffers_py import fbs
from transformers import MoonshineConfig
from transformers.models.moonshine.modeling_moonshine import MoonshineEncoder

from tutor.domain.errors import ModelError

_MEMBER = "moonshine_voice/assets/tiny-en/encoder_model.ort"
_Array = NDArray[Any]
_DTYPES = {1: np.float32, 2: np.uint8, 3: np.int8}


def load_encoder(wheel: Path) -> MoonshineEncoder:
    """The encoder with its pretrained weights. Raises `ModelError` when the wheel isn't there or holds another model."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            data = archive.read(_MEMBER)
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise ModelError("no_pretrained_encoder", path=str(wheel)) from error
    encoder = MoonshineEncoder(MoonshineConfig())
    encoder.set_attn_implementation("eager")  # faster than SDPA at this size, on CPU
    encoder.load_state_dict(_weights(data, encoder.state_dict().keys()))
    return encoder


def _weights(data: bytes, names: Iterable[str]) -> dict[str, torch.Tensor]:
    graph = fbs.InferenceSession.InferenceSession.GetRootAsInferenceSession(bytearray(data), 0).Model().Graph()
    stored = [graph.Initializers(at) for at in range(graph.InitializersLength())]
    arrays = {t.Name().decode(): _array(t) for t in stored if t.DataType() in _DTYPES and t.RawDataLength()}
    nodes = [graph.Nodes(at) for at in range(graph.NodesLength())]
    inputs = {node.Name().decode(): [node.Inputs(k).decode() for k in range(node.InputsLength())] for node in nodes}
    return {name: torch.from_numpy(_find(name, arrays, inputs)) for name in names}


def _find(name: str, arrays: dict[str, _Array], inputs: dict[str, list[str]]) -> _Array:
    if name in arrays:
        return arrays[name]
    if f"{name}_add_tensor" in arrays:
        return arrays[f"{name}_add_tensor"]
    if name.startswith("groupnorm"):
        node = {"groupnorm.weight": "/groupnorm/Mul", "groupnorm.bias": "/groupnorm/Add"}[name]
        return arrays[inputs[node][1]].reshape(-1)
    node = "/" + name.removesuffix(".weight").replace(".", "/").replace("layers/", "layers.") + "/MatMul_quant"
    stem = next(i for i in inputs[node] if i.endswith("_quantized") and i.startswith("onnx::")).removesuffix("_quantized")
    scale, zero = arrays[f"{stem}_scale"], arrays[f"{stem}_zero_point"].astype(np.float32)
    weight = (arrays[f"{stem}_quantized"].astype(np.float32) - zero) * scale
    return np.ascontiguousarray(weight.T)


def _array(tensor: fbs.Tensor.Tensor) -> _Array:
    shape = [tensor.Dims(at) for at in range(tensor.DimsLength())]
    return np.frombuffer(tensor.RawDataAsNumpy().tobytes(), _DTYPES[tensor.DataType()]).reshape(shape).copy()
