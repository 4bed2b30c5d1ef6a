"""Explanations are true: what a sentence says is read from its text and held against the labels, by the test's own rules."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.training.speechllm.labelled import rated, words_of
from tutor.domain.assessment import PhoneScore, WordScore
from tutor.domain.sounds import SOUNDS
from tutor.speechllm.codec import Response, WordLabels
from tutor.speechllm.rubric import LABELS, SENTENCE
from tutor.speechllm.truth import Mention, mentions
from tutor.training.speechllm.preferences import Rated
from tutor.training.speechllm.rationales import explain, is_true

WORTH = {"excellent": "Excellent", "very strong": "Excellent", "good": "Good", "solid": "Good", "fair": "Average",
         "uneven": "Average", "weak": "Bad", "poor": "Bad", "very weak": "Worst", "very poor": "Worst"}  # fmt: skip
MANNERS = {
    "clear": ("came through clearly", "was clear", "were clear", "easy to recognise"),
    "accent": ("carried an accent", "could be clearer"),
    "weak": ("hard to hear", "hard to recognise", "needed more care", "not yet clear"),
}
ALLOWED = {"clear": {"Excellent", "Good"}, "accent": {"Average"}, "weak": {"Bad", "Worst"}}


def told(mine: Rated, seed: int) -> list[str]:
    return [sentence.text for sentence in explain(mine.labels, mine.words, mine.pauses, np.random.default_rng(seed))]


@given(rated(), st.integers(0, 2**32 - 1))
@settings(max_examples=400, deadline=None)
def test_every_mention_is_true_of_the_labels(mine: Rated, seed: int) -> None:
    sentences = told(mine, seed)
    assert len(sentences) == 3
    for sentence in sentences:
        opening, _, evidence = sentence.removesuffix(".").partition(": ")
        said = re.search(r"(accuracy|fluency|prosody).* was (.+)", opening.lower())
        assert said
        assert mine.labels.sentence[said[1]] == WORTH[said[2]]
        if evidence:
            check_evidence(evidence, mine)


def check_evidence(evidence: str, mine: Rated) -> None:
    sounds = re.findall(r"the “([^”]+)” in “([^”]+)”", evidence)
    names = [name for _, name in sounds] or re.findall(r"“([^”]+)”", evidence)
    places = {name: [at for at, word in enumerate(mine.words) if word.text.upper() == name] for name in names}
    assert all(places.values())
    if "pause" in evidence or "stopped" in evidence:
        assert all(set(at) <= set(mine.pauses) for at in places.values())
        assert mine.labels.sentence["fluency"] != "Excellent"
    elif "stress" in evidence:
        assert all(mine.labels.words[at].stress == "Incorrect" for found in places.values() for at in found)
    else:
        (manner,) = [name for name, forms in MANNERS.items() if any(form in evidence for form in forms)]
        found = [(name, at) for name in names for at in places[name]]
        spoken = {name: sound for sound, name in sounds}
        labels = [phone_labels(mine, at, spoken[name]) if sounds else {mine.labels.words[at].word} for name, at in found]
        assert set().union(*labels) <= ALLOWED[manner]


def phone_labels(mine: Rated, at: int, spelled: str) -> set[str | None]:
    phones = zip(mine.words[at].pronunciations[0], mine.labels.words[at].phones, strict=True)
    found = {label for phone, label in phones if SOUNDS[phone.symbol].spelled == spelled}
    assert found
    return found


@given(rated(), st.integers(0, 2**32 - 1))
@settings(max_examples=100, deadline=None)
def test_claims_are_what_the_text_says(mine: Rated, seed: int) -> None:
    sentences = explain(mine.labels, mine.words, mine.pauses, np.random.default_rng(seed))
    assert all(is_true(claim, mine.labels, mine.words, mine.pauses) for each in sentences for claim in each.claims)


def one_weak(symbol_labels: str = "Worst") -> Rated:
    words = words_of(["thin", "garden"])
    fine = WordLabels("Excellent", "Correct", ("Excellent",) * 6)
    labels = Response(dict.fromkeys(("accuracy", "fluency", "prosody"), "Average"),
                      (WordLabels("Bad", None, (symbol_labels, "Excellent", "Excellent")), fine))  # fmt: skip
    return Rated(labels, words, (0,))


def test_what_raters_marked_is_what_is_named() -> None:
    for seed in range(20):
        accuracy, fluency, _ = told(one_weak(), seed)
        assert "the “th” in “THIN”" in accuracy
        assert "after “THIN”" in fluency


def test_the_same_seed_says_the_same_and_others_vary() -> None:
    said = {tuple(told(one_weak(), seed)) for seed in range(40)}
    assert len(said) > 20
    assert told(one_weak(), 7) == told(one_weak(), 7)


@pytest.mark.parametrize("label", LABELS)
def test_another_label_changes_only_the_sentence_about_it(label: str) -> None:
    mine = one_weak()
    other = Rated(Response({**mine.labels.sentence, "prosody": label}, mine.labels.words), mine.words, mine.pauses)
    assert told(mine, 5)[:2] == told(other, 5)[:2]


@given(rated(), st.integers(0, 2**32 - 1))
@settings(max_examples=150, deadline=None)
def test_the_check_made_in_use_understands_what_is_taught(mine: Rated, seed: int) -> None:
    """`speechllm.truth` finds every sentence's mentions, all of them there, and reads what is said as near as its words allow."""
    words = [
        WordScore(
            word.text,
            0.0,
            1.0,
            None,
            None,
            None,
            tuple(PhoneScore(p, 0.0, 1.0, None, None, None) for p in word.pronunciations[0]),
        )
        for word in mine.words
    ]
    for sentence in told(mine, seed):
        found = list(mentions(sentence, words, range(len(words))))
        assert found
        assert all(mention.word >= 0 or mention.kind in SENTENCE for mention in found)
        for mention in found:
            label = label_of(mention, mine.labels)
            assert label is None or mention.implied is None or abs(4 - LABELS.index(label) - mention.implied) <= 1


def label_of(mention: Mention, labels: Response) -> str | None:
    if mention.word < 0:
        return labels.sentence[mention.kind]
    word = labels.words[mention.word]
    return {"word": word.word, "phone": word.phones[mention.phone]}.get(mention.kind)
