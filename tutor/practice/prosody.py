"""Melody, loudness, pauses and pace of a reading whose words have been found. Judges nothing."""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from tutor.acoustics.energy import track_energy
from tutor.acoustics.measure import Mask, runs, stands_out
from tutor.acoustics.pitch import track_pitch
from tutor.domain.assessment import Event, WordScore
from tutor.domain.audio import Waveform
from tutor.domain.phones import VOWELS
from tutor.domain.prosody import Pause, Prosody
from tutor.domain.target import Target

STEP_S = 0.01
SHORTEST_PAUSE_S = 0.15  # stop closures last 0.05-0.12 s; what listeners call a pause begins about here

Span = tuple[int, float, float]  # index of a word that was read, its start and end in seconds


def measure_prosody(waveform: Waveform, words: tuple[WordScore, ...], target: Target) -> Prosody:
    """Curves every 10 ms, pauses and rates; `words` are the target's, one for one, with the times they were heard at.

    A pause is the longest stretch without sound, of at least 0.15 s, between a word that was read and the next that was.
    It is expected when punctuation stands anywhere between the two. Syllables are the vowels of the words that were read.
    """
    pitch, energy = track_pitch(waveform, STEP_S), track_energy(waveform, STEP_S)
    read = [(at, word.start, word.end) for at, word in enumerate(words) if word.start is not None and word.end is not None]
    quiet = ~stands_out(energy.value.astype(np.float64)) if len(energy.value) else np.zeros(0, dtype=bool)
    pauses = tuple(pause for pair in pairwise(read) if (pause := _pause(*pair, quiet, target)))
    spoken = _seconds(read) - sum(pause.end - pause.start for pause in pauses)
    syllables = sum(phone.phone.symbol in VOWELS for at, _, _ in read for phone in words[at].phones)
    return Prosody(STEP_S, pitch, energy, pauses, _rate(60 * len(read), _seconds(read)), _rate(syllables, spoken))


def as_paused(events: tuple[Event, ...], pauses: tuple[Pause, ...]) -> tuple[Event, ...]:
    """A hesitation lasts as long as the pause it is: what the reader sees of it has one length everywhere."""
    lengths = {pause.after_word: (pause.start, pause.end) for pause in pauses}
    return tuple(
        replace(event, start=lengths[event.after_word][0], end=lengths[event.after_word][1])
        if event.kind == "hesitation" and event.after_word in lengths
        else event
        for event in events
    )


def _pause(before: Span, after: Span, quiet: Mask, target: Target) -> Pause | None:
    first, behind = round(before[2] / STEP_S), round(after[1] / STEP_S)
    stretches = [(stop - start, start) for start, stop in runs(quiet[max(0, first) : max(0, behind)])]
    length, start = max(stretches, default=(0, 0))
    if length * STEP_S < SHORTEST_PAUSE_S - STEP_S / 2:
        return None
    expected = any(word.break_after for word in target.words[before[0] : after[0]])
    return Pause((first + start) * STEP_S, (first + start + length) * STEP_S, before[0], expected)


def _seconds(read: list[Span]) -> float:
    """From the first word to the end of the last."""
    return max(end for _, _, end in read) - min(start for _, start, _ in read) if read else 0.0


def _rate(count: float, seconds: float) -> float | None:
    return count / seconds if seconds > 0 else None
