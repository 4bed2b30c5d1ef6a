"""Numbers, money, dates and times as the words a reader says. Gets what was written, gives words; spans are the tokeniser's."""

import re
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_CURRENCIES = {"$": ("dollar", "cent"), "£": ("pound", "penny"), "€": ("euro", "cent"), "¥": ("yen", "sen")}
_PLURALS = {"penny": "pence", "yen": "yen", "sen": "sen", "foot": "feet"}
_MAGNITUDES = {"k": "thousand", "m": "million", "bn": "billion", "b": "billion"}
UNITS = {
    "km/h": "kilometre an hour", "mph": "mile an hour", "km": "kilometre", "cm": "centimetre", "mm": "millimetre", "m": "metre",
    "kg": "kilogram", "mg": "milligram", "g": "gram", "ml": "millilitre", "l": "litre", "min": "minute", "h": "hour",
    "GB": "gigabyte", "MB": "megabyte", "ft": "foot",
}  # fmt: skip
FRACTIONS = {"½": "half", "¼": "quarter", "¾": "three quarters", "⅓": "third", "⅔": "two thirds"}
_PARTS = {2: "half", 4: "quarter"}
_LONGEST = 12  # digits; longer numbers are read digit by digit

Words = tuple[str, ...]


def _say(number: str | int, to: str = "cardinal") -> Words:
    from num2words import num2words  # a tenth of a second, which a text without digits need not pay

    return tuple(re.findall(r"[a-z]+", num2words(number, to=to)))


def digits(written: str) -> Words:
    """One by one: a telephone number."""
    return tuple(word for digit in written if digit.isdigit() for word in _say(int(digit)))


def number(written: str) -> Words:
    """`1,234`, `3.14`, `-5`, `007` and four figures that look like a year."""
    bare = written.replace(",", "")
    if bare[0] in "-+":
        return ("minus" if bare[0] == "-" else "plus", *number(bare[1:]))
    whole = bare.split(".")[0]
    if len(whole) > _LONGEST or (len(whole) > 1 and whole[0] == "0"):
        return tuple(word for part in bare for word in (("point",) if part == "." else digits(part)))
    if written.isdigit() and len(written) == 4 and 1100 <= int(written) < 2100:
        return year(int(written))
    if "." not in bare:
        return _say(int(bare))
    return (*_say(int(whole)), "point", *digits(bare.split(".")[1]))


def year(value: int) -> Words:
    """1984 as "nineteen eighty-four", 2005 as "two thousand and five"."""
    return _say(value, "year")


def ordinal(value: int) -> Words:
    """22 as "twenty-second"."""
    return _say(value, "ordinal")


def decade(written: str) -> Words:
    """`1990s`, `90s`, `2000s`."""
    bare = written.strip("'s")
    *before, last = year(int(bare)) if len(bare) == 4 else _say(int(bare))
    return (*before, last[:-1] + "ies" if last.endswith("y") else last + "s")


def money(sign: str, amount: str, magnitude: str) -> Words:
    """`$5`, `£3.20`, `$2 million`, `€3m`."""
    main, part = _CURRENCIES[sign]
    size = _MAGNITUDES.get(magnitude.lower(), magnitude.lower())
    if size or not re.search(r"\.\d\d$", amount):
        value = _cardinal(amount)
        return (*value, *([size] if size else []), _many(main, one=value == ("one",) and not size))
    whole, _, small = amount.rpartition(".")
    value, cents = _cardinal(whole), _cardinal(str(int(small)))
    before = () if value == ("zero",) and int(small) else (*value, _many(main, one=value == ("one",)))
    after = (*cents, _many(part, one=cents == ("one",))) if int(small) else ()
    return (*before, *(("and",) if before and after else ()), *after)


def _cardinal(written: str) -> Words:
    return number(written) if "." in written or len(written.replace(",", "")) != 4 else _say(int(written.replace(",", "")))


def _many(noun: str, *, one: bool) -> str:
    return noun if one else _PLURALS.get(noun, noun + "s")


def measure(amount: str, unit: str) -> Words:
    """`5km`, `1 kg`, `30 km/h`."""
    noun, *rest = UNITS[unit].split()
    return (*_cardinal(amount), _many(noun, one=amount == "1"), *rest)


def degrees(amount: str, scale: str) -> Words:
    """`20°C`, `-5°`."""
    name = {"c": ("Celsius",), "f": ("Fahrenheit",), "": ()}[scale.lower()]
    return (*number(amount), _many("degree", one=amount == "1"), *name)


def fraction(above: int, below: int) -> Words:
    """1/2 as "one half", 3/4 as "three quarters"; other large ones as "five over ninety"."""
    if below < 2 or below > 20:
        return (*_say(above), "over", *_say(below))
    *before, part = (_PARTS[below],) if below in _PARTS else ordinal(below)
    many = {"half": "halves"}.get(part, part + "s")
    return (*_say(above), *before, part if above == 1 else many)


def mixed(whole: str, part: str) -> Words:
    """`½` and `2½`."""
    said = tuple(FRACTIONS[part].split())
    after = said if len(said) > 1 else ("a", *said)
    return (*_say(int(whole)), "and", *after) if whole else after


def clock(hour: int, minute: int, half: str) -> Words:
    """`10:30`, `7:05 pm`, `7 a.m.`; `half` is "", "a.m." or "p.m."."""
    middle = _say(minute) if minute >= 10 else ("oh", *_say(minute)) if minute else () if half else ("o'clock",)
    if not minute and not half and not 1 <= hour <= 12:
        middle = ("hundred",)
    return (*_say(hour), *middle, *((half,) if half else ()))


def calendar(year_: int, month: int, day: int) -> Words | None:
    """2026-11-22 as "November twenty-second twenty twenty-six"; None when there is no such day."""
    try:
        date(max(year_, 1), month, day)
    except ValueError:
        return None
    return (MONTHS[month - 1], *ordinal(day), *year(year_))
