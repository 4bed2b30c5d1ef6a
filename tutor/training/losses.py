"""What the scorer learns from: means by squared error, variances by Gaussian likelihood over raters, frames by cross-entropy.

The mean takes no gradient from the likelihood: a variance that explains errors away would otherwise slow it down ("faithful"
heteroscedastic regression, arXiv 2212.09184).
"""

from torch import Tensor
from torch.nn import functional

from tutor.training.examples import IGNORED, Batch
from tutor.training.network import HeadOutput

LOG_VARIANCE = (-5.0, 2.0)  # the range the networks' variances are trained in
FRAME_WEIGHT = 0.2
SPREAD_WEIGHT = 0.1
MISPRONOUNCED_WEIGHT = 0.1
MISPRONOUNCED_BELOW = 0.5  # of the released phone score, 0-2 (field.md section 2)


def loss(log_posteriors: Tensor, output: HeadOutput, batch: Batch) -> Tensor:
    """One number for a batch."""
    levels = ((output.phone, batch.phone), (output.word, batch.word), (output.utterance, batch.utterance))
    mean = sum(_mean_loss(said, rated) for said, rated in levels)
    spread = sum(_spread_loss(said, rated) for said, rated in levels)
    frames = functional.cross_entropy(log_posteriors.transpose(1, 2), batch.frames, ignore_index=IGNORED)
    return mean + SPREAD_WEIGHT * spread + FRAME_WEIGHT * frames + MISPRONOUNCED_WEIGHT * _mispronounced_loss(output, batch)


def _mean_loss(said: Tensor, rated: Tensor) -> Tensor:
    target = rated.nanmean(-1)
    known = ~target.isnan()
    return ((said[..., 0][known] - target[known]) ** 2).mean()


def _spread_loss(said: Tensor, rated: Tensor) -> Tensor:
    known = ~rated.isnan()
    mean = said[..., :1].detach().expand_as(rated)[known]
    log_variance = said[..., 1:].clamp(*LOG_VARIANCE).expand_as(rated)[known]
    return (0.5 * (log_variance + (rated[known] - mean) ** 2 / log_variance.exp())).mean()


def _mispronounced_loss(output: HeadOutput, batch: Batch) -> Tensor:
    known = ~batch.phone_mean.isnan()
    wrong = (batch.phone_mean[known] < MISPRONOUNCED_BELOW).float()
    return functional.binary_cross_entropy_with_logits(output.mispronounced[known].float(), wrong)
