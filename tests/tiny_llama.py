"""A random compact SpeechLLM of a few hundred thousand parameters: the path of the one that ships, no download."""

from pathlib import Path
from typing import Any

from tests.tiny_qwen import SPECIAL, a_tokenizer
from tutor.domain.target import Target
from tutor.speechllm.compact import AUDIO, ENCODER, LAYERS, load_whole
from tutor.speechllm.facts import Facts, WordFacts
from tutor.speechllm.loading import Manifest


def save_small_base(folder: Path, seed: int = 0, *, layers: int = 2, width: int = 64) -> Path:
    """The language model's folder, as the import leaves it."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    torch.manual_seed(seed)
    tokenizer = a_tokenizer((*SPECIAL, AUDIO))
    config = LlamaConfig(
        vocab_size=len(tokenizer), hidden_size=width, intermediate_size=2 * width, num_hidden_layers=layers,
        num_attention_heads=2, num_key_value_heads=1, max_position_embeddings=4096, tie_word_embeddings=True, dtype="bfloat16",
    )  # fmt: skip
    model: Any = LlamaForCausalLM(config)
    model.to(torch.bfloat16).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    Manifest("tiny", "0").save(folder)
    return folder


def save_encoder(path: Path) -> Path:
    """Random ears of the real size."""
    import torch
    from safetensors.torch import save_file
    from transformers import MoonshineConfig
    from transformers.models.moonshine.modeling_moonshine import MoonshineEncoder

    torch.manual_seed(1)
    tower = MoonshineEncoder(MoonshineConfig(encoder_num_hidden_layers=LAYERS))
    save_file({name: weight.half().contiguous() for name, weight in tower.state_dict().items()}, str(path))
    return path


def save_adapter(base: Path, folder: Path, adapter: Any) -> Path:
    """A fresh adapter that says something, with ears and manifest beside it."""
    import torch

    from tutor.training.speechllm.adapter import with_adapter

    folder.mkdir()
    model, _ = load_whole(base, save_encoder(folder / ENCODER))
    tuned = with_adapter(model, adapter, seed=3)
    with torch.no_grad():
        for name, weight in tuned.named_parameters():
            if "lora_B" in name:
                weight.normal_(std=0.2)
    tuned.save_pretrained(folder)
    Manifest("tiny-compact", "1", base=str(base), facts=True).save(folder)
    return folder


def some_facts(target: Target) -> Facts:
    """Of a middling reading."""
    words = tuple(
        WordFacts(8.0 + at % 2, tuple(1.9 - 0.3 * (nth % 3) for nth in range(len(word.pronunciations[0]))), at == 1)
        for at, word in enumerate(target.words)
    )
    return Facts({"accuracy": 7.4, "fluency": 8.1, "prosody": 7.9, "total": 7.6}, 110.0, words)
