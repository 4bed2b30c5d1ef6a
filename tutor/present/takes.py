"""Attempts as rows of a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo

from tutor.domain.assessment import Estimate
from tutor.domain.take import Attempt
from tutor.domain.wording import say
from tutor.present.messages import verdict_name
from tutor.present.numbers import plain

_TITLE_CHARS = 48


@dataclass(frozen=True, slots=True)
class TakeRow:
    """One take: all text but its id. `total` is `7.5`, `band` `6 to 8.5`; both empty when there is no score."""

    take_id: str
    when: str
    passage: str
    length: str
    verdict: str
    total: str
    band: str
    spoken: str
    text: str


def take_rows(attempts: Iterable[Attempt], zone: tzinfo | None = None) -> tuple[TakeRow, ...]:
    """One row an attempt, in their order; times in `zone`, or in this computer's."""
    return tuple(_row(attempt, zone) for attempt in attempts)


def _row(attempt: Attempt, zone: tzinfo | None) -> TakeRow:
    take, said = attempt.take, attempt.assessment
    when = take.recorded_at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    verdict = verdict_name(said.verdict) if said else say("Not assessed yet")
    score = said.scores.total if said else None
    total, band = (plain(score.value), _band(score)) if score else ("", "")
    passage = take.passage_id or shortened(take.text)
    spoken = f"{when}, {passage}, {verdict}"
    if score:
        spoken += say(", total {total} of 10, {band}").format(total=total, band=band)
    return TakeRow(take.id, when, passage, f"{take.seconds:.0f}\u00a0s", verdict, total, band, spoken, take.text)


def _band(score: Estimate) -> str:
    return say("{low} to {high}").format(low=plain(score.low), high=plain(score.high))


def shortened(text: str) -> str:
    """The first words of a text, for a list."""
    return text if len(text) <= _TITLE_CHARS else text[:_TITLE_CHARS].rsplit(" ", 1)[0] + " …"
