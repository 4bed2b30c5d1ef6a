"""The passages that ship with the program: one TOML file each, named after its id, its text in paragraphs.

A blank line parts paragraphs; a line break within one counts as a space.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tutor.domain import resources
from tutor.domain.errors import TextError
from tutor.domain.phones import PHONES
from tutor.domain.target import Level, Passage

LEVELS = ("A1", "A2", "B1", "B2", "C1")


@cache
def load_passages() -> tuple[Passage, ...]:
    """All passages by level, then by id. Raises `TextError("broken_passage")` (facts: id, reason)."""
    read = [read_passage(path) for path in resources.passages().glob("*.toml")]
    return tuple(sorted(read, key=lambda passage: (passage.level, passage.id)))


def find_passage(passage_id: str) -> Passage:
    """The passage of that id. Raises `TextError("no_such_passage")` (facts: id)."""
    for passage in load_passages():
        if passage.id == passage_id:
            return passage
    raise TextError("no_such_passage", id=passage_id)


def first_of_level(passages: Sequence[Passage], level: Level | None) -> Passage:
    """Where to begin at that level; at the easiest when there is none for it."""
    return next((passage for passage in passages if passage.level == level), passages[0])


def read_passage(path: Path) -> Passage:
    """One passage's file. Raises `TextError("broken_passage")` (facts: id, reason)."""
    try:
        told = tomllib.loads(path.read_text("utf-8"))
        passage = Passage(
            path.stem, told["title"], told["level"], _paragraphs(told["text"]), tuple(told["sounds"]), told["licence"]
        )
    except KeyError as error:
        raise TextError("broken_passage", id=path.stem, reason=f"it has no {error.args[0]}") from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError) as error:
        raise TextError("broken_passage", id=path.stem, reason=str(error)) from error
    _check(passage)
    return passage


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


def _check(passage: Passage) -> None:
    unknown = [sound for sound in passage.sounds if sound not in PHONES]
    if passage.level not in LEVELS:
        raise TextError("broken_passage", id=passage.id, reason=f"{passage.level} is no level ({', '.join(LEVELS)})")
    if unknown or not passage.sounds:
        raise TextError("broken_passage", id=passage.id, reason=f"unknown sounds: {' '.join(unknown) or 'none named'}")
