"""The networks of the embedded assessor: frames to phone posteriors, and phones to scores.

Exported to ONNX by `export.py`; arrays are described in `tutor.scorer.evidence`. B takes, T frames, N phones, M words.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers.models.moonshine.modeling_moonshine import MoonshineEncoder

from tutor.scorer.alignment import CLASSES
from tutor.scorer.evidence import LONGEST, TIMINGS
from tutor.training.manifest import LEARNED_ASPECTS

WIDTH = 128
WORD_ASPECTS = ("accuracy", "stress")


@dataclass(frozen=True, slots=True)
class HeadOutput:
    """Means and log variances: `phone` (B, N, 2), `word` (B, M, 2 aspects, 2), `utterance` (B, 4, 2). And logits (B, N).

    All on 0-2: the corpus's 0-10 over 5, as published work has it.
    """

    phone: Tensor
    word: Tensor
    utterance: Tensor
    mispronounced: Tensor


class Listener(nn.Module):
    """Moonshine's encoder with all layers' outputs mixed, and a frame classifier."""

    def __init__(self, encoder: MoonshineEncoder, dropout: float) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.mix = nn.Parameter(torch.zeros(1 + len(encoder.layers)))
        self.norm = nn.LayerNorm(encoder.config.hidden_size)
        self.classify = nn.Linear(encoder.config.hidden_size, CLASSES)

    def stem(self, samples: Tensor) -> Tensor:
        """16 kHz samples (B, n) to (B, T, 1, 288). Its group norm spans the whole clip: never pad what goes in here."""
        encoder = self.encoder
        hidden = encoder.groupnorm(torch.tanh(encoder.conv1(samples.unsqueeze(1))))
        hidden = nn.functional.gelu(encoder.conv2(hidden))
        return nn.functional.gelu(encoder.conv3(hidden)).transpose(1, 2).unsqueeze(2)

    def frozen(self, samples: Tensor, layers: int) -> Tensor:
        """16 kHz samples (B, n) to the outputs of the stem and the first `layers` layers (B, T, 1 + layers, 288)."""
        return self._run(self.stem(samples), layers, None)

    def encode(self, outputs: Tensor, mask: Tensor | None = None) -> Tensor:
        """Outputs of the first layers to those of all: (B, T, done, 288) to (B, T, 1 + layers, 288). `mask` (B, T): real frames.

        The stem's output counts as the first; layers that are not tuned need to be run only once.
        """
        return self._run(outputs, len(self.encoder.layers), mask)

    def _run(self, outputs: Tensor, layers: int, mask: Tensor | None) -> Tensor:
        found, hidden = list(outputs.unbind(2)), outputs[:, :, -1]
        allowed = None if mask is None else mask[:, None, None, :]
        positions = torch.arange(hidden.shape[1]).unsqueeze(0)
        rotary = self.encoder.rotary_emb(hidden, position_ids=positions)
        for layer in self.encoder.layers[len(found) - 1 : layers]:
            moved = layer(hidden, attention_mask=allowed, position_ids=positions, position_embeddings=rotary)
            hidden = hidden + self.dropout(moved - hidden)
            found.append(hidden)
        return torch.stack(found, 2)

    def forward(self, outputs: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Outputs of the first layers (see `encode`) to features (B, T, 288) and log posteriors (B, T, CLASSES)."""
        layers = self.encode(outputs, mask)
        weighted = nn.functional.layer_norm(layers, layers.shape[-1:]) * self.mix.softmax(0).unsqueeze(-1)
        mixed = self.norm(weighted.sum(2))
        return mixed, self.classify(mixed).float().log_softmax(-1)


