"""What is marked, what is left alone, and what a screen reader says of it."""

from dataclasses import replace

import pytest

from tests.builders import a_word, an_assessment, an_estimate, an_omitted_word
from tutor.domain.assessment import Estimate, Miscue, PhoneScore
from tutor.domain.marks import Mark, mark_phone, mark_word
from tutor.domain.phones import PHONES, Phone
from tutor.domain.sounds import SOUNDS
from tutor.present.heat import SYMBOLS, WORDING, heard_instead, legend, phone_cells, word_cells
from tutor.present.palette import LEVELS

GARDEN = a_word("garden", "G AA1 R D AH0 N", 2.0)


def a_phone(value: float = 1.8, spread: float = 0.3, mispronounced: float = 0.05) -> PhoneScore:
    return PhoneScore(Phone("TH"), 0.0, 0.1, an_estimate(value, spread=spread, top=2.0), "TH", mispronounced)


@pytest.mark.parametrize(
    ("phone", "mark"),
    [
        (a_phone(mispronounced=0.5), Mark.NEEDS_WORK),
        (a_phone(mispronounced=0.49), Mark.CLEAR),
        (a_phone(1.0, 0.6, 0.3), Mark.UNSURE),
        (replace(a_phone(), accuracy=None, mispronounced=None), Mark.NOT_JUDGED),
    ],
)
def test_a_phone_is_marked_on_its_probability_and_unsure_by_its_band(phone: PhoneScore, mark: Mark) -> None:
    assert mark_phone(phone) is mark


def test_the_threshold_can_be_the_models_own() -> None:
    assert mark_phone(a_phone(mispronounced=0.4), 0.35) is Mark.NEEDS_WORK
    assert mark_phone(a_phone(mispronounced=0.6), 0.7) is Mark.CLEAR


@pytest.mark.parametrize(
    ("score", "mark"),
    [
        (Estimate(6.0, 4.0, 7.9), Mark.NEEDS_WORK),
        (Estimate(6.0, 4.0, 8.0), Mark.UNSURE),
        (Estimate(9.0, 4.9, 10.0), Mark.UNSURE),
        (Estimate(9.0, 7.0, 10.0), Mark.CLEAR),
        (None, Mark.NOT_JUDGED),
    ],
)
def test_a_word_needs_its_whole_band_below_the_edge_to_be_marked(score: Estimate | None, mark: Mark) -> None:
    assert mark_word(replace(GARDEN, accuracy=score)) is mark


def test_a_word_with_a_marked_phone_is_marked() -> None:
    assert mark_word(a_word("think", "TH IH1 NG K", 0.5, score=9.0, weak=0)) is Mark.NEEDS_WORK


def test_words_that_were_not_simply_read_are_no_pronunciation_matter() -> None:
    assert mark_word(an_omitted_word("is", "IH1 Z")) is Mark.NOT_READ
    assert mark_word(replace(GARDEN, miscue=Miscue.SUBSTITUTED, accuracy=an_estimate(1.0))) is Mark.OTHER_WORD
    assert mark_word(replace(GARDEN, miscue=Miscue.REPEATED)) is Mark.CLEAR


def test_a_screen_reader_hears_the_mark_the_score_its_band_and_the_sound() -> None:
    spoken = [cell.spoken for cell in word_cells(an_assessment())]
    assert spoken[1] == "think: needs work, about 5 of 10, between 4 and 6, fairly sure; th sounded like s"
    assert spoken[3] == "is: not read, no score"
    assert spoken[5] == "garden: clear, about 9 of 10, between 8 and 10, fairly sure"


def test_a_word_that_is_clear_but_for_one_sound_is_told_so() -> None:
    said = an_assessment(words=(a_word("think", "TH IH1 NG K", 0.5, score=9.0, weak=0),))
    assert word_cells(said)[0].mark is Mark.NEEDS_WORK
    assert word_cells(said)[0].tooltip == "Clear but for a sound, about 9 of 10, between 8 and 10; th sounded like s"


def test_repetitions_are_told_without_lowering_the_mark() -> None:
    said = an_assessment(words=(replace(GARDEN, miscue=Miscue.SELF_CORRECTED),))
    assert word_cells(said)[0].spoken.endswith("; you corrected yourself")
    assert word_cells(said)[0].mark is Mark.CLEAR


def test_phone_cells_speak_in_tenths_too() -> None:
    first, *rest = phone_cells(an_assessment().words[1], 1)
    assert (first.word, first.phone, first.text, first.level) == (1, 0, "θ", 0)
    assert first.spoken == "θ: needs work, about 1.5 of 10, between 0 and 3, a rough idea; th sounded like s"
    assert [cell.level for cell in rest] == [LEVELS - 1] * 3


def test_every_mark_but_clear_has_a_symbol_of_its_own() -> None:
    signs = [SYMBOLS[mark] for mark in Mark if mark is not Mark.CLEAR]
    assert all(signs)
    assert len(set(signs)) == len(signs)
    assert set(WORDING) == set(Mark)


def test_the_legend_lists_what_occurs() -> None:
    assert [mark for mark, _, _ in legend(word_cells(an_assessment()))] == [Mark.CLEAR, Mark.NEEDS_WORK, Mark.NOT_READ]


def test_sounds_spelled_alike_are_told_apart_by_their_key_word() -> None:
    voiced = replace(a_phone(), phone=Phone("DH"), heard="TH")
    assert heard_instead(voiced) == "“th” as in “thin”"
    assert heard_instead(a_phone()) is None


def test_every_phone_has_a_name() -> None:
    assert set(SOUNDS) == set(PHONES)
    assert str(SOUNDS["TH"]) == "“th” as in “thin”"
