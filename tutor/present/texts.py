"""Texts to choose among, own ones and passages in one list, and what is to be known of a text before it is read."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from tutor.domain.assignment import AssignedText
from tutor.domain.library import OwnText
from tutor.domain.sounds import SOUNDS
from tutor.domain.target import Passage, Target
from tutor.domain.wording import say
from tutor.reading.letters import fold

_WORDS_A_MINUTE = 100  # of a learner who reads aloud
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text: a passage, an own or an assigned one, the others are None. `line` is the quiet one below the title."""

    title: str
    line: str
    passage: Passage | None = None
    own: OwnText | None = None
    assigned: AssignedText | None = None

    @property
    def spoken(self) -> str:
        """For a screen reader."""
        return f"{self.title}, {self.line.replace(' · ', ', ')}"


def text_rows(passages: Iterable[Passage], texts: Iterable[OwnText], wanted: str = "") -> tuple[TextRow, ...]:
    """Own texts, then passages: those in whose title, tags or level all of the `wanted` words occur."""
    own = [(TextRow(text.title, " · ".join((say("My text"), *text.tags)), own=text), text.tags) for text in texts]
    shipped = [(TextRow(each.title, each.level, passage=each), _tags(each)) for each in passages]
    words = wanted.casefold().split()
    rows = [(row, " ".join((row.title, row.line, *tags)).casefold()) for row, tags in (*own, *shipped)]
    return tuple(row for row, found in rows if all(word in found for word in words))


def _tags(passage: Passage) -> tuple[str, ...]:
    """A passage can be found by a sound it trains: `th`, `think`'s own spelling."""
    return tuple(SOUNDS[sound].spelled for sound in passage.sounds)


@dataclass(frozen=True, slots=True)
class TextReport:
    """What a text asks for, in English: its length, what is read out as words ("5 → five"), which words are guessed."""

    length: str
    read_as: str
    guessed: str


def text_report(target: Target) -> TextReport:
    """Of a text that can be read."""
    words = len(target.words)
    minutes = words / _WORDS_A_MINUTE
    length = say("about {minutes:.0f} minutes").format(minutes=minutes) if minutes >= 1.5 else _short(minutes)
    pairs = [f"{written} → {said}" for written, said in read_as(target)]
    said = say("{count} word, {length} of reading") if words == 1 else say("{count} words, {length} of reading")
    shown = say("Read out as words: {pairs}").format(pairs=_some(pairs)) if pairs else ""
    return TextReport(said.format(count=words, length=length), shown, guessed_line(target))


def _short(minutes: float) -> str:
    return say("about a minute") if minutes > 0.6 else say("less than a minute")


def read_as(target: Target) -> tuple[tuple[str, str], ...]:
    """What is written and what will be expected for it, where these differ ("5", "five"); each once, in order."""
    pairs = {}
    for (start, end), words in groupby(target.words, key=lambda word: (word.start, word.end)):
        written, said = target.text[start:end], " ".join(word.text for word in words)
        if fold(written).strip(".") != fold(said).strip("."):
            pairs[" ".join(written.split())] = said
    return tuple(pairs.items())


def guessed_line(target: Target) -> str:
    """`2 words are guessed: “Blorvane” and 1 more`; empty when all are known."""
    names = list({fold(word.text): f"“{word.text}”" for word in reversed(target.words) if word.source == "guessed"}.values())[
        ::-1
    ]
    if not names:
        return ""
    said = say("{count} word is guessed: {words}") if len(names) == 1 else say("{count} words are guessed: {words}")
    return said.format(count=len(names), words=_some(names))


def _some(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    said = say(", ").join(names[:_MOST_NAMED])
    return say("{words} and {count} more").format(words=said, count=more) if more > 0 else said
