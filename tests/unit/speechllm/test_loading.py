"""Loading in 4 bits: what is quantised, what it needs, and what is refused before anything is loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from accelerate import cpu_offload
from transformers import Qwen2AudioConfig

from tests.tiny_qwen import save_tiny
from tutor.domain.errors import ModelError
from tutor.speechllm.loading import TOKENS, Loaded, Manifest, keep_on_host, load, plan
from tutor.speechllm.memory import GIB, SMALL, need

SEVEN_B = Qwen2AudioConfig(
    audio_config={"model_type": "qwen2_audio_encoder", "num_mel_bins": 128, "d_model": 1280, "encoder_layers": 32,
                  "encoder_attention_heads": 20, "encoder_ffn_dim": 5120, "max_source_positions": 1500},
    text_config={"model_type": "qwen2", "vocab_size": 156032, "hidden_size": 4096, "intermediate_size": 11008,
                 "num_hidden_layers": 32, "num_attention_heads": 32, "num_key_value_heads": 32},
)  # fmt: skip


@pytest.fixture(scope="module")
def loaded(base: Path) -> Loaded:
    """One that hasn't answered yet: on some processors its first answer repacks the weights."""
    return load(base)


def test_only_the_language_model_is_quantised(loaded: Loaded) -> None:
    from bitsandbytes.nn.modules import Linear4bit

    small = {name for name, module in loaded.model.named_modules() if isinstance(module, Linear4bit)}
    wanted = {
        f"model.language_model.layers.{layer}.{part}"
        for layer in (0, 1)
        for part in ("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.o_proj", "mlp.gate_proj",
                     "mlp.up_proj", "mlp.down_proj")
    }  # fmt: skip
    assert small == wanted
    weight = loaded.model.get_submodule("model.language_model.layers.0.mlp.up_proj").weight
    assert weight.quant_type == "nf4"
    assert weight.quant_state.nested
    assert loaded.model.get_submodule("model.language_model.layers.0.mlp.up_proj").compute_dtype is torch.bfloat16
    assert loaded.model.model.audio_tower.conv1.weight.dtype is torch.bfloat16
    assert loaded.model.model.multi_modal_projector.linear.weight.dtype is torch.bfloat16


def _bytes(module: Any) -> int:
    total = 0
    for tensor in (*module.parameters(), *module.buffers()):
        total += tensor.numel() * tensor.element_size()
        state = getattr(tensor, "quant_state", None)
        if state is not None:
            parts = (state.absmax, state.code, state.offset, state.state2.absmax, state.state2.code)
            total += sum(part.numel() * part.element_size() for part in parts)
    return total


def test_the_estimate_is_within_5_percent_of_the_tensors(loaded: Loaded) -> None:
    model, parts = loaded.model.model, loaded.need.parts
    real = {
        "language model, 4-bit": _bytes(model.language_model) - _bytes(model.language_model.embed_tokens),
        "embedding": _bytes(model.language_model.embed_tokens),
        "output layer": _bytes(loaded.model.lm_head),
        "audio tower": _bytes(model.audio_tower),
        "projector": _bytes(model.multi_modal_projector),
    }
    for name, size in real.items():
        assert parts[name] == pytest.approx(size, rel=0.05), name
    with torch.no_grad():
        cache = loaded.model(input_ids=torch.tensor([[5, 6, 7]]), use_cache=True).past_key_values
    held = sum(t.numel() * t.element_size() for layer in cache.layers for t in (layer.keys, layer.values))
    assert need(loaded.model.config, tokens=3).parts["cache"] == held


def test_the_7b_model_with_a_30_s_clip_fits_a_card_of_8_gb() -> None:
    needed, placement = plan(SEVEN_B, int(7.6 * GIB), adapter=230_000_000)
    assert placement is SMALL
    assert needed.total <= 7.2 * GIB
    assert set(needed.host) == {"embedding", "audio tower"}
    assert needed.parts["cache"] == TOKENS * 512 * 1024
    assert needed.parts["output layer"] + needed.host["embedding"] == pytest.approx(2.5e9, rel=0.03)
    assert needed.host["audio tower"] == pytest.approx(1.3e9, rel=0.03)
    assert plan(SEVEN_B, 12 * GIB)[0].host == {}


def test_a_card_that_is_too_small_is_told_what_is_needed() -> None:
    with pytest.raises(ModelError) as said:
        plan(SEVEN_B, 4 * GIB)
    assert said.value.code == "too_little_vram"
    assert "language model, 4-bit 3.1" in str(said.value.facts["parts"])


def test_the_embedding_can_stay_on_the_host() -> None:
    embedding = torch.nn.Embedding(10, 4)
    ids = torch.tensor([[1, 9]])
    before = embedding(ids)
    cpu_offload(embedding, torch.device("cpu"))
    assert embedding.weight.is_meta
    keep_on_host(embedding, torch.device("cpu"))
    assert torch.equal(embedding(ids), before)
    assert not embedding.weight.is_meta


def test_an_adapter_names_its_base_and_changes_answers(base: Path, tmp_path: Path, loaded: Loaded) -> None:
    from peft import LoraConfig, get_peft_model
    from transformers import Qwen2AudioForConditionalGeneration

    plain = Qwen2AudioForConditionalGeneration.from_pretrained(base, local_files_only=True)
    wrapped = get_peft_model(plain, LoraConfig(r=2, target_modules=["up_proj"], init_lora_weights=False))
    wrapped.save_pretrained(str(tmp_path / "mine"))
    Manifest("mine", "1", base=str(base)).save(tmp_path / "mine")
    with_adapter = load(tmp_path / "mine")
    ids = torch.tensor([[5, 6, 7]])
    with torch.no_grad():
        assert not torch.allclose(with_adapter.model(input_ids=ids).logits, loaded.model(input_ids=ids).logits)
    assert with_adapter.manifest.id == "mine"
    assert with_adapter.need.parts["adapter"] > 0


def test_a_model_for_another_prompt_is_refused(base: Path, tmp_path: Path) -> None:
    (tmp_path / "speechllm.json").write_text(json.dumps({"id": "x", "version": "1", "prompt": 99}))
    with pytest.raises(ModelError, match="prompt_differs"):
        Manifest.load(tmp_path)


def test_pickled_weights_are_refused(tmp_path: Path) -> None:
    folder = save_tiny(tmp_path / "m")
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(ModelError, match="no_safetensors"):
        load(folder)


def test_what_is_no_folder_is_missing_and_never_looked_up(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="model_missing"):
        load(Path("Qwen/Qwen2-Audio-7B-Instruct"))


def test_the_codec_needs_no_torch() -> None:
    code = "import sys, tutor.speechllm.codec, tutor.speechllm.grammar, tutor.speechllm.memory; assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, env=dict(os.environ))


def test_what_was_quantised_and_saved_before_use_loads_bit_for_bit(base: Path, tmp_path: Path) -> None:
    fresh = load(base)
    fresh.model.save_pretrained(tmp_path / "small")
    fresh.processor.save_pretrained(tmp_path / "small")
    again = load(tmp_path / "small")
    name = "model.language_model.layers.1.mlp.down_proj"
    mine, theirs = (each.model.get_submodule(name).weight for each in (fresh, again))
    assert torch.equal(mine.data, theirs.data)
    assert torch.equal(mine.quant_state.absmax, theirs.quant_state.absmax)
    ids = torch.tensor([[5, 6, 7]])
    with torch.no_grad():
        assert torch.equal(fresh.model(input_ids=ids).logits, again.model(input_ids=ids).logits)
