"""Whether each sentence of an explanation agrees with the scores of the same assessment, and what it points at.

A sentence is cut into clauses; what a clause says (good, fair, bad) is held against the score of every word, sound and aspect it
names. A sentence with one untrue or made-up mention is dropped. Word lists decide, no model. Knows no torch.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tutor.domain.assessment import Assessment, Evidence, RationaleLine, WordScore
from tutor.domain.phones import PHONES, ipa_of
from tutor.domain.sounds import SOUNDS
from tutor.speechllm.rubric import RUBRICS, SENTENCE, Name

Kind = Literal["accuracy", "fluency", "prosody", "word", "phone", "stress", "pause"]
_PAUSE_S = 0.15  # a silence between words as short as this may be called a pause
_STRENGTHS: dict[int, tuple[str, ...]] = {
    4: ("excellent", "perfect(?:ly)?", "very (?:good|strong|clear|clearly|smooth|well)", "flawless",
        "no (?:evident )?(?:mistakes?|pauses?)"),
    3: ("good", "well", "solid", "strong", "clear(?:ly)?", "smooth(?:ly)?", "easy to (?:recognise|follow|understand)", "steady",
        "natural(?:ly)?", "correct(?:ly)?", "right", "fine"),
    2: ("fair", "uneven", "average", "acceptable", "accent", "could be clearer", "unsteady", "a few (?:mistakes|pauses|slips)",
        "mixed", "hesitant"),
    1: ("weak", "poor(?:ly)?", "hard to (?:hear|recognise|follow|understand)", "needed more care",
        "not (?:yet |quite |always )?(?:clear|right|good|correct|smooth)", "unclear", "misplaced", "should be stressed",
        "mistaken", "wrong", "incorrect", "missing", "broken", "flat", "many (?:mistakes|pauses)", "bad(?:ly)?", "mispronounced"),
    0: ("very (?:weak|poor|bad|unclear)", "worst", "not recognisable", "unrecognisable", "silent"),
}  # fmt: skip
_STRENGTH = re.compile(
    "|".join(rf"(?P<s{value}>\b(?:{'|'.join(words)})\b)" for value, words in _STRENGTHS.items()), re.IGNORECASE
)
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|/([^/\s]+)/|\b([A-Z][A-Z'’-]+)\b")
_INSIDE = re.compile(r"\s*(?:in|of|at the (?:start|beginning|end) of)\s*(?:the word\s*)?$")
_CLAUSES = re.compile(r"[:;]\s+|,\s+(?:and|but|while|although)\s+|\s+(?:but|while|although)\s+")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_ASPECT: dict[Kind, str] = {
    "accuracy": r"accura|pronunciation|pronounced", "fluency": r"fluen|smooth|hesitat", "prosody": r"prosod|intonation|rhythm",
}  # fmt: skip
_PAUSED = re.compile(r"\bpaus|\bstopped\b", re.IGNORECASE)
_STRESSED = re.compile(r"\bstress", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing a sentence names: an aspect, or a word (by number), its `phone` (by number), stress or the pause behind it.

    `implied` is what is said of it, a label's number from 0 worst to 4 best, None when nothing is. `word` -1: an aspect, or (with
    another kind) something that isn't there.
    """

    kind: Kind
    implied: int | None
    word: int = -1
    phone: int = -1

    @property
    def about(self) -> Evidence | None:
        """What a screen can mark."""
        if self.word < 0:
            return None
        return Evidence("phone", self.word, self.phone) if self.phone >= 0 else Evidence("word", self.word)


@dataclass(frozen=True, slots=True)
class Checked:
    """The sentences that hold, and how many did not."""

    lines: tuple[RationaleLine, ...]
    dropped: int


def whole_sentences(text: str) -> str:
    """Text that is still being written, without a last sentence that has no end yet."""
    *whole, last = _SENTENCES.split(text.strip())
    return " ".join([*whole, last] if last.endswith((".", "!", "?")) else whole)


def check(text: str, said: Assessment, words: range) -> Checked:
    """Hold an explanation of the words numbered `words` against the assessment."""
    sentences = _sentences(text)
    kept = []
    for sentence in sentences:
        found = list(mentions(sentence, said.words, words))
        if found and all(agrees(mention, said) for mention in found):
            about = tuple(dict.fromkeys(mention.about for mention in found if mention.about))
            kept.append(RationaleLine(sentence, about or (Evidence("word", words[0]), Evidence("word", words[-1]))))
    return Checked(tuple(kept), len(sentences) - len(kept))


def keep_all(text: str, _: Assessment, words: range) -> Checked:
    """In place of `check`, for measuring how much of what a model writes is true."""
    return Checked(tuple(RationaleLine(each, (Evidence("word", words[0]),)) for each in _sentences(text)), 0)


