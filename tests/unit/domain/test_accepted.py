"""An accepted variant stays unflagged; other sounds still flag."""

from dataclasses import replace

import pytest

from tests.builders import a_word, an_assessment, an_estimate
from tutor.domain.accepted import Acceptance, accepting
from tutor.domain.assessment import Assessment, WordScore
from tutor.domain.marks import Mark, mark_phone, mark_word

TH_AS_S = Acceptance("TH", "S")


def two_words(first: WordScore, second: WordScore) -> Assessment:
    return an_assessment(words=(first, second))


def marks(assessment: Assessment, word: int) -> tuple[Mark, list[Mark]]:
    said = assessment.words[word]
    return mark_word(said), [mark_phone(phone) for phone in said.phones]


def test_an_accepted_substitution_is_not_marked_in_any_word_and_others_still_are() -> None:
    think, garden = a_word("think", "TH IH1 NG K", 0.0, weak=0), a_word("garden", "G AA1 R D AH0 N", 1.0, weak=0)
    shown = accepting(two_words(think, garden), frozenset({TH_AS_S}))
    assert marks(shown, 0) == (Mark.CLEAR, [Mark.CLEAR] * 4)
    assert marks(shown, 1)[0] is Mark.NEEDS_WORK
    assert marks(shown, 1)[1][0] is Mark.NEEDS_WORK


def test_accepted_in_one_word_only() -> None:
    think, thin = a_word("Think", "TH IH1 NG K", 0.0, weak=0), a_word("thin", "TH IH1 N", 1.0, weak=0)
    shown = accepting(two_words(think, thin), frozenset({Acceptance("TH", "S", "think")}))
    assert marks(shown, 0)[0] is Mark.CLEAR
    assert marks(shown, 1)[0] is Mark.NEEDS_WORK


def test_the_same_sound_heard_as_another_one_is_still_marked() -> None:
    think = a_word("think", "TH IH1 NG K", 0.0, weak=0)
    as_p = replace(think, phones=(replace(think.phones[0], heard="P"), *think.phones[1:]))
    shown = accepting(two_words(think, as_p), frozenset({TH_AS_S}))
    assert [marks(shown, at)[0] for at in (0, 1)] == [Mark.CLEAR, Mark.NEEDS_WORK]


def test_another_marked_sound_of_the_same_word_keeps_it_marked() -> None:
    word = a_word("think", "TH IH1 NG K", 0.0, score=4.0, weak=0)
    weak = replace(word, phones=(*word.phones[:3], replace(word.phones[3], mispronounced=0.8)))
    shown = accepting(two_words(weak, weak), frozenset({TH_AS_S}))
    assert marks(shown, 0) == (Mark.NEEDS_WORK, [Mark.CLEAR, Mark.CLEAR, Mark.CLEAR, Mark.NEEDS_WORK])


def test_a_low_word_score_does_not_bring_back_what_was_accepted_but_counts_for_all_other_words() -> None:
    low = a_word("think", "TH IH1 NG K", 0.0, score=4.0, weak=0)
    plain = a_word("thin", "TH IH1 N", 1.0, score=4.0)  # clear sounds, weak as a whole
    shown = accepting(two_words(low, plain), frozenset({TH_AS_S}))
    assert [marks(shown, at)[0] for at in (0, 1)] == [Mark.CLEAR, Mark.NEEDS_WORK]


def test_an_unclear_sound_beside_an_accepted_one_leaves_the_word_unsure() -> None:
    word = a_word("think", "TH IH1 NG K", 0.0, score=4.0, weak=0)
    unsure = replace(word.phones[2], accuracy=an_estimate(0.6, spread=0.3, top=2.0))
    shown = accepting(two_words(replace(word, phones=(*word.phones[:2], unsure, word.phones[3])), word), frozenset({TH_AS_S}))
    assert [marks(shown, at)[0] for at in (0, 1)] == [Mark.UNSURE, Mark.CLEAR]


def test_a_sound_nobody_could_name_is_accepted_in_its_word_only() -> None:
    word = a_word("think", "TH IH1 NG K", 0.0, weak=0)
    unclear = replace(word, phones=(replace(word.phones[0], heard=None, heard_chance=None), *word.phones[1:]))
    shown = accepting(two_words(unclear, word), frozenset({Acceptance("TH", None, "think")}))
    assert [marks(shown, at)[0] for at in (0, 1)] == [Mark.CLEAR, Mark.NEEDS_WORK]
    with pytest.raises(ValueError, match="only one word"):
        Acceptance("TH", None)


def test_scores_and_what_was_heard_stay_as_they_were() -> None:
    stored = an_assessment()
    shown = accepting(stored, frozenset({TH_AS_S}))
    undone = replace(shown, words=tuple(
        replace(word, phones=tuple(replace(phone, accepted=False) for phone in word.phones)) for word in shown.words
    ))  # fmt: skip
    assert undone == stored
    assert accepting(stored, frozenset({Acceptance("L", "R")})) is stored
