"""The model voice's pitch on the learner's time axis: word by word, each drawn as long as the learner's own."""

from dataclasses import replace

import numpy as np

from tutor.domain.assessment import Assessment, WordScore
from tutor.domain.prosody import Prosody
from tutor.domain.wording import say
from tutor.present.curves import segments
from tutor.present.plotting import Plot, Segment

_MOVES_ST = 1.5  # less between two voices is heard as the same move


def model_pitch(mine: Assessment, model: Assessment) -> tuple[Segment, ...]:
    """Pieces of the model's pitch, in semitones about its own median, under the words that both read."""
    if model.prosody is None:
        return ()
    pieces = segments(model.prosody.pitch, model.prosody.step)
    return tuple(part for pair in _pairs(mine, model) for piece in pieces for part in _moved(piece, *pair))


def with_model(plot: Plot, mine: Assessment, model: Assessment) -> Plot:
    """The panel of pitch with the model's curve in it, and what it shows."""
    curve = model_pitch(mine, model)
    values = np.concatenate([part.value for part in curve]) if curve else np.zeros(0)
    bottom, top = min([plot.bottom, *values - 0.5]), max([plot.top, *values + 0.5])
    summary = " ".join(part for part in (plot.summary, model_summary(mine, model)) if part)
    return replace(plot, model=curve, bottom=float(bottom), top=float(top), summary=summary)


def model_summary(mine: Assessment, model: Assessment) -> str:
    """Where the two melodies go apart most, in a sentence; empty where they can't be compared."""
    if mine.prosody is None or model.prosody is None:
        return ""
    moves = [
        (mine_at, _height(mine.prosody, mine_at), _height(model.prosody, model_at)) for mine_at, model_at in _pairs(mine, model)
    ]
    known = [(word.text, own - other) for word, own, other in moves if own is not None and other is not None]
    if not known:
        return say("The model voice has no word in common that could be followed.")
    text, apart = max(known, key=lambda one: abs(one[1]))
    if abs(apart) < _MOVES_ST:
        return say("Your melody goes the way of the model voice in every word.")
    higher = say("Against the model voice (dashed) you are higher on “{word}” most of all.")
    lower = say("Against the model voice (dashed) you are lower on “{word}” most of all.")
    return (higher if apart > 0 else lower).format(word=text)


def _pairs(mine: Assessment, model: Assessment) -> list[tuple[WordScore, WordScore]]:
    both = zip(mine.words, model.words, strict=False)
    return [(own, other) for own, other in both if own.start is not None and other.start is not None and own.text == other.text]


def _moved(piece: Segment, mine: WordScore, model: WordScore) -> list[Segment]:
    """The part of a piece inside the model's word, on the time of mine."""
    if mine.start is None or mine.end is None or model.start is None or model.end is None or model.end <= model.start:
        return []
    inside = (piece.seconds >= model.start) & (piece.seconds < model.end)
    if inside.sum() < 2:
        return []
    share = (piece.seconds[inside] - model.start) / (model.end - model.start)
    seconds = (mine.start + share * (mine.end - mine.start)).astype(np.float32)
    return [Segment(seconds, piece.value[inside], piece.low[inside], piece.high[inside])]


def _height(said: Prosody, word: WordScore) -> float | None:
    """Median pitch inside a word."""
    if word.start is None or word.end is None:
        return None
    part = said.pitch.value[int(word.start / said.step) : int(word.end / said.step) + 1]
    part = part[np.isfinite(part)]
    return float(np.median(part)) if len(part) else None
