"""Where sentences end and where punctuation asks for a pause. Works on tokens and the plain text between them."""

import re
from collections.abc import Sequence

from tutor.reading.tokens import TITLES, Token

LONGEST_SENTENCE = 40  # words: a model's window is 30 s, and slow readers say three words in two seconds
_SHORTEST_PART = 8
_STOP = re.compile(r"[.!?。！？]|…")
_PAUSE = re.compile(r"[,;:.!?…—–()\[\]•◦‣▪]|\s-\s|--|\n\s*\n")
_NEW_BLOCK = re.compile(r"\n\s*\n|\n\s*(?:[-*•◦‣▪·–—]|\(?\d{1,2}[.)])\s")


def ends_sentence(token: Token, gap: str, after: Token | None) -> bool:
    """Whether a sentence ends between a token and the next one, `gap` being what is written between."""
    if after is None or _NEW_BLOCK.search(gap):
        return True
    goes_on = after.text[0].islower()
    if not gap.strip() and token.text.endswith("."):  # "etc. Then", but not "Dr. Smith" or "the U.S. Army"
        return token.kind in ("abbreviation", "clock") and token.name not in TITLES and after.text[0].isupper()
    stop = _STOP.search(gap)
    if stop is None:
        return False
    trails_off = "…" in gap or ".." in gap
    quoted = '"' in gap or "'" in gap
    return not (goes_on and (trails_off or quoted))


def asks_pause(gap: str) -> bool:
    """Whether what is written between two tokens has a comma, a dash, a bracket or the like."""
    return bool(_PAUSE.search(gap))


def cut(breaks: Sequence[bool], ends: Sequence[bool]) -> tuple[tuple[int, int], ...]:
    """Sentences over words, none longer than `LONGEST_SENTENCE`.

    For each word: does punctuation ask for a pause behind it, does its sentence end there. A sentence that is too long
    is cut at its last pause within bounds, else anywhere.
    """
    out, start = [], 0
    for at, last in enumerate(ends):
        if last:
            out += _parts(breaks, start, at + 1)
            start = at + 1
    return tuple(out)


def _parts(breaks: Sequence[bool], start: int, end: int) -> list[tuple[int, int]]:
    parts = []
    while end - start > LONGEST_SENTENCE:
        pauses = [at + 1 for at in range(start + _SHORTEST_PART - 1, start + LONGEST_SENTENCE) if breaks[at]]
        middle = pauses[-1] if pauses else start + LONGEST_SENTENCE
        parts.append((start, middle))
        start = middle
    return [*parts, (start, end)]
