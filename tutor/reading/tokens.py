"""Finds what is to be read in a pasted text: words, numbers, money, dates, abbreviations, links. The rest is passed over.

A written token has a span and a kind; what it says is `tutor.reading.spoken`'s.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tutor.reading.letters import INVISIBLE, plain
from tutor.reading.numbers import FRACTIONS, UNITS

ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "mr": ("mister",), "mrs": ("missus",), "ms": ("ms.",), "dr": ("doctor",), "prof": ("professor",), "jr": ("junior",),
    "sr": ("senior",),
    "e.g": ("for", "example"), "i.e": ("that", "is"), "etc": ("et", "cetera"), "vs": ("versus",), "approx": ("approximately",),
    "no": ("number",), "st": ("saint",), "mt": ("mount",), "ave": ("avenue",), "rd": ("road",), "dept": ("department",),
    "ltd": ("limited",), "inc": ("incorporated",), "co": ("company",), "jan": ("January",), "feb": ("February",),
    "apr": ("April",),
    "aug": ("August",), "sept": ("September",), "sep": ("September",), "oct": ("October",), "nov": ("November",),
    "dec": ("December",),
}  # fmt: skip
TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "st", "mt", "no", "e.g", "i.e", "vs", "approx"}
)  # no sentence ends with these
_CAPITAL_ONLY = {"no", "co", "st", "mt", "ave", "rd", "inc", "jan", "dec", "mr", "mrs", "ms", "dr", "sep", "jr", "sr"}

_LETTER = rf"(?:[^\W\d_²³¹{''.join(FRACTIONS)}][\u0300-\u036f{INVISIBLE}]*)"
_WORD = rf"{_LETTER}+(?:'{_LETTER}+)*"
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
_HALF = r"\s?(?:[AaPp]\.[Mm]\.|[AaPp][Mm]\b)"
_HOUR = r"(?:[01]?[0-9]|2[0-4])"
_NAMES = "|".join(re.escape(name) for name in sorted(ABBREVIATIONS, key=len, reverse=True))
_KINDS = {
    "mail": r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    "link": r"(?:https?://|www\.)[^\s<>\"]+|\b[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|org|net|edu|gov|co\.uk|io)\b(?:/[^\s<>\"]*)?",
    "isodate": r"(?<!\d)[0-9]{4}-[0-9]{2}-[0-9]{2}(?!\d)",
    "slashdate": r"(?<![\d/])[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![\d/])",
    "clock": rf"(?<![\d:])(?:{_HOUR}:[0-5][0-9](?![\d:])(?:{_HALF})?|{_HOUR}\.[0-5][0-9]{_HALF}|(?<![.,])1?[0-9]{_HALF})",
    "money": rf"[$£€¥]\s?{_NUMBER}(?:\s(?:hundred|thousand|million|billion|trillion)\b|(?:k|K|m|M|bn|b)\b)?|{_NUMBER}\s?[€£]",
    "percent": rf"[-+]?{_NUMBER}\s?%",
    "degrees": rf"(?<![\w.])-?{_NUMBER}\s?°\s?(?:[CF]\b)?",
    "phone": r"(?<![\d-])(?:\+?[0-9]{1,3}[ -])?[0-9]{3}-(?:[0-9]{3}-)?[0-9]{4}(?![\d-])|\+[0-9](?:[ -]?[0-9]){6,14}",
    "ordinal": r"(?<![\w.])[0-9]{1,9}(?:st|nd|rd|th|ST|ND|RD|TH)\b",
    "decade": r"(?<!\w)(?:[0-9]{2}[0-9]0|'?[1-9]0)'?s\b",
    "fraction": r"(?<![\d/])[0-9]{1,3}/[0-9]{1,3}(?![\d/])",
    "mixed": rf"[0-9]{{0,6}}[{''.join(FRACTIONS)}]",
    "measure": rf"(?<![\w.]){_NUMBER}\s?(?:{'|'.join(UNITS)})(?![\w/'])",
    "model": r"(?<![\w])(?=[0-9]*[A-Za-z])(?=[A-Za-z]*[0-9])[A-Za-z0-9]{2,12}(?!\w)",
    "to": r"(?<=[0-9])\s?–\s?(?=[$£€]?[0-9])|(?<=[0-9])-(?=[0-9])",
    "number": rf"(?:(?<![\w.)])[-+])?{_NUMBER}",
    "initials": r"(?<!\w)(?:[A-Za-z]\.){2,12}(?:[A-Za-z](?!\w))?|(?<!\w)[Pp][Hh]\.?[Dd]\.",
    "abbreviation": rf"(?<![\w'])(?i:{_NAMES})\.",
    "clipped": r"(?<!\w)'(?i:tis|twas|cause|em|til|bout|n)\b(?!')",
    "hyphenated": rf"{_WORD}(?:-{_WORD})+",
    "word": rf"{_WORD}",
    "sign": r"&|@|(?<=\s)[+=](?=\s)|#(?=[0-9])",
}
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_TRAILING = re.compile(r"[.,;:!?'\")\]…]+$")


@dataclass(frozen=True, slots=True)
class Token:
    """What is written at a span, in plain characters (`letters.plain`)."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """An abbreviation without its last stop, in lower case."""
        return self.text.lower().removesuffix(".")


def tokens(text: str) -> Iterator[Token]:
    """All tokens in order, spans not overlapping."""
    straight, at = plain(text), 0
    while match := _TOKEN.search(straight, at):
        token = _token(match)
        at = token.end
        yield token


def _token(match: re.Match[str]) -> Token:
    kind, written, start = match.lastgroup or "", match.group(), match.start()
    if kind in ("link", "mail"):
        written = _TRAILING.sub("", written)
    if kind == "abbreviation" and not _is_abbreviation(match):
        kind, written = "word", written[:-1]
    return Token(kind, written, start, start + len(written))


def _is_abbreviation(match: re.Match[str]) -> bool:
    """ "No." is a word unless a number follows; "Mr.", "St." and the like want their capital, and "inc." at least its stop."""
    name, rest = match.group().removesuffix("."), match.string[match.end() : match.end() + 2]
    if name.lower() == "no":
        return rest.strip()[:1].isdigit()
    return name[0].isupper() or name.lower() not in _CAPITAL_ONLY
