"""A learner's own texts, as they are kept beside the passages that ship."""

from dataclasses import dataclass

TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text the learner brought. `id` is None until it is kept; `tags` are short words to find it by."""

    id: int | None
    title: str
    text: str
    tags: tuple[str, ...] = ()


def split_tags(written: str) -> tuple[str, ...]:
    """Tags as they are typed, between commas: each once, however it is written, in the order they came."""
    tags: dict[str, str] = {}
    for part in written.replace("，", ",").replace("#", " ").split(","):
        if tag := " ".join(part.split()):
            tags.setdefault(tag.casefold(), tag)
    return tuple(tags.values())


def title_of(text: str) -> str:
    """A title for a text without one: its first line, cut at a word."""
    line = next((" ".join(line.split()) for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= TITLE_LENGTH else line[:TITLE_LENGTH].rsplit(" ", 1)[0] + " …"
