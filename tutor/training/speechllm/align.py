"""The first stage of a compact model: its projector learns to make words of sound, by writing down what is read.

The language model stays as it is and is never told the text here, so that only the sound can tell it.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch.utils.data import Dataset
from transformers import Trainer, TrainingArguments

from tutor.acoustics.resample import to_16k
from tutor.domain.audio import Samples
from tutor.store.audiofiles import read_audio
from tutor.training.manifest import RatedReading
from tutor.training.speechllm.losses import IGNORED, response_log_probs, sft_loss

PROJECTOR = "projector.safetensors"
_ASKED = "Write down what is read."
_BATCH, _RATE = 8, 1e-3
Spoken = tuple[Samples, str]


class Sentences(Dataset[Spoken]):
    """Sound and text of each reading."""

    def __init__(self, readings: Sequence[RatedReading]) -> None:
        self._readings = readings

    def __len__(self) -> int:
        return len(self._readings)

    def __getitem__(self, at: int) -> Spoken:
        reading = self._readings[at]
        return to_16k(read_audio(reading.audio)).samples, reading.target.text.lower()


class _Transcripts:
    def __init__(self, processor: Any) -> None:
        self._processor = processor

    def __call__(self, batch: Sequence[Spoken]) -> dict[str, Any]:
        """Padded on the left; `labels` are the texts and their end token."""
        content = [{"type": "audio"}, {"type": "text", "text": _ASKED}]
        asked = self._processor.apply_chat_template([{"role": "user", "content": content}])
        end = self._processor.tokenizer.eos_token
        made = dict(self._processor(text=[f"{asked}{text}{end}" for _, text in batch], audio=[sound for sound, _ in batch]))
        labels = torch.full_like(made["input_ids"], IGNORED)
        for row, (_, text) in zip(range(len(batch)), batch, strict=True):
            own = self._processor.tokenizer(text + end, add_special_tokens=False)["input_ids"]
            labels[row, -len(own) :] = torch.tensor(own)
        return {**made, "labels": labels}


class _Aligner(Trainer):
    def compute_loss(
        self,
        model: Any,
        inputs: dict[str, Any],
        return_outputs: bool = False,
        num_items_in_batch: Any = None,  # noqa: ARG002
    ) -> Any:
        labels = inputs.pop("labels")
        loss = sft_loss(response_log_probs(model(**inputs).logits, labels, per_token=True))
        return (loss, {}) if return_outputs else loss


def align(
    model: Any, processor: Any, readings: tuple[Sequence[RatedReading], Sequence[RatedReading]], out: Path, epochs: float
) -> tuple[float, float]:
    """Teach the projector on the first readings and leave it in `out`; losses on the second ones before and after."""
    model.requires_grad_(False)
    model.multi_modal_projector.float().requires_grad_(True)
    arguments = TrainingArguments(
        output_dir=str(out), per_device_train_batch_size=_BATCH, per_device_eval_batch_size=_BATCH, num_train_epochs=epochs,
        learning_rate=_RATE, lr_scheduler_type="cosine", warmup_steps=10, use_cpu=not torch.cuda.is_available(), bf16=True,
        remove_unused_columns=False, label_names=["labels"], report_to="none", save_strategy="no", logging_steps=10,
    )  # fmt: skip
    trainer = _Aligner(
        model=model, args=arguments, train_dataset=Sentences(readings[0]), eval_dataset=Sentences(readings[1]),
        data_collator=_Transcripts(processor),
    )  # fmt: skip
    before = trainer.evaluate()["eval_loss"]
    trainer.train()
    after = trainer.evaluate()["eval_loss"]
    save_file(model.multi_modal_projector.state_dict(), str(out / PROJECTOR))
    return before, after
