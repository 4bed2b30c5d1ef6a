"""What a letter counts as: typographic forms brought down to the plain letters a dictionary is written in."""

import unicodedata

_PLAIN = str.maketrans(
    {**dict.fromkeys("‘’‛ʼ＇´`", "'"), **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‐‑", "-"), "−": "-", "\u00a0": " "}
)
_SPELT_OUT = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_UNSEEN = str.maketrans("", "", INVISIBLE)


def plain(text: str) -> str:
    """The text with straight quotes, hyphens and spaces, character for character, so that spans hold in both."""
    return text.translate(_PLAIN)


def seen(text: str) -> str:
    """The text without soft hyphens and other invisible characters."""
    return text.translate(_UNSEEN)


def fold(word: str) -> str:
    """A word as the dictionary spells it: lower case, no accents, straight apostrophes."""
    small = seen(plain(word)).lower().translate(_SPELT_OUT)
    return "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))


def is_readable(word: str) -> bool:
    """Whether it is written in Latin letters all through (apostrophes, hyphens and full stops aside)."""
    return bool(bare_letters(word))


def bare_letters(word: str) -> str:
    """The letters a-z of a word and nothing else; empty when it has any other letter or sign."""
    bare = fold(word).translate(str.maketrans("", "", "'-."))
    return bare if bare.isascii() and bare.isalpha() else ""
