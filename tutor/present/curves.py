"""Pitch, energy and tempo as lines to draw, with their bands, the words and the pauses under them, and what they say."""

import numpy as np

from tutor.domain.assessment import Assessment
from tutor.domain.prosody import Curve, Pause, Prosody, Track
from tutor.domain.target import Target
from tutor.domain.weight import carries_weight
from tutor.domain.wording import say
from tutor.present.phrasing import breaks, breaks_text, weight_text
from tutor.present.plotting import Plot, Segment, Span
from tutor.present.tempo import tempo

_FLAT_SEMITONES = 3.0
_TAIL_S = 0.3
_MOVES_ST = 1.0


def plots(assessment: Assessment, target: Target) -> tuple[Plot, ...]:
    """Pitch, energy and, in a longer reading, tempo; none without prosody."""
    said = assessment.prosody
    if said is None:
        return ()
    words = tuple(
        Span(w.start, w.end, w.text, weighty=carries_weight(w.text))
        for w in assessment.words
        if w.start is not None and w.end is not None
    )
    pauses = tuple(Span(p.start, p.end, f"{p.end - p.start:.1f} s", not p.expected) for p in said.pauses)
    pitch, energy = segments(said.pitch, said.step), segments(said.energy, said.step)
    low, high = _bounds(pitch, least=6.0)
    quiet, loud = _bounds(energy, least=20.0)
    stops, pace = breaks(assessment, target), tempo(words, pauses)
    parts = (weight_text(assessment, said), breaks_text(stops), _energy_text(said, words, assessment))
    heard = " ".join(part for part in parts if part)
    made = (
        Plot("Pitch", say("semitones"), pitch, low, high, words, pauses, _pitch_text(said, words), breaks=stops),
        Plot("Energy", "dB", energy, quiet, loud, words, pauses, heard, breaks=stops),
    )
    return (*made, pace) if pace else made


def plot_name(plot: Plot) -> str:
    """By `Plot.name` plots are told apart; this one is for people."""
    return {"Pitch": say("Pitch"), "Energy": say("Energy"), "Tempo": say("Tempo")}[plot.name]


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
        return say("There was too little voice to follow the pitch.")
    low, high = np.percentile(voiced, [5, 95])
    said_so = (
        say("Your pitch stayed nearly level, within {width} semitones, highest on “{peak}”, and {ending}.")
        if high - low < _FLAT_SEMITONES
        else say("Your pitch moved over about {width} semitones, highest on “{peak}”, and {ending}.")
    )
    peak = _word_at(words, float(np.nanargmax(said.pitch.value) * said.step))
    return said_so.format(width=max(1, round(high - low)), peak=peak, ending=_ending(said, words[-1].end))


def _ending(said: Prosody, end: float) -> str:
    last = int(end / said.step)
    tail = said.pitch.value[max(0, last - int(_TAIL_S / said.step)) : last]
    tail = tail[np.isfinite(tail)]
    if len(tail) < 6:
        return say("its end could not be followed")
    third = len(tail) // 3
    moved = float(tail[-third:].mean() - tail[:third].mean())
    if abs(moved) <= _MOVES_ST:
        return say("stayed level at the end")
    return say("fell at the end") if moved < 0 else say("rose at the end")


def _energy_text(said: Prosody, words: tuple[Span, ...], assessment: Assessment) -> str:
    loudness = {word: _mean(said.energy.value, said.step, word) for word in words}
    known = {word: level for word, level in loudness.items() if np.isfinite(level)}
    if not known:
        return say("There was too little speech to follow the energy.")
    loud, quiet = max(known, key=known.__getitem__), min(known, key=known.__getitem__)
    head = say("Loudest on “{loud}”, softest on “{quiet}”.") if loud != quiet else say("Only “{loud}” was read.")
    return f"{head.format(loud=loud.text, quiet=quiet.text)} {_pauses_text(said.pauses, assessment)}"


def _pauses_text(pauses: tuple[Pause, ...], assessment: Assessment) -> str:
    odd = [pause for pause in pauses if not pause.expected]
    if not odd:
        return say("No pause where the text has no stop.")
    longest = max(odd, key=lambda pause: pause.end - pause.start)
    seconds = f"{longest.end - longest.start:.1f} s"
    where = say("before the first word")
    if longest.after_word >= 0:
        where = say("after “{word}”").format(word=assessment.words[longest.after_word].text)
    if len(odd) == 1:
        return say("One pause where the text has no stop: {seconds} {where}.").format(seconds=seconds, where=where)
    several = say("{count} pauses where the text has no stop; the longest, {seconds}, {where}.")
    return several.format(count=len(odd), seconds=seconds, where=where)


def _mean(curve: Curve, step: float, word: Span) -> float:
    part = curve[int(word.start / step) : int(word.end / step) + 1]
    part = part[np.isfinite(part)]
    return float(part.mean()) if len(part) else float("nan")


def _word_at(words: tuple[Span, ...], second: float) -> str:
    return min(words, key=lambda word: max(word.start - second, second - word.end)).text
