"""Fitting the networks: one cycle of the learning rate, a moving average of the weights, noise and masks on the stem."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from rich.progress import Progress
from torch import Tensor, nn
from transformers.models.moonshine.modeling_moonshine import MoonshineEncoder

from tutor.training.examples import Batch, Example, batches
from tutor.training.losses import loss
from tutor.training.network import Head, HeadOutput, Listener


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train. The encoder's layers from `first_layer` on are tuned: 0 tunes all six, 6 none."""

    epochs: int = 6
    batch: int = 8
    encoder_rate: float = 2e-4
    first_layer: int = 4
    head_rate: float = 1e-3
    weight_decay: float = 0.01
    encoder_dropout: float = 0.1
    head_dropout: float = 0.15
    average: float = 0.99
    aligner_steps: int = 600
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


def fit(encoder: MoonshineEncoder, examples: Sequence[Example], recipe: Recipe, name: str) -> Scorer:
    """Train from the pretrained encoder; returns the averaged network, ready for use. Same seed, same result on one machine."""
    torch.manual_seed(recipe.seed)
    generator = np.random.default_rng(recipe.seed)
    network = Scorer(encoder, recipe)
    average = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(recipe.average)
    )
    optimiser = torch.optim.AdamW(_groups(network, recipe), weight_decay=recipe.weight_decay)
    steps = recipe.epochs * sum(1 for _ in batches(examples, recipe.batch, np.random.default_rng(0)))
    rates = [group["lr"] for group in optimiser.param_groups]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=steps, pct_start=0.2)
    with Progress() as progress:
        bar = progress.add_task(name, total=steps)
        for _ in range(recipe.epochs):
            for batch in batches(examples, recipe.batch, generator):
                _step(network, batch, optimiser)
                schedule.step()
                average.update_parameters(network)
                progress.advance(bar)
    assert isinstance(average.module, Scorer)
    return average.module.eval()


def _groups(network: Scorer, recipe: Recipe) -> list[dict[str, object]]:
    network.listener.encoder.requires_grad_(False)
    tuned = [*network.listener.encoder.layers[recipe.first_layer :].requires_grad_(True).parameters()]
    others = [p for n, p in network.named_parameters() if not n.startswith("listener.encoder.")]
    return [
        group
        for group in ({"params": tuned, "lr": recipe.encoder_rate}, {"params": others, "lr": recipe.head_rate})
        if group["params"]
    ]


def _step(network: Scorer, batch: Batch, optimiser: torch.optim.Optimizer) -> None:
    network.train()
    with torch.autocast("cpu", torch.bfloat16):
        log_posteriors, output = network(_disturbed(batch), batch)
    value = loss(log_posteriors, _in_float(output), batch)
    optimiser.zero_grad()
    value.backward()
    for means in (
        True,
        False,
    ):  # apart: one rater who dissents makes a variance's gradient so steep that it would shrink the rest to nothing
        nn.utils.clip_grad_norm_([p for n, p in network.named_parameters() if ("log_variance" not in n) is means], 1.0)
    optimiser.step()


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
