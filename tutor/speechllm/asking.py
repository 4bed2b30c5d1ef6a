"""One sentence as the model gets it: chat, sound and, in training, the answer. Shared by use and training."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tutor.domain.audio import Samples
from tutor.domain.errors import ModelError
from tutor.domain.target import TargetWord
from tutor.speechllm.codec import pieces, prompt
from tutor.speechllm.facts import Facts
from tutor.speechllm.grammar import Grammar

RATE = 16_000
LONGEST_S = 30.0  # the processor cuts what is longer without a word


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """One sentence: its words, the 16 kHz sound in which they were read, 30 s at most, and what is known of it already."""

    samples: Samples
    words: tuple[TargetWord, ...]
    facts: Facts | None = None

    def __post_init__(self) -> None:
        if len(self.samples) > LONGEST_S * RATE:
            raise ModelError("clip_too_long", seconds=round(len(self.samples) / RATE, 1), limit=LONGEST_S)


def chat(clip: Clip, processor: Any) -> str:
    """The conversation up to where the answer begins, with its audio marker."""
    content = [{"type": "audio", "audio_url": "take"}, {"type": "text", "text": prompt(clip.words, clip.facts)}]
    said: str = processor.apply_chat_template([{"role": "user", "content": content}], add_generation_prompt=True, tokenize=False)
    return said


def grammar_of(clip: Clip, processor: Any) -> Grammar:
    """The answers that are allowed. Raises `ModelError` (`tokenizer_unfit`)."""
    return Grammar.of(pieces(clip.words, clip.facts), lambda text: processor.tokenizer.encode(text, add_special_tokens=False))


def model_inputs(processor: Any, clips: Sequence[Clip], answers: Sequence[str] | None = None) -> Any:
    """A padded batch for the model; with `answers` (each ending as the model is to end) appended to the questions."""
    texts = [chat(clip, processor) for clip in clips]
    if answers is not None:
        texts = [text + answer for text, answer in zip(texts, answers, strict=True)]
    return processor(text=texts, audio=[clip.samples for clip in clips], sampling_rate=RATE, return_tensors="pt", padding=True)
