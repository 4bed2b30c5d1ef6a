"""When a word or a phone is called to the learner's attention: the one rule that heat map, report and rationale share.

Only what needs work is marked, and only on confident evidence (precision before recall): marking a sound that was right costs
more trust than missing one that was not.
"""

from enum import StrEnum

from tutor.domain.assessment import Miscue, PhoneScore, Unjudged, WordScore

MISPRONOUNCED = 0.5  # from this probability on a phone is marked
PHONE_EDGE = 0.5  # raters mean below this: mispronounced (0-2)
WORD_EDGE = 8.0  # a word wholly below this has more than an accent (0-10)
WORD_DOUBT = 5.0  # a word that may be below this is not called clear, whatever its middle


class Mark(StrEnum):
    """What is shown of a word or phone. `UNSURE` is neither praise nor blame."""

    CLEAR = "clear"
    UNSURE = "unsure"
    NEEDS_WORK = "needs_work"
    NOT_READ = "not_read"
    OTHER_WORD = "other_word"
    NOT_JUDGED = "not_judged"


def mark_phone(score: PhoneScore, threshold: float = MISPRONOUNCED) -> Mark:
    """Needs work when P(mispronounced) reaches the threshold; unsure when it doesn't but the band goes below `PHONE_EDGE`."""
    if score.accuracy is None:
        return Mark.UNSURE if score.reason is Unjudged.UNCLEAR else Mark.NOT_JUDGED
    if score.mispronounced is not None and score.mispronounced >= threshold:
        return Mark.NEEDS_WORK
    return Mark.UNSURE if score.accuracy.low < PHONE_EDGE else Mark.CLEAR


def mark_word(score: WordScore, threshold: float = MISPRONOUNCED) -> Mark:
    """Needs work when the whole band lies below `WORD_EDGE` or one of its phones is marked; unsure when the band straddles."""
    if score.miscue is Miscue.OMITTED:
        return Mark.NOT_READ
    if score.miscue is Miscue.SUBSTITUTED:
        return Mark.OTHER_WORD
    if score.accuracy is None:
        return Mark.NOT_JUDGED
    marked = any(mark_phone(phone, threshold) is Mark.NEEDS_WORK for phone in score.phones)
    if marked or score.accuracy.high < WORD_EDGE:
        return Mark.NEEDS_WORK
    return Mark.UNSURE if score.accuracy.value < WORD_EDGE or score.accuracy.low < WORD_DOUBT else Mark.CLEAR
