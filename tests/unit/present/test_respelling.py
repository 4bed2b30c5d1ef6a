"""Pronunciations for people."""

import pytest

from tests.builders import phones
from tutor.domain.phones import PHONES, VOWELS
from tutor.present.respelling import ipa, respelled, syllables
from tutor.reading.lexicon import Lexicon


@pytest.mark.parametrize(
    ("said", "respelling", "signs"),
    [
        ("T UW1 T ER0", "TOO-ter", "/ˈtutɚ/"),
        ("S IH1 T IY0", "SIT-ee", "/ˈsɪti/"),
        ("AH0 B AW1 T", "uh-BOWT", "/əˈbaʊt/"),
        ("B AH0 N AE1 N AH0", "buh-NAN-uh", "/bəˈnænə/"),
        ("R EH2 K AH0 M EH1 N D", "re-kuh-MEND", "/ˌɹɛkəˈmɛnd/"),
        ("IH0 K S T R IY1 M", "ik-STREEM", "/ɪkˈstɹim/"),
        ("S IH1 NG IH0 NG", "SING-ing", "/ˈsɪŋɪŋ/"),
        ("AY1 D IY0", "EYE-dee", "/ˈaɪdi/"),
        ("B UH1 K", "buuk", "/bʊk/"),
        ("S", "s", "/s/"),
    ],
)  # fmt: skip
def test_stress_is_seen_and_parts_can_be_read(said: str, respelling: str, signs: str) -> None:
    assert respelled(phones(said)) == respelling
    assert ipa(phones(said)) == signs


def test_parts_keep_every_sound_and_one_vowel_each(lexicon: Lexicon) -> None:
    for word in ("strengths", "extraordinary", "onion", "hmm", "anxiety", "twelfths", "handkerchief"):
        for said in lexicon.pronounce(word)[0]:
            parts = syllables(said)
            assert sum(parts, ()) == said
            assert all(sum(phone.symbol in VOWELS for phone in part) == 1 for part in parts) or len(parts) == 1


def test_every_sound_can_be_respelled() -> None:
    for symbol in PHONES:
        assert respelled(phones(symbol)).isalpha()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()
