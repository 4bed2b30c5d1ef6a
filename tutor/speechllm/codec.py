"""What is asked of the model and what it answers, for one sentence: prompt, writer and parser in one place.

    Accuracy: Good
    Fluency: Excellent
    Prosody: Average
    1 GARDEN/Good stress/Correct G/Excellent AA/Good R/Good D/Excellent AH/Good N/Excellent
    Rationale: …

A row is a word; its number tells equal words apart. The parser aligns to the target by names, never by position; what it can't
read, and what is ambiguous or contradicts itself, is None (not judged) and counted. Knows no model.

With facts (`facts.py`), for a small model, the prompt is short and each label follows what is known of it:

    Accuracy:78 Good
    1 GARDEN:85 Good stress Correct G9 Excellent AA5 Good R6 Good D9 Excellent AH8 Good N9 Excellent
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tutor.domain.phones import VOWELS
from tutor.domain.target import TargetWord
from tutor.speechllm.facts import PAUSE, Facts, one_digit, two_digits
from tutor.speechllm.matching import sure_pairs
from tutor.speechllm.rubric import LABELS, RUBRICS, SENTENCE, STRESS_LABELS, Name

Label = str | None
PROMPT_VERSION = 1  # raise it with every change of what the model reads or writes: a fine-tuned model knows one version
STRESS, RATIONALE = "stress", "Rationale:"
_SPELLINGS = {label.lower(): label for label in (*LABELS, *STRESS_LABELS)} | {"fair": "Average", "poor": "Bad"}
_SENTENCE_LINE = re.compile(rf"\W*({'|'.join(SENTENCE)})\W+(?:[\d?]+\W+)?(\w+)\W*$", re.IGNORECASE)
_CHOSEN = rf" (?=(?:{'|'.join((*LABELS, *STRESS_LABELS))})\b)"
_FACTS = re.compile(rf"(?::[\d?]+{PAUSE}?|(?<=[A-Z])[\d?]|(?<= {STRESS})){_CHOSEN}")


@dataclass(frozen=True, slots=True)
class WordLabels:
    """Labels of one word: itself, its stress (None for one syllable), its phones in the target's order."""

    word: Label
    stress: Label
    phones: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Response:
    """All labels of one sentence, in the target's order, and the free text. None: not judged."""

    sentence: dict[str, Label]
    words: tuple[WordLabels, ...]
    rationale: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A response as it could be read, and how many labels or rows couldn't be."""

    response: Response
    unread: int


@dataclass(frozen=True, slots=True)
class Slot:
    """Where the response has a choice: `level` and place of the label, and the strings to choose from, best first."""

    level: Name
    word: int
    phone: int
    options: tuple[str, ...] = field(compare=False)


def name_of(word: TargetWord) -> str:
    """A word as rows name it: capitals, digits and apostrophes, a letter at its end, which no tokenizer joins to a "/"."""
    kept = "".join(sign if sign.isalnum() or sign in "'’" else "-" for sign in word.text.upper())
    return kept.strip("-'’") or "WORD"


def has_stress(word: TargetWord) -> bool:
    """Whether it has syllables to choose from."""
    return sum(phone.symbol in VOWELS for phone in word.pronunciations[0]) > 1


def prompt(words: Sequence[TargetWord], facts: Facts | None = None) -> str:
    """The text that goes with the sound: task, rubric, target, form of the answer; with facts only target and facts."""
    if facts is not None:
        return f"Rate this reading, sentence, words and sounds: {' '.join(name_of(word) for word in words)}. Heard: {facts.mark}."
    rubric = "\n".join(
        f"{name.capitalize()} ({each.task}): " + "; ".join(f"{band.label} = {band.meaning}" for band in each.bands) + "."
        for name, each in RUBRICS.items()
    )
    said = " | ".join(f"{name_of(word)} {' '.join(map(str, word.pronunciations[0]))}" for word in words)
    return (
        "A learner of English reads a sentence aloud. Judge the reading by this rubric.\n"
        f"{rubric}\n"
        f"Sentence: {' '.join(name_of(word) for word in words)}\n"
        f"Its sounds (ARPAbet): {said}\n"
        "Answer with a line each for Accuracy, Fluency and Prosody, then a row for each word "
        "(number, WORD/label, stress/label where it has several syllables, SOUND/label for each sound), "
        f"then {RATIONALE} with at most three short sentences about what was heard. Begin:"
    )


