"""Pitch and energy as lines to draw, with their bands, the words and the pauses under them, and a sentence that says it all."""

from dataclasses import dataclass

import numpy as np

from tutor.domain.assessment import Assessment
from tutor.domain.prosody import Curve, Pause, Prosody, Track

_FLAT_SEMITONES = 3.0
_TAIL_S = 0.3
_MOVES_ST = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """An unbroken piece of a curve: equally long arrays of seconds, value, low and high."""

    seconds: Curve
    value: Curve
    low: Curve
    high: Curve


@dataclass(frozen=True, slots=True)
class Span:
    """A word or a pause on the time axis (seconds); a pause's `text` is its length, `unexpected` without punctuation."""

    start: float
    end: float
    text: str
    unexpected: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Plot:
    """One panel. `bottom` and `top` bound the drawing in `unit`; `summary` is the panel in one or two sentences.

    `model` is another voice's curve, on the time of this one.
    """

    name: str
    unit: str
    segments: tuple[Segment, ...]
    bottom: float
    top: float
    words: tuple[Span, ...]
    pauses: tuple[Span, ...]
    summary: str
    model: tuple[Segment, ...] = ()


def plots(assessment: Assessment) -> tuple[Plot, ...]:
    """Pitch and energy, in this order; none without prosody."""
    said = assessment.prosody
    if said is None:
        return ()
    words = tuple(Span(w.start, w.end, w.text) for w in assessment.words if w.start is not None and w.end is not None)
    pauses = tuple(Span(p.start, p.end, f"{p.end - p.start:.1f} s", not p.expected) for p in said.pauses)
    pitch, energy = segments(said.pitch, said.step), segments(said.energy, said.step)
    low, high = _bounds(pitch, least=6.0)
    quiet, loud = _bounds(energy, least=20.0)
    return (
        Plot("Pitch", "semitones", pitch, low, high, words, pauses, _pitch_text(said, words)),
        Plot("Energy", "dB", energy, quiet, loud, words, pauses, _energy_text(said, words, assessment)),
    )


def segments(track: Track, step: float) -> tuple[Segment, ...]:
    """The pieces of a track between its gaps (NaN)."""
    there = np.flatnonzero(np.isfinite(track.value))
    runs = np.split(there, np.flatnonzero(np.diff(there) > 1) + 1) if len(there) else []
    return tuple(_segment(track, run[0], run[-1] + 1, step) for run in runs)


def _segment(track: Track, first: int, behind: int, step: float) -> Segment:
    at = slice(first, behind)
    seconds = (np.arange(first, behind) * step).astype(np.float32)
    return Segment(seconds, track.value[at], track.low[at], track.high[at])


def _bounds(pieces: tuple[Segment, ...], least: float) -> tuple[float, float]:
    if not pieces:
        return -least / 2, least / 2
    low, high = (float(np.percentile(np.concatenate(part), at)) for part, at in
                 (([p.low for p in pieces], 1), ([p.high for p in pieces], 99)))  # fmt: skip
    spare = max(0.0, least - (high - low)) / 2
    return low - spare - 0.5, high + spare + 0.5


def _pitch_text(said: Prosody, words: tuple[Span, ...]) -> str:
    voiced = said.pitch.value[np.isfinite(said.pitch.value)]
    if len(voiced) < 10 or not words:
        return "There was too little voice to follow the pitch."
    low, high = np.percentile(voiced, [5, 95])
    width = "stayed nearly level, within" if high - low < _FLAT_SEMITONES else "moved over about"
    peak = _word_at(words, float(np.nanargmax(said.pitch.value) * said.step))
    return f"Your pitch {width} {max(1, round(high - low))} semitones, highest on “{peak}”, and {_ending(said, words[-1].end)}."


def _ending(said: Prosody, end: float) -> str:
    last = int(end / said.step)
    tail = said.pitch.value[max(0, last - int(_TAIL_S / said.step)) : last]
    tail = tail[np.isfinite(tail)]
    if len(tail) < 6:
        return "its end could not be followed"
    third = len(tail) // 3
    moved = float(tail[-third:].mean() - tail[:third].mean())
    return "fell at the end" if moved < -_MOVES_ST else "rose at the end" if moved > _MOVES_ST else "stayed level at the end"


def _energy_text(said: Prosody, words: tuple[Span, ...], assessment: Assessment) -> str:
    loudness = {word: _mean(said.energy.value, said.step, word) for word in words}
    known = {word: level for word, level in loudness.items() if np.isfinite(level)}
    if not known:
        return "There was too little speech to follow the energy."
    loud, quiet = max(known, key=known.__getitem__), min(known, key=known.__getitem__)
    head = f"Loudest on “{loud.text}”, softest on “{quiet.text}”" if loud != quiet else f"Only “{loud.text}” was read"
    return f"{head}. {_pauses_text(said.pauses, assessment)}"


def _pauses_text(pauses: tuple[Pause, ...], assessment: Assessment) -> str:
    odd = [pause for pause in pauses if not pause.expected]
    if not odd:
        return "No pause where the text has no stop."
    longest = max(odd, key=lambda pause: pause.end - pause.start)
    seconds = f"{longest.end - longest.start:.1f} s"
    where = f"after “{assessment.words[longest.after_word].text}”" if longest.after_word >= 0 else "before the first word"
    if len(odd) == 1:
        return f"One pause where the text has no stop: {seconds} {where}."
    return f"{len(odd)} pauses where the text has no stop; the longest, {seconds}, {where}."


def _mean(curve: Curve, step: float, word: Span) -> float:
    part = curve[int(word.start / step) : int(word.end / step) + 1]
    part = part[np.isfinite(part)]
    return float(part.mean()) if len(part) else float("nan")


def _word_at(words: tuple[Span, ...], second: float) -> str:
    return min(words, key=lambda word: max(word.start - second, second - word.end)).text
