"""What a written token says: "$5" is "five" and "dollars". Gets tokens and their neighbours; knows nothing of phones."""

import re
from collections.abc import Callable

from tutor.reading import numbers
from tutor.reading.numbers import Words
from tutor.reading.tokens import ABBREVIATIONS, Token

_SIGNS = {"&": "and", "@": "at", "+": "plus", "=": "equals", "#": "number"}
_LINK_SIGNS = {".": "dot", "@": "at", "/": "slash", "-": "dash", "_": "underscore", "+": "plus"}
_ROADS_FOLLOW = frozenset({"in", "at", "to", "from", "of", "on", "near", "the", "and"})
_MAX_DAY = 31


def say(token: Token, before: Token | None, after: Token | None) -> Words:
    """The words a reader says for a token, given its neighbours; hyphenated words and words are themselves."""
    if token.kind in ("number", "ordinal") and (day := _day(token, before, after)):
        return day
    if token.name == "st" and token.kind == "abbreviation":
        return (_saint_or_street(before),)
    how = _SAY.get(token.kind)
    return how(token.text) if how else (token.text,)


def _day(token: Token, before: Token | None, after: Token | None) -> Words:
    """A day of the month beside its month: "November 22", "22 November"."""
    figures = re.match(r"\d+", token.text)
    if not figures or len(token.text.rstrip("stndrhSTNDRH")) > 2 or not 1 <= int(figures.group()) <= _MAX_DAY:
        return ()
    said = numbers.ordinal(int(figures.group()))
    if before and _is_month(before):
        return said
    if after and _is_month(after):
        return (*(() if before and before.text.lower() == "the" else ("the",)), *said, "of")
    return ()


def _is_month(token: Token) -> bool:
    name = ABBREVIATIONS.get(token.name, (token.name.title(),))[0] if token.text.endswith(".") else token.text.title()
    return token.text[0].isupper() and name in numbers.MONTHS


def _saint_or_street(before: Token | None) -> str:
    named = before is not None and before.kind == "word" and before.text[0].isupper() and before.text.lower() not in _ROADS_FOLLOW
    return "street" if named else "saint"


def _link(text: str) -> Words:
    """The address without its scheme, "www." and what lies behind the site's name: nobody reads those aloud."""
    site = re.sub(r"^(?:https?://)?(?:www\.)?", "", text) if "@" not in text else text
    parts = re.findall(r"[A-Za-z]{1,30}|[0-9]|[.@_+-]", site.split("/")[0])
    return tuple(word for part in parts for word in (numbers.digits(part) or (_LINK_SIGNS.get(part, part),)))


def _model(text: str) -> Words:
    """Letters by name and figures as a number: "B2", "MP3", "3D"; "4x4" is "four by four"."""
    if re.fullmatch(r"[0-9]+x[0-9]+", text):
        text = text.replace("x", "by")
    parts = re.findall(r"[A-Za-z]+|[0-9]+", text)
    said: list[str] = []
    for part in parts:
        said += (
            numbers.number(part)
            if part.isdigit()
            else [part]
            if part == "by" or len(part) > 3
            else [f"{letter.upper()}." for letter in part]
        )
    return tuple(said)


def _money(text: str) -> Words:
    match = re.match(r"([$£€¥]?)\s?([0-9.,]*[0-9])\s?([A-Za-z]*)([€£]?)", text)
    assert match is not None  # the tokeniser's pattern is narrower
    return numbers.money(match[1] or match[4], match[2], match[3])


def _clock(text: str) -> Words:
    figures = [int(part) for part in re.findall(r"[0-9]+", text)]
    half = re.sub(r"[^apm]", "", text.lower())
    return numbers.clock(figures[0], figures[1] if len(figures) > 1 else 0, f"{half[0]}.m." if half else "")


def _iso_date(text: str) -> Words:
    year, month, day = (int(part) for part in text.split("-"))
    return numbers.calendar(year, month, day) or numbers.digits(text)


def _slash_date(text: str) -> Words:
    """Month first, as the lexicon is American; day first when it can't be a month."""
    first, second, year = (int(part) for part in text.split("/"))
    year += 2000 if year < 100 else 0
    said = numbers.calendar(year, first, second) or numbers.calendar(year, second, first)
    return said or numbers.digits(text)


def _measure(text: str) -> Words:
    amount = re.match(r"[0-9.,]*[0-9]", text)
    assert amount is not None
    return numbers.measure(amount.group(), text[amount.end() :].strip())


def _degrees(text: str) -> Words:
    amount, _, scale = text.partition("°")
    return numbers.degrees(amount.strip(), scale.strip())


def _fraction(text: str) -> Words:
    above, below = text.split("/")
    return numbers.fraction(int(above), int(below))


def _initials(text: str) -> Words:
    known = ABBREVIATIONS.get(text.lower().removesuffix("."))
    return known or (text if text.endswith(".") else f"{text}.",)


_SAY: dict[str, Callable[[str], Words]] = {
    "mail": _link,
    "link": _link,
    "isodate": _iso_date,
    "slashdate": _slash_date,
    "clock": _clock,
    "money": _money,
    "percent": lambda text: (*numbers.number(text.rstrip("% ")), "percent"),
    "degrees": _degrees,
    "phone": numbers.digits,
    "ordinal": lambda text: numbers.ordinal(int(text[:-2])),
    "decade": lambda text: numbers.decade(text.replace("'", "")),
    "fraction": _fraction,
    "mixed": lambda text: numbers.mixed(text[:-1], text[-1]),
    "measure": _measure,
    "model": _model,
    "to": lambda _: ("to",),
    "number": numbers.number,
    "initials": _initials,
    "abbreviation": lambda text: ABBREVIATIONS[text.lower().removesuffix(".")],
    "sign": lambda text: (_SIGNS[text],),
}
