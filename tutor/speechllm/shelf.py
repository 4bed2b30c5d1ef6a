"""Models that this person brought in (`bringing.py`): which there are, and whether they are whole.

Nothing here goes to any network: who wants a model downloads it with their own browser and imports the folder. Only safetensors,
whose headers are read here without loading them; no torch.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tutor.domain.engine import Offer
from tutor.domain.errors import ModelError
from tutor.speechllm.loading import SMALL_KIND, TOKENS, Manifest
from tutor.speechllm.memory import ROOMY, SMALL, Need, need

KNOWN = Offer("Qwen2-Audio-7B-Instruct", "16.8 GB", "Apache-2.0", "https://huggingface.co/Qwen/Qwen2-Audio-7B-Instruct")
KINDS = {".safetensors", ".json", ".txt", ".jinja", ".md"}  # what a model is made of; anything else stays behind
_MOST_JSON, _MOST_HEADER = 4 * 1024**2, 16 * 1024**2  # bytes; a 7B model's index has 100,000, a header as many
_PICKLES = {".bin", ".pt", ".pth", ".ckpt", ".pkl"}
_LICENCE = re.compile(r"^license:\s*(\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Model:
    """A base or an adapter in a folder. `needs` by placement name, for bases; `base` the name of an adapter's."""

    name: str
    folder: Path
    kind: str
    size: int
    licence: str
    base: str | None
    needs: Mapping[str, Need]


def models(shelf: Path) -> Iterator[Model]:
    """Every model on the shelf, by name. Raises `ModelError` for a broken one."""
    for folder in sorted(shelf.glob("*/")):
        if not folder.name.startswith("."):
            yield inspect(folder)


def inspect(folder: Path) -> Model:
    """Look at a model's folder. Raises `ModelError`: `model_missing`, `no_safetensors`, `model_cut_off`, `model_unreadable`."""
    adapter = (folder / "adapter_config.json").is_file()
    config = folder / ("adapter_config.json" if adapter else "config.json")
    if not config.is_file():
        raise ModelError("model_missing", path=str(folder))
    weights = sorted(folder.glob("*.safetensors"))
    if not weights:
        raise ModelError("no_safetensors", path=str(folder))
    for file in (*weights, *_indexed(folder)):
        _check_weights(file)
    said = _json(config)
    manifest = Manifest.load(folder)
    size = sum(file.stat().st_size for file in model_files(folder))
    base = (manifest.base or str(said.get("base_model_name_or_path"))) if adapter else None
    return Model(folder.name, folder, "adapter" if adapter else "base", size, _licence(folder, manifest), base,
                 {} if adapter else _needs(folder, said))  # fmt: skip


def pickles(folder: Path) -> tuple[str, ...]:
    """Files that could run code when opened, and are never copied or opened."""
    return tuple(sorted(file.name for file in folder.iterdir() if file.suffix in _PICKLES)) if folder.is_dir() else ()


def model_files(folder: Path) -> list[Path]:
    """What of a folder belongs to a model; other files stay behind, or could run code."""
    return sorted(file for file in folder.iterdir() if file.is_file() and file.suffix in KINDS)


def _indexed(folder: Path) -> list[Path]:
    """The shards an index asks for."""
    index = folder / "model.safetensors.index.json"
    if not index.is_file():
        return []
    named = _json(index).get("weight_map")
    names = sorted({str(name) for name in named.values()}) if isinstance(named, dict) else []
    if not names or any(Path(name).name != name for name in names):
        raise ModelError("model_unreadable", path=str(index))
    return [folder / name for name in names]


def _check_weights(file: Path) -> None:
    """A safetensors file: its header's length, the header as JSON, then as many bytes as it says."""
    try:
        with file.open("rb") as opened:
            length = int.from_bytes(opened.read(8), "little")
            header = json.loads(opened.read(min(length, _MOST_HEADER)))
        ends = [each["data_offsets"][1] for name, each in header.items() if name != "__metadata__"]
        whole = 8 + length + max(ends, default=0) == file.stat().st_size
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError) as error:
        raise ModelError("model_cut_off", path=str(file)) from error
    if not whole:
        raise ModelError("model_cut_off", path=str(file))


def _json(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as opened:
            said = json.loads(opened.read(_MOST_JSON))
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError("model_unreadable", path=str(file)) from error
    if not isinstance(said, dict):
        raise ModelError("model_unreadable", path=str(file))
    return said


def _licence(folder: Path, manifest: Manifest) -> str:
    card = folder / "README.md"
    named = _LICENCE.search(card.read_text("utf-8", errors="replace")) if card.is_file() else None
    return named[1] if named and manifest.licence == "unknown" else manifest.licence


def _needs(folder: Path, config: dict[str, Any]) -> dict[str, Need]:
    """Memory on the card by placement, none for a small model; `ModelError` when it is neither that nor a Qwen2-Audio."""
    if config.get("model_type") == SMALL_KIND:
        return {}
    try:
        text, audio = config["text_config"], config["audio_config"]
        said = SimpleNamespace(text_config=SimpleNamespace(**_DEFAULTS | text), audio_config=SimpleNamespace(**_AUDIO | audio))
        return {name: need(said, tokens=TOKENS, placement=placement) for name, placement in (("roomy", ROOMY), ("small", SMALL))}
    except (KeyError, TypeError, AttributeError, ValueError, ArithmeticError) as error:
        raise ModelError("not_qwen2_audio", path=str(folder)) from error


# What a configuration leaves out, as transformers fills it in: Qwen2's and Whisper's own.
_DEFAULTS = {"hidden_size": 4096, "intermediate_size": 11008, "num_hidden_layers": 32, "num_attention_heads": 32,
             "num_key_value_heads": 32, "vocab_size": 156032, "head_dim": None}  # fmt: skip
_AUDIO = {"num_mel_bins": 128, "d_model": 1280, "encoder_layers": 32, "encoder_attention_heads": 20, "encoder_ffn_dim": 5120,
          "max_source_positions": 1500}  # fmt: skip
