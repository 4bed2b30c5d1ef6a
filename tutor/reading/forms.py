"""Words the dictionary lacks but whose parts it has: plurals, -ed, -ing, contractions, prefixes, compounds, initialisms."""

from collections.abc import Callable, Iterator

from tutor.domain.phones import VOWELS, Phone, Pronunciation

Variants = tuple[Pronunciation, ...]
LookUp = Callable[[str], Variants]

_HISSING = frozenset({"S", "Z", "SH", "ZH", "CH", "JH"})
_VOICELESS = frozenset({"P", "T", "K", "F", "TH"})
_AFTER_VOICELESS = _VOICELESS | {"S", "SH", "CH"}
# A suffix that says the same after every stem: its letters and its phones.
_SUFFIXES = {
    "ing": "IH0 NG", "in'": "IH0 N", "ings": "IH0 NG Z", "ly": "L IY0", "ness": "N AH0 S", "less": "L AH0 S", "ful": "F AH0 L",
    "er": "ER0", "ers": "ER0 Z", "est": "AH0 S T", "able": "AH0 B AH0 L", "ment": "M AH0 N T", "y": "IY0",
    "n't": "AH0 N T", "'ll": "AH0 L", "'ve": "AH0 V", "'re": "ER0",
}  # fmt: skip
_PREFIXES = {
    "un": "AH0 N", "re": "R IY0", "non": "N AA2 N", "over": "OW2 V ER0", "under": "AH2 N D ER0", "mis": "M IH0 S",
    "dis": "D IH0 S", "pre": "P R IY0", "co": "K OW0", "anti": "AE2 N T IY0", "super": "S UW2 P ER0", "multi": "M AH2 L T IY0",
}  # fmt: skip
_SHORTEST_PART = 4  # shorter halves ("ban" + "dana") make compounds of words that are none


def from_parts(word: str, look_up: LookUp) -> Variants:
    """Pronunciations made by rule from a known stem (a folded word), or none."""
    for make in (_plural, _past, _suffixed, _prefixed, _compound):
        if said := tuple(dict.fromkeys(make(word, look_up))):
            return said
    return ()


def spelled(letters: str, look_up: LookUp) -> Variants:
    """Letter by letter, the last one stressed: "bbc"."""
    names = [look_up(letter + ".") for letter in letters]
    said = [_restressed(name[0], 1 if at == len(names) - 1 else 2) for at, name in enumerate(names) if name]
    return (sum(said, ()),)


def _phones(text: str) -> Pronunciation:
    return tuple(Phone.parse(part) for part in text.split())


def _plural(word: str, look_up: LookUp) -> Iterator[Pronunciation]:
    for ending, stem_ending in (("'s", ""), ("s'", ""), ("s'", "s"), ("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(ending):
            for said in look_up(word.removesuffix(ending) + stem_ending):
                yield said if stem_ending == "s" else said + _hiss(said[-1].symbol)


def _hiss(last: str) -> Pronunciation:
    return _phones("IH0 Z" if last in _HISSING else "S" if last in _VOICELESS else "Z")


def _past(word: str, look_up: LookUp) -> Iterator[Pronunciation]:
    if word.endswith("'d"):
        yield from (said + _phones("AH0 D" if said[-1].symbol in "TD" else "D") for said in look_up(word[:-2]))
    elif word.endswith("ied"):
        yield from (said + _phones("D") for said in look_up(word[:-3] + "y"))
    elif word.endswith("ed"):
        for said in _stems(word[:-2], look_up):
            last = said[-1].symbol
            yield said + _phones("IH0 D" if last in "TD" else "T" if last in _AFTER_VOICELESS else "D")


def _stems(stem: str, look_up: LookUp) -> Variants:
    """What stands before -ed or -ing: "walk", "bak(e)", "stop(p)"."""
    doubled = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else ""
    return look_up(stem) or look_up(stem + "e") or (look_up(doubled) if doubled else ())


def _suffixed(word: str, look_up: LookUp) -> Iterator[Pronunciation]:
    for ending, phones in _SUFFIXES.items():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            said = _stems(stem, look_up) or (look_up(stem[:-1] + "y") if stem[-1] == "i" else ())
            yield from (each + _phones(phones) for each in said)


def _prefixed(word: str, look_up: LookUp) -> Iterator[Pronunciation]:
    for beginning, phones in _PREFIXES.items():
        rest = word.removeprefix(beginning)
        if rest != word and len(rest) >= _SHORTEST_PART:
            yield from (_phones(phones) + each for each in look_up(rest))


def _compound(word: str, look_up: LookUp) -> Iterator[Pronunciation]:
    """Two known words, the first stressed; of several cuts the one with the longest first part."""
    for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        first, second = look_up(word[:cut]), look_up(word[cut:])
        if first and second:
            yield first[0] + _restressed(second[0], 2)
            return


def _restressed(said: Pronunciation, main: int) -> Pronunciation:
    """The same with its main stress made `main`, so that a whole of several words has one main stress."""
    return tuple(Phone.parse(f"{p.symbol}{main}") if p.stress == 1 and p.symbol in VOWELS else p for p in said)
