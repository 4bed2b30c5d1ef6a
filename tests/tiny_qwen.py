"""A random Qwen2-Audio of a few hundred thousand parameters and a real processor: the path of the 7B model, no download.

Its tokenizer is Qwen2's kind (byte level, the same splitting), trained on the words of our prompt and labels.
"""

from pathlib import Path
from typing import Any

from tests.builders import a_target
from tutor.speechllm.codec import prompt
from tutor.speechllm.rubric import LABELS, RUBRICS

AUDIO_MARK = "<|audio_bos|><|AUDIO|><|audio_eos|>"
SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|AUDIO|>", "<|audio_bos|>", "<|audio_eos|>")
QWEN_SPLIT = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
CHAT = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
    "{% if message['content'] is string %}{{ message['content'] }}{% else %}{% for part in message['content'] %}"
    "{% if part['type'] == 'audio' %}Audio 1: <|audio_bos|><|AUDIO|><|audio_eos|>\n{% else %}{{ part['text'] }}{% endif %}"
    "{% endfor %}{% endif %}<|im_end|>\n{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def a_tokenizer(special: tuple[str, ...] = SPECIAL) -> Any:
    """Qwen2's kind of tokenizer with a small vocabulary."""
    from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    made = Tokenizer(models.BPE())
    split = pre_tokenizers.Split(Regex(QWEN_SPLIT), "isolated")
    made.pre_tokenizer = pre_tokenizers.Sequence([split, pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    made.decoder = decoders.ByteLevel()
    learn = trainers.BpeTrainer(
        vocab_size=600, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), special_tokens=list(special), show_progress=False
    )
    words = [
        prompt(a_target().words),
        *(f" {label} /{label}\n" for label in LABELS),
        *(rubric.task for rubric in RUBRICS.values()),
    ]
    made.train_from_iterator(words * 3, learn)
    return PreTrainedTokenizerFast(
        tokenizer_object=made, eos_token="<|im_end|>", pad_token="<|endoftext|>", padding_side="left", model_max_length=8192
    )


def a_processor() -> Any:
    """The real processor: Whisper's features (30 s, 128 mel bands) and the tokenizer."""
    from transformers import Qwen2AudioProcessor, WhisperFeatureExtractor

    extractor = WhisperFeatureExtractor(feature_size=128, sampling_rate=16_000, chunk_length=30)
    return Qwen2AudioProcessor(extractor, a_tokenizer(), chat_template=CHAT)


def a_model(processor: Any, seed: int = 0) -> Any:
    """Random weights, float32."""
    import torch
    from transformers import Qwen2AudioConfig, Qwen2AudioForConditionalGeneration

    torch.manual_seed(seed)
    vocabulary = len(processor.tokenizer)
    config = Qwen2AudioConfig(
        audio_config={"model_type": "qwen2_audio_encoder", "num_mel_bins": 128, "d_model": 64, "encoder_layers": 2,
                      "encoder_attention_heads": 2, "encoder_ffn_dim": 128, "max_source_positions": 1500},
        text_config={"model_type": "qwen2", "vocab_size": vocabulary, "hidden_size": 64, "intermediate_size": 192,
                     "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 4, "max_position_embeddings": 8192},
        audio_token_index=processor.tokenizer.convert_tokens_to_ids("<|AUDIO|>"),
    )  # fmt: skip
    model = Qwen2AudioForConditionalGeneration(config).eval()
    model.generation_config.eos_token_id = processor.tokenizer.eos_token_id
    model.generation_config.pad_token_id = processor.tokenizer.pad_token_id
    return model


def save_tiny(folder: Path, seed: int = 0) -> Path:
    """The base model's folder as a download would lie there: safetensors, config, processor."""
    processor = a_processor()
    a_model(processor, seed).save_pretrained(folder)
    processor.save_pretrained(folder)
    return folder
