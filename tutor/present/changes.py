"""A comparison as rows and sentences: a sign and a word for each change, never colour alone."""

from dataclasses import dataclass

from tutor.domain.assessment import Estimate, WordScore
from tutor.domain.change import AspectChange, Change, Comparison, WordChange
from tutor.domain.marks import Mark, mark_word
from tutor.present.heat import WORDING
from tutor.present.numbers import plain

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
    moved = "; ".join(part for part in said if part)
    aspects = f"In this take, {moved}." if moved else "No aspect changed by more than the scores can tell."
    return f"{aspects} {_words_said(comparison)}"


def change_note(comparison: Comparison) -> str:
    """How a difference is told from chance."""
    sure = f"{comparison.confidence:.0%}"
    note = f"A change is named only where it is larger than the doubt about both scores together ({sure} confidence)."
    return note if comparison.same_model else f"{note} {OTHER_MODEL}"


def _listed(comparison: Comparison, change: Change) -> str:
    names = [one.aspect for one in comparison.aspects if one.change is change]
    if not names:
        return ""
    joined = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{joined} {'is' if len(names) == 1 else 'are'} {_WORDING[change]}"


def _words_said(comparison: Comparison) -> str:
    counts = [sum(one.change is change for one in comparison.words) for change in (Change.BETTER, Change.WORSE)]
    if not any(counts):
        return f"Each of the {len(comparison.words)} words is the same, as far as can be told."
    better, worse = (f"{count} {'word' if count == 1 else 'words'}" for count in counts)
    return f"Better: {better}. Weaker: {worse}."


def _aspect_row(one: AspectChange) -> ChangeRow:
    counted = one.aspect == "completeness"
    parts = [_share(score) if counted else _score(score) for score in (one.before, one.after)]
    return _row(one.change, one.aspect.capitalize(), f"{parts[0]} → {parts[1]}", f"from {parts[0]} to {parts[1]}", None)


def _word_row(one: WordChange) -> ChangeRow:
    parts = [_word_said(word) for word in (one.before, one.after)]
    return _row(one.change, f"“{one.after.text}”", f"{parts[0]} → {parts[1]}", f"from {parts[0]} to {parts[1]}", one.index)


def _row(change: Change, name: str, below: str, said: str, word: int | None) -> ChangeRow:
    return ChangeRow(change, f"{SIGNS[change]} {name}: {_WORDING[change]}", below, f"{name}: {_WORDING[change]}, {said}", word)


def _score(score: Estimate | None) -> str:
    return "not judged" if score is None else f"{plain(score.value)} ({plain(score.low)} to {plain(score.high)})"


def _share(score: Estimate | None) -> str:
    return "not judged" if score is None else f"{score.value / 10:.0%}"


def _word_said(word: WordScore) -> str:
    mark = mark_word(word)
    return WORDING[mark] if mark in (Mark.NOT_READ, Mark.NOT_JUDGED) else _score(word.accuracy)
