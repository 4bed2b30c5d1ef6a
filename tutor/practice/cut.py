"""Whether the recording began after the reading did, or ended before it: the sound's edges and the words found, taken together.

Either alone errs: a breath or a chair sounds right at the edge of 1 to 2 % of whole takes, and a word may be left out for good.
Both bounds were set on two fifths of SpeechOcean762 and tried on all of it, by networks that never heard the speakers:
`training.gate` finds 99 % of cut first words, 96 to 99 % of cut last ones, and a cut in 0.3 % of whole takes.
"""

from dataclasses import replace

from tutor.acoustics.check import ends_in_sound, starts_in_sound
from tutor.domain.assessment import Assessment, Miscue, PhoneScore, Unjudged, Verdict, WordScore

CUT_START, CUT_END = "cut_start", "cut_end"
_NEAR_S = 0.2  # an edge in sound must have its word this near: in whole takes the first begins after 0.23 s at least
_HASTE_S = 0.4  # speech this near to an edge, its word not found: 91 % of takes that lack just the first, 96 % the last word


def mark_cuts(said: Assessment) -> Assessment:
    """`incomplete` with the problem `cut_start` or `cut_end` where the recording was cut, and the cut word not judged: half of
    it wasn't there. The very same object when it was not cut; another verdict than `scored` stays."""
    found = _cuts(said)
    if not found:
        return said
    edges = {0: CUT_START in found, len(said.words) - 1: CUT_END in found}
    words = tuple(_unjudged(word) if edges.get(at) else word for at, word in enumerate(said.words))
    verdict = Verdict.INCOMPLETE if said.verdict is Verdict.SCORED else said.verdict
    return replace(said, verdict=verdict, words=words, problems=tuple(dict.fromkeys((*said.problems, *found))))


def _cuts(said: Assessment) -> tuple[str, ...]:
    facts, words = said.audio, said.words
    if not words or not facts.speech_seconds:
        return ()
    first, last, rest = words[0], words[-1], facts.seconds - facts.speech_end
    start = facts.speech_start < _HASTE_S if _left_out(first) else starts_in_sound(facts) and _near(first.start, 0.0)
    end = rest < _HASTE_S if _left_out(last) else ends_in_sound(facts) and _near(last.end, facts.seconds)
    return (CUT_START,) * start + (CUT_END,) * end


def _left_out(word: WordScore) -> bool:
    return word.miscue is Miscue.OMITTED


def _near(at: float | None, edge: float) -> bool:
    return at is not None and abs(at - edge) < _NEAR_S


def _unjudged(word: WordScore) -> WordScore:
    phones = tuple(PhoneScore.unjudged(one.phone, Unjudged.CUT, one.start, one.end) for one in word.phones)
    return replace(word, accuracy=None, stress=None, phones=phones, reason=Unjudged.CUT)
