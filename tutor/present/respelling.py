"""A pronunciation for people: IPA with its stress marks, and a respelling any learner can read, as BLOR-vayn."""

from itertools import pairwise

from tutor.domain.phones import VOWELS, Pronunciation

_SPELLED = {
    "AA": "ah", "AE": "a", "AH": "u", "AO": "aw", "AW": "ow", "AY": "igh", "EH": "e", "ER": "er", "EY": "ay", "IH": "i",
    "IY": "ee", "OW": "oh", "OY": "oy", "UH": "uu", "UW": "oo",
    "CH": "ch", "DH": "th", "HH": "h", "JH": "j", "NG": "ng", "SH": "sh", "TH": "th", "ZH": "zh",
}  # fmt: skip
_LAX = frozenset({"AE", "AH", "EH", "IH", "UH"})  # short vowels look right only before a consonant: SIT-ee
_STOPS, _SMOOTH = frozenset({"P", "B", "T", "D", "K", "G", "F", "TH", "SH", "V"}), frozenset({"L", "R", "W", "Y"})
_AFTER_S = frozenset({"P", "T", "K", "M", "N", "L", "W"})
_STRESS_SIGNS = {1: "ˈ", 2: "ˌ"}


def ipa(said: Pronunciation) -> str:
    """`/ˈtutɚ/`."""
    parts = syllables(said)
    return f"/{''.join(_sign(part, len(parts)) + ''.join(phone.ipa for phone in part) for part in parts)}/"


def respelled(said: Pronunciation) -> str:
    """`TOO-ter`: parts between hyphens, the stressed one in capitals where there are several."""
    parts = syllables(said)
    return "-".join(_spelled(part).upper() if _stress(part) == 1 and len(parts) > 1 else _spelled(part) for part in parts)


def syllables(said: Pronunciation) -> tuple[Pronunciation, ...]:
    """Its parts, each with one vowel: as many consonants begin a part as can begin an English word."""
    at = [nth for nth, phone in enumerate(said) if phone.symbol in VOWELS]
    cuts = [_cut(said, before, after) for before, after in pairwise(at)]
    return tuple(said[start:end] for start, end in zip([0, *cuts], [*cuts, len(said)], strict=True))


def _cut(said: Pronunciation, before: int, after: int) -> int:
    """Where the part of the vowel at `after` begins."""
    first = before + 1
    short = said[before].symbol in _LAX and said[before].stress == 1
    cut = next(nth for nth in range(first, after + 1) if _begins([phone.symbol for phone in said[nth:after]]))
    return first + 1 if short and cut == first < after else cut


def _begins(sounds: list[str]) -> bool:
    """Whether an English word can begin with these consonants."""
    if len(sounds) < 2:
        return sounds not in (["NG"], ["ZH"])
    if sounds[0] == "S" and sounds[1] in _AFTER_S:
        return len(sounds) == 2 or (len(sounds) == 3 and sounds[2] in _SMOOTH)
    return len(sounds) == 2 and sounds[0] in _STOPS and sounds[1] in _SMOOTH and sounds not in (["T", "L"], ["D", "L"])


def _spelled(part: Pronunciation) -> str:
    if len(part) == 1 and part[0].symbol == "AY":
        return "eye"
    letters = "".join(_SPELLED.get(phone.symbol, phone.symbol.lower()) for phone in part)
    return f"{letters}h" if part[-1].symbol == "AH" else letters


def _stress(part: Pronunciation) -> int:
    return next((phone.stress or 0 for phone in part if phone.symbol in VOWELS), 0)


def _sign(part: Pronunciation, parts: int) -> str:
    return _STRESS_SIGNS.get(_stress(part), "") if parts > 1 else ""
