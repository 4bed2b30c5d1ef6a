"""The compact SpeechLLM: a small Llama-kind language model that hears through the first layers of Moonshine's encoder.

A projector joins a few frames to one token of sound. Everything but encoder and projector is transformers' own, so that prompt,
codec, training and judge are those of Qwen2-Audio. The encoder is frozen and computes in single precision.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import AutoTokenizer, BatchFeature, LlamaConfig, LlamaForCausalLM, MoonshineConfig
from transformers.models.moonshine.modeling_moonshine import MoonshineEncoder
from transformers.utils.logging import disable_progress_bar

from tutor.domain.audio import Samples
from tutor.speechllm.packing import PackedLinear, adapters_of, pack

ENCODER = "encoder.safetensors"  # beside the adapter
AUDIO = "<empty_output>"  # a special token SmolLM2 has no other use for
JOINED = 8  # frames of 24 ms to a token
LAYERS = 3  # of the encoder: those the embedded assessor left as they were
_FULL = 32_767.0
_PEFT = "base_model.model."  # before each name in its files
_PROJECTOR = f"{_PEFT}multi_modal_projector."
_LAYERS = "model.layers."  # before each of their names


class Projector(nn.Module):
    """Frames (1, T, 288) to tokens (ceil(T / JOINED), width)."""

    def __init__(self, frame: int, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(frame)
        self.join = nn.Linear(frame * JOINED, width)
        self.say = nn.Linear(width, width)

    def forward(self, frames: Tensor) -> Tensor:
        """Silence fills the last token."""
        calm = self.norm(frames.to(self.norm.weight.dtype))
        padded = nn.functional.pad(calm, (0, 0, 0, -calm.shape[1] % JOINED))
        said: Tensor = self.say(nn.functional.gelu(self.join(padded.reshape(-1, JOINED * padded.shape[-1]))))
        return said


class CompactSpeechLlm(LlamaForCausalLM):
    """A Llama with ears: tokens of sound take the places of `audio_token`. Give it `samples` as `CompactProcessor` does."""

    _keys_to_ignore_on_load_missing = [r"audio_tower\.", r"multi_modal_projector\."]  # noqa: RUF012 - transformers' own name

    def __init__(self, config: LlamaConfig) -> None:
        super().__init__(config)
        ears = MoonshineConfig(encoder_num_hidden_layers=LAYERS)
        self.audio_tower = MoonshineEncoder(ears)
        self.audio_tower.set_attn_implementation("eager")  # faster than SDPA at this size
        self.multi_modal_projector = Projector(ears.hidden_size, config.hidden_size)
        self.audio_token = -1

    def hear(self, encoder: Path, audio_token: int) -> None:
        """Put the frozen encoder's weights in, and say which token stands for sound."""
        tower = self.audio_tower.float()
        tower.load_state_dict({name: weight.float() for name, weight in load_file(encoder).items()}, assign=True)
        tower.rotary_emb = type(tower.rotary_emb)(tower.config)  # its table isn't among the weights
        self.audio_token = audio_token

    def forward(
        self,
        input_ids: Tensor | None = None,
        samples: Tensor | None = None,
        lengths: Tensor | None = None,
        logits_to_keep: int | Tensor = 0,
        **given: Any,
    ) -> Any:
        """See `LlamaForCausalLM`; `samples` (clips, n) whole numbers of 16 bits, of which each clip has its `lengths`."""
        if samples is None or lengths is None:
            return super().forward(input_ids=input_ids, logits_to_keep=logits_to_keep, **given)
        assert input_ids is not None
        embedded = self.get_input_embeddings()(input_ids)
        sound = torch.cat([self._heard(clip[:length]) for clip, length in zip(samples, lengths.tolist(), strict=True)])
        places = (input_ids == self.audio_token).unsqueeze(-1).expand_as(embedded)
        given["inputs_embeds"] = embedded.masked_scatter(places, sound.to(embedded.dtype))
        return super().forward(logits_to_keep=logits_to_keep, **given)

    def _heard(self, clip: Tensor) -> Tensor:
        with torch.no_grad(), torch.autocast(clip.device.type, enabled=False):
            frames = self.audio_tower((clip.float() / _FULL).unsqueeze(0)).last_hidden_state
        said: Tensor = self.multi_modal_projector(frames)
        return said


