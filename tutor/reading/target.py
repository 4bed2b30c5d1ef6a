"""Makes the target of a text: its words in reading order with their pronunciations, and its sentences."""

from itertools import pairwise

from tutor.domain.errors import TextError
from tutor.domain.target import Target, TargetWord
from tutor.reading.letters import bare_letters, is_readable, plain, seen
from tutor.reading.lexicon import LONGEST_WORD, Lexicon
from tutor.reading.sentences import asks_pause, cut, ends_sentence
from tutor.reading.spoken import say
from tutor.reading.tokens import Token, tokens

MAX_WORDS = 20_000  # two hours of reading
MAX_CHARACTERS = 10 * MAX_WORDS
_PREFIXES = frozenset({"e", "re", "pre", "co", "non", "anti", "un", "de", "multi", "semi"})  # "co-operate" is one word


def make_target(text: str, lexicon: Lexicon, passage_id: str | None = None) -> Target:
    """What `text` asks to be said; word spans lie in it as it was given.

    Raises `TextError`: `empty_text` (nothing in Latin letters or figures), `text_too_long` (facts: limit, words or characters).
    """
    if len(text) > MAX_CHARACTERS:
        raise TextError("text_too_long", characters=len(text), limit=MAX_CHARACTERS)
    found = [part for token in tokens(text) if _can_be_read(token) for part in _apart(token, lexicon)]
    words: list[TargetWord] = []
    ends: list[bool] = []
    shouted = text.isupper() and len(found) > 1
    straight = plain(text)
    for before, token, after in zip([None, *found], found, [*found[1:], None], strict=False):
        gap = straight[token.end : after.start if after else None]
        last = ends_sentence(token, gap, after)
        spoken = say(token, before, after)
        words += _words(text, token, spoken, lexicon, shouted=shouted, pause=last or asks_pause(gap))
        ends += [False] * len(spoken)
        if last and ends:
            ends[-1] = True
    if not words:
        raise TextError("empty_text")
    if len(words) > MAX_WORDS:
        raise TextError("text_too_long", words=len(words), limit=MAX_WORDS)
    return Target(text, tuple(words), cut([word.break_after for word in words], ends), passage_id)


def _can_be_read(token: Token) -> bool:
    letters = token.text.replace("'", "").replace("-", "")
    if token.kind in ("word", "hyphenated", "clipped"):
        return is_readable(token.text) and len(letters) <= LONGEST_WORD
    return True


def _apart(token: Token, lexicon: Lexicon) -> list[Token]:
    """A hyphenated token as its parts, unless the whole is a word ("e-mail", "co-operate")."""
    if token.kind != "hyphenated":
        return [token]
    parts = token.text.split("-")
    if lexicon.knows(token.text) or (parts[0].lower() in _PREFIXES and lexicon.knows(bare_letters(token.text))):
        return [Token("word", token.text, token.start, token.end)]
    starts = [token.start]
    for part in parts:
        starts.append(starts[-1] + len(part) + 1)
    return [Token("word", part, start, behind - 1) for part, (start, behind) in zip(parts, pairwise(starts), strict=True)]


def _words(  # noqa: PLR0913
    text: str, token: Token, spoken: tuple[str, ...], lexicon: Lexicon, *, shouted: bool, pause: bool
) -> list[TargetWord]:
    out = []
    for at, word in enumerate(spoken):
        written = word == token.text
        said, source = lexicon.pronounce(_sounding(word, shouted=shouted) if written else word)
        shown = seen(text[token.start : token.end]) if written else word
        out.append(TargetWord(shown, token.start, token.end, said, source, break_after=pause and at == len(spoken) - 1))
    return out


def _sounding(word: str, *, shouted: bool) -> str:
    """Capitals mean nothing where all is in capitals; elsewhere "US" is the country."""
    return word.lower() if shouted else "U.S." if word == "US" else word
