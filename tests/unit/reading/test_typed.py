"""Sounds typed as ARPAbet or IPA."""

import pytest

from tests.builders import phones
from tutor.domain.phones import PHONES, Phone
from tutor.reading.typed import sounds_typed, stressed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("t uw1 t er0", "T UW1 T ER0"),
        ("T UW T ER", "T UW1 T ER0"),
        ("/ˈtuːtə/", "T UW1 T AH0"),
        ("ˈtjuːtər", "T Y UW1 T ER0"),
        ("[ˌɹɛkəˈmɛnd]", "R EH2 K AH0 M EH1 N D"),
        ("əˈbaʊt", "AH0 B AW1 T"),
        ("dʒʌdʒ", "JH AH1 JH"),
        ("t͡ʃeə", "CH EH1 AH0"),
        ("ʃ", "SH"),
    ],
)
def test_both_alphabets_are_understood(typed: str, said: str) -> None:
    assert sounds_typed(typed) == phones(said)


@pytest.mark.parametrize(("typed", "named"), [("t7t", "7"), ("ʔa", "ʔ"), ("", ""), ("  ", "  ")])
def test_what_is_no_sound_is_named(typed: str, named: str) -> None:
    with pytest.raises(ValueError, match=f"^{named}$"):
        sounds_typed(typed)


def test_our_own_signs_are_all_read_back() -> None:
    for symbol in PHONES:
        assert [phone.symbol for phone in sounds_typed(Phone(symbol).ipa)] == [symbol]


def test_the_stress_can_be_moved() -> None:
    assert stressed(phones("R EH1 K ER0 D"), 1) == phones("R EH0 K ER1 D")
    assert stressed(phones("S T"), None) == phones("S T")
