"""Which sound was heard in place of the expected one, and how likely that is. Knows one phone's posteriors, no scores."""

import numpy as np

from tutor.domain.phones import PHONES, VOWELS, Phone
from tutor.scorer.alignment import Posteriors

NAMED_FROM = 0.5  # below this the rival named is wrong too often; `tutor.training.substitutions` measures how often
_KIND = np.array([phone in VOWELS for phone in PHONES])


def heard_as(expected: Phone, log_posteriors: Posteriors) -> tuple[str | None, float | None]:
    """The sound heard and its probability among the 39 phones, from mean log posteriors (CLASSES,) over the phone.

    Only sounds of the expected one's kind count: a vowel heard for a consonant is a slip of the tracker. Nothing (None, None)
    where a rival was likeliest, but not likely enough to be named.
    """
    chances = np.exp(log_posteriors[1:] - log_posteriors[1:].max())
    chances /= chances.sum()
    likeliest = int(np.where((expected.symbol in VOWELS) == _KIND, chances, 0.0).argmax())
    if PHONES[likeliest] != expected.symbol and chances[likeliest] < NAMED_FROM:
        return None, None
    return PHONES[likeliest], float(chances[likeliest])
