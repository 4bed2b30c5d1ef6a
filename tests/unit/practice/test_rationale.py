"""What is said to the learner rests on evidence: take the evidence away and the line goes."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_prosody, a_target, a_word, an_assessment, an_estimate, an_omitted_word
from tutor.domain.assessment import Evidence, Miscue, RationaleLine, Scores, WordScore
from tutor.domain.load import Load, load_of
from tutor.domain.phones import CONSONANTS, PHONES, Phone
from tutor.domain.prosody import Pause, Prosody
from tutor.domain.wording import speak
from tutor.practice.hints import HOW, INSTEAD, how_to
from tutor.practice.rationale import explain

TARGET = a_target()
NEVER = re.compile(r"\b(wrong|fail\w*|native|perfect|bad|error|mistake)\b", re.IGNORECASE)
PRAISE = re.compile(r"clearly|came through well|without a break")


def quiet(seconds: float = 3.0) -> Prosody:
    return replace(a_prosody(seconds), pauses=())


def said(words: tuple[WordScore, ...], scores: Scores | None = None, prosody: Prosody | None = None) -> tuple[RationaleLine, ...]:
    return explain(words, scores or Scores(), prosody or quiet(), TARGET)


def about(lines: tuple[RationaleLine, ...]) -> set[str]:
    return {str(each) for line in lines for each in line.about}


def sentence(**changes: WordScore) -> tuple[WordScore, ...]:
    words = {
        "i": a_word("I", "AY1", 0.3), "think": a_word("think", "TH IH1 NG K", 0.5), "it": a_word("it", "IH1 T", 1.4),
        "is": a_word("is", "IH1 Z", 1.6), "a": a_word("a", "AH0", 1.8), "garden": a_word("garden", "G AA1 R D AH0 N", 2.0),
    }  # fmt: skip
    return tuple((words | changes).values())


def with_phone(word: WordScore, at: int, **changes: object) -> WordScore:
    changed = replace(word.phones[at], **changes)  # type: ignore[arg-type]
    return replace(word, phones=(*word.phones[:at], changed, *word.phones[at + 1 :]))


LISPED = a_word("think", "TH IH1 NG K", 0.5, score=5.0, weak=0)


def test_names_the_sound_what_was_heard_and_how_to_make_it() -> None:
    (line,) = [line for line in said(sentence(think=LISPED)) if line.about == (Evidence("phone", 1, 0),)]
    assert "“think”" in line.text
    assert "sounded like “s”" in line.text
    assert INSTEAD["TH", "S"] in line.text


def test_the_line_goes_when_the_sound_was_right() -> None:
    assert "phone:1.0" in about(said(sentence(think=LISPED)))
    right = with_phone(replace(LISPED, accuracy=an_estimate(9.0)), 0, mispronounced=0.1, heard="TH")
    assert "phone:1.0" not in about(said(sentence(think=right)))


def test_a_middling_probability_is_told_as_a_maybe() -> None:
    maybe = said(sentence(think=with_phone(LISPED, 0, mispronounced=0.6)))
    assert any("may have sounded like" in line.text for line in maybe)
    assert not any("may have" in line.text for line in said(sentence(think=LISPED)))


def test_a_wide_band_is_told_as_a_maybe() -> None:
    wide = an_estimate(0.8, spread=0.8, top=2.0)
    assert any("may have" in line.text for line in said(sentence(think=with_phone(LISPED, 0, accuracy=wide))))


def test_one_line_for_the_same_slip_in_several_words() -> None:
    again = replace(LISPED, text="thin")
    lines = [line for line in said(sentence(think=LISPED, it=again)) if Evidence("phone", 1, 0) in line.about]
    assert [str(each) for line in lines for each in line.about] == ["phone:1.0", "phone:2.0"]
    assert "“think” and “thin”" in lines[0].text


def test_a_dropped_final_consonant_is_told_as_such() -> None:
    dropped = with_phone(a_word("garden", "G AA1 R D AH0 N", 2.0, weak=5), 5, heard=None)
    text = next(line.text for line in said(sentence(garden=dropped)) if line.about == (Evidence("phone", 5, 5),))
    assert "at the end of “garden”" in text
    assert "finish the word" in text


def test_what_hurts_most_comes_first() -> None:
    small = with_phone(a_word("is", "IH1 Z", 1.6, weak=0), 0, mispronounced=0.55)
    lines = [line for line in said(sentence(think=LISPED, **{"is": small})) if line.about[0].kind == "phone"]
    assert [line.about[0].index for line in lines] == [1, 3]


def test_what_many_words_hang_on_comes_before_stress_and_left_out_words_and_an_accent_last() -> None:
    ship = with_phone(a_word("ship", "IH1 T", 1.4, score=5.0, weak=0), 0, heard="IY")
    off = replace(a_word("garden", "G AA1 R D AH0 N", 2.0), stress=an_estimate(5.5))
    accent = with_phone(a_word("I", "TH AY1", 0.3, weak=0), 0, heard="F")
    words = sentence(i=accent, it=ship, think=LISPED, garden=off, **{"is": an_omitted_word("is", "IH1 Z")})
    lines = [line for line in said(words) if not PRAISE.search(line.text)]
    assert [str(line.about[0]) for line in lines] == ["phone:2.0", "phone:1.0", "phone:5.1", "phone:0.0"]
    assert lines[-1].text == "Part of an accent in “I”: people will understand you all the same."
    assert said(words) == said(words)


def test_a_contrast_that_few_words_hang_on_is_an_accent() -> None:
    assert load_of(Phone("TH"), "F") is load_of(Phone("UH", 1), "UW") is Load.LOW
    assert load_of(Phone("IY", 1), "IH") is load_of(Phone("L"), "R") is Load.HIGH
    assert load_of(Phone("TH"), "S") is load_of(Phone("AH", 1), "IH") is Load.MIDDLE
    assert load_of(Phone("AH", 0), "IH") is Load.LOW, "in a weak syllable many speakers make no difference"


def test_at_most_three_things_to_work_on_and_six_lines() -> None:
    poor = tuple(
        a_word(f"w{at}", symbol, at / 2, score=2.0, weak=0) for at, symbol in enumerate(("TH", "V", "R", "L", "IH1", "K"))
    )
    prosody = replace(quiet(), pauses=(Pause(1.0, 1.4, 1, False),), words_per_minute=50.0)
    lines = explain(poor, Scores(), prosody, TARGET)
    assert sum(line.about[0].kind == "phone" for line in lines) == 3
    assert len(lines) <= 6


def test_praise_names_the_words_it_rests_on() -> None:
    line = said(sentence())[0]
    assert PRAISE.search(line.text)
    assert "“garden”" in line.text
    assert "word:5" in {str(each) for each in line.about}


def test_no_praise_when_most_words_need_work() -> None:
    poor = tuple(replace(word, accuracy=an_estimate(4.0)) for word in sentence())
    lines = said(poor, Scores(fluency=an_estimate(3.0)))
    assert lines
    assert not any(PRAISE.search(line.text) for line in lines)


def test_praise_for_flow_needs_the_fluency_score_and_the_run() -> None:
    fluent = Scores(fluency=an_estimate(9.0))
    assert any("without a break" in line.text for line in said(sentence(), fluent))
    assert not any("without a break" in line.text for line in said(sentence(), Scores(fluency=an_estimate(7.0))))
    broken = replace(quiet(), pauses=(Pause(1.0, 1.2, 1, True), Pause(1.7, 1.9, 3, True)))
    assert not any("without a break" in line.text for line in said(sentence(), fluent, broken))


def test_stress_is_spoken_of_only_when_the_whole_band_says_so() -> None:
    garden = a_word("garden", "G AA1 R D AH0 N", 2.0)
    off = said(sentence(garden=replace(garden, stress=an_estimate(5.5))))
    assert any("stress" in line.text and "first part" in line.text for line in off)
    unsure = said(sentence(garden=replace(garden, stress=an_estimate(7.0, spread=2.0))))
    assert not any("stress" in line.text for line in unsure)


def test_a_weak_word_without_a_weak_sound_is_named_as_a_whole() -> None:
    weak = replace(a_word("garden", "G AA1 R D AH0 N", 2.0), accuracy=an_estimate(5.0))
    assert any(line.about == (Evidence("word", 5),) for line in said(sentence(garden=weak)))


def test_words_said_again_are_noticed_and_nothing_is_held_against_them() -> None:
    again = {
        "it": replace(a_word("it", "IH1 T", 1.4), miscue=Miscue.REPEATED),
        "garden": replace(a_word("garden", "G AA1 R D AH0 N", 2.0), miscue=Miscue.SELF_CORRECTED),
    }
    lines = {str(line.about[0]): line.text for line in said(sentence(**again))}
    assert lines["word:5"].startswith("You corrected yourself at “garden”")
    assert lines["word:2"].startswith("You repeated “it”")
    assert not [line for line in said(sentence()) if "counts" in line.text]


def test_a_word_in_whose_place_another_was_heard_is_named() -> None:
    other = replace(an_omitted_word("is", "IH1 Z"), miscue=Miscue.SUBSTITUTED)
    assert RationaleLine("Another word was heard in place of “is”.", (Evidence("word", 3),)) in said(sentence(**{"is": other}))


def test_an_omitted_word_is_named_with_its_neighbours_and_nothing_else_is_said_of_it() -> None:
    lines = [line for line in said(sentence(**{"is": an_omitted_word("is", "IH1 Z")})) if "word:3" in about((line,))]
    assert [line.text for line in lines] == ["“is” was not heard in “think it is a garden”."]


def test_unexpected_pauses_are_told_and_expected_ones_are_not() -> None:
    odd = replace(quiet(), pauses=(Pause(0.2, 0.4, 0, True), Pause(1.0, 1.8, 1, False)))
    line = next(line for line in said(sentence(), prosody=odd) if line.about[0].kind == "pause")
    assert "0.8 s after “think”" in line.text
    assert [str(each) for each in line.about] == ["pause:1"]
    assert "pause:0" not in about(said(sentence(), prosody=replace(odd, pauses=odd.pauses[:1])))


@pytest.mark.parametrize(("pace", "told"), [(60.0, True), (112.0, False), (230.0, True)])
def test_pace_is_told_when_it_is_far_from_usual(pace: float, told: bool) -> None:
    lines = said(sentence(), prosody=replace(quiet(), words_per_minute=pace))
    assert any("words a minute" in line.text for line in lines) is told


def test_nothing_is_said_about_words_that_were_not_judged() -> None:
    unjudged = tuple(
        replace(
            word,
            accuracy=None,
            stress=None,
            phones=tuple(replace(p, accuracy=None, heard=None, mispronounced=None) for p in word.phones),
        )
        for word in sentence(think=LISPED)
    )
    assert said(unjudged) == ()


def test_substituted_words_sounds_are_left_alone() -> None:
    other = replace(LISPED, miscue=Miscue.SUBSTITUTED)
    assert "phone:1.0" not in about(said(sentence(think=other)))


def test_wording_varies_between_words_and_never_for_the_same_one() -> None:
    texts = {
        word: said(sentence(think=replace(LISPED, text=word)))[1].text.replace(word, "…")
        for word in ("think", "thank", "thick", "thumb")
    }
    assert len(set(texts.values())) > 1
    assert texts["think"] == said(sentence(think=LISPED))[1].text.replace("think", "…")


def test_every_phone_has_a_hint() -> None:
    assert set(HOW) == set(PHONES)
    assert {symbol for pair in INSTEAD for symbol in pair} <= set(PHONES)
    assert how_to("TH", "M", final=False) == HOW["TH"]
    assert how_to("V", "W", final=False) != HOW["V"]


probability = st.floats(0, 1, allow_nan=False)


@settings(deadline=None, max_examples=40)  # a busy machine is no bug
@given(st.data())
def test_whatever_the_scores_lines_stay_few_kind_and_about_something_there(data: st.DataObject) -> None:
    words = []
    for word in an_assessment().words:
        value = data.draw(st.floats(0, 10))
        heard = data.draw(st.lists(st.sampled_from([None, *PHONES]), min_size=len(word.phones), max_size=len(word.phones)))
        phones = tuple(
            replace(
                phone,
                accuracy=an_estimate(data.draw(st.floats(0, 2)), spread=0.3, top=2.0),
                heard=h,
                mispronounced=data.draw(probability),
            )
            for phone, h in zip(word.phones, heard, strict=True)
        )
        words.append(
            replace(word, miscue=None, start=0.1, end=0.2, accuracy=an_estimate(value), stress=an_estimate(value), phones=phones)
        )
    lines = explain(tuple(words), an_assessment().scores, a_prosody(), TARGET)
    assert len(lines) <= 7
    for line in lines:
        assert not NEVER.search(line.text)
        assert line.text.endswith(".")
        assert line.about
        for each in line.about:
            if each.kind == "phone":
                assert each.phone is not None
                assert words[each.index].phones[each.phone].phone.symbol in PHONES
            else:
                assert each.index < (len(words) if each.kind == "word" else 1)


def test_hints_never_blame() -> None:
    assert not any(NEVER.search(text) for text in (*HOW.values(), *INSTEAD.values()))
    assert CONSONANTS.keys() <= HOW.keys()


@pytest.fixture
def bracketed() -> Iterator[None]:
    speak(lambda text: f"⟦{text}⟧")
    yield
    speak()


@pytest.mark.usefixtures("bracketed")
def test_every_line_is_said_in_the_language_of_the_window() -> None:
    gone, other = an_omitted_word("is", "IH1 Z"), replace(a_word("a", "AH0", 1.8), miscue=Miscue.SUBSTITUTED)
    again = replace(a_word("it", "IH1 T", 1.4), miscue=Miscue.REPEATED)
    pauses = (Pause(1.0, 1.5, 1, expected=False),)
    odd = replace(a_prosody(3.0), pauses=pauses, words_per_minute=40.0)
    readings = (sentence(), sentence(think=LISPED), sentence(think=LISPED, it=again), sentence(**{"is": gone, "a": other}))
    lines = [line.text for words in readings for line in (*said(words), *said(words, prosody=odd))]
    assert len(lines) > 8
    for line in lines:
        left = line
        while (less := re.sub(r"⟦[^⟦⟧]*⟧", "", left)) != left:
            left = less
        assert left.strip() == "", line
