"""The words of a text with how they are said, as rows: the guessed ones first."""

from dataclasses import dataclass
from typing import Literal

from tutor.domain.phones import Pronunciation
from tutor.domain.target import Target
from tutor.domain.wording import say
from tutor.present.respelling import respelled
from tutor.reading.letters import fold

_SOURCES = {"guessed": "guessed", "own": "my way", "lexicon": ""}


@dataclass(frozen=True, slots=True)
class WordSaid:
    """A word as it is shown, and every pronunciation that counts for it. `at`: its first place in the text."""

    text: str
    at: int
    pronunciations: tuple[Pronunciation, ...]
    source: Literal["lexicon", "own", "guessed"]


def words_said(target: Target) -> tuple[WordSaid, ...]:
    """Each word of a text once, the guessed ones first, then the own ones, else in the order of the text."""
    written = {word.text: at for at, word in reversed(tuple(enumerate(target.words)))}  # to fold every word takes long
    first: dict[str, WordSaid] = {}
    for text, at in sorted(written.items(), key=lambda each: each[1]):
        word = target.words[at]
        first.setdefault(fold(text), WordSaid(text, at, word.pronunciations, word.source))
    return tuple(sorted(first.values(), key=lambda word: (tuple(_SOURCES).index(word.source), word.at)))


def word_line(word: WordSaid) -> tuple[str, str]:
    """`Blorvane` and `guessed · BLOR-vayn`."""
    return word.text, " · ".join(part for part in (say(_SOURCES[word.source]), respelled(word.pronunciations[0])) if part)
