"""When a word or a phone is called to the learner's attention: the one rule that heat map, report and rationale share.

Only what needs work is marked, and only on confident evidence (precision before recall): marking a sound that was right costs
more trust than missing one that was not.
"""

from dataclasses import replace
from enum import StrEnum

from tutor.domain.assessment import Miscue, PhoneScore, Unjudged, WordScore
from tutor.domain.load import Load, load_of

MISPRONOUNCED = 0.5  # from this probability on a phone is marked
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


def mark_phone(score: PhoneScore, threshold: float = MISPRONOUNCED) -> Mark:
    """Needs work when P(mispronounced) reaches the threshold, or is an accent by what was heard; unsure when it doesn't but the
    band goes below `PHONE_EDGE`.

    A sound the learner accepts as it was heard is clear, whatever its score.
    """
    if score.accuracy is None:
        return Mark.UNSURE if score.reason is Unjudged.UNCLEAR else Mark.NOT_JUDGED
    if score.accepted:
        return Mark.CLEAR
    if score.mispronounced is not None and score.mispronounced >= threshold:
        return Mark.ACCENT if _accent_only(score) else Mark.NEEDS_WORK
    return Mark.UNSURE if score.accuracy.low < PHONE_EDGE else Mark.CLEAR


def would_be_marked(score: PhoneScore, threshold: float = MISPRONOUNCED) -> bool:
    """Whether the sound is called to attention by what was heard alone, accepted or not."""
    return mark_phone(replace(score, accepted=False), threshold) in (Mark.NEEDS_WORK, Mark.ACCENT)


def mark_word(score: WordScore, threshold: float = MISPRONOUNCED) -> Mark:
    """Needs work when the whole band lies below `WORD_EDGE` or one of its phones is marked; unsure when the band straddles.

    A word whose sound was accepted is not held to its score, which that sound took part in, only to its other sounds.
    """
    if score.miscue in _NOT_AS_WRITTEN and score.reason is not Unjudged.CUT:  # nobody knows what was said at a cut
        return _NOT_AS_WRITTEN[score.miscue]
    if score.accuracy is None:
        return Mark.NOT_JUDGED
    marks = {mark_phone(phone, threshold) for phone in score.phones}
    if Mark.NEEDS_WORK in marks:
        return Mark.NEEDS_WORK
    if any(phone.accepted and would_be_marked(phone, threshold) for phone in score.phones):
        return next((mark for mark in (Mark.UNSURE, Mark.ACCENT) if mark in marks), Mark.CLEAR)
    if score.accuracy.high < WORD_EDGE:
        return Mark.NEEDS_WORK
    doubtful = score.accuracy.value < WORD_EDGE or score.accuracy.low < WORD_DOUBT
    return Mark.ACCENT if Mark.ACCENT in marks else Mark.UNSURE if doubtful else Mark.CLEAR


def _accent_only(score: PhoneScore) -> bool:
    other = score.heard is not None and score.heard != score.phone.symbol
    return other and load_of(score.phone, str(score.heard)) is Load.LOW
