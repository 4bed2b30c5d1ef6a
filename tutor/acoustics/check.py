"""Whether a take can be judged by its sound, decided from measured facts alone.

The thresholds were chosen on 2,500 recordings of SpeechOcean762 (children and adults, phones and rooms of all kinds) and
seeded degradations of them; each comment says what they leave on either side.
"""

from tutor.acoustics.measure import LOUD_NOISE_DB
from tutor.domain.assessment import Verdict
from tutor.domain.audio import AudioFacts

SHORTEST_S = 0.5  # an accidental tap; the shortest reading in the data lasts 1.6 s
SHORTEST_SPEECH_S = 0.15  # one short syllable; the least in the data is 0.6 s
QUIETEST_DB = -48.0  # untouched: -41.6 at least; turned down by 40 dB: -52.5 at most
CLIPPED_SHARE = 0.001  # of the samples in speech; untouched: 0.0003 at most, cut off at half of the peak: 0.001 and more in 96 %
LEAST_SNR_DB = 12.0  # untouched: 13.9 at least; with white noise 5 dB under the speech: 10 at most
DROWNED_SNR_DB = 8.0  # right texts called another one: 2 of 70 in quiet, 3 at 10.5-13 dB, 7 at 6.4-9.9 dB, 67 below 2 dB
EDGE_S = 0.04  # the first four frames; see `starts_in_sound`


def problems(facts: AudioFacts) -> tuple[Verdict, ...]:
    """What is wrong with the recording, worst first; empty when nothing is.

    A take under half a second is only `too_short`: too little was heard to say more. Where noise drowns the speech, neither
    its length nor what is cut off says anything about the speaker.
    """
    if facts.seconds < SHORTEST_S:
        return (Verdict.TOO_SHORT,)
    speech, heard = _has_speech(facts), _has_speech(facts) and not drowned(facts)
    found = {
        Verdict.NO_SPEECH: not speech,
        Verdict.TOO_SHORT: heard and facts.speech_seconds < SHORTEST_SPEECH_S,
        Verdict.TOO_QUIET: speech and facts.level_db < QUIETEST_DB,
        Verdict.CLIPPED: heard and facts.clipped * facts.seconds > CLIPPED_SHARE * facts.speech_seconds,
        Verdict.NOISY: _is_noisy(facts),
    }
    return tuple(verdict for verdict, holds in found.items() if holds)


def drowned(facts: AudioFacts) -> bool:
    """Whether noise hides so much that it can't be told which text was read."""
    return facts.level_db - facts.noise_db < DROWNED_SNR_DB


def starts_in_sound(facts: AudioFacts) -> bool:
    """Whether sound as loud as speech is there from the first: 97 % of takes cut inside their first word, 1 % of whole ones."""
    return _has_speech(facts) and facts.speech_start <= EDGE_S


def ends_in_sound(facts: AudioFacts) -> bool:
    """Whether sound as loud as speech is there to the last: 93 % of takes cut inside their last word, 2 % of whole ones."""
    return _has_speech(facts) and facts.seconds - facts.speech_end <= EDGE_S


def _has_speech(facts: AudioFacts) -> bool:
    return facts.speech_seconds > 0


def _is_noisy(facts: AudioFacts) -> bool:
    if _has_speech(facts):
        return facts.level_db - facts.noise_db < LEAST_SNR_DB
    return facts.noise_db > LOUD_NOISE_DB
