"""Which sound is named as heard, from posteriors made by hand."""

import numpy as np
import pytest

from tutor.domain.phones import Phone
from tutor.scorer.alignment import CLASS_OF, CLASSES
from tutor.scorer.rivals import heard_as


def posteriors(**shares: float) -> np.ndarray:
    """Log posteriors with these shares, the rest spread evenly."""
    rest = (1 - sum(shares.values())) / (CLASSES - len(shares))
    made = np.full(CLASSES, rest, np.float32)
    for phone, share in shares.items():
        made[CLASS_OF[phone]] = share
    return np.log(made)


def test_the_expected_sound_is_named_even_where_it_is_not_certain() -> None:
    heard, chance = heard_as(Phone("TH"), posteriors(TH=0.4, S=0.3))
    assert heard == "TH"
    assert chance == pytest.approx(0.4, abs=0.01)


def test_a_likely_rival_is_named_with_its_probability() -> None:
    heard, chance = heard_as(Phone("TH"), posteriors(TH=0.1, S=0.8))
    assert heard == "S"
    assert chance == pytest.approx(0.8, abs=0.01)


def test_a_rival_that_is_only_a_guess_is_not_named() -> None:
    assert heard_as(Phone("TH"), posteriors(TH=0.2, S=0.4)) == (None, None)


def test_a_vowel_is_never_named_for_a_consonant() -> None:
    assert heard_as(Phone("TH"), posteriors(AA=0.9, S=0.05)) == (None, None)
    assert heard_as(Phone("TH"), posteriors(AA=0.9, TH=0.05))[0] == "TH"
