"""Cards as rows of a list. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tutor.domain.cards import Card
from tutor.domain.sounds import SOUNDS


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
        return "suspended"
    days = (card.due.astimezone(now.tzinfo).date() - now.date()).days
    return "today" if days <= 0 else "tomorrow" if days == 1 else f"in {days} days"


def _row(card: Card, now: datetime) -> CardRow:
    title = f"{card.word} /{card.ipa}/"
    marked = "once" if card.marks == 1 else f"{card.marks} times"
    below = f"{SOUNDS[card.symbol]} · {when(card, now)} · marked {marked}"
    return CardRow(card, title, below, f"{card.word}: {SOUNDS[card.symbol]}, {when(card, now)}, marked {marked}")
