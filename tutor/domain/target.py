"""What is to be read: a passage as it lies on disk, and the words and phones it asks for."""

from dataclasses import dataclass
from typing import Literal

from tutor.domain.phones import Pronunciation

Level = Literal["A1", "A2", "B1", "B2", "C1"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to read. `sounds` are the ARPAbet symbols it trains; `licence` an SPDX name."""

    id: str
    title: str
    level: Level
    text: str
    sounds: tuple[str, ...]
    licence: str


@dataclass(frozen=True, slots=True)
class TargetWord:
    """One word to be spoken.

    `text` is how it is shown alone ("doesn't", "five"); `start` and `end` are the span of `Target.text` it stands for, the same
    for all words of one written token ("$5" is "five" and "dollars"). `pronunciations` holds at least one, the commonest
    first. `source` says where they come from. `break_after`: punctuation asks for a pause behind it.
    """

    text: str
    start: int
    end: int
    pronunciations: tuple[Pronunciation, ...]
    source: Literal["lexicon", "own", "guessed"] = "lexicon"
    break_after: bool = False

    def __post_init__(self) -> None:
        if not self.pronunciations or not all(self.pronunciations):
            raise ValueError(f"no pronunciation for {self.text!r}")


@dataclass(frozen=True, slots=True)
class Target:
    """A text with its words in reading order. `sentences` are (first word, behind the last word), without gaps."""

    text: str
    words: tuple[TargetWord, ...]
    sentences: tuple[tuple[int, int], ...]
    passage_id: str | None = None

    def __post_init__(self) -> None:
        joined = [at for sentence in self.sentences for at in range(*sentence)]
        if joined != list(range(len(self.words))) or not self.words:
            raise ValueError("sentences must cover every word once, in order, and there must be one")
