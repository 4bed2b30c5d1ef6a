"""Pairs: one dimension changed and nothing else, alignment kept, downgrades as asked for, nothing that gives one away."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.unit.training.speechllm.labelled import rated, words_of
from tutor.speechllm.codec import Response, WordLabels, read, write
from tutor.speechllm.rubric import LABELS, SENTENCE
from tutor.training.speechllm.preferences import DIMENSIONS, KINDS, Pair, Plan, Rated, change, make_pair

SEEDS = st.integers(0, 2**32 - 1)
EVEN = Plan(dict.fromkeys(KINDS, 1.0))


def parts(labels: Response) -> dict[str, object]:
    return {
        **{aspect: labels.sentence[aspect] for aspect in SENTENCE},
        "words": [word.word for word in labels.words],
        "phones": [word.phones for word in labels.words],
        "stress": [word.stress for word in labels.words],
    }


@given(rated(), rated(), SEEDS)
@settings(max_examples=300, deadline=None)
def test_one_thing_differs(mine: Rated, other: Rated, seed: int) -> None:
    pair = make_pair(mine, other, EVEN, np.random.default_rng(seed))
    better, worse = parts(pair.chosen), parts(pair.rejected)
    differing = [name for name in better if better[name] != worse[name]]
    assert differing == ([pair.kind] if pair.kind in DIMENSIONS else [])
    assert pair.chosen != pair.rejected
    assert replace(pair.chosen, rationale="") == mine.labels
    if pair.kind not in DIMENSIONS:
        assert pair.chosen.rationale != pair.rejected.rationale


@given(rated(), st.sampled_from(["words", "phones"]), st.floats(0, 1), SEEDS)
@settings(max_examples=200, deadline=None)
def test_every_label_of_a_sequence_changes_and_keeps_its_place(mine: Rated, which: str, share: float, seed: int) -> None:
    changed = change(mine.labels, which, share, np.random.default_rng(seed))
    before, after = (list(flat(labels, which)) for labels in (mine.labels, changed))
    assert len(before) == len(after)
    assert all(a != b for a, b in zip(before, after, strict=True))
    assert read(write(changed, mine.words), mine.words).response == changed


def flat(labels: Response, which: str) -> Iterator[str | None]:
    for word in labels.words:
        yield from [word.word] if which == "words" else word.phones


@given(rated(least=2), rated(), SEEDS)
@settings(max_examples=200, deadline=None)
def test_rejected_explanations_are_false(mine: Rated, other: Rated, seed: int) -> None:
    theirs = {word.text.upper() for word in other.words}
    ours = {word.text.upper() for word in mine.words}
    pair = make_pair(mine, other, Plan({"ungrounded": 1.0}), np.random.default_rng(seed))
    assume(pair.kind == "ungrounded")  # else the other reading names nothing that isn't here as well
    named = set(re.findall(r"“([^”]+)”", pair.rejected.rationale))
    assert (named & theirs) - ours


@pytest.mark.parametrize("share", [0.0, 0.3, 0.88, 1.0])
def test_the_share_of_downgrades_is_the_one_asked_for(share: float) -> None:
    """Of labels that could go either way; the best can only go down, the worst only up."""
    generator = np.random.default_rng(1)
    several = Response({}, (WordLabels("Good", None, LABELS * 400),))
    (changed,) = change(several, "phones", share, generator).words
    moves = [(LABELS.index(a), LABELS.index(str(b))) for a, b in zip(LABELS * 400, changed.phones, strict=True)]
    down = np.mean([b > a for a, b in moves if 0 < a < 4])
    assert down == pytest.approx(share, abs=0.04)
    assert all(b > a for a, b in moves if a == 0)
    assert all(b < a for a, b in moves if a == 4)
    steps = Counter(abs(a - b) for a, b in moves)
    assert set(steps) == {1, 2}


def pairs_of_a_corpus(plan: Plan, readings: int = 400) -> list[tuple[Rated, Pair]]:
    """Labels spread evenly, so that the chosen and rejected differ by nothing but which is right."""
    generator = np.random.default_rng(3)
    words = words_of(["sister", "thin", "banana"])
    made = []
    for _ in range(readings):
        labels = Response(
            dict(zip(SENTENCE, generator.choice(LABELS, 3).tolist(), strict=True)),
            tuple(WordLabels(str(generator.choice(LABELS)), stress, tuple(generator.choice(LABELS, n).tolist()))
                  for stress, n in (("Correct", 5), (None, 3), ("Incorrect", 6))),
        )  # fmt: skip
        made.append(Rated(labels, words, (0,)))
    return [(mine, make_pair(mine, made[at - 1], plan, generator)) for at, mine in enumerate(made)]


def test_kinds_come_as_often_as_their_weights_say() -> None:
    kinds = Counter(pair.kind for _, pair in pairs_of_a_corpus(Plan({"accuracy": 3.0, "phones": 1.0})))
    assert set(kinds) == {"accuracy", "phones"}
    assert kinds["accuracy"] / 400 == pytest.approx(0.75, abs=0.06)


def test_no_wording_gives_the_rejected_away() -> None:
    """The sides use the same words, the same lines and ends; a guess by the frequency of words is hardly better than chance."""
    made = pairs_of_a_corpus(Plan(dict.fromkeys(KINDS, 1.0), downgrades=0.5))
    sides = [[write(getattr(pair, side), mine.words) for mine, pair in made] for side in ("chosen", "rejected")]
    vocabularies = [set(re.findall(r"\w+|\S", " ".join(side))) for side in sides]
    assert vocabularies[0] == vocabularies[1]
    assert [text.count("\n") for text in sides[0]] == [text.count("\n") for text in sides[1]]
    assert {text[-1] for text in sides[0]} == {text[-1] for text in sides[1]}
    assert abs(guessed_right(*sides) - 0.5) < 0.1


def guessed_right(chosen: list[str], rejected: list[str]) -> float:
    """Share of unseen texts whose side a naive Bayes of their words guesses, learned from the first half."""
    half = len(chosen) // 2
    counts = [Counter(word for text in side[:half] for word in re.findall(r"\w+", text)) for side in (chosen, rejected)]
    odds = {word: np.log((counts[0][word] + 1) / (counts[1][word] + 1)) for word in counts[0] | counts[1]}
    right = [
        (sum(odds.get(word, 0.0) for word in re.findall(r"\w+", text)) > 0) == is_chosen
        for side, is_chosen in ((chosen, True), (rejected, False))
        for text in side[half:]
    ]
    return float(np.mean(right))


@pytest.mark.parametrize(
    ("kinds", "share", "explained"),
    [({"length": 1.0}, 0.5, True), ({}, 0.5, True), ({"words": 1.0}, 1.5, True), ({"ungrounded": 1.0}, 0.5, False)],
)
def test_plans_that_make_no_sense_are_refused(kinds: dict[str, float], share: float, explained: bool) -> None:
    with pytest.raises(ValueError, match=r"kinds|rejected"):
        Plan(kinds, share, explained)


def test_without_explanations_only_labels_differ() -> None:
    for _, pair in pairs_of_a_corpus(Plan({"words": 1.0}, explained=False), 10):
        assert pair.chosen.rationale == pair.rejected.rationale == ""
