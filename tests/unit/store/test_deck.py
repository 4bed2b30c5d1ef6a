"""The deck on the real database: what it keeps, and what it lets go."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import WHEN, a_waveform, phones
from tutor.domain.cards import Card, Grade, Practised
from tutor.domain.take import DRILL
from tutor.practice.deck import practise
from tutor.store.database import open_database
from tutor.store.deck import SqlDeck
from tutor.store.history import SqlHistory


def a_card(**changes: object) -> Card:
    said = phones("TH IH1 NG K")
    made = Card("think", "TH", said, "I think so.", None, 0.5, 0.9, "S", 1, WHEN, WHEN, '{"card_id": 0}')
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.fixture
def deck(tmp_path: Path) -> Iterator[SqlDeck]:
    made = SqlDeck(open_database(tmp_path))
    yield made
    made.database.close()


def test_cards_come_back_as_they_were_put(deck: SqlDeck) -> None:
    card, other = a_card(), a_card(word="thin", made_at=WHEN + timedelta(days=1))
    deck.put(other)
    deck.put(card)
    assert deck.cards() == [card, other]
    suspended = replace(card, suspended=True, marks=3)
    deck.put(suspended, Practised(card.key, WHEN, Grade.GOOD, None))
    assert deck.cards() == [suspended, other]
    assert (deck.practised(card.key), deck.practised(other.key)) == (1, 0)
    deck.remove(card.key)
    assert deck.cards() == [other]
    assert deck.practised(card.key) == 0


def test_a_practice_moves_the_card_by_days(deck: SqlDeck) -> None:
    from tutor.practice.schedule import fresh

    memory, due = fresh(WHEN)
    card = a_card(memory=memory, due=due)
    deck.put(card)
    again, good = (practise(card, grade, None, deck, WHEN) for grade in (Grade.AGAIN, Grade.GOOD))
    assert WHEN + timedelta(hours=20) < again.due < good.due
    later = practise(good, Grade.EASY, None, deck, good.due)
    assert later.due - good.due > good.due - WHEN
    assert deck.cards() == [later]
    assert deck.practised(card.key) == 3


def test_takes_of_drills_can_be_left_out(tmp_path: Path) -> None:
    history = SqlHistory(open_database(tmp_path))
    for passage in (None, "garden", DRILL):
        history.keep(a_waveform(), "think", passage, WHEN, "Test microphone")
    assert len(history.attempts()) == 3
    assert {attempt.take.passage_id for attempt in history.attempts(drills=False)} == {None, "garden"}
    history.database.close()
