"""Minimal pairs: two everyday words whose pronunciations differ in exactly one sound. Found in the lexicon, nothing is listed."""

from collections import defaultdict
from pathlib import Path

from tutor.domain import resources
from tutor.domain.phones import Pronunciation
from tutor.reading.lexicon import Lexicon

_Hole = tuple[tuple[str, ...], tuple[str, ...]]  # what stands before and behind the sound that differs


class Pairs:
    """The pairs among the common words. Making it looks up two thousand words: a tenth of a second, off the GUI thread."""

    def __init__(self, lexicon: Lexicon, words: tuple[str, ...]) -> None:
        self._said = {word: _plain(lexicon.pronounce(word)[0]) for word in words}
        self._around: dict[_Hole, list[tuple[str, str]]] = defaultdict(list)  # the sound in the hole, the word
        for word, variants in self._said.items():
            for hole, sound in dict.fromkeys(hole for said in variants for hole in _holes(said)):
                self._around[hole].append((sound, word))

    @classmethod
    def load(cls, lexicon: Lexicon) -> "Pairs":
        """Among the words of assets/sounds/common.txt."""
        return cls(lexicon, common_words(resources.assets() / "sounds" / "common.txt"))

    def of(self, symbol: str, other: str, limit: int = 3) -> tuple[tuple[str, str], ...]:
        """Pairs with `symbol` in the first and `other` in its place in the second; short words first, each word once."""
        found = [
            (word, rival)
            for held in self._around.values()
            for sound, word in held
            if sound == symbol
            for rival_sound, rival in held
            if rival_sound == other and self._differ(word, rival)
        ]
        return _each_once(sorted(found, key=_easy_first))[:limit]

    def with_word(self, word: str, said: Pronunciation, at: int, other: str) -> str | None:
        """The common word that sounds like `word` but for `other` in place of its sound number `at`."""
        holes = list(_holes(tuple(str(phone) for phone in said)))
        rivals = [rival for sound, rival in self._around.get(holes[at][0], []) if sound == other and rival != word.lower()]
        return min(rivals, key=lambda rival: (len(rival), rival), default=None)

    def words_with(self, symbol: str, limit: int = 3) -> tuple[str, ...]:
        """Common words that hold the sound, short ones first."""
        found = [word for word, said in self._said.items() if any(sound.rstrip("012") == symbol for sound in said[0])]
        return tuple(sorted(found, key=lambda word: (len(word), word))[:limit])

    def _differ(self, word: str, rival: str) -> bool:
        """Not even in another pronunciation the same."""
        return not set(self._said[word]) & set(self._said[rival])


def common_words(path: Path) -> tuple[str, ...]:
    """The words of such a file, each once."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(dict.fromkeys(word for line in lines if not line.startswith("#") for word in line.split()))


def _plain(variants: tuple[Pronunciation, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(str(phone) for phone in said) for said in variants)


def _holes(said: tuple[str, ...]) -> list[tuple[_Hole, str]]:
    """For each sound what stands around it, stress and all, and the sound without its stress."""
    return [((said[:at], said[at + 1 :]), sound.rstrip("012")) for at, sound in enumerate(said)]


def _easy_first(pair: tuple[str, str]) -> tuple[int, str, str]:
    return len(pair[0]) + len(pair[1]), *pair


def _each_once(pairs: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """No word twice: three pairs are six words to practise."""
    kept: list[tuple[str, str]] = []
    for pair in pairs:
        if not {word for each in kept for word in each} & set(pair):
            kept.append(pair)
    return tuple(kept)
