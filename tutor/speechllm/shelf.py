"""Models that this person brought in: which there are, whether they are whole, and bringing one in from a folder or a stick.

Nothing here goes to any network: who wants a model downloads it with their own browser and imports the folder. Only safetensors,
whose headers are read here without loading them; no torch.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tutor.domain.engine import Offer
from tutor.domain.errors import ModelError
from tutor.speechllm.loading import TOKENS, Manifest
from tutor.speechllm.memory import ROOMY, SMALL, Need, need

KNOWN = Offer("Qwen2-Audio-7B-Instruct", "16.8 GB", "Apache-2.0", "https://huggingface.co/Qwen/Qwen2-Audio-7B-Instruct")
_KINDS = {".safetensors", ".json", ".txt", ".jinja", ".md"}  # what a model is made of; anything else stays behind
_PICKLES = {".bin", ".pt", ".pth", ".ckpt", ".pkl"}
_LICENCE = re.compile(r"^license:\s*(\S+)", re.MULTILINE)
_BLOCK = 8 * 1024**2
Told = Callable[[float, str], None]


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
    size = sum(file.stat().st_size for file in _files(folder))
    base = (manifest.base or str(said.get("base_model_name_or_path"))) if adapter else None
    return Model(folder.name, folder, "adapter" if adapter else "base", size, _licence(folder, manifest), base,
                 {} if adapter else _needs(folder, said))  # fmt: skip


def bring_in(folder: Path, shelf: Path, told: Told) -> Model:
    """Copy a checked model to the shelf under its folder's name, whole or not at all.

    Raises `ModelError` (also `model_there`, `no_room`) and whatever `told` raises; then nothing is left behind.
    """
    found = inspect(folder)
    goal, draft = shelf / found.name, shelf / f".{found.name}.part"
    if goal.exists():
        raise ModelError("model_there", path=str(goal))
    shelf.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(shelf).free < found.size:
        raise ModelError("no_room", path=str(shelf), need_gb=f"{found.size / 1e9:.1f}")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        done = 0
        for file in _files(folder):
            done = _copy(file, draft / file.name, done, found.size, told)
        draft.rename(goal)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return inspect(goal)


def pickles(folder: Path) -> tuple[str, ...]:
    """Files that could run code when opened, and are never copied or opened."""
    return tuple(sorted(file.name for file in folder.iterdir() if file.suffix in _PICKLES))


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.is_file() and file.suffix in _KINDS)


def _copy(file: Path, goal: Path, done: int, size: int, told: Told) -> int:
    try:
        with file.open("rb") as source, goal.open("wb") as target:
            while block := source.read(_BLOCK):
                target.write(block)
                done += len(block)
                told(done / size, "copying")
    except OSError as error:
        raise ModelError("file_not_written", path=str(goal), reason=error.strerror) from error
    return done


def _indexed(folder: Path) -> list[Path]:
    """The shards an index asks for."""
    index = folder / "model.safetensors.index.json"
    return [folder / name for name in sorted(set(_json(index)["weight_map"].values()))] if index.is_file() else []


def _check_weights(file: Path) -> None:
    """A safetensors file: its header's length, the header as JSON, then as many bytes as it says."""
    try:
        with file.open("rb") as opened:
            length = int.from_bytes(opened.read(8), "little")
            header = json.loads(opened.read(min(length, 100 * 1024**2)))
        ends = [each["data_offsets"][1] for name, each in header.items() if name != "__metadata__"]
        whole = 8 + length + max(ends, default=0) == file.stat().st_size
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError("model_cut_off", path=str(file)) from error
    if not whole:
        raise ModelError("model_cut_off", path=str(file))


def _json(file: Path) -> dict[str, Any]:
    try:
        said = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError("model_unreadable", path=str(file)) from error
    return dict(said)


def _licence(folder: Path, manifest: Manifest) -> str:
    card = folder / "README.md"
    named = _LICENCE.search(card.read_text("utf-8", errors="replace")) if card.is_file() else None
    return named[1] if named and manifest.licence == "unknown" else manifest.licence


def _needs(folder: Path, config: dict[str, Any]) -> dict[str, Need]:
    """Memory on the card by placement; `ModelError` when it is no Qwen2-Audio."""
    try:
        text, audio = config["text_config"], config["audio_config"]
        said = SimpleNamespace(text_config=SimpleNamespace(**_DEFAULTS | text), audio_config=SimpleNamespace(**_AUDIO | audio))
        return {name: need(said, tokens=TOKENS, placement=placement) for name, placement in (("roomy", ROOMY), ("small", SMALL))}
    except (KeyError, TypeError, AttributeError) as error:
        raise ModelError("not_qwen2_audio", path=str(folder)) from error


# What a configuration leaves out, as transformers fills it in: Qwen2's and Whisper's own.
_DEFAULTS = {"hidden_size": 4096, "intermediate_size": 11008, "num_hidden_layers": 32, "num_attention_heads": 32,
             "num_key_value_heads": 32, "vocab_size": 156032, "head_dim": None}  # fmt: skip
_AUDIO = {"num_mel_bins": 128, "d_model": 1280, "encoder_layers": 32, "encoder_attention_heads": 20, "encoder_ffn_dim": 5120,
          "max_source_positions": 1500}  # fmt: skip
