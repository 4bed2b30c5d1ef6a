"""How strictly a learner is marked, as their tutor set it, and thresholds refitted to the tutor's own answers.

All of it is about what is shown: `ruled` moves the edges that `domain.marks` compares with, never a score, and nothing of it is
stored with an assessment. At `STANDARD`, with nothing refitted, every mark is as the model's calibration puts it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from tutor.domain.assessment import Assessment, ModelStamp, PhoneScore, WordScore


class Strictness(StrEnum):
    """In few steps, as one would say it to a learner."""

    LENIENT = "lenient"
    STANDARD = "standard"
    STRICT = "strict"


SOUND_EDGES = {Strictness.LENIENT: 0.7, Strictness.STANDARD: 0.5, Strictness.STRICT: 0.35}
"""From this probability of being mispronounced on a sound is marked."""
WORD_CHANCES = {Strictness.LENIENT: 0.99, Strictness.STANDARD: 0.95, Strictness.STRICT: 0.75}
"""From this probability on that raters would call a word less than clear it is marked."""
_WORD_REACHES = {Strictness.LENIENT: 1.41, Strictness.STANDARD: 1.0, Strictness.STRICT: 0.41}  # quantiles of WORD_CHANCES / 1.645
PAUSE_EDGES = {Strictness.LENIENT: 0.8, Strictness.STANDARD: 0.4, Strictness.STRICT: 0.25}
"""From this length in seconds on a pause where the text has no stop is marked."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One row a change; the newest counts. `id` is unique everywhere, `at` aware (UTC)."""

    id: str
    tutor: str
    at: datetime
    accuracy: Strictness
    pauses: Strictness


@dataclass(frozen=True, slots=True)
class Threshold:
    """A sound's own edge, fitted to `labels` answers of the tutor about one model's marks; the newest row of a sound counts.

    `edge` None is the way back. `before` and `after` are the agreement (kappa) with answers held out, at the edge of then and at
    the new one.
    """

    id: str
    tutor: str
    at: datetime
    symbol: str
    edge: float | None
    model: ModelStamp
    labels: int
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Rule:
    """What a learner's results are marked by. `fitted`: the thresholds in force by sound (ARPAbet)."""

    accuracy: Strictness = Strictness.STANDARD
    pauses: Strictness = Strictness.STANDARD
    fitted: Mapping[str, Threshold] = field(default_factory=dict)

    def edge(self, symbol: str, model: ModelStamp) -> float:
        """From which probability a sound is marked; a refitted edge holds for the model it was fitted to alone."""
        own = self.fitted.get(symbol)
        return own.edge if own is not None and own.edge is not None and own.model == model else SOUND_EDGES[self.accuracy]


def ruled(assessment: Assessment, rule: Rule) -> Assessment:
    """A stored assessment's scores with the edges of a rule to be marked by."""
    if rule == Rule():
        return assessment
    words = tuple(_word(word, rule, assessment.model) for word in assessment.words)
    prosody = assessment.prosody and replace(assessment.prosody, long_pause=PAUSE_EDGES[rule.pauses])
    return replace(assessment, words=words, prosody=prosody)


def _word(word: WordScore, rule: Rule, model: ModelStamp) -> WordScore:
    phones = tuple(_phone(phone, rule, model) for phone in word.phones)
    return replace(word, phones=phones, reach=_WORD_REACHES[rule.accuracy])


def _phone(phone: PhoneScore, rule: Rule, model: ModelStamp) -> PhoneScore:
    return replace(phone, edge=rule.edge(phone.phone.symbol, model))
