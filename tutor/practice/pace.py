"""How fast a text was read rightly: words correct per minute, as schools count them in readings of a minute.

The measure is S. L. Deno's ("Curriculum-based measurement", Exceptional Children 52(3), 1985); its norms are J. Hasbrouck's and
G. Tindal's ("An update to compiled ORF norms", Technical Report 1702, University of Oregon, 2017). As there, what was repeated or
put right by the reader is correct, and so is an accent that hides no word.
"""

from tutor.domain.assessment import Assessment, Miscue, Unjudged, Verdict, WordScore
from tutor.domain.marks import Mark, mark_word

_LEAST_WORDS = 5  # of less the pace says nothing
_NOT_CORRECT = (Mark.NEEDS_WORK, Mark.NOT_READ, Mark.OTHER_WORD)


def words_correct_per_minute(said: Assessment) -> float | None:
    """Words of the text that were read and don't need work, per minute from the first word's start to the last one's end.

    Pauses count; what was repeated or corrected by the reader counts as correct; a word that is doubtful does too. None for
    what can't be judged, for another text, and for fewer than five words.
    """
    if said.verdict.refuses or said.verdict is Verdict.OFF_SCRIPT or len(said.words) < _LEAST_WORDS:
        return None
    starts = [word.start for word in said.words if word.start is not None]
    ends = [word.end for word in said.words if word.end is not None]
    if not starts or max(ends) <= min(starts):
        return None
    return 60 * sum(map(correctly_read, said.words)) / (max(ends) - min(starts))


def correctly_read(word: WordScore) -> bool:
    """Whether a word was read as it is written and is not marked; where a tutor says how it was, that counts alone."""
    if word.tutor is not None:
        return word.tutor not in _NOT_CORRECT
    read = word.start is not None and word.miscue is not Miscue.OMITTED and word.reason is not Unjudged.CUT
    return read and mark_word(word) not in _NOT_CORRECT
