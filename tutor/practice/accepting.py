"""The assessment as this learner wants to see it: accepted sounds unmarked, and an explanation that leaves them alone."""

from dataclasses import replace

from tutor.domain.accepted import Accepted, accepting
from tutor.domain.assessment import Assessment, Verdict
from tutor.domain.marks import would_be_marked
from tutor.domain.target import Target
from tutor.practice.rationale import explain


def as_shown(assessment: Assessment, target: Target, accepted: Accepted) -> Assessment:
    """For screens and reports; the stored one stays as it is. Where no marked sound is accepted, it is the same."""
    shown = accepting(assessment, accepted)
    changed = any(phone.accepted and would_be_marked(phone) for word in shown.words for phone in word.phones)
    if not changed or not assessment.rationale or assessment.verdict is Verdict.OFF_SCRIPT:
        return shown
    return replace(shown, rationale=explain(shown.words, shown.scores, shown.prosody, target))
