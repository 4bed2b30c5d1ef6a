"""What a history can be narrowed to: times, texts with their tags, sounds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tutor.domain.history.readings import Readings
from tutor.domain.library import OwnText
from tutor.domain.sounds import SOUNDS
from tutor.domain.take import DRILL
from tutor.domain.target import Passage
from tutor.domain.wording import say
from tutor.present.takes import shortened

_MOST_OTHERS = 30


@dataclass(frozen=True, slots=True)
class TextChoice:
    """One entry: its name, and what it stands for in `Wanted.texts` (None: all)."""

    name: str
    texts: tuple[str, ...] | None


def text_choices(readings: Readings, passages: Sequence[Passage], own: Sequence[OwnText]) -> tuple[TextChoice, ...]:
    """All texts, levels and tags that were read, passages, own texts, and others that were read; the rest is left out."""
    read = {passage for passage in readings.passages if passage not in (None, DRILL)}
    shipped = [each for each in passages if each.id in read]
    pairs = zip(readings.passages, readings.texts, strict=True)
    loose = list(dict.fromkeys(text for passage, text in pairs if passage is None))[::-1]
    mine = [each for each in own if any(text in each.text for text in loose)]
    others = [text for text in loose if not any(text in each.text for each in mine)]
    levels = {level: tuple(each.id for each in shipped if each.level == level) for level in sorted({p.level for p in shipped})}
    return (
        TextChoice(say("All texts"), None),
        *(TextChoice(say("Level {level}").format(level=level), ids) for level, ids in levels.items()),
        *(TextChoice(say("Tag: {tag}").format(tag=tag), texts) for tag, texts in _tags(mine)),
        *(TextChoice(each.title, (each.id,)) for each in shipped),
        *(TextChoice(each.title, (each.text,)) for each in mine),
        *(TextChoice(shortened(text), (text,)) for text in others[:_MOST_OTHERS]),
    )


def sound_choices() -> tuple[tuple[str, str], ...]:
    """Name and symbol of every sound, by spelling."""
    return tuple(sorted((str(sound), symbol) for symbol, sound in SOUNDS.items()))


def span_choices(today: date) -> tuple[tuple[str, date | None], ...]:
    """Names of times and the first day of each; None for all of it."""
    spans = ((say("Last 4 weeks"), 28), (say("Last 3 months"), 91), (say("Last 12 months"), 365))
    return ((say("All the time"), None), *((name, today - timedelta(days=days - 1)) for name, days in spans))


def _tags(texts: Iterable[OwnText]) -> list[tuple[str, tuple[str, ...]]]:
    tags: dict[str, list[str]] = {}
    for each in texts:
        for tag in each.tags:
            tags.setdefault(tag, []).append(each.text)
    return [(tag, tuple(found)) for tag, found in sorted(tags.items())]
