"""How much memory of the graphics card a model needs, part by part, from its configuration alone; computed before it is loaded.

Every figure is bytes. What runs on the card: the language model in 4 bits (NF4 with double quantisation), norms and biases in
bfloat16, the output layer, the cache, and room to compute in. The input embedding and the audio tower may stay on the host: the
embedding is a look-up of a few rows there, the tower passes through the card layer by layer, once a clip.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

GIB = 1024**3
_BF16 = 2
_BLOCK, _NESTED = 64, 256  # weights a scale, scales a second scale
_OVERHEAD = 300 * 1024**2  # bytes of CUDA's context and libraries
_STATE = 16 * 4 + 4 + _NESTED * 4 + 16 * 4  # code books and offset of one quantised layer


@dataclass(frozen=True, slots=True)
class Need:
    """`parts` on the card by name, `host` what stays in the computer's own memory."""

    parts: Mapping[str, int]
    host: Mapping[str, int]

    @property
    def total(self) -> int:
        """Bytes on the card."""
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class Placement:
    """What lives on the card: everything, or embedding and tower on the host."""

    embedding_on_card: bool = True
    tower_on_card: bool = True


ROOMY, SMALL = Placement(), Placement(embedding_on_card=False, tower_on_card=False)


def linear_4bit(rows: int, columns: int) -> int:
    """A quantised matrix: half a byte a weight, a byte a block of 64, four bytes 256 blocks, and its code books."""
    weights = rows * columns
    blocks = ceil(weights / _BLOCK)
    return ceil(weights / 2) + blocks + 4 * ceil(blocks / _NESTED) + _STATE


def tower_bytes(audio: Any) -> int:
    """The audio tower in bfloat16 (Whisper's encoder: keys have no bias)."""
    d, ffn = audio.d_model, audio.encoder_ffn_dim
    layer = 4 * d * d + 3 * d + 2 * d * ffn + ffn + d + 4 * d
    stem = 3 * audio.num_mel_bins * d + d + 3 * d * d + d
    return int(_BF16 * (audio.encoder_layers * layer + stem + audio.max_source_positions * d + 2 * d))


def projector_bytes(config: Any) -> int:
    """From the tower's width to the language model's, bfloat16."""
    return int(_BF16 * (config.audio_config.d_model + 1) * config.text_config.hidden_size)


def layer_bytes(text: Any) -> int:
    """One layer of the language model: seven matrices in 4 bits, biases of three and two norms in bfloat16."""
    h, ffn = text.hidden_size, text.intermediate_size
    head = getattr(text, "head_dim", None) or h // text.num_attention_heads
    q, kv = text.num_attention_heads * head, text.num_key_value_heads * head
    matrices = ((q, h), (kv, h), (kv, h), (h, q), (ffn, h), (ffn, h), (h, ffn))
    return sum(linear_4bit(*matrix) for matrix in matrices) + int(_BF16 * (q + 2 * kv + 2 * h))


def cache_bytes(text: Any, tokens: int, rows: int = 1) -> int:
    """Keys and values of all layers, bfloat16."""
    head = getattr(text, "head_dim", None) or text.hidden_size // text.num_attention_heads
    return int(2 * _BF16 * text.num_hidden_layers * text.num_key_value_heads * head * tokens * rows)


def need(config: Any, *, tokens: int, rows: int = 1, placement: Placement = ROOMY, adapter: int = 0) -> Need:
    """For `rows` clips at a time of `tokens` each (prompt, sound and answer). `adapter`: bytes of its file."""
    text = config.text_config
    table = _BF16 * text.vocab_size * text.hidden_size
    tower = tower_bytes(config.audio_config)
    parts = {
        "language model, 4-bit": text.num_hidden_layers * layer_bytes(text) + _BF16 * text.hidden_size,
        "output layer": table,
        "projector": projector_bytes(config),
        "adapter": adapter,
        "cache": cache_bytes(text, tokens, rows),
        "room to compute": _working(config, tokens, rows),
    }
    host: dict[str, int] = {}
    for name, size, on_card in (
        ("embedding", table, placement.embedding_on_card),
        ("audio tower", tower, placement.tower_on_card),
    ):
        (parts if on_card else host)[name] = size
    return Need({name: size for name, size in parts.items() if size}, host)


def _working(config: Any, tokens: int, rows: int) -> int:
    """The largest moment: a whole prompt in one layer (its wide half three times, hidden states eight times) beside one matrix
    unpacked, or the tower's attention over its 1,500 frames beside one of its layers; and what CUDA and its libraries take."""
    text, audio = config.text_config, config.audio_config
    prompt = _BF16 * rows * tokens * (3 * text.intermediate_size + 8 * text.hidden_size)
    unpacked = _BF16 * text.hidden_size * text.intermediate_size
    logits = 3 * 4 * rows * text.vocab_size
    frames = audio.max_source_positions
    attention = _BF16 * rows * (2 * audio.encoder_attention_heads * frames**2 + 6 * frames * audio.encoder_ffn_dim)
    return int(max(prompt + unpacked + logits, attention + tower_bytes(audio) // audio.encoder_layers)) + _OVERHEAD
