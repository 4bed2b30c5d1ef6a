"""A drill: from one sound of one word to short texts that are read again and again, and what was heard of it each time.

The word alone, minimal pairs, the words around it, its sentence. Knows no window and no device.
"""

from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.assessment import Assessment, PhoneScore, Verdict, WordScore
from tutor.domain.change import Change, changed
from tutor.domain.marks import Mark, mark_phone
from tutor.practice.focus import Focus, sound_in
from tutor.reading.howto import how_to_say
from tutor.reading.pairs import Pairs

_PAIRS, _PAIRS_WHEN_SHORT = 2, 1


class Kind(StrEnum):
    """What a step asks to read."""

    WORD = "word"
    PAIR = "pair"
    PHRASE = "phrase"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Step:
    """One text to read. `word` holds the sound, number `phone` (ARPAbet `symbol`); `rival` stands in its place in a pair."""

    kind: Kind
    text: str
    word: str
    symbol: str
    phone: int
    rival: str | None = None


class Outcome(StrEnum):
    """What came of a try, in the words of the heat map's marks."""

    CLEAR = "clear"
    NOT_YET = "not_yet"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Try:
    """One reading of a step: the outcome, the sound it rests on, and the change from the try before it."""

    take_id: str
    outcome: Outcome
    sound: PhoneScore | None
    change: Change


def steps(focus: Focus, pairs: Pairs, *, short: bool = False) -> tuple[Step, ...]:
    """The texts of a drill, easy ones first; `short`: fewer, for many sounds in a row."""
    word = Step(Kind.WORD, focus.word, focus.word, focus.symbol, focus.phone)
    found = [_pair_step(focus, pair) for pair in _pairs(focus, pairs)][: _PAIRS_WHEN_SHORT if short else _PAIRS]
    texts = [(Kind.PHRASE, focus.phrase), (Kind.SENTENCE, focus.sentence)]
    around = [Step(kind, text, focus.word, focus.symbol, focus.phone) for kind, text in texts]
    once: dict[str, Step] = {}
    for step in (word, *found, *(around[1:] if short else around)):
        once.setdefault(_bare(step.text), step)
    return tuple(once.values())


def judged(said: Assessment, step: Step, take_id: str, before: PhoneScore | None) -> Try:
    """What was heard of the step's sound. Of a pair both words must hold their sound; a text not heard as asked is `UNSURE`."""
    sounds = _sounds(said.words, step)
    if not sounds or said.verdict not in (Verdict.SCORED, Verdict.INCOMPLETE):
        return Try(take_id, Outcome.UNSURE, None, Change.UNKNOWN)
    weakest = min(sounds, key=_clearness)
    outcome = {Mark.CLEAR: Outcome.CLEAR, Mark.NEEDS_WORK: Outcome.NOT_YET}.get(mark_phone(weakest), Outcome.UNSURE)
    return Try(take_id, outcome, weakest, changed(before.accuracy if before else None, weakest.accuracy))


def contrasts(pairs: Pairs, symbol: str, heard: str | None) -> tuple[tuple[str, str], ...]:
    """Three pairs for a sound, with what was heard in its place where there are such, else with what is likeliest."""
    rivals = [rival for rival in (heard, *how_to_say()[symbol].rivals) if rival not in (None, symbol)]
    return next((found for rival in rivals if rival and (found := pairs.of(symbol, rival))), ())


def _sounds(words: tuple[WordScore, ...], step: Step) -> list[PhoneScore]:
    wanted = [(step.word, step.symbol)]
    if step.rival is not None:
        wanted = [(words[0].text, step.symbol), (words[-1].text, step.rival)]
    found = []
    for text, symbol in wanted:
        word = next((word for word in words if word.text.lower() == text.lower()), None)
        sound = sound_in(word, symbol, step.phone) if word else None
        if sound is None:
            return []
        found.append(sound)
    return found


def _clearness(sound: PhoneScore) -> tuple[int, float]:
    order = {Mark.NEEDS_WORK: 0, Mark.UNSURE: 1, Mark.NOT_JUDGED: 1}
    return order.get(mark_phone(sound), 2), sound.accuracy.value if sound.accuracy else 0.0


def _pairs(focus: Focus, pairs: Pairs) -> list[tuple[str, str, str]]:
    """Word, its rival and the rival's sound: of the word itself where there are such, then of other words; likeliest first."""
    heard = () if focus.heard is None else (focus.heard,)
    rivals = tuple(dict.fromkeys((*heard, *how_to_say()[focus.symbol].rivals)))
    own = [(focus.word, pairs.with_word(focus.word, focus.said, focus.phone, rival), rival) for rival in rivals]
    others = [(*pair, rival) for rival in rivals for pair in pairs.of(focus.symbol, rival)]
    return [(word, other, rival) for word, other, rival in (*own, *others) if other is not None]


def _pair_step(focus: Focus, pair: tuple[str, str, str]) -> Step:
    word, other, rival = pair
    at = focus.phone if word == focus.word else 0
    return Step(Kind.PAIR, f"{word}, {other}", word, focus.symbol, at, rival)


def _bare(text: str) -> str:
    """A phrase that is the whole sentence, or the word alone, is one step."""
    return text.strip(" .!?,").lower()
