"""Fitting a network: one cycle of the learning rate, a moving average of the weights, variants of takes, noise and masks."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from transformers.models.moonshine.modeling_moonshine import MoonshineEncoder

from tutor.training.examples import Batch, Example, batches, count_batches
from tutor.training.losses import loss
from tutor.training.network import Head, HeadOutput, Listener

Tell = Callable[[float], None]  # hears which share of the steps is done


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train. The encoder's layers from `first_layer` on are tuned: 0 tunes all six, 6 none.

    A model is a team of `members`: networks alike but for their seed, whose answers are averaged. A take is heard as it is in
    the share `clean` of the epochs, as one of its `variants` in the others.
    """

    epochs: int = 7
    batch: int = 8
    encoder_rate: float = 2e-4
    first_layer: int = 3
    head_rate: float = 1e-3
    weight_decay: float = 0.01
    encoder_dropout: float = 0.1
    head_dropout: float = 0.15
    average: float = 0.99
    aligner_steps: int = 600
    variants: int = 4
    clean: float = 0.25
    members: int = 2
    seed: int = 17


class Scorer(nn.Module):
    """Listener and head together."""

    def __init__(self, encoder: MoonshineEncoder, recipe: Recipe) -> None:
        super().__init__()
        self.listener = Listener(copy.deepcopy(encoder), recipe.encoder_dropout)
        self.head = Head(encoder.config.hidden_size, recipe.head_dropout)

    def forward(self, stem: Tensor, batch: Batch) -> tuple[Tensor, HeadOutput]:
        """Log posteriors of frames and the scores."""
        mixed, log_posteriors = self.listener(stem, batch.frame_mask)
        masks = (batch.frame_mask, batch.phone_mask)
        return log_posteriors, self.head(mixed, log_posteriors, batch.pool, batch.phones, batch.timings, batch.words, *masks)


class _Training:
    """Everything that moves while a network is fitted, so that it can be put down after an epoch and taken up again."""

    def __init__(self, network: Scorer, recipe: Recipe, steps: int) -> None:
        self.network = network
        self.average = torch.optim.swa_utils.AveragedModel(
            network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(recipe.average)
        )
        self.optimiser = torch.optim.AdamW(_groups(network, recipe), weight_decay=recipe.weight_decay)
        rates = [group["lr"] for group in self.optimiser.param_groups]
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimiser, rates, total_steps=steps, pct_start=0.2)
        self.epoch = 0
        self._parts: tuple[Any, ...] = (network, self.average, self.optimiser, self.schedule)

    def save(self, path: Path) -> None:
        unfinished = path.with_suffix(".new")
        torch.save({"epoch": self.epoch, "parts": [part.state_dict() for part in self._parts]}, unfinished)
        unfinished.replace(path)

    def take_up(self, path: Path) -> None:
        kept = torch.load(path, weights_only=True)
        self.epoch = kept["epoch"]
        for part, state in zip(self._parts, kept["parts"], strict=True):
            part.load_state_dict(state)


def fit(encoder: MoonshineEncoder, variants: Sequence[Sequence[Example]], recipe: Recipe, kept: Path, tell: Tell) -> Scorer:
    """Train from the pretrained encoder; returns the averaged network, ready for use.

    `variants`: the takes as they are, then their variants, all in one order. The state after each epoch lies in `kept`, and a
    stopped run goes on from there. Same seed, same result on one machine.
    """
    torch.manual_seed(recipe.seed)
    an_epoch = count_batches(len(variants[0]), recipe.batch)
    training = _Training(Scorer(encoder, recipe), recipe, recipe.epochs * an_epoch)
    if kept.exists():
        training.take_up(kept)
    while training.epoch < recipe.epochs:
        generator = np.random.default_rng([recipe.seed, training.epoch])
        torch.manual_seed(int(generator.integers(2**31)))
        for number, batch in enumerate(batches(_heard(variants, recipe.clean, generator), recipe.batch, generator)):
            _step(training, batch)
            tell((training.epoch + number / an_epoch) / recipe.epochs)
        training.epoch += 1
        training.save(kept)
    assert isinstance(training.average.module, Scorer)
    return training.average.module.eval()


def _heard(variants: Sequence[Sequence[Example]], clean: float, generator: np.random.Generator) -> list[Example]:
    """Each take as it is heard in one epoch."""
    others = len(variants) - 1
    spoilt = (generator.random(len(variants[0])) >= clean) & (others > 0)
    chosen = spoilt * generator.integers(1, 1 + max(1, others), len(spoilt))
    return [variants[variant][take] for take, variant in enumerate(chosen)]


def _groups(network: Scorer, recipe: Recipe) -> list[dict[str, object]]:
    network.listener.encoder.requires_grad_(False)
    tuned = [*network.listener.encoder.layers[recipe.first_layer :].requires_grad_(True).parameters()]
    others = [p for n, p in network.named_parameters() if not n.startswith("listener.encoder.")]
    return [
        group
        for group in ({"params": tuned, "lr": recipe.encoder_rate}, {"params": others, "lr": recipe.head_rate})
        if group["params"]
    ]


def _step(training: _Training, batch: Batch) -> None:
    network = training.network
    network.train()
    with torch.autocast("cpu", torch.bfloat16):
        log_posteriors, output = network(_disturbed(batch), batch)
    value = loss(log_posteriors, _in_float(output), batch)
    training.optimiser.zero_grad()
    value.backward()
    for means in (
        True,
        False,
    ):  # apart: one rater who dissents makes a variance's gradient so steep that it would shrink the rest to nothing
        nn.utils.clip_grad_norm_([p for n, p in network.named_parameters() if ("log_variance" not in n) is means], 1.0)
    training.optimiser.step()
    training.schedule.step()
    training.average.update_parameters(network)


def _in_float(output: HeadOutput) -> HeadOutput:
    return HeadOutput(output.phone.float(), output.word.float(), output.utterance.float(), output.mispronounced.float())


def _disturbed(batch: Batch) -> Tensor:
    """Gain, noise and two time masks of up to 0.25 s a take, on the frozen layers' outputs."""
    stem = batch.stem.float()
    takes, frames, _, _ = stem.shape
    gain = 1 + 0.1 * torch.randn(takes, 1, 1, 1)
    noisy = stem * gain + 0.1 * stem.std((0, 1, 3), keepdim=True) * torch.randn_like(stem)
    at = torch.arange(frames)
    for _ in range(2):
        start = torch.rand(takes, 1) * batch.frame_mask.sum(1, keepdim=True)
        length = torch.randint(0, 11, (takes, 1))
        noisy = noisy.masked_fill(((at >= start) & (at < start + length))[:, :, None, None], 0.0)
    return noisy
