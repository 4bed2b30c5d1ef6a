"""What is counted of an assessment."""

from dataclasses import replace

import pytest

from tests.builders import a_word, an_assessment, an_omitted_word
from tutor.domain.assessment import Miscue, Verdict
from tutor.practice.history.tally import Times, tally


def test_a_word_is_correct_when_it_was_read_and_not_marked() -> None:
    made = tally(an_assessment())  # of six words one was left out and "think" is marked
    assert (made.words, made.read, made.correct) == (6, 5, 4)
    assert made.seconds == pytest.approx(2.3)  # "I" begins at 0.3, "garden" ends at 2.6
    assert made.words_per_minute == pytest.approx(60 * 5 / 2.3)
    assert made.correct_per_minute == pytest.approx(60 * 4 / 2.3)


@pytest.mark.parametrize(
    ("miscue", "correct"), [(Miscue.REPEATED, 1), (Miscue.SELF_CORRECTED, 1), (Miscue.SUBSTITUTED, 0), (None, 1)]
)
def test_what_the_reader_puts_right_is_correct_and_another_word_is_not(miscue: Miscue | None, correct: int) -> None:
    word = replace(a_word("think", "TH IH1 NG K", 0.5), miscue=miscue)
    assert tally(an_assessment(words=(word,))).correct == correct


def test_sounds_are_counted_over_all_words() -> None:
    words = (a_word("think", "TH IH1 NG K", 0.5, weak=0), a_word("it", "IH1 T", 1.0), an_omitted_word("is", "IH1 Z"))
    sounds = tally(an_assessment(words=words)).sounds
    assert sounds["TH"] == Times(1, 0.3, 1)
    assert sounds["IH"] == Times(2, 3.6, 0)
    assert "Z" not in sounds  # it was not said


def test_words_are_counted_by_how_they_are_spelled_anywhere() -> None:
    words = (a_word("It", "IH1 T", 0.5, score=9.0), a_word("it", "IH1 T", 1.0, score=4.0), an_omitted_word("it", "IH1 T"))
    assert tally(an_assessment(words=words)).each_word == {"it": Times(2, 13.0, 1, 1)}


def test_of_a_silent_take_nothing_was_read() -> None:
    made = tally(an_assessment(verdict=Verdict.NO_SPEECH, words=(an_omitted_word("it", "IH1 T"),)))
    assert (made.read, made.correct, made.seconds, made.correct_per_minute, made.sounds) == (0, 0, None, None, {})
