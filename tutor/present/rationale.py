"""Rationale lines as rows: the sentence and what choosing it selects."""

from dataclasses import dataclass

from tutor.domain.assessment import Assessment, Evidence


@dataclass(frozen=True, slots=True)
class RationaleRow:
    """`text`, the words it is about by index, the phone to open if there is one, the seconds to play (None: nothing to hear)."""

    text: str
    words: tuple[int, ...]
    phone: tuple[int, int] | None
    seconds: tuple[float, float] | None


def rationale_rows(assessment: Assessment) -> tuple[RationaleRow, ...]:
    """One row a line, in order."""
    return tuple(_row(line.text, line.about, assessment) for line in assessment.rationale)


def _row(text: str, about: tuple[Evidence, ...], assessment: Assessment) -> RationaleRow:
    words = tuple(dict.fromkeys(_word_of(each, assessment) for each in about))
    phone = next(((each.index, each.phone) for each in about if each.phone is not None), None)
    spans = [span for each in about if (span := _span_of(each, assessment))]
    return RationaleRow(text, tuple(at for at in words if at >= 0), phone, spans[0] if spans else None)


def _word_of(evidence: Evidence, assessment: Assessment) -> int:
    if evidence.kind == "pause" and assessment.prosody:
        return assessment.prosody.pauses[evidence.index].after_word
    return evidence.index


def _span_of(evidence: Evidence, assessment: Assessment) -> tuple[float, float] | None:
    if evidence.kind == "pause":
        found = assessment.prosody.pauses[evidence.index] if assessment.prosody else None
        return (found.start, found.end) if found else None
    word = assessment.words[evidence.index]
    return (word.start, word.end) if word.start is not None and word.end is not None else None
