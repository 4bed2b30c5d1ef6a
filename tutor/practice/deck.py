"""The deck of words that were marked: cards come from results by themselves, and a practice moves them.

Grades, by what was heard of the sound at the first try of a practice:

    again   it was marked: mispronounced with a probability of a half or more
    hard    not marked, but its band reaches below what raters call mispronounced, or its middle below `_PLAIN`
    good    clear
    easy    clear with the whole band above `_SURELY`, and the card was practised before

Nothing that couldn't be judged grades a card.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from tutor.domain.assessment import Assessment, PhoneScore, Verdict
from tutor.domain.cards import Card, Grade, Practised
from tutor.domain.marks import Mark, mark_phone
from tutor.domain.take import Attempt
from tutor.domain.target import Target
from tutor.practice import schedule
from tutor.practice.focus import Focus, focus_of
from tutor.practice.ports import Deck

SURE = 0.7  # from this probability a marked sound gets a card: of ten such marks seven are right, as calibrated
NEW_A_TAKE = 3  # new cards from one take, the surest first: few enough to be practised
_PLAIN, _SURELY = 1.2, 1.5  # of 2


def learn(attempt: Attempt, target: Target, deck: Deck, now: datetime) -> tuple[Card, ...]:
    """Make or strengthen cards for what was marked with confidence in a scored reading; those that changed.

    A take counts once, however often it is assessed. A drill's tries are graded where they are made, not here.
    """
    said = attempt.assessment
    if said is None or said.verdict is not Verdict.SCORED or attempt.take.is_drill:
        return ()
    known = {card.key: card for card in deck.cards()}
    marked = [focus_of(said, target, *at, attempt.take.id) for at in _surest(said)]
    changed, new = [], 0
    for focus in {focus.key: focus for focus in reversed(marked)}.values():
        card = known.get(focus.key)
        if card is not None and card.take_id == attempt.take.id:
            continue
        if card is None and (new := new + 1) > NEW_A_TAKE:
            continue
        changed.append(_strengthened(card, focus, now) if card else new_card(focus, now))
    for card in changed:
        deck.put(card)
    return tuple(changed)


def new_card(focus: Focus, now: datetime) -> Card:
    """A card nobody practised yet, due at once."""
    memory, due = schedule.fresh(now)
    where = (focus.sentence, focus.take_id, focus.start, focus.end, focus.heard)
    return Card(focus.word.lower(), focus.symbol, focus.said, *where, 1, now, due, memory)


def practise(card: Card, grade: Grade, take_id: str | None, deck: Deck, now: datetime) -> Card:
    """Note a practice and put the card where the scheduler wants it."""
    memory, due = schedule.after(card.memory, grade, now)
    moved = replace(card, memory=memory, due=due)
    deck.put(moved, Practised(card.key, now, grade, take_id))
    return moved


def grade(sound: PhoneScore, *, practised: bool) -> Grade | None:
    """See the module; None for a sound that could not be judged."""
    if sound.accuracy is None:
        return None
    mark = mark_phone(sound)
    if mark is Mark.NEEDS_WORK:
        return Grade.AGAIN
    if mark is Mark.UNSURE or sound.accuracy.value < _PLAIN:
        return Grade.HARD
    return Grade.EASY if practised and sound.accuracy.low > _SURELY else Grade.GOOD


def due_today(cards: Iterable[Card], now: datetime) -> tuple[Card, ...]:
    """What is due before midnight where `now` is, the longest overdue first; nothing that was suspended."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return tuple(sorted((c for c in cards if not c.suspended and c.due < midnight), key=lambda c: (c.due, c.key)))


def _surest(said: Assessment) -> list[tuple[int, int]]:
    """Word and phone of the sounds marked with confidence, the least sure first."""
    found = [
        (phone.mispronounced or 0.0, word_at, at)
        for word_at, word in enumerate(said.words)
        for at, phone in enumerate(word.phones)
        if word.miscue is None and mark_phone(phone, SURE) is Mark.NEEDS_WORK
    ]
    return [(word_at, at) for _, word_at, at in sorted(found)]


def _strengthened(card: Card, focus: Focus, now: datetime) -> Card:
    """Marked again in another take: as if a practice had gone badly, unless it waits to be practised anyway."""
    memory, due = (card.memory, card.due) if card.due <= now else schedule.after(card.memory, Grade.AGAIN, now)
    newer = new_card(focus, now)
    return replace(newer, marks=card.marks + 1, made_at=card.made_at, memory=memory, due=min(due, now), suspended=card.suspended)