def pieces(words: Sequence[TargetWord], facts: Facts | None = None) -> list[str | Slot]:
    """The whole response up to the free text: fixed strings, and slots between them. Writer and constrained decoding share it."""
    out: list[str | Slot] = []
    for aspect in SENTENCE:
        out += [f"{aspect.capitalize()}:{two_digits(facts.whole[aspect]) if facts else ''}", sentence_slot(aspect), "\n"]
    join = " " if facts else "/"
    for at, word in enumerate(words):
        known = facts.words[at] if facts else None
        out += [f"{at + 1} {name_of(word)}{known.mark if known else ''}", _slot("word", join, at)]
        if has_stress(word):
            out += [f" {STRESS}", _slot("stress", join, at)]
        for nth, phone in enumerate(word.pronunciations[0]):
            out += [f" {phone.symbol}{one_digit(known.phones[nth]) if known else ''}", _slot("phone", join, at, nth)]
        out.append("\n")
    return [*out, RATIONALE]


def sentence_slot(aspect: Name) -> Slot:
    """Where the whole sentence gets its label."""
    return Slot(aspect, -1, -1, tuple(f" {label}" for label in LABELS))


def _slot(level: Name, join: str, word: int, phone: int = -1) -> Slot:
    labels = STRESS_LABELS if level == "stress" else LABELS
    return Slot(level, word, phone, tuple(f"{join}{label}" for label in labels))


def slots(words: Sequence[TargetWord], facts: Facts | None = None) -> dict[tuple[str, int, int], Slot]:
    """Every slot by level, word and phone (-1 where there is none)."""
    return {(each.level, each.word, each.phone): each for each in pieces(words, facts) if isinstance(each, Slot)}


def label_at(response: Response, slot: Slot) -> Label:
    """The response's label for a slot."""
    if slot.level in response.sentence:
        return response.sentence[slot.level]
    word = response.words[slot.word]
    return word.word if slot.level == "word" else word.stress if slot.level == "stress" else word.phones[slot.phone]


def write(response: Response, words: Sequence[TargetWord], facts: Facts | None = None) -> str:
    """The response as text. Every slot needs its label: `ValueError` without."""
    out = []
    for piece in pieces(words, facts):
        if isinstance(piece, Slot):
            label = label_at(response, piece)
            piece = next((option for option in piece.options if option[1:] == label), "")  # noqa: PLW2901
            if not piece:
                raise ValueError(f"no label to write: {label!r}")
        out.append(piece)
    return "".join(out) + "".join(f" {part}" for part in response.rationale.split())


def read(text: str, words: Sequence[TargetWord]) -> Parsed:
    """What a response says of these words, whatever its shape. Nothing is judged when it speaks of another text."""
    found = _Found()
    for line in text.splitlines():
        found.take(line)
    return _aligned(found, words)


@dataclass(slots=True)
class _Row:
    number: int | None
    name: str
    labels: list[tuple[str, str]]  # (name, what follows the slash) of the word itself, its stress and its phones


@dataclass(slots=True)
class _Found:
    """What lines say, before it is known which words they speak of."""

    sentence: dict[str, list[Label]] = field(default_factory=lambda: {aspect: [] for aspect in SENTENCE})
    rows: list[_Row] = field(default_factory=list)
    rationale: list[str] = field(default_factory=list)
    unread: int = 0
    _telling: bool = False

    def take(self, line: str) -> None:
        if line.lstrip().lower().startswith(RATIONALE.lower()):
            self._telling = True
            self.rationale.append(line.lstrip()[len(RATIONALE) :].strip())
        elif said := _SENTENCE_LINE.match(line):
            self.sentence[said[1].lower()].append(_SPELLINGS.get(said[2].lower()))
        elif row := _row(_FACTS.sub("/", line).split()):
            self.rows.append(row)
        elif self._telling:
            self.rationale.append(line.strip())
        else:
            self.unread += bool(line.strip())


