"""Guessed words, corrected ones and second ways of saying a word, through to what is expected of a text."""

from tests.builders import phones
from tests.fakes import MemorySayings
from tutor.practice.wordbook import Wordbook
from tutor.reading.lexicon import Lexicon


def a_wordbook() -> Wordbook:
    return Wordbook(Lexicon.load(), MemorySayings())


def test_suggestions_begin_with_what_counts_now_and_are_all_different() -> None:
    book = a_wordbook()
    for word in ("Blorvane", "record"):
        suggested = book.suggestions(word)
        counted = book.make_target(word).words[0].pronunciations
        assert suggested[: len(counted)] == counted
        assert len(set(suggested)) == len(suggested) >= 4


def test_a_corrected_word_counts_in_every_later_text_and_in_its_forms() -> None:
    book = a_wordbook()
    own = phones("B L AO1 R V AE2 N")
    book.set_word("Blorvane", (own,))
    target = book.make_target("blorvane saw Blorvane's cat.")
    assert [word.pronunciations for word in target.words if "vane" in word.text] == [(own,), ((*own, *phones("Z")),)]
    assert {word.source for word in target.words} == {"own", "lexicon"}
    assert book.suggestions("Blorvane")[0] == own
    book.set_word("Blorvane", ())
    assert book.make_target("Blorvane").words[0].source == "guessed"


def test_a_second_way_of_saying_a_word_is_accepted_beside_the_first() -> None:
    book = a_wordbook()
    dictionary = book.make_target("often").words[0].pronunciations
    book.set_word("often", (*dictionary, phones("AO1 F T IH0 N")))
    assert book.make_target("Often.").words[0].pronunciations == (*dictionary, phones("AO1 F T IH0 N"))
