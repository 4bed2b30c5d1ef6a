"""What there is to listen to in a take: a word, a phrase, a sentence, from a word on; slower, or level with a model voice.

Knows no loudspeaker and no window.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tutor.acoustics.measure import measure
from tutor.acoustics.resample import to_rate
from tutor.acoustics.stretch import slowed
from tutor.domain.assessment import Assessment, WordScore
from tutor.domain.audio import Samples, Waveform
from tutor.domain.errors import AudioError
from tutor.domain.target import Target
from tutor.practice.assess import assess_sound
from tutor.practice.ports import Assessor, ModelVoice, Progress

SPEEDS = (0.5, 0.65, 0.8, 1.0)
_LEAST_EDGE_S, _MOST_EDGE_S = 0.02, 0.1  # what is played before and behind a word: boundaries are not exact
_FADE_S = 0.005  # against clicks where sound is cut
_LEVEL_DB = -23.0  # of speech, when two voices are to be compared: comfortable, with room for peaks
_HIGHEST = 0.98
_BETWEEN_S = 0.5  # from mine to the model


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a take, in seconds."""

    start: float
    end: float


def piece_of(words: Sequence[WordScore], first: int, last: int) -> Piece | None:
    """Where words `first` to `last` were read, with a little around them; None when none of them was."""
    spans = [(at, word.start, word.end) for at, word in enumerate(words) if word.start is not None and word.end is not None]
    inside = [span for span in spans if first <= span[0] <= last]
    if not inside:
        return None
    start, end = min(opens for _, opens, _ in inside), max(closes for _, _, closes in inside)
    before = max((closes for _, _, closes in spans if closes <= start), default=0.0)
    after = min((opens for _, opens, _ in spans if opens >= end), default=end + 2 * _MOST_EDGE_S)
    return Piece(max(0.0, start - _edge(start - before)), end + _edge(after - end))


def sentence_of(target: Target, word: int) -> tuple[int, int]:
    """First and last word of the sentence a word is in."""
    return next((first, behind - 1) for first, behind in target.sentences if first <= word < behind)


def next_speed(speed: float, by: int) -> float:
    """The next faster (1) or slower (-1) speed there is."""
    return SPEEDS[min(max(SPEEDS.index(speed) + by, 0), len(SPEEDS) - 1)]


def cut_out(waveform: Waveform, piece: Piece | None, speed: float) -> Waveform:
    """The piece of a take (None: all of it) at that speed, without clicks at its ends."""
    part = waveform if piece is None else _faded(waveform.between(piece.start, piece.end))
    return slowed(part, speed)


def back_to_back(mine: Waveform, model: Waveform) -> Waveform:
    """Mine, a moment of silence, then the model, with their speech at one level."""
    pair = (mine, to_rate(model, mine.rate))
    gains = [10 ** ((_LEVEL_DB - measure(sound).level_db) / 20) for sound in pair]
    peak = max(float(np.abs(sound.samples).max(initial=0.0)) * gain for sound, gain in zip(pair, gains, strict=True))
    room = min(1.0, _HIGHEST / max(peak, 1e-9))  # both alike, so that they stay level
    first, second = (sound.samples * np.float32(gain * room) for sound, gain in zip(pair, gains, strict=True))
    return Waveform(np.concatenate([first, np.zeros(round(_BETWEEN_S * mine.rate), np.float32), second]), mine.rate)


def model_reading(voice: ModelVoice, target: Target, assessor: Assessor, progress: Progress) -> Assessment:
    """The model voice's own reading of a text, followed word by word as a learner's is.

    Raises as `render` and `assess_sound`, and `AudioError` `voice_unclear` where its words can't be found.
    """
    said = assess_sound(voice.render(target.text), target, assessor, progress)
    if said.prosody is None:
        raise AudioError("voice_unclear")
    return said


def _edge(gap: float) -> float:
    return min(max(gap / 2, _LEAST_EDGE_S), _MOST_EDGE_S)


def _faded(part: Waveform) -> Waveform:
    fade = min(round(_FADE_S * part.rate), len(part.samples) // 2)
    if not fade:
        return part
    samples: Samples = part.samples.copy()
    ramp = np.linspace(0, 1, fade, dtype=np.float32)
    samples[:fade] *= ramp
    samples[-fade:] *= ramp[::-1]
    return Waveform(samples, part.rate)
