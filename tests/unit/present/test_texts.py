"""The list of texts and its filter; what is said of a text before it is read."""

import pytest

from tutor.domain.library import OwnText
from tutor.domain.target import Passage
from tutor.present.texts import guessed_line, read_as, text_report, text_rows
from tutor.present.words import word_line, words_said
from tutor.reading.lexicon import Lexicon
from tutor.reading.target import make_target

DOG = OwnText(1, "My dog", "I have a dog.", ("Home", "easy"))
SHIP = Passage("ship", "Sheep and ship", "A1", "A ship.", ("TH",), "CC0-1.0")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        ("", ["My dog", "Sheep and ship"]),
        ("dog", ["My dog"]),
        ("HOME eas", ["My dog"]),
        ("a1", ["Sheep and ship"]),
        ("th", ["Sheep and ship"]),
        ("my text", ["My dog"]),
        ("home ship", []),
    ],
)
def test_texts_are_found_by_title_tag_level_and_sound(wanted: str, titles: list[str]) -> None:
    assert [row.title for row in text_rows([SHIP], [DOG], wanted)] == titles


def test_rows_are_spoken_with_their_tags() -> None:
    assert [row.spoken for row in text_rows([SHIP], [DOG])] == ["My dog, My text, Home, easy", "Sheep and ship, A1"]


def test_digits_and_signs_are_shown_as_they_will_be_expected(lexicon: Lexicon) -> None:
    target = make_target("Dr. Lee’s 5 co-operative friends paid $3 & left at 5:30. I don’t. The U.S. and XKCD.", lexicon)
    assert read_as(target) == (
        ("Dr.", "doctor"), ("5", "five"), ("$3", "three dollars"), ("&", "and"), ("5:30", "five thirty"),
    )  # fmt: skip
    assert text_report(target).read_as.startswith("Read out as words: Dr. → doctor, 5 → five")


def test_guessed_words_are_counted_once_and_named(lexicon: Lexicon) -> None:
    target = make_target("Blorvane met blorvane and Quibrant.", lexicon)
    assert guessed_line(target) == "2 words are guessed: “Blorvane”, “Quibrant”"
    assert guessed_line(make_target("We met.", lexicon)) == ""
    report = text_report(target)
    assert (report.length, report.read_as) == ("5 words, less than a minute of reading", "")


def test_guessed_words_come_first_each_word_once(lexicon: Lexicon) -> None:
    words = words_said(make_target("We saw Blorvane and Blicket. Then we saw blorvane’s dog and Blorvane.", lexicon))
    assert [(word.text, word.source) for word in words[:3]] == [
        ("Blorvane", "guessed"), ("Blicket", "guessed"), ("blorvane’s", "guessed"),
    ]  # fmt: skip
    assert [word.text for word in words[3:]] == ["We", "saw", "and", "Then", "dog"]
    assert word_line(words[0]) == ("Blorvane", "guessed · BLAWR-vun")
