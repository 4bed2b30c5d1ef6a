"""What a tutor should know of one learner before opening a take: what is new, how they are marked, how far one can trust that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tutor.domain.agreement import Agreement, Refit
from tutor.domain.assessment import Assessment, ModelStamp
from tutor.domain.strictness import Rule
from tutor.domain.take import Attempt
from tutor.practice.agreement import refit
from tutor.practice.ports import History
from tutor.practice.review import Reviewing, Seen, rule_of
from tutor.practice.reviewed import GoneThrough, Reviewed, agreements, gone_through, labelled

NEWEST = 200  # takes that are listed


@dataclass(frozen=True, slots=True)
class Overview:
    """Of one learner, for one tutor. `refits`: what could be refitted by sound (ARPAbet); `counts`: answers about each sound."""

    attempts: Sequence[Attempt] = ()
    seen: Seen = field(default_factory=Seen)
    rule: Rule = field(default_factory=Rule)
    counted: GoneThrough = field(default_factory=lambda: GoneThrough(()))
    agreements: Mapping[str, Agreement | None] = field(default_factory=dict)
    refits: Mapping[str, Refit] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def new(self) -> Sequence[Attempt]:
        """The takes this tutor never opened, the oldest first."""
        return sorted(filter(self.seen.is_new, self.attempts), key=lambda attempt: attempt.take.recorded_at)

    @property
    def model(self) -> ModelStamp | None:
        """Which model's marks are counted."""
        return self.counted.takes[0].model if self.counted.takes else None


def overview(history: History, reviewing: Reviewing) -> Overview:
    """Everything at once. Raises `StoreError`."""
    reviews = reviewing.reviews
    rule = rule_of(reviews.settings(), reviews.thresholds())
    attempts = history.attempts(NEWEST, drills=False)
    found = gone_through(reviews.looks(), reviews.corrections(), reviewing.tutor)
    labels = labelled(found.takes, _assessments(found.takes, attempts, history))
    fitted = {symbol: refit(rows, _edge(rule, symbol, found.takes)) for symbol, rows in labels.items()}
    refits = {symbol: one for symbol, one in fitted.items() if one is not None}
    counts = {symbol: len(rows) for symbol, rows in labels.items()}
    return Overview(attempts, reviewing.seen(), rule, found, agreements(found.takes), refits, counts)


def _assessments(takes: Sequence[Reviewed], attempts: Sequence[Attempt], history: History) -> dict[str, Assessment]:
    listed = {attempt.take.id: attempt for attempt in attempts}
    found = [listed.get(take.take_id) or history.attempt(take.take_id) for take in takes]
    return {attempt.take.id: attempt.assessment for attempt in found if attempt.assessment is not None}


def _edge(rule: Rule, symbol: str, takes: Sequence[Reviewed]) -> float:
    return rule.edge(symbol, takes[0].model)