class Head(nn.Module):
    """A small transformer over the phones of a sentence, as in GOPT (arXiv 2205.03432), with all levels trained together."""

    def __init__(self, features: int, dropout: float) -> None:
        super().__init__()
        self.heard = nn.Linear(features, WIDTH)
        self.evidence = nn.Linear(CLASSES + 2 + TIMINGS, WIDTH)
        self.expected = nn.Embedding(CLASSES, WIDTH)
        self.place = nn.Parameter(torch.zeros(LONGEST, WIDTH))
        self.whole = nn.Linear(2 * features, WIDTH)
        layer = nn.TransformerEncoderLayer(WIDTH, 4, 4 * WIDTH, dropout, "gelu", batch_first=True, norm_first=True)
        self.layers = nn.TransformerEncoder(layer, 3, enable_nested_tensor=False)
        self.dropout = nn.Dropout(dropout)
        self.phone = _Gaussian(WIDTH, 1)
        self.mispronounced = nn.Linear(WIDTH, 1)
        self.word = _Gaussian(2 * WIDTH, len(WORD_ASPECTS))
        self.utterance = _Gaussian(2 * WIDTH, len(LEARNED_ASPECTS))

    def forward(  # noqa: PLR0913, PLR0917 - the arrays of scorer.evidence, and their masks
        self, mixed: Tensor, log_posteriors: Tensor, pool: Tensor, phones: Tensor, timings: Tensor, words: Tensor,
        frame_mask: Tensor, phone_mask: Tensor,
    ) -> HeadOutput:  # fmt: skip
        """Frames and the evidence of each take to scores. Masks are True where something is real."""
        heard = pool @ mixed
        goodness = _goodness(pool @ log_posteriors, phones)
        tokens = self.heard(self.dropout(heard)) + self.evidence(torch.cat([goodness, timings], -1)) + self.expected(phones)
        tokens = tokens + self.place[: tokens.shape[1]]
        whole = self.whole(self.dropout(_statistics(mixed, frame_mask))).unsqueeze(1)
        known = torch.cat([torch.ones_like(phone_mask[:, :1]), phone_mask], 1)
        hidden = self.layers(torch.cat([whole, tokens], 1), src_key_padding_mask=~known)
        summary, tokens = hidden[:, 0], hidden[:, 1:]
        share = phone_mask.unsqueeze(-1).to(tokens.dtype)
        average = (tokens * share).sum(1) / share.sum(1)
        spoken = torch.cat([words @ tokens, summary.unsqueeze(1).expand(-1, words.shape[1], -1)], -1)
        whole_take = torch.cat([summary, average], -1)
        phone = self.phone(tokens).squeeze(-2)
        return HeadOutput(phone, self.word(spoken), self.utterance(whole_take), self.mispronounced(tokens).squeeze(-1))


class _Gaussian(nn.Module):
    """Mean and log variance of each aspect.

    The variance only looks on: the few takes on which raters part make its likelihood so steep that it would drown what the
    layers below learn.
    """

    def __init__(self, width: int, aspects: int) -> None:
        super().__init__()
        self.mean = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, aspects))
        self.log_variance = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, 64), nn.GELU(), nn.Linear(64, aspects))

    def forward(self, hidden: Tensor) -> Tensor:
        """(..., width) to (..., aspects, 2)."""
        return torch.stack([self.mean(hidden), self.log_variance(hidden.detach())], -1)


def _goodness(log_posteriors: Tensor, phones: Tensor) -> Tensor:
    """Mean log posteriors over each phone's span, with the expected phone's own and its margin over the best rival (GOP)."""
    own = log_posteriors.gather(-1, phones.unsqueeze(-1))
    classes = torch.arange(CLASSES)
    rivals = log_posteriors.masked_fill(classes == phones.unsqueeze(-1), -30.0)
    return torch.cat([log_posteriors, own, own - rivals.amax(-1, keepdim=True)], -1) / 10


def _statistics(mixed: Tensor, mask: Tensor) -> Tensor:
    share = mask.unsqueeze(-1).to(mixed.dtype)
    count = share.sum(1)
    mean = (mixed * share).sum(1) / count
    spread = (((mixed - mean.unsqueeze(1)) ** 2 * share).sum(1) / count).clamp(min=1e-6).sqrt()
    return torch.cat([mean, spread], -1)
