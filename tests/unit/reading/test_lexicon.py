"""How words are said."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.domain.errors import TextError
from tutor.reading.lexicon import LONGEST_WORD, Lexicon


def said(lexicon: Lexicon, word: str) -> list[str]:
    return [" ".join(map(str, each)) for each in lexicon.pronounce(word)[0]]


def test_variants_are_kept_and_the_commonest_is_first(lexicon: Lexicon) -> None:
    assert said(lexicon, "read") == ["R IY1 D", "R EH1 D"]
    assert said(lexicon, "the")[0] == "DH AH0"


def test_both_stress_patterns_of_record_are_there(lexicon: Lexicon) -> None:
    assert {"R EH1 K ER0 D", "R AH0 K AO1 R D"} <= set(said(lexicon, "record"))


@pytest.mark.parametrize("word", ["a", "zwicky", "'bout", "zywicki", "DON’T", "Café"])
def test_the_whole_dictionary_is_found_whatever_the_typography(lexicon: Lexicon, word: str) -> None:
    assert lexicon.pronounce(word)[1] == "lexicon"


@pytest.mark.parametrize(
    ("word", "phones"),
    [
        ("selfies", "S EH1 L F IY2 Z"),
        ("vlogged", "V L AA1 G D"),
        ("vlogging", "V L AA1 G IH0 NG"),
        ("smartwatch", "S M AA1 R T W AA2 CH"),
        ("litres", "L IY1 T ER0 Z"),
        ("gullied", "G AH1 L IY0 D"),
        ("unlaptop", "AH0 N L AE1 P T AA2 P"),
        ("XKCD", "EH2 K S K EY2 S IY2 D IY1"),
        ("XMLs", "EH2 K S EH2 M EH1 L Z"),
        ("X.Y.", "EH2 K S W AY1"),
        ("Rahim'd", "R AH0 HH IY1 M D"),
    ],
)
def test_forms_of_known_words_follow_the_rules(lexicon: Lexicon, word: str, phones: str) -> None:
    assert phones in said(lexicon, word)


@pytest.mark.parametrize(
    ("word", "phones"),
    [
        ("blicket", "B L IH1 K AH0 T"),
        ("blicket'd", "B L IH1 K AH0 T AH0 D"),
        ("blicket’s", "B L IH1 K AH0 T S"),
        ("blicket'll", "B L IH1 K AH0 T AH0 L"),
    ],
)
def test_unknown_words_are_guessed_with_one_main_stress(lexicon: Lexicon, word: str, phones: str) -> None:
    assert (said(lexicon, word), lexicon.pronounce(word)[1]) == ([phones], "guessed")


@settings(max_examples=30, deadline=None)
@given(word=st.text("abcdefghijklmnopqrstuvwxyzéßÀ'", min_size=1, max_size=20).filter(lambda word: word.strip("'")))
def test_every_latin_word_has_a_pronunciation(word: str) -> None:
    variants, source = LEXICON.pronounce(word)
    assert all(variants)
    assert variants
    assert source in ("lexicon", "guessed")


def test_a_word_without_latin_letters_or_beyond_all_length_is_refused(lexicon: Lexicon) -> None:
    with pytest.raises(TextError):
        lexicon.pronounce("你好")
    with pytest.raises(ValueError, match="no word"):
        lexicon.pronounce("x" * (LONGEST_WORD + 1))


def test_own_pronunciations_come_before_all_others_and_make_forms(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text(
        "\ufeff# ours\nNguyen  W IH1 N\n;;; CMU's own comment\ncafé(2)  K AE1 F IY0  # said here\nCAFÉ  K EY1 F\n", "utf-8"
    )
    lexicon = Lexicon.load(path)
    assert lexicon.pronounce("NGUYEN")[1] == "own"
    assert said(lexicon, "nguyen") == ["W IH1 N"]
    assert said(lexicon, "Nguyen’s") == ["W IH1 N Z"]
    assert said(lexicon, "café") == ["K AE1 F IY0", "K EY1 F"]


@pytest.mark.parametrize("line", [b"word", b"word  XX1", b"word  T1", b"123  T UW1", b"\xff\xfe  T"])
def test_a_bad_line_of_own_pronunciations_is_named(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "own.txt"
    path.write_bytes(b"good  G UH1 D\n\n" + line + b"\n")
    with pytest.raises(TextError) as caught:
        Lexicon.load(path)
    assert (caught.value.code, caught.value.facts["line"], caught.value.facts["path"]) == ("own_pronunciation_line", 3, str(path))


def test_a_missing_file_of_own_pronunciations_is_named(tmp_path: Path) -> None:
    with pytest.raises(TextError) as caught:
        Lexicon.load(tmp_path / "none.txt")
    assert caught.value.code == "no_own_pronunciations"


LEXICON = Lexicon.load()
