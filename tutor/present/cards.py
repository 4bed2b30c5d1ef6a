"""Cards as rows of a list. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tutor.domain.cards import Card
from tutor.domain.sounds import SOUNDS
from tutor.domain.wording import say


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card in two lines, and as a screen reader says it."""

    card: Card
    title: str
    below: str
    spoken: str


def card_rows(cards: Iterable[Card], now: datetime) -> tuple[CardRow, ...]:
    """What is due first, then what comes later, then what is suspended; days are those of `now`'s zone."""
    ordered = sorted(cards, key=lambda card: (card.suspended, card.due, card.key))
    return tuple(_row(card, now) for card in ordered)


def when(card: Card, now: datetime) -> str:
    """`today`, `tomorrow`, `in 5 days` or `suspended`."""
    if card.suspended:
        return say("suspended")
    days = (card.due.astimezone(now.tzinfo).date() - now.date()).days
    if days <= 1:
        return say("today") if days <= 0 else say("tomorrow")
    return say("in {days} days").format(days=days)


def _row(card: Card, now: datetime) -> CardRow:
    title = f"{card.word} /{card.ipa}/"
    marked = say("marked once") if card.marks == 1 else say("marked {times} times").format(times=card.marks)
    below = f"{SOUNDS[card.symbol]} · {when(card, now)} · {marked}"
    return CardRow(card, title, below, f"{card.word}: {SOUNDS[card.symbol]}, {when(card, now)}, {marked}")