def _row(parts: list[str]) -> _Row | None:
    """A line of mostly NAME/label, with or without a number, the first of them being the word; None when it is none."""
    number = parts[0].rstrip(".):") if parts else ""
    numbered = number.isdecimal() and len(number) < 6
    rest = parts[1:] if numbered else parts
    entries = [(name, label) for name, slash, label in (part.partition("/") for part in rest) if name and slash]
    if not entries or 2 * len(entries) < len(rest) or not rest[0].startswith(f"{entries[0][0]}/"):
        return None
    return _Row(int(number) if numbered else None, entries[0][0].upper(), entries)


def _aligned(found: _Found, words: Sequence[TargetWord]) -> Parsed:
    places = _places(found.rows, [name_of(word) for word in words])
    strangers = len(found.rows) - len(places)
    if found.rows and len(places) < strangers:
        empty = tuple(WordLabels(None, None, (None,) * len(word.pronunciations[0])) for word in words)
        return Parsed(Response(dict.fromkeys(SENTENCE), empty), found.unread + len(found.rows))
    by_word: dict[int, list[_Row]] = {}
    for row, at in places.items():
        by_word.setdefault(at, []).append(found.rows[row])
    read_words = [_word(by_word.get(at, []), word) for at, word in enumerate(words)]
    sentence = {aspect: _agreed(said, LABELS) for aspect, said in found.sentence.items()}
    unread = found.unread + strangers + sum(missed for _, missed in read_words) + sum(not label for label in sentence.values())
    rationale = " ".join(part for part in found.rationale if part)
    return Parsed(Response(sentence, tuple(labels for labels, _ in read_words), rationale), unread)


def _places(rows: Sequence[_Row], names: Sequence[str]) -> dict[int, int]:
    """The target word each row speaks of: by number and name, by a name that is there once, else in order where that is sure."""
    places = {
        at: row.number - 1
        for at, row in enumerate(rows)
        if row.number and row.number <= len(names) and names[row.number - 1] == row.name
    }
    places |= {at: names.index(row.name) for at, row in enumerate(rows) if at not in places and names.count(row.name) == 1}
    left_rows = [at for at in range(len(rows)) if at not in places]
    left_words = [at for at in range(len(names)) if at not in places.values()]
    pairs = sure_pairs([rows[at].name for at in left_rows], [names[at] for at in left_words])
    return places | {left_rows[row]: left_words[word] for row, word in pairs}


def _word(rows: Sequence[_Row], word: TargetWord) -> tuple[WordLabels, int]:
    """Labels of one word from all rows about it, and how many are missing."""
    symbols = [phone.symbol for phone in word.pronunciations[0]]
    own: list[Label] = []
    stress: list[Label] = []
    phones: list[list[Label]] = [[] for _ in symbols]
    for row in rows:
        own.append(_label(row.labels[0][1]))
        stress += [_label(label) for name, label in row.labels[1:] if name.lower() == STRESS]
        sounds = [(name.upper().rstrip("012"), label) for name, label in row.labels[1:] if name.lower() != STRESS]
        for mine, theirs in sure_pairs(symbols, [name for name, _ in sounds]):
            phones[mine].append(_label(sounds[theirs][1]))
    labels = WordLabels(_agreed(own, LABELS), _agreed(stress, STRESS_LABELS) if has_stress(word) else None,
                        tuple(_agreed(said, LABELS) for said in phones))  # fmt: skip
    wanted = (labels.word, *labels.phones, *((labels.stress,) if has_stress(word) else ()))
    return labels, sum(label is None for label in wanted)


def _label(text: str) -> Label:
    return _SPELLINGS.get(text.lower()) or _SPELLINGS.get(re.sub(r"\W", "", text).lower())


def _agreed(said: Iterable[Label], allowed: Sequence[str]) -> Label:
    """The one label that was given, however often; None when none was, or several."""
    labels = {label for label in said if label in allowed}
    return labels.pop() if len(labels) == 1 else None
