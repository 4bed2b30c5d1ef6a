"""Loads base and adapter: NF4 with double quantisation and bfloat16 arithmetic; tower and projector stay as they were.

Folders only, safetensors only, nothing is looked up. The adapter's folder may hold `speechllm.json` (see `manifest`).
"""

import json
import logging
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tutor.domain.errors import ModelError
from tutor.speechllm.codec import PROMPT_VERSION
from tutor.speechllm.memory import ROOMY, SMALL, Need, Placement, need

MANIFEST = "speechllm.json"
KEPT_WHOLE = ["model.audio_tower", "model.multi_modal_projector", "lm_head"]
SMALL_KIND = "llama"  # of language model, as its configuration names it: a compact SpeechLLM's
TOKENS = 2600  # prompt about 1,200 of the longest sentence, sound 750, answer: see README
_SPARE = 400 * 1024**2  # of the card, for the desktop


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a model's folder says of itself: the base's folder (None: it is itself a base), prompt version, name, licence.

    `facts`: it is given what the embedded assessor makes of a reading (`facts.py`).
    """

    id: str
    version: str
    base: str | None = None
    prompt: int = PROMPT_VERSION
    licence: str = "unknown"
    facts: bool = False

    @classmethod
    def load(cls, folder: Path) -> "Manifest":
        """Read it, or make one of a folder without. Raises `ModelError`: `prompt_differs` for a model of another prompt."""
        path = folder / MANIFEST
        if not path.exists():
            return cls(folder.resolve().name, "0")
        try:
            said = cls(**json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, TypeError, RecursionError) as error:
            raise ModelError("model_unreadable", path=str(path)) from error
        if not all(isinstance(each, str) for each in (said.id, said.version, said.licence, said.base or "")):
            raise ModelError("model_unreadable", path=str(path))
        if said.prompt != PROMPT_VERSION:
            raise ModelError("prompt_differs", path=str(folder), theirs=said.prompt, ours=PROMPT_VERSION)
        return said

    def save(self, folder: Path) -> None:
        """Write it beside the weights."""
        (folder / MANIFEST).write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """A model ready to answer; `need` is what was computed for it."""

    model: Any
    processor: Any
    manifest: Manifest
    need: Need


def offline() -> None:
    """No library looks anything up from here on; to be called before transformers is first imported."""
    for name in ("HF_HUB_OFFLINE", "HF_HUB_DISABLE_TELEMETRY", "HF_HUB_DISABLE_PROGRESS_BARS"):
        os.environ[name] = "1"
    logging.getLogger("bitsandbytes.backends.cpu.ops").setLevel(
        logging.ERROR
    )  # offers a kernel from the hub, which we don't fetch


def base_of(folder: Path, shelf: Path | None = None) -> tuple[Path, Path | None]:
    """The base's folder and the adapter's: a folder with `adapter_config.json` is an adapter and names its base.

    A name that isn't beside the adapter is looked for on the `shelf`.
    """
    if not (folder / "adapter_config.json").is_file():
        return _checked(folder, "config.json"), None
    named = (
        Manifest.load(folder).base or json.loads((folder / "adapter_config.json").read_text("utf-8"))["base_model_name_or_path"]
    )
    base = Path(named) if Path(named).is_absolute() else folder / named
    if shelf is not None and not base.is_dir():
        base = shelf / named
    return _checked(base, "config.json"), folder


def _checked(folder: Path, file: str) -> Path:
    if not (folder / file).is_file():
        raise ModelError("model_missing", path=str(folder))
    if not list(folder.glob("*.safetensors")):
        raise ModelError("no_safetensors", path=str(folder))
    return folder


def plan(config: Any, free: int | None, adapter: int = 0) -> tuple[Need, Placement]:
    """What will be needed, and what lives on the card: all, or all but embedding and tower. None free: no card, nothing to fit.

    Raises `ModelError` (`too_little_vram`) with its parts when even the small placement does not fit.
    """
    for placement in (ROOMY, SMALL):
        needed = need(config, tokens=TOKENS, placement=placement, adapter=adapter)
        if free is None or needed.total + _SPARE <= free:
            return needed, placement
    assert free is not None
    parts = ", ".join(f"{name} {size / 1024**3:.1f}" for name, size in needed.parts.items())
    raise ModelError("too_little_vram", need_gb=f"{needed.total / 1024**3:.1f}", free_gb=f"{free / 1024**3:.1f}", parts=parts)


def free_vram() -> int | None:
    """Bytes free on the first card, None without one."""
    import torch

    return int(torch.cuda.mem_get_info()[0]) if torch.cuda.is_available() else None


def quantisation(*, offload: bool = False) -> Any:
    """The one recipe, for use and training. `offload` lets parts stay on the host; nothing that lives there is quantised."""
    import torch
    from transformers import BitsAndBytesConfig

    return BitsAndBytesConfig(
        load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_use_double_quant=True, bnb_4bit_compute_dtype=torch.bfloat16,
        llm_int8_skip_modules=KEPT_WHOLE, llm_int8_enable_fp32_cpu_offload=offload,
    )  # fmt: skip


def load(folder: Path, shelf: Path | None = None) -> Loaded:
    """Base and adapter of a folder, in 4 bits. Raises `ModelError`, for a card that is too small before anything is loaded."""
    offline()
    from transformers import AutoConfig

    base, adapter = base_of(folder, shelf)
    manifest = Manifest.load(folder)
    config = AutoConfig.from_pretrained(base, local_files_only=True)
    if adapter is not None and config.model_type == SMALL_KIND:
        return _load_compact(base, adapter, manifest)
    return _load_large(base, adapter, manifest, config)


def _load_compact(base: Path, adapter: Path, manifest: Manifest) -> Loaded:
    from safetensors import SafetensorError

    from tutor.speechllm.compact import load_compact

    try:
        return Loaded(*load_compact(base, adapter), manifest, Need({}, {}))
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
        raise ModelError("model_unreadable", path=str(adapter)) from error


def _load_large(base: Path, adapter: Path | None, manifest: Manifest, config: Any) -> Loaded:
    import torch
    from transformers import AutoProcessor, Qwen2AudioForConditionalGeneration

    weights = sum(file.stat().st_size for file in adapter.glob("*.safetensors")) if adapter else 0
    needed, placement = plan(config, free_vram(), weights)
    made = hasattr(config, "quantization_config")  # saved in 4 bits: by our recipe, or its owner's
    try:
        model = Qwen2AudioForConditionalGeneration.from_pretrained(
            base, local_files_only=True, use_safetensors=True, dtype=torch.bfloat16, device_map=_devices(placement),
            quantization_config=None if made else quantisation(offload=placement is SMALL and torch.cuda.is_available()),
        )  # fmt: skip
        processor = AutoProcessor.from_pretrained(base, local_files_only=True)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError("model_unreadable", path=str(base)) from error
    processor.tokenizer.padding_side = "left"
    if not placement.embedding_on_card and torch.cuda.is_available():
        keep_on_host(model.get_input_embeddings(), torch.device("cuda:0"))
    return Loaded(_with_adapter(model, adapter), processor, manifest, needed)


def _with_adapter(model: Any, adapter: Path | None) -> Any:
    if adapter is None:
        return model.eval()
    from peft import PeftModel

    return PeftModel.from_pretrained(model, adapter, local_files_only=True).eval()


def keep_on_host(embedding: Any, card: Any) -> None:
    """Look rows up on the host and send only them to the card. Without this accelerate sends the whole table for every token."""
    from accelerate.hooks import remove_hook_from_module

    remove_hook_from_module(embedding)
    embedding.register_forward_pre_hook(lambda _, given: (given[0].to("cpu"),))
    embedding.register_forward_hook(lambda _, __, rows: rows.to(card))


def _devices(placement: Placement) -> dict[str, Any]:
    """Where each part lives."""
    import torch

    if not torch.cuda.is_available():
        return {"": "cpu"}
    tower = 0 if placement.tower_on_card else "cpu"
    embedding = 0 if placement.embedding_on_card else "cpu"
    return {
        "model.audio_tower": tower, "model.multi_modal_projector": 0, "model.language_model.embed_tokens": embedding,
        "model.language_model.layers": 0, "model.language_model.norm": 0, "model.language_model.rotary_emb": 0, "lm_head": 0,
    }  # fmt: skip
