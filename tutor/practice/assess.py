"""Assess a sound or a kept take: check the recording, ask the assessor, add prosody and rationale, save.

Written against the ports; knows no model and no database.
"""

import time
from collections.abc import Callable
from dataclasses import replace

from tutor.acoustics.check import drowned, problems
from tutor.acoustics.measure import made_finite, measure
from tutor.acoustics.resample import to_16k
from tutor.domain.assessment import Assessment, ModelStamp, PhoneScore, Unjudged, Verdict, WordScore
from tutor.domain.audio import AudioFacts, Waveform
from tutor.domain.take import Attempt
from tutor.domain.target import Target, TargetWord
from tutor.practice.cut import mark_cuts
from tutor.practice.ports import Assessor, History, Progress
from tutor.practice.prosody import as_paused, measure_prosody
from tutor.practice.rationale import explain

ASSESSING, PROSODY, EXPLAINING = 0.1, 0.8, 0.95  # shares of the work done when each stage begins


def assess_take(take_id: str, target: Target, assessor: Assessor, history: History, progress: Progress) -> Attempt:
    """Assess a kept take and save what was said. Raises `ModelError`, `StoreError` or `Cancelled`; the sound stays kept."""
    assessment = assess_sound(history.waveform(take_id), target, assessor, progress)
    history.save(take_id, assessment)
    return history.attempt(take_id)


def assess_sound(
    waveform: Waveform,
    target: Target,
    assessor: Assessor,
    progress: Progress,
    *,
    monotonic: Callable[[], float] = time.monotonic,
) -> Assessment:
    """Judge sound of any rate against the target. A recording that can't be judged never reaches the assessor.

    `progress` hears `listening`, `assessing`, `prosody` and `explaining`, besides the assessor's own stages, and 1.0 at the
    end. Raises `ModelError` or `Cancelled`.
    """
    began = monotonic()
    progress(0.0, "listening")
    facts = measure(waveform)  # of the sound as it came: resampling blurs clipping
    found = problems(facts)
    if found and found[0].refuses:
        assessment = _refused(facts, found, target, assessor.stamp)
    else:
        sound = to_16k(made_finite(waveform))
        del waveform  # which may be the only one to hold on to it: 115 MB for ten minutes at 48 kHz
        assessment = _merged(_judged(sound, facts, target, assessor, progress), found)
    progress(1.0, "done")
    return replace(assessment, seconds=monotonic() - began)


def _judged(sound: Waveform, facts: AudioFacts, target: Target, assessor: Assessor, progress: Progress) -> Assessment:
    progress(ASSESSING, "assessing")
    said = assessor.assess(sound, facts, target, _part(progress, ASSESSING, PROSODY))
    said = said if problems(facts) else mark_cuts(said)  # noise hides where speech begins
    progress(PROSODY, "prosody")
    prosody = measure_prosody(sound, said.words, target)
    said = replace(said, prosody=prosody, events=as_paused(said.events, prosody.pauses))
    progress(EXPLAINING, "explaining")
    if said.verdict is Verdict.OFF_SCRIPT:  # of a text that wasn't read there is nothing to explain, and nothing to praise
        return replace(said, rationale=())
    return replace(said, rationale=said.rationale or explain(said.words, said.scores, prosody, target))


def _merged(said: Assessment, found: tuple[Verdict, ...]) -> Assessment:
    """A faulty recording overrides `scored`; that something else or less was read stays the verdict where it could be heard."""
    verdict = found[0] if found and (said.verdict is Verdict.SCORED or drowned(said.audio)) else said.verdict
    own = () if verdict is Verdict.SCORED else (verdict,)
    codes = dict.fromkeys(str(one) for one in (*own, *found, *said.problems))
    return replace(said, verdict=verdict, problems=tuple(codes))


def _refused(facts: AudioFacts, found: tuple[Verdict, ...], target: Target, stamp: ModelStamp) -> Assessment:
    words = tuple(_unjudged(word) for word in target.words)
    return Assessment(stamp, facts, found[0], words, problems=tuple(str(one) for one in found))


def _unjudged(word: TargetWord) -> WordScore:
    why = Unjudged.REFUSED
    phones = tuple(PhoneScore.unjudged(phone, why) for phone in word.pronunciations[0])
    return WordScore(word.text, None, None, None, None, None, phones, why)


def _part(progress: Progress, start: float, end: float) -> Progress:
    """The same progress for one stage of the work, whose 0 to 1 is `start` to `end` of the whole."""

    def told(share: float, stage: str) -> None:
        progress(start + share * (end - start), stage)

    return told
