"""Whether the recording was cut, from the edges of its sound and the words that were found."""

from dataclasses import replace

import pytest

from tests.builders import a_word, an_assessment, an_omitted_word, facts
from tutor.domain.assessment import Assessment, Unjudged, Verdict, WordScore
from tutor.domain.audio import AudioFacts
from tutor.practice.cut import mark_cuts

START, END = facts(speech_start=0.0), facts(speech_end=3.0)


def read(first: WordScore | None = None, last: WordScore | None = None, audio: AudioFacts | None = None) -> Assessment:
    """Three words in 3 s, spoken from 0.3 to 2.7 s unless said otherwise."""
    words = (first or a_word("I", "AY1", 0.3), a_word("think", "TH IH1 NG K", 1.0), last or a_word("it", "IH1 T", 2.5))
    return an_assessment(words=words, audio=audio or facts())


def test_a_whole_reading_stays_as_it_is() -> None:
    whole = read()
    assert mark_cuts(whole) is whole


@pytest.mark.parametrize("audio", [START, END])
def test_a_sound_at_the_edge_far_from_the_words_is_no_cut(audio: AudioFacts) -> None:
    assert mark_cuts(read(audio=audio)).problems == ()


@pytest.mark.parametrize(
    ("said", "at", "code"),
    [
        (read(first=a_word("I", "AY1", 0.02), audio=START), 0, "cut_start"),
        (read(last=a_word("it", "IH1 T", 2.78), audio=END), 2, "cut_end"),
    ],
)
def test_a_word_cut_in_two_is_not_judged_and_the_reading_incomplete(said: Assessment, at: int, code: str) -> None:
    marked = mark_cuts(said)
    assert (marked.verdict, marked.problems) == (Verdict.INCOMPLETE, (code,))
    word = marked.words[at]
    assert (word.judged, word.stress, word.start, word.end) == (False, None, said.words[at].start, said.words[at].end)
    assert not any(phone.judged or phone.heard or phone.mispronounced for phone in word.phones)
    assert {word.reason, *(phone.reason for phone in word.phones)} == {Unjudged.CUT}
    others = [one for number, one in enumerate(marked.words) if number != at]
    assert others == [one for number, one in enumerate(said.words) if number != at]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (read(first=an_omitted_word("I", "AY1"), audio=facts(speech_start=0.2)), "cut_start"),
        (read(last=an_omitted_word("it", "IH1 T"), audio=facts(speech_end=2.8)), "cut_end"),
    ],
)
def test_a_word_that_is_missing_where_speech_comes_in_haste_was_cut_away(said: Assessment, code: str) -> None:
    assert mark_cuts(said).problems == (code,)


def test_a_first_word_left_out_in_good_time_was_left_out() -> None:
    assert mark_cuts(read(first=an_omitted_word("I", "AY1"), audio=facts(speech_start=0.6))).verdict is Verdict.SCORED


def test_both_ends_may_be_cut() -> None:
    said = read(a_word("I", "AY1", 0.02), a_word("it", "IH1 T", 2.78), facts(speech_start=0.0, speech_end=3.0))
    assert mark_cuts(said).problems == ("cut_start", "cut_end")


def test_another_text_stays_another_text() -> None:
    said = replace(read(first=an_omitted_word("I", "AY1"), audio=START), verdict=Verdict.OFF_SCRIPT, problems=("off_script",))
    assert (mark_cuts(said).verdict, mark_cuts(said).problems) == (Verdict.OFF_SCRIPT, ("off_script", "cut_start"))
