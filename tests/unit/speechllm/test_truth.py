"""What an explanation says is held against the scores it came with."""

import pytest

from tests.builders import a_word, an_assessment, an_estimate
from tutor.domain.assessment import Assessment, Scores
from tutor.speechllm.truth import check


def said(**scores: float) -> Assessment:
    """I THINK IT: the TH of "think" is bad, and so is the word; 0.45 s of silence behind it."""
    words = (a_word("I", "AY1", 0.3), a_word("think", "TH IH1 NG K", 0.5, score=3.0, weak=0), a_word("it", "IH1 T", 1.35))
    return an_assessment(words=words, scores=Scores(*(an_estimate(scores.get(name, 7.5)) for name in ("acc", "flu", "pros"))))


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("“THINK” was hard to recognise.", ["word:1"]),
        ("The “th” in “think” was hard to hear.", ["phone:1.0"]),
        ("The /TH/ sound needed more care.", ["phone:1.0"]),
        ("The word IT was clear.", ["word:2"]),
        ("Accuracy was good: the “th” in “THINK” was not yet clear.", ["phone:1.0"]),
        ("Overall, fluency was solid: there was a pause after “THINK”.", ["word:1"]),
        ("The prosody of this reading was good.", ["word:0", "word:2"]),
        ("“it” was clear, but “think” was weak.", ["word:2", "word:1"]),
    ],
)
def test_what_the_scores_bear_out_stays_and_points_at_it(sentence: str, about: list[str]) -> None:
    checked = check(sentence, said(), range(3))
    assert [(line.text, [str(each) for each in line.about]) for line in checked.lines] == [(sentence, about)]
    assert checked.dropped == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "“THINK” came through clearly.",
        "The “t” in “it” was hard to hear.",
        "“THOUGHT” was hard to recognise.",  # not in the text
        "The “sh” in “think” was weak.",  # not in the word
        "Accuracy was very poor.",
        "Fluency was weak: there was a pause after “THINK”.",
        "There was a pause after “I”.",
        "The stress in “it” was misplaced.",
        "Great job!",  # says nothing that can be checked
        "“it” was clear, but “I” was weak.",
    ],
)
def test_what_they_do_not_bear_out_is_dropped_and_counted(sentence: str) -> None:
    checked = check(f"{sentence} “it” was clear.", said(), range(3))
    assert [line.text for line in checked.lines] == ["“it” was clear."]
    assert checked.dropped == 1


def test_an_aspect_without_a_score_is_not_spoken_of() -> None:
    assert check("Prosody was good.", an_assessment(scores=Scores()), range(3)).dropped == 1


def test_only_words_of_the_sentence_count() -> None:
    assert check("“it” was clear.", said(), range(2)).dropped == 1
