"""The assessment as this learner is shown it: by their tutor's strictness, with the tutor's answers in place of the machine's,
accepted sounds unmarked, and an explanation that follows all of that."""

from dataclasses import dataclass, field, replace

from tutor.domain.accepted import Accepted, accepting
from tutor.domain.assessment import Assessment, Verdict
from tutor.domain.marks import Mark, mark_phone, mark_word
from tutor.domain.review import Answers, answered
from tutor.domain.strictness import Rule, ruled
from tutor.domain.target import Target
from tutor.practice.rationale import explain


@dataclass(frozen=True, slots=True)
class Tutored:
    """What a tutor decided about a take: what it is marked by, and answers in place of the machine's."""

    rule: Rule = field(default_factory=Rule)
    answers: Answers = field(default_factory=dict)


def as_shown(assessment: Assessment, target: Target, accepted: Accepted, tutored: Tutored | None = None) -> Assessment:
    """For screens and reports; the stored one stays as it is. Where nothing is marked otherwise, it is explained as it was."""
    tutored = tutored or Tutored()
    shown = accepting(answered(ruled(assessment, tutored.rule), tutored.answers), accepted)
    same = _marks(shown) == _marks(assessment)
    if same or not assessment.rationale or assessment.verdict is Verdict.OFF_SCRIPT:
        return shown
    return replace(shown, rationale=explain(shown.words, shown.scores, shown.prosody, target))


def _marks(assessment: Assessment) -> tuple[tuple[Mark, ...], tuple[int, ...]]:
    """All that an explanation speaks of and a person may decide otherwise."""
    words = tuple(mark for word in assessment.words for mark in (mark_word(word), *map(mark_phone, word.phones)))
    return words, assessment.prosody.odd_pauses if assessment.prosody else ()
