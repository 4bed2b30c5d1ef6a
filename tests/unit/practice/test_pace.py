"""Words correct per minute, as a teacher with a stopwatch would count them."""

from dataclasses import replace

import pytest

from tests.builders import a_word, an_assessment
from tutor.domain.assessment import Miscue, Verdict
from tutor.domain.marks import Mark
from tutor.practice.pace import words_correct_per_minute


def test_counts_what_was_read_and_needs_no_work_over_the_time_from_first_to_last_word() -> None:
    said = an_assessment()  # of 6 words "is" is left out and "think" needs work, from 0.3 to 2.6 s
    assert words_correct_per_minute(said) == pytest.approx(60 * 4 / 2.3)


def test_a_tutor_who_heard_it_decides_which_words_are_correct() -> None:
    marks = {"think": Mark.CLEAR, "is": Mark.ACCENT, "garden": Mark.NEEDS_WORK, "it": Mark.OTHER_WORD}
    words = tuple(replace(word, tutor=marks.get(word.text)) for word in an_assessment().words)
    assert words_correct_per_minute(an_assessment(words=words)) == pytest.approx(60 * 4 / 2.3)


def test_going_back_costs_nothing() -> None:
    words = tuple(
        replace(word, miscue=Miscue.SELF_CORRECTED) if word.text == "garden" else word for word in an_assessment().words
    )
    assert words_correct_per_minute(an_assessment(words=words)) == words_correct_per_minute(an_assessment())


@pytest.mark.parametrize("verdict", [Verdict.NO_SPEECH, Verdict.OFF_SCRIPT])
def test_nothing_is_counted_of_what_is_no_reading_of_the_text(verdict: Verdict) -> None:
    assert words_correct_per_minute(an_assessment(verdict=verdict)) is None


def test_nothing_is_counted_of_a_few_words() -> None:
    assert words_correct_per_minute(an_assessment(words=tuple(a_word("it", "IH1 T", at / 2) for at in range(4)))) is None