def mentions(sentence: str, scores: Sequence[WordScore], words: range) -> Iterator[Mention]:
    """Everything a sentence names, in order. A clause that says nothing of quality takes the sentence's last say."""
    clauses = [part for part in _CLAUSES.split(sentence) if part]
    bare = [_QUOTED.sub(" ", clause) for clause in clauses]  # a word of the text, such as “BADLY”, says nothing of the reading
    strengths = [_strength(clause) for clause in bare]
    for at, clause in enumerate(clauses):
        implied = next((each for each in (strengths[at], *strengths[at + 1 :], *strengths[:at][::-1]) if each is not None), None)
        named = list(_named(clause, implied, scores, words))
        aspects: list[Kind] = [aspect for aspect, signs in _ASPECT.items() if re.search(signs, bare[at], re.IGNORECASE)]
        if not aspects and at == 0 and implied is not None:  # of nothing in particular: of the pronunciation as a whole
            aspects = ["accuracy"]
        yield from named or [Mention(aspect, implied) for aspect in aspects]


def agrees(mention: Mention, said: Assessment) -> bool:
    """Whether a mention is of something that is there and has a score in the direction that is said."""
    if mention.kind in SENTENCE:
        estimate = getattr(said.scores, mention.kind)
        return estimate is not None and _direction(mention, estimate.value, mention.kind)
    if mention.word < 0:
        return False
    if mention.kind == "pause":
        return _gap(said.words, mention.word) >= _PAUSE_S
    value = value_of(mention, said)
    return value is not None and _direction(mention, value, mention.kind)


def value_of(mention: Mention, said: Assessment) -> float | None:
    """The score of what a mention names, None where it has none."""
    if mention.kind in SENTENCE:
        estimate = getattr(said.scores, mention.kind)
    elif mention.kind == "pause" or mention.word < 0:
        return None
    elif mention.kind == "phone":
        estimate = said.words[mention.word].phones[mention.phone].accuracy
    else:
        estimate = said.words[mention.word].accuracy if mention.kind == "word" else said.words[mention.word].stress
    return None if estimate is None else float(estimate.value)


def _direction(mention: Mention, value: float, level: Name) -> bool:
    """Good needs a good score, bad one that isn't good; fair anything but the best."""
    bands = RUBRICS[level].bands
    good = value >= bands[min(1, len(bands) - 2)].low
    if mention.implied is None:
        return True
    if mention.implied == 2:
        return value < bands[0].low
    return good if mention.implied > 2 else not good


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCES.split(text) if part.strip()]


def _strength(clause: str) -> int | None:
    """The weakest thing a clause says, None when it says nothing of quality."""
    said = [int(name[1]) for found in _STRENGTH.finditer(clause) for name, text in found.groupdict().items() if text]
    return min(said, default=None)


def _named(clause: str, implied: int | None, scores: Sequence[WordScore], words: range) -> Iterator[Mention]:
    """Words and sounds by their quotes, slashes or capitals; a sound that is named "in" a word belongs to that word."""
    kind: Kind = "pause" if _PAUSED.search(clause) else "stress" if _STRESSED.search(clause) else "word"
    found = list(_QUOTED.finditer(clause))
    names = [next(filter(None, each.groups())) for each in found]
    at = 0
    while at < len(names):
        sounds, inside = _symbols(names[at]), None
        if sounds and at + 1 < len(names) and _INSIDE.match(clause[found[at].end() : found[at + 1].start()]):
            inside = _places(names[at + 1], scores, words)
        if inside:
            yield from _sound(sounds, inside, implied, scores)
        elif all(_places(part, scores, words) for part in names[at].split()):
            yield from (Mention(kind, implied, _pick(_places(part, scores, words), kind, scores)) for part in names[at].split())
        elif sounds:
            yield from _sound(sounds, words, implied, scores)
        else:
            yield Mention(kind, implied)  # neither a word of the text nor one of its sounds
        at += 2 if inside else 1


def _places(name: str, scores: Sequence[WordScore], words: range) -> list[int]:
    wanted = _plain(name)
    return [at for at in words if _plain(scores[at].text) == wanted]


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _pick(places: Sequence[int], kind: Kind, scores: Sequence[WordScore]) -> int:
    """Of equal words the weakest, or the one with the longest silence behind it."""
    if kind == "pause":
        return max(places, key=lambda at: _gap(scores, at))
    return min(places, key=lambda at: estimate.value if (estimate := scores[at].accuracy) else 99.0)


def _symbols(name: str) -> set[str]:
    """The phones a name may mean: as learners spell them, in ARPAbet or in IPA."""
    bare = name.strip("/").rstrip("012")
    return {
        symbol for symbol in PHONES
        if symbol == bare.upper() or bare == ipa_of(symbol) or bare.lower() == SOUNDS[symbol].spelled
    }  # fmt: skip


def _sound(symbols: set[str], places: Sequence[int], implied: int | None, scores: Sequence[WordScore]) -> Iterator[Mention]:
    """The weakest such sound of the words, or a mention of nothing."""
    found = [(at, nth) for at in places for nth, each in enumerate(scores[at].phones) if each.phone.symbol in symbols]
    if not found:
        yield Mention("phone", implied)
        return
    at, nth = min(found, key=lambda place: e.value if (e := scores[place[0]].phones[place[1]].accuracy) else 99.0)
    yield Mention("phone", implied, at, nth)


def _gap(scores: Sequence[WordScore], at: int) -> float:
    """Seconds between a word and the next that was read."""
    later = [word.start for word in scores[at + 1 :] if word.start is not None]
    end = scores[at].end
    return later[0] - end if later and end is not None else 0.0
