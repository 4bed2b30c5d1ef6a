"""Own pronunciations: a text file, a line a pronunciation, as in the CMU dictionary (`word  W ER1 D`).

A person may write it by hand; what the program changes in it leaves all other lines as they are.
"""

import re
from pathlib import Path

from tutor.domain.errors import TextError
from tutor.domain.phones import Phone, Pronunciation
from tutor.reading.letters import fold, is_readable

_VARIANT = re.compile(r"\(\d+\)$")
Entries = dict[str, tuple[Pronunciation, ...]]


def read_entries(path: Path) -> Entries:
    """Words by their folded spelling; a word on several lines has as many variants. `#` and `;;;` begin comments.

    Raises `TextError`: `no_own_pronunciations` (no such file), `own_pronunciation_line` (facts: path, line, text).
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise TextError("no_own_pronunciations", path=str(path)) from error
    entries: Entries = {}
    for number, raw in enumerate(lines, 1):
        if line := _bare(raw.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace")):
            try:
                word, said = _parse(line)
            except ValueError as error:
                raise TextError("own_pronunciation_line", path=str(path), line=number, text=line) from error
            entries[word] = (*entries.get(word, ()), said)
    return entries


def with_entry(written: str, word: str, said: tuple[Pronunciation, ...]) -> str:
    """Such a file's text in which the word is said like this and no other way; with none it isn't there any more."""
    others = [line for line in written.splitlines() if not ((bare := _bare(line)) and fold(_word(bare.split()[0])) == fold(word))]
    lines = [f"{fold(word)}  {' '.join(map(str, each))}" for each in said]
    return "".join(f"{line}\n" for line in (*others, *lines))


def _bare(line: str) -> str:
    """A line without its comment."""
    bare = line.split("#", maxsplit=1)[0].strip()
    return "" if bare.startswith(";;;") else bare


def _word(written: str) -> str:
    return _VARIANT.sub("", written)


def _parse(line: str) -> tuple[str, Pronunciation]:
    word, *phones = line.split()
    word = _word(word)
    if not phones or not is_readable(word):
        raise ValueError(line)
    return fold(word), tuple(Phone.parse(phone.upper()) for phone in phones)
