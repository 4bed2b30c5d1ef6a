"""When a word or a phone is called to the learner's attention: the one rule that heat map, report and rationale share.

Only what needs work is marked, and only on confident evidence (precision before recall): marking a sound that was right costs
more trust than missing one that was not.
"""

from dataclasses import replace
from enum import StrEnum

from tutor.domain.assessment import Miscue, PhoneScore, Unjudged, WordScore
from tutor.domain.load import Load, load_of

PHONE_EDGE = 0.5  # raters mean below this: mispronounced (0-2)
WORD_EDGE = 8.0  # a word wholly below this has more than an accent (0-10)
WORD_DOUBT = 5.0  # a word that may be below this is not called clear, whatever its middle


class Mark(StrEnum):
    """What is shown of a word or phone. `UNSURE` is neither praise nor blame; `ACCENT` differs, but hardly ever hides a word."""

    CLEAR = "clear"
    UNSURE = "unsure"
    NEEDS_WORK = "needs_work"
    ACCENT = "accent"
    NOT_READ = "not_read"
    OTHER_WORD = "other_word"
    NOT_JUDGED = "not_judged"


_NOT_AS_WRITTEN = {Miscue.OMITTED: Mark.NOT_READ, Miscue.SUBSTITUTED: Mark.OTHER_WORD}


def mark_phone(score: PhoneScore, threshold: float | None = None) -> Mark:
    """Needs work when P(mispronounced) reaches the threshold (None: the sound's own `edge`), or is an accent by what was heard;
    unsure when it doesn't but the band goes below `PHONE_EDGE`.

    What a tutor says of it counts before all else. A sound the learner accepts as it was heard is clear, whatever its score.
    """
    if score.tutor is not None:
        return score.tutor
    if score.accuracy is None:
        return Mark.UNSURE if score.reason is Unjudged.UNCLEAR else Mark.NOT_JUDGED
    if score.accepted:
        return Mark.CLEAR
    if score.mispronounced is not None and score.mispronounced >= (score.edge if threshold is None else threshold):
        return Mark.ACCENT if _accent_only(score) else Mark.NEEDS_WORK
    return Mark.UNSURE if score.accuracy.low < PHONE_EDGE else Mark.CLEAR


def would_be_marked(score: PhoneScore) -> bool:
    """Whether the sound is called to attention by what was heard alone, accepted or not, whatever a tutor says."""
    return mark_phone(replace(score, accepted=False, tutor=None)) in (Mark.NEEDS_WORK, Mark.ACCENT)


def excused(score: PhoneScore) -> bool:
    """Whether only the learner's or a tutor's word for it keeps the sound from needing work."""
    return (score.accepted or score.tutor in (Mark.CLEAR, Mark.ACCENT)) and would_be_marked(score)


def mark_word(score: WordScore) -> Mark:
    """Needs work when the band lies below `WORD_EDGE` (as much of it as `reach` asks) or one of its phones is marked; unsure when
    the band straddles.

    What a tutor says of it counts before all else. A word whose sound was accepted, or cleared by a tutor, is not held to its
    score, which that sound took part in, only to its other sounds.
    """
    return score.tutor if score.tutor is not None else _heard(score)


def _heard(score: WordScore) -> Mark:
    if score.miscue in _NOT_AS_WRITTEN and score.reason is not Unjudged.CUT:  # nobody knows what was said at a cut
        return _NOT_AS_WRITTEN[score.miscue]
    if score.accuracy is None:
        return Mark.NOT_JUDGED
    marks = {mark_phone(phone) for phone in score.phones}
    if Mark.NEEDS_WORK in marks:
        return Mark.NEEDS_WORK
    if any(excused(phone) for phone in score.phones):
        return next((mark for mark in (Mark.UNSURE, Mark.ACCENT) if mark in marks), Mark.CLEAR)
    if score.accuracy.value + score.reach * (score.accuracy.high - score.accuracy.value) < WORD_EDGE:
        return Mark.NEEDS_WORK
    doubtful = score.accuracy.value < WORD_EDGE or score.accuracy.low < WORD_DOUBT
    return Mark.ACCENT if Mark.ACCENT in marks else Mark.UNSURE if doubtful else Mark.CLEAR


def _accent_only(score: PhoneScore) -> bool:
    other = score.heard is not None and score.heard != score.phone.symbol
    return other and load_of(score.phone, str(score.heard)) is Load.LOW
