"""A word to practise for one sound in it, and what came of practising it."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from tutor.domain.phones import Phone, Pronunciation


class Grade(IntEnum):
    """How well the sound came at the first try of a practice, in the scheduler's four steps."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Card:
    """One word with one sound to practise; there is one card for both together.

    `word` is in small letters, `symbol` ARPAbet without stress, `said` the pronunciation the text asked for. `sentence` is where
    it was marked last, in take `take_id` from `start` to `end` (seconds; no take: None and 0), `heard` what came instead.
    `marks` counts the takes it was marked in. `memory` is the scheduler's own state, `due` when it wants the card next (UTC).
    """

    word: str
    symbol: str
    said: Pronunciation
    sentence: str
    take_id: str | None
    start: float
    end: float
    heard: str | None
    marks: int
    made_at: datetime
    due: datetime
    memory: str
    suspended: bool = False

    @property
    def key(self) -> str:
        """What there is one card of: `think TH`."""
        return card_key(self.word, self.symbol)

    @property
    def ipa(self) -> str:
        """The whole word in IPA."""
        return "".join(phone.ipa for phone in self.said)


def card_key(word: str, symbol: str) -> str:
    """The key of the card for a word as it is written anywhere and a sound in it."""
    return f"{word.lower()} {symbol}"


def parse_said(text: str) -> Pronunciation:
    """`TH IH1 NG K` as phones; the reverse of joining them. `ValueError` for anything else."""
    return tuple(Phone.parse(part) for part in text.split())


@dataclass(frozen=True, slots=True)
class Practised:
    """One practice of a card: when, with which grade, and the take it was heard in."""

    key: str
    at: datetime
    grade: Grade
    take_id: str | None
