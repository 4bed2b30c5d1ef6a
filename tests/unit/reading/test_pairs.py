"""Minimal pairs: proven by the lexicon itself."""

import pytest

from tutor.domain.phones import PHONES
from tutor.reading.howto import how_to_say
from tutor.reading.lexicon import Lexicon
from tutor.reading.pairs import Pairs

LIKELY = [(symbol, rival) for symbol, how in how_to_say().items() for rival in how.rivals]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.fixture(scope="module")
def pairs(lexicon: Lexicon) -> Pairs:
    return Pairs.load(lexicon)


def _plain(lexicon: Lexicon, word: str) -> set[tuple[str, ...]]:
    return {tuple(str(phone).rstrip("012") for phone in said) for said in lexicon.pronounce(word)[0]}


def _differences(one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[str, str]]:
    return [both for both in zip(one, other, strict=True) if both[0] != both[1]] if len(one) == len(other) else []


@pytest.mark.parametrize(("symbol", "rival"), LIKELY)
def test_every_likely_confusion_has_three_pairs_that_differ_in_just_that_sound(
    pairs: Pairs, lexicon: Lexicon, symbol: str, rival: str
) -> None:
    found = pairs.of(symbol, rival)
    assert len(found) == 3
    for word, other in found:
        assert lexicon.knows(word), word
        assert lexicon.knows(other), other
        ways = [_differences(one, another) for one in _plain(lexicon, word) for another in _plain(lexicon, other)]
        assert [(symbol, rival)] in ways, (word, other)
        assert not _plain(lexicon, word) & _plain(lexicon, other), "no way to say them makes them alike"


def test_the_word_itself_gets_its_own_pair(pairs: Pairs, lexicon: Lexicon) -> None:
    (said, *_), _ = lexicon.pronounce("think")
    assert pairs.with_word("think", said, 0, "S") == "sink"
    assert pairs.with_word("think", said, 0, "ZH") is None


def test_every_sound_has_its_texts_and_words(pairs: Pairs) -> None:
    for symbol in PHONES:
        said = how_to_say()[symbol]
        assert 2 <= len(said.steps) <= 4
        assert all(step.endswith(".") for step in (*said.steps, said.slip))
        assert len(pairs.words_with(symbol)) == 3
