"""Two opinions of one take: apart only where no score would satisfy both, and then surer of nothing."""

from dataclasses import replace

import pytest

from tests.builders import an_assessment, an_estimate
from tutor.domain.opinions import side_by_side


def test_who_agrees_keeps_the_confidence() -> None:
    both = side_by_side(an_assessment(), an_assessment())
    assert both.apart == ()
    assert both.confidence == an_assessment().confidence
    assert [each.about for each in both.all] == [
        "accuracy",
        "fluency",
        "prosody",
        "total",
        *(f"word:{at}" for at in (0, 1, 2, 4, 5)),
    ]


def test_what_lies_apart_beyond_both_bands_lowers_it() -> None:
    first = an_assessment()
    words = list(first.words)
    words[1] = replace(words[1], accuracy=an_estimate(9.0))  # 8 to 10, where the first says 4 to 6
    words[2] = replace(words[2], accuracy=an_estimate(7.5))  # 6.5 to 8.5 meets 8 to 10
    both = side_by_side(first, replace(first, words=tuple(words)))
    assert [(each.about, each.name) for each in both.apart] == [("word:1", "think")]
    assert both.confidence == pytest.approx(first.confidence * 8 / 9)


def test_other_texts_are_not_compared() -> None:
    with pytest.raises(ValueError, match="different texts"):
        side_by_side(an_assessment(), an_assessment(words=an_assessment().words[1:]))
