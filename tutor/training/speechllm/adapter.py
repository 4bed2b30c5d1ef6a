"""The base model with a fresh adapter on it, ready to be trained: QLoRA through peft. Sound's way in stays as it was."""

import os
import re
from pathlib import Path
from typing import Any

import torch

from tutor.domain.errors import ModelError
from tutor.speechllm.loading import offline, quantisation
from tutor.training.speechllm.recipe import Adapter

PROJECTOR = "multi_modal_projector"


def load_base(base: Path) -> tuple[Any, Any]:
    """The base in 4 bits on this process's device, and its processor. Raises `ModelError`."""
    offline()
    from transformers import AutoProcessor, Qwen2AudioForConditionalGeneration

    wanted = quantisation()
    if os.environ.get("ACCELERATE_USE_FSDP") == "true":  # FSDP cuts weights into shards of one type: that of the arithmetic
        wanted.bnb_4bit_quant_storage = torch.bfloat16
    try:
        model = Qwen2AudioForConditionalGeneration.from_pretrained(
            base, local_files_only=True, use_safetensors=True, quantization_config=wanted, device_map={"": _device()}
        )
        processor = AutoProcessor.from_pretrained(base, local_files_only=True)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError("model_unreadable", path=str(base)) from error
    processor.tokenizer.padding_side = "left"
    _keep_as_loaded(model)
    return model, processor


def _keep_as_loaded(model: Any) -> None:
    """On some processors the first look at held-out readings would repack the weights for good, and steps after it differ."""
    for module in model.modules():
        if hasattr(module, "support_avx512bf16_for_cpu"):
            module.support_avx512bf16_for_cpu = False


def with_adapter(model: Any, adapter: Adapter, seed: int) -> Any:
    """A LoRA on the language model's layers; everything else is frozen. `ModelError` where a target names no layer."""
    from peft import LoraConfig, get_peft_model

    torch.manual_seed(seed)  # every process and every run begins with the same adapter
    model.requires_grad_(False)
    for config in (model.config, model.config.get_text_config()):
        config.use_cache = False
    matched = {name.rsplit(".", 1)[-1] for name, _ in model.named_modules() if re.fullmatch(_pattern(adapter.targets), name)}
    if matched != set(adapter.targets):
        raise ModelError("no_such_layer", names=", ".join(sorted(set(adapter.targets) - matched)))
    lora = LoraConfig(
        r=adapter.rank,
        lora_alpha=adapter.alpha,
        lora_dropout=adapter.dropout,
        bias="none",
        target_modules=_pattern(adapter.targets),
        modules_to_save=[PROJECTOR] if adapter.projector else None,
    )
    return get_peft_model(model, lora)


def _pattern(targets: tuple[str, ...]) -> str:
    """Bare names would match the audio tower as well (field.md B.6)."""
    return rf"(.*language_model|model)\.layers\.\d+\.(self_attn|mlp)\.({'|'.join(map(re.escape, targets))})"


def _device() -> int | str:
    return int(os.environ.get("LOCAL_RANK", "0")) if torch.cuda.is_available() else "cpu"
