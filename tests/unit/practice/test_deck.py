"""Cards from results, and grades from sounds: what is kept to practise, and when it comes back."""

from dataclasses import replace
from datetime import timedelta

from tests.builders import WHEN, a_take, a_target, an_assessment, an_estimate, phones
from tests.fakes import MemoryDeck
from tutor.domain.assessment import Assessment, PhoneScore, Verdict
from tutor.domain.cards import Grade
from tutor.domain.take import DRILL, Attempt
from tutor.practice.deck import due_today, grade, learn, practise
from tutor.practice.focus import focus_of, focus_of_card

TARGET = a_target()


def _learnt(deck: MemoryDeck, said: Assessment | None = None, days: float = 0, **changes: object) -> int:
    take = a_take(**({"id": "t1"} | changes))
    return len(learn(Attempt(take, said or an_assessment()), TARGET, deck, WHEN + timedelta(days=days)))


def _all_marked(probability: float) -> Assessment:
    said = an_assessment()
    words = [replace(w, phones=tuple(replace(p, mispronounced=probability) for p in w.phones)) for w in said.words]
    return replace(said, words=tuple(words))


def test_a_marked_sound_becomes_a_card_that_is_due() -> None:
    deck = MemoryDeck()
    assert _learnt(deck) == 1
    (card,) = deck.cards()
    assert (card.key, card.heard, card.take_id, card.marks) == ("think TH", "S", "t1", 1)
    assert (card.start, card.sentence, card.ipa) == (0.5, "I think it is a garden.", "θɪŋk")
    assert due_today(deck.cards(), WHEN) == (card,)


def test_only_sure_marks_of_scored_readings_count_and_few_at_a_time() -> None:
    deck = MemoryDeck()
    assert _learnt(deck, _all_marked(0.6)) == 0
    assert _learnt(deck, replace(an_assessment(), verdict=Verdict.NOISY)) == 0
    assert _learnt(deck, passage_id=DRILL) == 0
    assert _learnt(deck, _all_marked(0.8)) == 3


def test_the_same_take_counts_once_and_another_strengthens() -> None:
    deck = MemoryDeck()
    _learnt(deck)
    assert _learnt(deck, days=1) == 0
    card = practise(deck.cards()[0], Grade.EASY, None, deck, WHEN)
    assert card.due > WHEN + timedelta(days=2)
    assert _learnt(deck, days=1, id="t2") == 1
    (again,) = deck.cards()
    assert (again.marks, again.take_id) == (2, "t2")
    assert again.due <= WHEN + timedelta(days=1), "it is to be practised at once"
    assert again.memory != card.memory, "the scheduler knows that it went badly"


def test_what_was_accepted_never_becomes_a_card() -> None:
    said = an_assessment()
    words = [replace(w, phones=tuple(replace(p, accepted=True) for p in w.phones)) for w in said.words]
    assert _learnt(MemoryDeck(), replace(said, words=tuple(words))) == 0


def test_due_is_by_the_day_and_not_suspended() -> None:
    deck = MemoryDeck()
    _learnt(deck)
    (card,) = deck.cards()
    tonight, tomorrow = (replace(card, due=WHEN + timedelta(hours=hours)) for hours in (10, 20))
    assert due_today([tonight, tomorrow, replace(card, suspended=True)], WHEN) == (tonight,)


def test_grades_follow_the_score_and_its_band() -> None:
    sound = PhoneScore(phones("TH")[0], 0.0, 0.1, an_estimate(1.8, spread=0.1, top=2.0), "TH", 0.03)
    assert grade(sound, practised=False) is Grade.GOOD
    assert grade(sound, practised=True) is Grade.EASY
    assert grade(replace(sound, accuracy=an_estimate(1.4, spread=0.3, top=2.0)), practised=True) is Grade.GOOD
    assert grade(replace(sound, accuracy=an_estimate(1.1, spread=0.9, top=2.0)), practised=True) is Grade.HARD
    assert grade(replace(sound, mispronounced=0.6), practised=True) is Grade.AGAIN
    assert grade(replace(sound, accuracy=None, mispronounced=None), practised=True) is None


def test_a_card_brings_back_what_its_take_was_about() -> None:
    deck = MemoryDeck()
    _learnt(deck)
    focus, back = focus_of(an_assessment(), TARGET, 1, 0, "t1"), focus_of_card(deck.cards()[0], TARGET)
    assert (back.said, back.phone, back.sentence, back.phrase) == (focus.said, focus.phone, focus.sentence, focus.phrase)
    assert focus.phrase == "I think it is"
    assert focus_of_card(deck.cards()[0], None).phrase == "I think it is a garden."
