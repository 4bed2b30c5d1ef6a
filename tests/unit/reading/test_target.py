"""What a text asks to be said."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.domain.errors import TextError
from tutor.domain.target import Target
from tutor.reading.lexicon import Lexicon
from tutor.reading.target import MAX_CHARACTERS, make_target

LEXICON = Lexicon.load()


def spoken(text: str) -> str:
    return " ".join(word.text for word in make_target(text, LEXICON).words)


def sentences(text: str) -> list[str]:
    target = make_target(text, LEXICON)
    return [" ".join(word.text for word in target.words[first:behind]) for first, behind in target.sentences]


def written(text: str) -> list[str]:
    target = make_target(text, LEXICON)
    return [text[word.start : word.end] for word in target.words]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“It doesn’t,” she said — ‘really’.", "It doesn’t she said really"),
        ("’Tis the students’ work", "’Tis the students work"),
        ("He waited… and left", "He waited and left"),
        ("WE CALL IT BEAR", "WE CALL IT BEAR"),
        ("a café, naïve", "a café naïve"),
        ("cafe\u0301 won\u00adder", "cafe\u0301 wonder"),
        ("- milk - bread", "milk bread"),
        ("• one\n• two 😀 *", "one two"),
        ("a snow-cold e-mail", "a snow cold e-mail"),
        ("we co-operate", "we co-operate"),
        ("你好 hello мир", "hello"),
        ("rock & roll", "rock and roll"),
    ],
)
def test_typography_does_not_change_what_is_read(text: str, said: str) -> None:
    assert spoken(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2 cakes", "two cakes"),
        ("1,234 and 21", "one thousand two hundred and thirty four and twenty one"),
        ("3.14", "three point one four"),
        ("it is -5", "it is minus five"),
        ("007", "zero zero seven"),
        ("in 1984", "in nineteen eighty four"),
        ("in 2005", "in two thousand and five"),
        ("the 1990s", "the nineteen nineties"),
        ("the '80s", "the eighties"),
        ("the 3rd and 21st", "the third and twenty first"),
        ("10–20", "ten to twenty"),
        ("1/2 or 3/4", "one half or three quarters"),
        ("2½", "two and a half"),
        ("50%", "fifty percent"),
        ("20°C", "twenty degrees Celsius"),
        ("1 km, 30 km/h", "one kilometre thirty kilometres an hour"),
        ("555-1234", "five five five one two three four"),
        ("MP3", "M. P. three"),
        ("4x4", "four by four"),
        ("5/90", "five over ninety"),
        ("a 24-hour day", "a twenty four hour day"),
        ("1234567890123", "one two three four five six seven eight nine zero one two three"),
    ],
)
def test_figures_are_read_as_people_say_them(text: str, said: str) -> None:
    assert spoken(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("$5", "five dollars"),
        ("$1", "one dollar"),
        ("$5.50", "five dollars and fifty cents"),
        ("£1.01", "one pound and one penny"),
        ("$0.99", "ninety nine cents"),
        ("5€", "five euros"),
        ("$2 million", "two million dollars"),
        ("£3m", "three million pounds"),
        ("$1984", "one thousand nine hundred and eighty four dollars"),
    ],
)
def test_money_names_its_currency_behind_the_amount(text: str, said: str) -> None:
    assert spoken(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("on 22 November 2026", "on the twenty second of November twenty twenty six"),
        ("on the 22nd November", "on the twenty second of November"),
        ("on Nov. 22, 1984", "on November twenty second nineteen eighty four"),
        ("2026-11-22", "November twenty second twenty twenty six"),
        ("11/22/2026", "November twenty second twenty twenty six"),
        ("22/11/26", "November twenty second twenty twenty six"),
        ("99/99/2026", "nine nine nine nine two zero two six"),
        ("at 10:30", "at ten thirty"),
        ("at 7:05 pm", "at seven oh five p.m."),
        ("at 7:00", "at seven o'clock"),
        ("at 9 a.m.", "at nine a.m."),
        ("at 14:00", "at fourteen hundred"),
    ],
)
def test_dates_and_times(text: str, said: str) -> None:
    assert spoken(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dr. Brown and Mr. Green", "doctor Brown and mister Green"),
        ("King St. near St. Paul's", "King street near saint Paul's"),
        ("e.g. tea, i.e. a drink, etc.", "for example tea that is a drink et cetera"),
        ("No. 5 said no.", "number five said no"),
        ("write to anna@example.com", "write to anna at example dot com"),
        ("see https://www.example.co.uk/news?x=1.", "see example dot co dot uk"),
    ],
)
def test_abbreviations_and_addresses(text: str, said: str) -> None:
    assert spoken(text) == said


@pytest.mark.parametrize("text", ["", "  \n", "?!… — “”", "😀🎉", "- - -", "你好"])
def test_a_text_without_a_word_is_refused(text: str) -> None:
    with pytest.raises(TextError) as caught:
        make_target(text, LEXICON)
    assert caught.value.code == "empty_text"


@pytest.mark.parametrize("text", ["go " * 20_001, "x" * (MAX_CHARACTERS + 1)])
def test_a_text_too_long_is_refused_with_the_limit(text: str) -> None:
    with pytest.raises(TextError) as caught:
        make_target(text, LEXICON)
    assert caught.value.code == "text_too_long"
    assert caught.value.facts["limit"] in (20_000, MAX_CHARACTERS)


def test_a_text_just_within_the_limit_is_made() -> None:
    assert len(make_target("We paid $5, didn't we? " * 3_333, LEXICON).words) == 19_998


def test_all_words_of_one_written_token_share_its_span() -> None:
    assert written("It costs $5.") == ["It", "costs", "$5", "$5"]


def test_parts_of_a_hyphenated_word_have_their_own_spans() -> None:
    assert written("a snow‑cold man") == ["a", "snow", "cold", "man"]


def test_sentences_end_at_stops_but_not_at_abbreviations_or_points() -> None:
    assert sentences("Mr. Lee paid 3.50. Really? Yes, at 9 p.m. He left… then came back.") == [
        "Mr. Lee paid three point five zero".replace("Mr.", "mister"),
        "Really",
        "Yes at nine p.m.",
        "He left then came back",
    ]


def test_a_quoted_question_goes_on_with_she_asked() -> None:
    assert sentences("“Where?” she asked. “Here!”") == ["Where she asked", "Here"]


def test_blank_lines_and_bullets_end_sentences_and_line_breaks_do_not() -> None:
    assert sentences("My list\n\n• red\n  apples\n• tea") == ["My list", "red apples", "tea"]


def test_a_long_sentence_is_cut_at_a_comma_if_there_is_one_and_anywhere_if_not() -> None:
    target = make_target("word " * 30 + "end, " + "word " * 60, LEXICON)
    assert target.sentences == ((0, 31), (31, 71), (71, 91))


def test_a_pause_is_asked_for_where_punctuation_is() -> None:
    target = make_target("Red, blue (or so) – a 24-hour day: it's “green” now.", LEXICON)
    assert [word.text for word in target.words if word.break_after] == ["Red", "blue", "so", "day", "now"]


def test_us_is_a_country_but_not_in_a_text_of_capitals() -> None:
    first = [make_target(text, LEXICON).words[-1].pronunciations[0][0].symbol for text in ("in the US", "COME WITH US")]
    assert first == ["Y", "AH"]


_WRITTEN = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            ["Dr.", "$5", "don’t", "well-known", "10:30", "Nov.", "3rd", "www.", "a@b.c", "½", "’", "-", "…", "U.S.", "é", "\n\n"]
        )
        | st.text("abcdeXYZ'’-.,:/$%0123456789 \n", max_size=12),
        max_size=12,
    ).map(" ".join),
)


def target_of(text: str) -> Target | None:
    try:
        return make_target(text, LEXICON)
    except TextError as error:
        return None if error.code == "empty_text" else pytest.fail(str(error))


@settings(max_examples=100, deadline=None)
@given(_WRITTEN)
def test_any_text_is_refused_or_becomes_words_in_order_within_sentences(text: str) -> None:
    target = target_of(text)
    spans = [(word.start, word.end) for word in target.words] if target else []
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one == other or one[1] <= other[0] for one, other in pairwise(spans))
    if target:
        assert target.text == text
        assert [at for first, behind in target.sentences for at in range(first, behind)] == list(range(len(spans)))
        assert all(0 < behind - first <= 40 for first, behind in target.sentences)