def audio_tokens(samples: int) -> int:
    """How many tokens a clip takes."""
    frames = (((samples - 127) // 64 + 1 - 7) // 3 + 1 - 3) // 2 + 1
    return -(-frames // JOINED)


class CompactProcessor:
    """Text and sound to what `CompactSpeechLlm` takes, by the calls of transformers' `Qwen2AudioProcessor`."""

    def __init__(self, tokenizer: Any) -> None:
        self.tokenizer = tokenizer
        self.audio_token: int = tokenizer.convert_tokens_to_ids(AUDIO)

    def apply_chat_template(self, messages: Sequence[dict[str, Any]], **_: Any) -> str:
        """One turn of ours, without the system's: the model knows its task."""
        (message,) = messages
        said = "".join(AUDIO if part["type"] == "audio" else f"\n{part['text']}" for part in message["content"])
        return f"<|im_start|>user\n{said}<|im_end|>\n<|im_start|>assistant\n"

    def __call__(self, text: Sequence[str], audio: Sequence[Samples], **_: Any) -> BatchFeature:
        """Texts with one audio marker each, and their sound at 16 kHz; padded on the left."""
        marked = [one.replace(AUDIO, AUDIO * audio_tokens(len(clip)), 1) for one, clip in zip(text, audio, strict=True)]
        asked = self.tokenizer(marked, return_tensors="pt", padding=True, add_special_tokens=False)
        lengths = [len(clip) for clip in audio]
        samples = np.zeros((len(audio), max(lengths)), np.int32)
        for row, clip in zip(samples, audio, strict=True):
            row[: len(clip)] = np.round(np.clip(clip, -1, 1) * _FULL)
        sound = {"samples": torch.from_numpy(samples), "lengths": torch.tensor(lengths)}
        return BatchFeature({**asked, **sound})

    def batch_decode(self, *given: Any, **options: Any) -> list[str]:
        """As the tokenizer does."""
        said: list[str] = self.tokenizer.batch_decode(*given, **options)
        return said

    def save_pretrained(self, folder: str | Path) -> None:
        """The trainer keeps it beside its checkpoints."""
        self.tokenizer.save_pretrained(folder)


def load_compact(base: Path, adapter: Path) -> tuple[CompactSpeechLlm, CompactProcessor]:
    """Ready to answer, on the processor, in 4 bits. Raises what transformers and safetensors raise.

    The model is made without weights, and each is read into its last form: read whole, they would take more memory than all the
    rest. torch is held to one thread: sums are so small that two threads wait for each other longer than they add, and the window
    needs a core of its own.
    """
    torch.set_num_threads(1)
    processor = _processor(base)
    with torch.device("meta"):
        model = CompactSpeechLlm(LlamaConfig.from_pretrained(base, local_files_only=True))
    model.hear(adapter / ENCODER, processor.audio_token)
    _fill(model, base, _adapt(model, adapter))
    return model.eval(), processor


def _adapt(model: CompactSpeechLlm, adapter: Path) -> dict[str, PackedLinear]:
    """Put projector and adapter in, without peft, which takes more memory than the model; the layers to be filled, by name."""
    weights = load_file(adapter / "adapter_model.safetensors")
    said = json.loads((adapter / "adapter_config.json").read_text("utf-8"))
    way_in = {name.removeprefix(_PROJECTOR): each.float() for name, each in weights.items() if name.startswith(_PROJECTOR)}
    model.multi_modal_projector.load_state_dict(way_in, assign=True)
    return pack(model.model.layers, adapters_of(weights, said["lora_alpha"] / said["r"], f"{_PEFT}{_LAYERS}"))


def _fill(model: CompactSpeechLlm, base: Path, packed: Mapping[str, PackedLinear]) -> None:
    """Put the base's weights in: first those that stay as they are, above all the embedding, then one packed layer at a time."""
    kept = {name: _weight(base, name).clone() for name, each in model.named_parameters() if each.is_meta}
    model.load_state_dict(kept, strict=False, assign=True)
    model.tie_weights()
    model.model.rotary_emb = type(model.model.rotary_emb)(model.config)  # its table isn't among the weights
    for name, layer in packed.items():
        layer.fill(_weight(base, f"{_LAYERS}{name}.weight"))


def _weight(base: Path, name: str) -> Tensor:
    """Of the language model. The file is opened anew each time: what was read of it takes memory for as long as it is open."""
    with safe_open(str(base / "model.safetensors"), "pt") as file:
        weight: Tensor = file.get_tensor(name)
    return weight


def load_whole(base: Path, encoder: Path) -> tuple[CompactSpeechLlm, CompactProcessor]:
    """In bfloat16, as it is trained, with ears."""
    disable_progress_bar()
    model = CompactSpeechLlm.from_pretrained(base, local_files_only=True, use_safetensors=True, dtype=torch.bfloat16)
    processor = _processor(base)
    model.hear(encoder, processor.audio_token)
    model.multi_modal_projector.float()
    return model, processor


def _processor(base: Path) -> CompactProcessor:
    return CompactProcessor(AutoTokenizer.from_pretrained(base, local_files_only=True, padding_side="left"))
