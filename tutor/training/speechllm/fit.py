"""Training an adapter: the two losses on transformers' trainer, which brings accelerate, checkpoints, resuming, early stopping.

trl has no bounded DPO, and its preference trainers prepare text or images themselves, not sound: so trainer and adapter are
libraries' and only the loss is ours. The reference is the same model with its adapter switched off, or, where an adapter of the
name REFERENCE is loaded, with that one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from inspect import signature
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import EarlyStoppingCallback, Trainer, TrainingArguments

from tutor.domain.errors import ModelError
from tutor.training.speechllm.examples import Collator, Examples
from tutor.training.speechllm.losses import IGNORED, bounded_dpo, bounded_rejection, log_probs_of, sft_loss
from tutor.training.speechllm.recipe import Loss, Recipe

CHECKPOINTS, REFERENCE = "checkpoints", "reference"


class AdapterTrainer(Trainer):
    """Trains on batches of better answers, or of better ones and then as many worse ones.

    Logs besides the loss: `sft`, and for pairs `margin` (better minus worse, as log-ratios to the reference) and `least_chosen`,
    the lowest log-ratio of a better answer, which is to stay above log(delta) (field.md section 5).
    """

    def __init__(self, *args: Any, wanted: Loss, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.model_accepts_loss_kwargs = False  # our loss is a mean over rows: the trainer has to divide by accumulation
        self._wanted = wanted
        self._told: dict[str, list[float]] = defaultdict(list)
        base = self.accelerator.unwrap_model(self.model).get_base_model()
        self._keeps = "logits_to_keep" in signature(base.forward).parameters

    def compute_loss(
        self,
        model: nn.Module,
        inputs: dict[str, Tensor],
        return_outputs: bool = False,
        num_items_in_batch: Tensor | int | None = None,  # noqa: ARG002
    ) -> Tensor | tuple[Tensor, dict[str, Tensor]]:
        """SFT on the better answers, bounded DPO on pairs, weighted as the recipe says."""
        labels = inputs["labels"]
        asked = {name: value for name, value in inputs.items() if name != "labels"}
        loss = self._loss(model, asked, labels)
        return (loss, {}) if return_outputs else loss

    def _loss(self, model: nn.Module, asked: dict[str, Tensor], labels: Tensor) -> Tensor:
        wanted, rows = self._wanted, len(labels)
        logits, following = self._said(model, asked, labels)
        means = log_probs_of(logits, following, per_token=True)
        better = means[: rows // 2] if wanted.preference else means
        sft = sft_loss(better)
        self._note("sft", sft)
        if not wanted.preference:
            return wanted.sft * sft
        said = means if wanted.per_token else log_probs_of(logits, following, per_token=False)
        ratios = said - self._reference(model, asked, labels)
        chosen, rejected = ratios[: rows // 2], ratios[rows // 2 :]
        self._note("margin", (chosen - rejected).mean())
        self._note("least_chosen", chosen.min())
        self._note("least_rejected_bounded", bounded_rejection(rejected, wanted.delta).min())
        return wanted.sft * sft + wanted.preference * bounded_dpo(chosen, rejected, wanted.beta, wanted.delta)

    def _said(self, model: nn.Module, asked: dict[str, Tensor], labels: Tensor) -> tuple[Tensor, Tensor]:
        """Logits and the tokens that follow; only where one is learned, if the model can leave out the others."""
        following = labels[:, 1:]
        if not self._keeps:
            return model(**asked).logits[:, :-1], following
        places = (following != IGNORED).any(0).nonzero()[:, 0]
        return model(**asked, logits_to_keep=places).logits, following[:, places]

    def _reference(self, model: nn.Module, asked: dict[str, Tensor], labels: Tensor) -> Tensor:
        """log pi_ref, by the same wrapped model (so that sharded weights are gathered)."""
        with torch.no_grad(), _as_reference(self.accelerator.unwrap_model(model)):
            return log_probs_of(*self._said(model, asked, labels), per_token=self._wanted.per_token)

    def prediction_step(
        self,
        model: nn.Module,
        inputs: dict[str, Tensor],
        prediction_loss_only: bool,  # noqa: ARG002 - the trainer's signature
        ignore_keys: list[str] | None = None,  # noqa: ARG002
    ) -> tuple[Tensor, None, None]:
        """Only the loss is looked at."""
        with torch.no_grad():
            loss = self.compute_loss(model, self._prepare_inputs(inputs))
        assert isinstance(loss, Tensor)
        return loss, None, None

    def log(self, logs: dict[str, float], start_time: float | None = None) -> None:
        """The trainer's figures with ours, of what was seen since the last time."""
        kind, prefix = ("eval", "eval_") if "eval_loss" in logs else ("train", "")
        told = {name.removeprefix(kind): values for name, values in self._told.items() if name.startswith(kind)}
        for name, values in told.items():
            least = name.startswith("least")
            logs[prefix + name] = min(values) if least else sum(values) / len(values)
            self._told.pop(kind + name)
        super().log(logs, start_time)

    def _note(self, name: str, value: Tensor) -> None:
        assert self.model is not None
        self._told[("train" if self.model.training else "eval") + name].append(float(value.detach()))


