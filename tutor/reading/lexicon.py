"""How a word is said: own pronunciations, the CMU dictionary, rules for derived words, and a guess by letters, in this order.

Reads assets/lexicon, which `tutor.training.lexicon` builds. `cmudict.tsv.gz` is sorted text and stays text: a word is found by
bisection, which loads in a few hundredths of a second where a dict of 126,000 words takes ten times that.
"""

import gzip
from bisect import bisect_left
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import Literal

from tutor.domain import resources
from tutor.domain.errors import TextError
from tutor.domain.phones import Phone, Pronunciation
from tutor.reading.forms import Variants, from_parts, spelled
from tutor.reading.letters import bare_letters, fold, is_readable
from tutor.reading.own import Entries, read_entries
from tutor.reading.spelling import SpellingModel

LEXICON_FILE, SPELLING_FILE, OURS_FILE = "cmudict.tsv.gz", "spelling.npz", "ours.dict"
LONGEST_WORD = 45  # letters; longer runs are no words, and guessing takes time by the letter
_SPELLED_TO = 4  # an unknown word in capitals up to this length is an initialism
_CONTRACTED = frozenset({"s", "d", "ll", "ve", "re"})  # what may stand behind a guessed stem and an apostrophe
Source = Literal["lexicon", "own", "guessed"]


class Lexicon:
    """Pronunciations of any word in Latin letters. Fit for several threads."""

    def __init__(self, folder: Path, own: Entries) -> None:
        self._folder = folder
        self._lines = gzip.decompress((folder / LEXICON_FILE).read_bytes())
        self._ours = read_entries(folder / OURS_FILE)
        self._own = own
        self._said: dict[str, tuple[Variants, Source]] = {}

    @classmethod
    def load(cls, own: Path | None = None) -> "Lexicon":
        """The shipped lexicon, and a file of own pronunciations. Raises `TextError` as `own.read_entries` does."""
        return cls(resources.assets() / "lexicon", read_entries(own) if own else {})

    def owning(self, own: Entries) -> "Lexicon":
        """The same with these own pronunciations instead. This one stays as it is, for whoever still uses it."""
        made = copy(self)
        made._own, made._said = own, {}
        return made

    def pronounce(self, word: str) -> tuple[Variants, Source]:
        """At least one pronunciation, the commonest first, and where it comes from ("lexicon" too for its regular forms).

        Upper case matters only for words nobody knows: "XKCD" is spelled. Raises `TextError("empty_text")` for a word without
        Latin letters and `ValueError` beyond `LONGEST_WORD`.
        """
        if word not in self._said:
            self._said[word] = self._pronounce(word)
        return self._said[word]

    def knows(self, word: str) -> bool:
        """Whether it is written down as it stands, here or in the own pronunciations."""
        return bool(self._own.get(fold(word)) or self._look_up(fold(word)))

    def suggest(self, word: str, most: int) -> Variants:
        """Ways to say a word, for a person to choose among: as `pronounce` has it, then guesses by its letters.

        Raises as `pronounce` does.
        """
        known, _ = self.pronounce(word)
        letters = bare_letters(word)
        return tuple(dict.fromkeys((*known, *self._spelling.guesses(letters))))[:most]

    def _pronounce(self, word: str) -> tuple[Variants, Source]:
        if not is_readable(word):
            raise TextError("empty_text")
        folded = fold(word)
        bare = folded.strip("'-.")
        if len(bare) > LONGEST_WORD:
            raise ValueError(f"{len(bare)} letters are no word")
        if own := self._own.get(folded) or self._own.get(bare):
            return own, "own"
        if (
            known := self._look_up(folded)
            or self._initials(word, bare)
            or self._look_up(bare)
            or self._look_up(bare.replace("-", ""))
        ):
            return known, "lexicon"
        if derived := from_parts(folded, self._own_or_known) or from_parts(bare, self._own_or_known):
            return derived, "lexicon"
        return self._guess(bare), "guessed"

    def _own_or_known(self, folded: str) -> Variants:
        return self._own.get(folded) or (self._look_up(folded) if len(folded) > 1 else ())

    def _look_up(self, folded: str) -> Variants:
        """Our entries first, then what the dictionary adds."""
        return tuple(dict.fromkeys((*self._ours.get(folded, ()), *self._dictionary(folded))))

    def _dictionary(self, folded: str) -> Variants:
        wanted = folded.encode("ascii", "replace") + b"\t"
        at = bisect_left(range(len(self._lines)), wanted, key=self._line_around)
        line = self._line_around(at) if at < len(self._lines) else b""
        return tuple(_parse(said) for said in line.split(b"\t")[1:]) if line.startswith(wanted) else ()

    def _line_around(self, at: int) -> bytes:
        return self._lines[self._lines.rfind(b"\n", 0, at) + 1 : self._lines.index(b"\n", at)]

    def _initials(self, word: str, bare: str) -> Variants:
        """Letter by letter: "U.S.", unknown capitals ("XKCD", "DVDs") and what has no vowel."""
        if "." in bare:
            return spelled(bare_letters(bare), self._look_up)
        letters = bare.removesuffix("s") if word.endswith("s") else bare
        capitals = word[: len(letters)].isupper() and len(letters) <= _SPELLED_TO
        if self._look_up(bare) or not letters.isalpha() or not (capitals or not set(letters) & set("aeiouy")):
            return ()
        said = spelled(letters, self._look_up)
        return said if letters == bare else tuple((*each, Phone("Z")) for each in said)

    def _guess(self, bare: str) -> Variants:
        stem, _, ending = bare.rpartition("'")
        if len(stem) > 2 and ending in _CONTRACTED:
            return from_parts(bare, lambda part: self._guess(stem) if part == stem else ())
        letters = bare_letters(bare)
        guess = self._spelling.guess(letters)
        return (guess,) if guess else spelled(letters, self._look_up)

    @cached_property
    def _spelling(self) -> SpellingModel:
        return SpellingModel.load(self._folder / SPELLING_FILE)


def _parse(said: bytes) -> Pronunciation:
    return tuple(Phone.parse(part) for part in said.decode("ascii").split())
