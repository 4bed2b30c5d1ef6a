"""What the SpeechLLM learns from, as formulas on tensors. Knows nothing of models, prompts or files.

Token cross-entropy on the response (SFT), bounded DPO on pairs of responses (field.md B.4 and section 5), Gaussian negative
log-likelihood over all raters (field.md section 4, paper A).
"""

import math

import torch
from torch import Tensor
from torch.nn import functional

IGNORED = -100  # the label of a token that is not part of the response: the prompt, the sound, padding
LEAST_VARIANCE = 1e-6


def response_log_probs(logits: Tensor, labels: Tensor, *, per_token: bool) -> Tensor:
    """log pi(response | prompt) of each row: the sum over its tokens, or their mean; (rows, tokens, words) and (rows, tokens).

    The label of a token is predicted one token before it.
    """
    return log_probs_of(logits[:, :-1], labels[:, 1:], per_token=per_token)


def log_probs_of(logits: Tensor, following: Tensor, *, per_token: bool) -> Tensor:
    """As `response_log_probs`, with the token that follows each place, (rows, places).

    Only what predicts a response is turned into float32: the vocabulary is large.
    """
    known = following != IGNORED
    said = functional.cross_entropy(logits[known].float(), following[known], reduction="none")
    row = known.nonzero()[:, 0]
    total = torch.zeros(len(following), device=logits.device).index_add(0, row, -said)
    return total / known.sum(1).clamp(min=1) if per_token else total


def sft_loss(per_token: Tensor) -> Tensor:
    """Cross-entropy of the responses: each row's mean per token, then the mean of the rows, so that no row outweighs another."""
    return -per_token.mean()


def bounded_rejection(rejected: Tensor, delta: float) -> Tensor:
    """z = log((1 - delta) exp(r) + delta): a rejected response can't count below log(delta), however unlikely it was made.

    `rejected` is r = log pi - log pi_ref. With delta 0 it is r itself, and the loss plain DPO.
    """
    if not 0 <= delta < 1:
        raise ValueError(f"delta must be from 0 to below 1, not {delta}")
    if delta == 0:
        return rejected
    return torch.logaddexp(rejected + math.log1p(-delta), torch.full_like(rejected, math.log(delta)))


def bounded_dpo(chosen: Tensor, rejected: Tensor, beta: float, delta: float) -> Tensor:
    """-mean of log sigmoid(beta (r_chosen - z(r_rejected))), both given as log pi - log pi_ref."""
    return -functional.logsigmoid(beta * (chosen - bounded_rejection(rejected, delta))).mean()


def gaussian_nll(mean: Tensor, variance: Tensor, ratings: Tensor) -> Tensor:
    """Mean over all known ratings of 0.5 (log v + (y - mean)^2 / v); `ratings` (…, raters), NaN where one is missing.

    At its lowest the mean is the raters' mean and v their variance.
    """
    known = ~ratings.isnan()
    floored = variance.clamp(min=LEAST_VARIANCE).unsqueeze(-1).expand_as(ratings)[known]
    off = ratings[known] - mean.unsqueeze(-1).expand_as(ratings)[known]
    return 0.5 * (floored.log() + off**2 / floored).mean()
