"""Rationale lines as rows: the sentence, which group it belongs to, what choosing it selects and what of the take it plays."""

from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.assessment import Assessment, Evidence, Miscue
from tutor.domain.marks import Mark, mark_phone, mark_word

_WORK = (Mark.NEEDS_WORK, Mark.NOT_READ, Mark.OTHER_WORD)
_AGAIN = (Miscue.REPEATED, Miscue.SELF_CORRECTED)
_ONE_HEARING_S = 6.0  # what lies further apart isn't heard as one thing: then only the first is played

Seconds = tuple[float, float]


class Group(StrEnum):
    """Where a line stands: praise first, then what to work on, then the rest; what is only an accent is folded away."""

    FIRST = "first"
    WORK = "work"
    NOTICED = "noticed"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True)
class RationaleRow:
    """`text`, the words it is about by index, the phone to open if there is one, the seconds to play (None: nothing to hear)."""

    text: str
    group: Group
    words: tuple[int, ...]
    phone: tuple[int, int] | None
    seconds: Seconds | None


def rationale_rows(assessment: Assessment) -> tuple[RationaleRow, ...]:
    """One row a line, in order."""
    groups, rows = [_group(line.about, assessment) for line in assessment.rationale], []
    works = [at for at, group in enumerate(groups) if group is Group.WORK]
    for at, (line, group) in enumerate(zip(assessment.rationale, groups, strict=True)):
        first = group is Group.NOTICED and bool(works) and at < works[0]
        rows.append(_row(line.text, Group.FIRST if first else group, line.about, assessment))
    return tuple(rows)


def _group(about: tuple[Evidence, ...], assessment: Assessment) -> Group:
    """By its evidence: assessors give lines, not kinds of line."""
    marks = [_mark(each, assessment) for each in about]
    if all(mark in _WORK for mark in marks):
        return Group.WORK
    return Group.ACCENT if all(mark is Mark.ACCENT for mark in marks) else Group.NOTICED


def _mark(evidence: Evidence, assessment: Assessment) -> Mark | None:
    """What asks for work there; a phone that a line speaks of as not marked is one for its stress."""
    if evidence.kind == "pause":
        return None
    word = assessment.words[evidence.index]
    if evidence.phone is not None:
        return Mark.ACCENT if mark_phone(word.phones[evidence.phone]) is Mark.ACCENT else Mark.NEEDS_WORK
    return None if word.miscue in _AGAIN else mark_word(word)


def _row(text: str, group: Group, about: tuple[Evidence, ...], assessment: Assessment) -> RationaleRow:
    words = tuple(dict.fromkeys(_word_of(each, assessment) for each in about))
    phone = next(((each.index, each.phone) for each in about if each.phone is not None), None)
    spans = [span for each in about if (span := _span_of(each, assessment))]
    return RationaleRow(text, group, tuple(at for at in words if at >= 0), phone, _one_hearing(spans))


def _one_hearing(spans: list[Seconds]) -> Seconds | None:
    if not spans:
        return None
    start, end = min(start for start, _ in spans), max(end for _, end in spans)
    return (start, end) if end - start <= _ONE_HEARING_S else spans[0]


def _word_of(evidence: Evidence, assessment: Assessment) -> int:
    if evidence.kind == "pause" and assessment.prosody:
        return assessment.prosody.pauses[evidence.index].after_word
    return evidence.index


def _span_of(evidence: Evidence, assessment: Assessment) -> Seconds | None:
    """A pause from the word before to the word behind: silence alone says nothing. So a word that wasn't read."""
    if evidence.kind == "pause":
        found = assessment.prosody.pauses[evidence.index] if assessment.prosody else None
        return _with_neighbours(found.after_word, found.after_word + 1, assessment) or (found.start, found.end) if found else None
    word = assessment.words[evidence.index]
    if word.start is not None and word.end is not None:
        return word.start, word.end
    return _with_neighbours(evidence.index - 1, evidence.index + 1, assessment)


def _with_neighbours(before: int, after: int, assessment: Assessment) -> Seconds | None:
    """From the last word read up to `before` to the first read from `after` on; None when either is missing or was said later."""
    words = assessment.words
    start = next((words[at].start for at in range(before, -1, -1) if words[at].start is not None), None)
    end = next((words[at].end for at in range(max(after, 0), len(words)) if words[at].end is not None), None)
    return (start, end) if start is not None and end is not None and start < end else None
