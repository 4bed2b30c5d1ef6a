"""The losses against closed forms, against plain Python, and their gradients against differences."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from tutor.training.speechllm.losses import (
    IGNORED,
    bounded_dpo,
    bounded_rejection,
    gaussian_nll,
    response_log_probs,
    sft_loss,
)

RATIOS = st.lists(st.tuples(st.floats(-30, 30), st.floats(-30, 30)), min_size=1, max_size=6)


def some_logits(rows: int, tokens: int, words: int) -> tuple[Tensor, Tensor]:
    torch.manual_seed(3)
    labels = torch.randint(0, words, (rows, tokens))
    labels[:, : tokens // 2] = IGNORED  # the prompt
    labels[0, -1] = IGNORED  # padding of the shorter row
    return torch.randn(rows, tokens, words, dtype=torch.float64), labels


def plain_log_prob(logits: Tensor, labels: Tensor, row: int, per_token: bool) -> float:
    """Written without tensors: each response token's share of the softmax one token before it."""
    logs = []
    for at in range(1, labels.shape[1]):
        if labels[row, at] != IGNORED:
            scores: list[float] = logits[row, at - 1].tolist()
            highest = max(scores)
            logs.append(scores[labels[row, at]] - highest - math.log(sum(math.exp(s - highest) for s in scores)))
    return sum(logs) / len(logs) if per_token else sum(logs)


@pytest.mark.parametrize("per_token", [True, False])
def test_log_probabilities_agree_with_a_plain_softmax(per_token: bool) -> None:
    logits, labels = some_logits(3, 9, 7)
    expected = [plain_log_prob(logits, labels, row, per_token) for row in range(3)]
    assert response_log_probs(logits, labels, per_token=per_token).tolist() == pytest.approx(expected, rel=1e-5)


def test_even_odds_cost_the_logarithm_of_the_vocabulary() -> None:
    _, labels = some_logits(2, 8, 11)
    assert sft_loss(response_log_probs(torch.zeros(2, 8, 11), labels, per_token=True)).item() == pytest.approx(math.log(11))


def test_the_prompt_neither_counts_nor_learns() -> None:
    logits, labels = some_logits(2, 8, 5)
    logits.requires_grad_()
    sft_loss(response_log_probs(logits, labels, per_token=True)).backward()
    assert logits.grad is not None
    assert not logits.grad[:, :3].any()  # tokens 0-2 predict tokens 1-3, all prompt
    assert logits.grad[:, 3:7].abs().sum() > 0
    assert not logits.grad[:, 7].any()  # predicts what lies behind the end


def plain_bounded_dpo(pairs: list[tuple[float, float]], beta: float, delta: float) -> float:
    """In probabilities: the rejected one's is mixed with the reference's (field.md section 5), the reference's being 1."""
    logits = [beta * math.log(math.exp(c)) - beta * math.log((1 - delta) * math.exp(r) + delta) for c, r in pairs]
    return sum(math.log1p(math.exp(-x)) for x in logits) / len(logits)


@given(RATIOS, st.floats(0.01, 2), st.floats(0.0, 0.99))
@settings(max_examples=200, deadline=None)
def test_bounded_dpo_agrees_with_its_definition(pairs: list[tuple[float, float]], beta: float, delta: float) -> None:
    chosen, rejected = torch.tensor(pairs, dtype=torch.float64).T
    assert bounded_dpo(chosen, rejected, beta, delta).item() == pytest.approx(plain_bounded_dpo(pairs, beta, delta), rel=1e-9)


def test_without_a_bound_it_is_dpo_and_where_nothing_was_learned_log_two() -> None:
    chosen, rejected = torch.tensor([0.3, -1.0]), torch.tensor([-2.0, 0.5])
    dpo = -torch.nn.functional.logsigmoid(0.1 * (chosen - rejected)).mean()
    torch.testing.assert_close(bounded_dpo(chosen, rejected, 0.1, 0.0), dpo)
    assert bounded_dpo(torch.zeros(4), torch.zeros(4), 0.1, 0.5).item() == pytest.approx(math.log(2))


def test_the_published_bounds() -> None:
    """field.md B.4: z >= -0.693 at delta 0.5; dz/dr 0.5 at 0 and 0.12 at -2."""
    ratios = torch.tensor([-1000.0, 0.0, -2.0], requires_grad=True)
    z = bounded_rejection(ratios, 0.5)
    z.sum().backward()
    assert ratios.grad is not None
    assert z[0].item() == pytest.approx(math.log(0.5))
    assert ratios.grad.tolist() == pytest.approx([0.0, 0.5, 0.119], abs=1e-3)


@pytest.mark.parametrize("delta", [-0.1, 1.0, 1.5])
def test_a_share_that_is_none_is_refused(delta: float) -> None:
    with pytest.raises(ValueError, match="delta"):
        bounded_rejection(torch.zeros(1), delta)


def test_likelihood_is_lowest_at_the_raters_mean_and_variance() -> None:
    ratings = torch.tensor([[7.0, 9.0, 8.0, 8.0, 9.0], [3.0, 5.0, torch.nan, torch.nan, 4.0]], dtype=torch.float64)
    mean, variance = ratings.nanmean(-1), torch.tensor([0.56, 2 / 3], dtype=torch.float64)
    best = gaussian_nll(mean, variance, ratings)
    mean.requires_grad_()
    variance.requires_grad_()
    gaussian_nll(mean, variance, ratings).backward()
    assert mean.grad is not None
    assert variance.grad is not None
    assert torch.cat([mean.grad, variance.grad]).abs().max() < 1e-9
    by_hand = (5 * 0.5 * (math.log(0.56) + 1) + 3 * 0.5 * (math.log(2 / 3) + 1)) / 8
    assert best.item() == pytest.approx(by_hand)
    assert gaussian_nll(mean + 0.1, variance, ratings) > best


def test_a_variance_of_nothing_stays_finite() -> None:
    assert gaussian_nll(torch.zeros(1), torch.zeros(1), torch.ones(1, 2)).isfinite()


@pytest.mark.parametrize("per_token", [True, False])
def test_gradients_are_those_of_differences(per_token: bool) -> None:
    logits, labels = some_logits(2, 6, 4)

    def both(given: Tensor) -> Tensor:
        log_probs = exact_log_probs(given, labels, per_token)
        return sft_loss(log_probs) + bounded_dpo(log_probs[:1], log_probs[1:], 0.7, 0.5)

    assert torch.autograd.gradcheck(both, logits.requires_grad_())
    numbers = torch.randn(2, 3, dtype=torch.float64)
    raters = torch.randn(3, 4, dtype=torch.float64)
    assert torch.autograd.gradcheck(lambda n: gaussian_nll(n[0], n[1].exp(), raters), numbers.requires_grad_())


def exact_log_probs(logits: Tensor, labels: Tensor, per_token: bool) -> Tensor:
    """`response_log_probs` is in float32: its differences are too coarse, so its gradient is compared with this one's."""
    following = labels[:, 1:]
    known = following != IGNORED
    picked = logits[:, :-1].log_softmax(-1).gather(-1, following.clamp(min=0).unsqueeze(-1))[..., 0] * known
    ours = response_log_probs(logits, labels, per_token=per_token)
    (gradient,) = torch.autograd.grad(ours.sum(), logits)
    exact = picked.sum(1) / known.sum(1) if per_token else picked.sum(1)
    torch.testing.assert_close(gradient, torch.autograd.grad(exact.sum(), logits, retain_graph=True)[0], atol=1e-5, rtol=1e-4)
    return exact
