"""Sounds, words and takes as rows of tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import sqrt

import numpy as np

from tutor.domain.assessment import PHONE_SCALE, WORD_SCALE, Verdict
from tutor.domain.change import Change
from tutor.domain.history.findings import Item, Kind
from tutor.domain.history.readings import Readings
from tutor.domain.phones import ipa_of
from tutor.domain.target import Passage
from tutor.domain.wording import say
from tutor.present.history.names import item_name, model_name
from tutor.present.history.overview import change_words
from tutor.present.messages import verdict_name
from tutor.present.numbers import plain
from tutor.present.takes import shortened

_Z = 1.96  # 95 %
_ORDER = {Change.WORSE: 0, Change.SAME: 1, Change.UNKNOWN: 2, Change.BETTER: 3}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: what its cells show and are sorted by, what is said of it, and what it is about (a sound, a word, a take)."""

    key: str
    cells: tuple[str, ...]
    order: tuple[float | str, ...]
    spoken: str


def item_heads(kind: Kind) -> tuple[str, ...]:
    """The columns of `item_rows`."""
    first = say("Sound") if kind == "sound" else say("Word")
    return (first, say("Readings"), say("Times"), say("Of 10"), say("Marked"), say("Earlier → later"), say("Change"))


def item_rows(kind: Kind, items: tuple[Item, ...]) -> tuple[TableRow, ...]:
    """What is surely marked most comes first: two of two say less than fifty of a hundred."""
    ordered = sorted(items, key=lambda item: (-_at_least(item), -item.times, item.name))
    return tuple(_item_row(kind, item) for item in ordered)


def take_heads() -> tuple[str, ...]:
    """The columns of `take_row`."""
    return (
        say("When"), say("Text"), say("Length"), say("Total"), say("Words correct per minute"), say("Result"), say("Judged by"),
    )  # fmt: skip


def take_row(readings: Readings, at: int, title: Callable[[str | None, str], str]) -> TableRow:
    """Row `at` of the readings; `title` names a text by its passage's id and itself."""
    when = datetime.fromtimestamp(readings.when[at]).strftime("%Y-%m-%d %H:%M")
    value, low, high = readings.score("total")[at]
    total = (
        say("{value} ({low} to {high})").format(value=plain(value), low=plain(low), high=plain(high))
        if np.isfinite(value)
        else "–"
    )
    pace = f"{readings.correct_pace[at]:.0f}" if np.isfinite(readings.correct_pace[at]) else "–"
    verdict = readings.verdicts[at]
    result = verdict_name(Verdict(verdict)) if verdict else say("Not assessed yet")
    judged = model_name(readings.stamps[readings.models[at]]) if readings.models[at] >= 0 else ""
    length = f"{readings.seconds[at]:.0f} s"
    cells = (when, title(readings.passages[at], readings.texts[at]), length, total, pace, result, judged)
    spoken = say("{when}, {text}, {length}, total {total}, {pace} words correct per minute, {result}").format(
        when=when, text=cells[1], length=length, total=total, pace=pace, result=result
    )
    return TableRow(readings.ids[at], cells, (), spoken)


def text_title(passages: Mapping[str, Passage], passage_id: str | None, text: str) -> str:
    """The passage's title, with the first words when it was one sentence of it; an own text's first words."""
    passage = passages.get(passage_id or "")
    if passage is None:
        return shortened(text)
    return passage.title if text == passage.text else f"{passage.title}: {shortened(text)}"


def item_sentence(kind: Kind, item: Item) -> str:
    """The row once more, in words."""
    name = item_name(kind, item.name)
    said = say("{name}: {times} times in {takes} readings, {score}, marked {marked} times; {change}.")
    facts = {"times": item.times, "takes": item.takes, "score": _score(kind, item.mean), "marked": item.marked}
    return said.format(name=name, change=change_words(item.change)[2:], **facts)


def _at_least(item: Item) -> float:
    """Lower end of the share it is marked in (E. B. Wilson, Journal of the American Statistical Association 22, 1927)."""
    count, share = max(item.times, item.marked, 1), item.marked_share
    middle, spread = share + _Z * _Z / (2 * count), _Z * sqrt(share * (1 - share) / count + _Z * _Z / (4 * count * count))
    return (middle - spread) / (1 + _Z * _Z / count)


def _item_row(kind: Kind, item: Item) -> TableRow:
    shown = f"{item_name(kind, item.name)} /{ipa_of(item.name)}/" if kind == "sound" else item.name
    marked = f"{item.marked} ({item.marked_share:.0%})" if item.marked else "0"
    halves = f"{_of_ten(kind, item.before)} → {_of_ten(kind, item.lately)}" if item.before is not None else "–"
    cells = (shown, str(item.takes), str(item.times), _of_ten(kind, item.mean), marked, halves, change_words(item.change))
    moved = (item.lately or 0.0) - (item.before or 0.0)
    order = (item.name, item.takes, item.times, item.mean or 0.0, _at_least(item), moved, _ORDER[item.change] + moved / 100)
    return TableRow(item.name, cells, order, item_sentence(kind, item))


def _of_ten(kind: Kind, value: float | None) -> str:
    scale = PHONE_SCALE if kind == "sound" else WORD_SCALE
    return "–" if value is None else plain(value * 10 / scale)


def _score(kind: Kind, mean: float | None) -> str:
    return say("never judged") if mean is None else say("about {value} of 10").format(value=_of_ten(kind, mean))
