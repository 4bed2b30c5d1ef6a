"""A comparison as rows and sentences: a sign and a word for each change, never colour alone."""

from dataclasses import dataclass

from tutor.domain.assessment import Estimate, WordScore
from tutor.domain.change import AspectChange, Change, Comparison, WordChange
from tutor.domain.marks import Mark, mark_word
from tutor.domain.wording import say
from tutor.present.heat import WORDING
from tutor.present.numbers import with_band

SIGNS = {Change.BETTER: "▲", Change.SAME: "=", Change.WORSE: "▼", Change.UNKNOWN: "–"}
_WORDING = {
    Change.BETTER: "better", Change.SAME: "the same, as far as can be told", Change.WORSE: "weaker",
    Change.UNKNOWN: "not judged in both",
}  # fmt: skip
NOTHING = "These two takes can't be compared: one of them was not judged, or can't be relied on."
OTHER_MODEL = "They were judged by different versions of the program, which may make a difference of its own."


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One aspect or word. `shown` is "▲ Fluency: better", `below` what it was and is; `word` is its index, None for an aspect."""

    change: Change
    shown: str
    below: str
    spoken: str
    word: int | None = None


def aspect_changes(comparison: Comparison) -> tuple[ChangeRow, ...]:
    """A row for each aspect, in their order."""
    return tuple(_aspect_row(one) for one in comparison.aspects)


def word_changes(comparison: Comparison) -> tuple[ChangeRow, ...]:
    """A row for each word that changed, in the order of the text."""
    moved = (Change.BETTER, Change.WORSE)
    return tuple(_word_row(one) for one in comparison.words if one.change in moved)


def change_summary(comparison: Comparison) -> str:
    """The comparison in two sentences."""
    said = [_listed(comparison, change) for change in (Change.BETTER, Change.WORSE)]
    moved = say("; ").join(part for part in said if part)
    none = say("No aspect changed by more than the scores can tell.")
    aspects = say("In this take, {changes}.").format(changes=moved) if moved else none
    return f"{aspects} {_words_said(comparison)}"


def change_note(comparison: Comparison) -> str:
    """How a difference is told from chance."""
    sure = f"{comparison.confidence:.0%}"
    note = say("A change is named only where it is larger than the doubt about both scores together ({sure} confidence).")
    note = note.format(sure=sure)
    return note if comparison.same_model else f"{note} {say(OTHER_MODEL)}"


def _listed(comparison: Comparison, change: Change) -> str:
    names = [say(one.aspect.capitalize()).lower() for one in comparison.aspects if one.change is change]
    if not names:
        return ""
    if len(names) == 1:
        return say("{name} is {change}").format(name=names[0], change=say(_WORDING[change]))
    joined = say("{words} and {last}").format(words=say(", ").join(names[:-1]), last=names[-1])
    return say("{names} are {change}").format(names=joined, change=say(_WORDING[change]))


def _words_said(comparison: Comparison) -> str:
    counts = [sum(one.change is change for one in comparison.words) for change in (Change.BETTER, Change.WORSE)]
    if not any(counts):
        return say("Each of the {count} words is the same, as far as can be told.").format(count=len(comparison.words))
    better, worse = ((say("{count} word") if count == 1 else say("{count} words")).format(count=count) for count in counts)
    return say("Better: {better}. Weaker: {worse}.").format(better=better, worse=worse)


def _aspect_row(one: AspectChange) -> ChangeRow:
    counted = one.aspect == "completeness"
    parts = [_share(score) if counted else _score(score) for score in (one.before, one.after)]
    return _row(one.change, say(one.aspect.capitalize()), f"{parts[0]} → {parts[1]}", _from_to(*parts), None)


def _word_row(one: WordChange) -> ChangeRow:
    parts = [_word_said(word) for word in (one.before, one.after)]
    return _row(one.change, f"“{one.after.text}”", f"{parts[0]} → {parts[1]}", _from_to(*parts), one.index)


def _row(change: Change, name: str, below: str, said: str, word: int | None) -> ChangeRow:
    how = say(_WORDING[change])
    return ChangeRow(change, f"{SIGNS[change]} {name}: {how}", below, f"{name}: {how}, {said}", word)


def _from_to(before: str, after: str) -> str:
    return say("from {before} to {after}").format(before=before, after=after)


def _score(score: Estimate | None) -> str:
    return say("not judged") if score is None else with_band(score)


def _share(score: Estimate | None) -> str:
    return say("not judged") if score is None else f"{score.value / 10:.0%}"


def _word_said(word: WordScore) -> str:
    mark = mark_word(word)
    return say(WORDING[mark]) if mark in (Mark.NOT_READ, Mark.NOT_JUDGED) else _score(word.accuracy)
