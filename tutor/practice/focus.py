"""The one sound a drill is about, in its word, in its sentence."""

from dataclasses import dataclass

from tutor.domain.assessment import Assessment, PhoneScore, WordScore
from tutor.domain.cards import Card, card_key
from tutor.domain.phones import Pronunciation
from tutor.domain.target import Target


@dataclass(frozen=True, slots=True)
class Focus:
    """`phone` counts within `said`, the pronunciation asked for. `sentence` holds the word; `phrase` is the part around it.

    `before` is what was heard in the take it comes from (`take_id`, from `start` to `end`), None when a card brings it back.
    """

    word: str
    symbol: str
    phone: int
    said: Pronunciation
    sentence: str
    phrase: str
    take_id: str | None
    start: float
    end: float
    heard: str | None
    before: PhoneScore | None = None

    @property
    def key(self) -> str:
        """The key of its card."""
        return card_key(self.word, self.symbol)


_AROUND = 2  # words on either side


def focus_of(said: Assessment, target: Target, word_at: int, phone_at: int, take_id: str | None) -> Focus:
    """The sound of that word and phone of an assessment of `target`."""
    word, phone = said.words[word_at], said.words[word_at].phones[phone_at]
    first, behind = next(span for span in target.sentences if span[0] <= word_at < span[1])
    pronunciation = tuple(each.phone for each in word.phones)
    heard = phone.heard if phone.heard != phone.phone.symbol else None
    start, end = word.start or 0.0, word.end or 0.0
    sentence, phrase = _cut(target, first, behind), _cut(target, *_around(target, word_at, first, behind))
    return Focus(word.text, phone.phone.symbol, phone_at, pronunciation, sentence, phrase, take_id, start, end, heard, phone)


def focus_of_card(card: Card, target: Target | None) -> Focus:
    """What a card asks to practise; `target` is made of its sentence, None when there is none any more."""
    at = next(at for at, phone in enumerate(card.said) if phone.symbol == card.symbol)
    phrase = card.sentence
    if target is not None and (word := place(target, card.word)) is not None:
        phrase = _cut(target, *_around(target, word, 0, len(target.words)))
    return Focus(card.word, card.symbol, at, card.said, card.sentence, phrase, card.take_id, card.start, card.end, card.heard)


def place(target: Target, word: str) -> int | None:
    """Where a word stands in a target; None when it doesn't."""
    return next((at for at, each in enumerate(target.words) if each.text.lower() == word.lower()), None)


def sound_in(word: WordScore, symbol: str, phone: int) -> PhoneScore | None:
    """The phone of a word that is nearest to place `phone` and asks for `symbol`: the variant that was said may be longer."""
    found = [(abs(at - phone), at) for at, each in enumerate(word.phones) if each.phone.symbol == symbol]
    return word.phones[min(found)[1]] if found else None


def _around(target: Target, word: int, first: int, behind: int) -> tuple[int, int]:
    """Up to two words on either side, not beyond a comma."""
    start, end = word, word + 1
    while start > max(first, word - _AROUND) and not target.words[start - 1].break_after:
        start -= 1
    while end < min(behind, word + 1 + _AROUND) and not target.words[end - 1].break_after:
        end += 1
    return start, end


def _cut(target: Target, first: int, behind: int) -> str:
    """The text of some words, with the mark that closes them."""
    start, end = target.words[first].start, target.words[behind - 1].end
    rest = target.text[end : end + 1]
    return " ".join(target.text[start : end + (rest in ".!?" and bool(rest))].split())