@contextmanager
def _as_reference(model: Any) -> Iterator[None]:
    if REFERENCE not in model.peft_config:
        with model.disable_adapter():
            yield
        return
    model.set_adapter(REFERENCE)
    try:
        yield
    finally:
        model.set_adapter("default")


def fit(model: Any, processor: Any, sets: tuple[Examples, Examples], recipe: Recipe, out: Path) -> Mapping[str, float]:
    """Train, from the last whole checkpoint in `out` where there is one; the model ends as it was at its best.

    `sets`: what is learned from, and what says when to stop. Returns the figures of the best state on the second.
    """
    trainer = _trainer(model, processor, sets, recipe, out)
    trainer.train(resume_from_checkpoint=last_checkpoint(out / CHECKPOINTS))
    return trainer.evaluate()


def loss_on(model: Any, processor: Any, examples: Examples, recipe: Recipe, out: Path) -> float:
    """What the recipe's loss is on examples; nothing is learned."""
    return float(_trainer(model, processor, (examples, examples), recipe, out).evaluate()["eval_loss"])


def _trainer(model: Any, processor: Any, sets: tuple[Examples, Examples], recipe: Recipe, out: Path) -> AdapterTrainer:
    return AdapterTrainer(
        model=model, args=arguments(recipe, out), train_dataset=sets[0], eval_dataset=sets[1],
        data_collator=Collator(processor, recipe.loss), wanted=recipe.loss,
        callbacks=[EarlyStoppingCallback(early_stopping_patience=recipe.steps.patience)],
    )  # fmt: skip


def arguments(recipe: Recipe, out: Path) -> TrainingArguments:
    """The recipe in the trainer's words: `batch` holds whatever the number of processes."""
    from accelerate import PartialState

    steps, card = recipe.steps, torch.cuda.is_available()
    together, rest = divmod(steps.batch, PartialState().num_processes)
    if rest or not together:
        raise ModelError("batch_uneven", batch=steps.batch, processes=PartialState().num_processes)
    return TrainingArguments(
        output_dir=str(out / CHECKPOINTS), per_device_train_batch_size=1, per_device_eval_batch_size=1,
        gradient_accumulation_steps=together, num_train_epochs=steps.epochs, learning_rate=steps.rate,
        lr_scheduler_type=steps.schedule, warmup_steps=steps.warmup, max_grad_norm=steps.clip, optim="adamw_torch",
        eval_strategy="steps", eval_steps=steps.check_every, save_strategy="steps", save_steps=steps.check_every,
        save_total_limit=2, load_best_model_at_end=True, metric_for_best_model="loss", logging_steps=min(10, steps.check_every),
        seed=steps.seed, use_cpu=not card, bf16=card or steps.halved, activation_checkpointing=card or not steps.halved,
        activation_checkpointing_kwargs={"use_reentrant": False}, ddp_find_unused_parameters=False,
        remove_unused_columns=False, label_names=["labels"], report_to="none", dataloader_num_workers=2 if card else 0,
    )  # fmt: skip


def last_checkpoint(folder: Path) -> str | None:
    """The newest one that was written to its end: the trainer's state comes last."""
    whole = [path.parent for path in folder.glob("checkpoint-*/trainer_state.json") if path.read_text("utf-8").endswith("}\n")]
    return str(max(whole, key=lambda path: int(path.name.rpartition("-")[2]))) if whole else None
