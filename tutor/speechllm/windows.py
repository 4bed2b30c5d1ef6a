"""Which stretch of the take holds which words: one window a sentence, 30 s at most. Knows no model."""

from collections.abc import Iterator, Sequence

from tutor.domain.assessment import WordScore
from tutor.domain.audio import Waveform
from tutor.domain.target import Target
from tutor.speechllm.asking import LONGEST_S

MARGIN_S = 0.3  # of sound around the words
Window = tuple[tuple[int, int], tuple[float, float]]  # words from and behind, seconds from and to


def windows(heard: Sequence[WordScore], target: Target, sound: Waveform) -> Iterator[Window]:
    """A window for each sentence of which something was read, in the target's order; longer ones are parted between words.

    A part that is too long although it is a single word is left out.
    """
    for sentence in target.sentences:
        yield from _parts(heard, sentence, sound.seconds)


def _parts(heard: Sequence[WordScore], words: tuple[int, int], seconds: float) -> Iterator[Window]:
    first, behind = words
    times = [(word.start, word.end) for word in heard[first:behind]]
    read = [(start, end) for start, end in times if start is not None and end is not None]
    if not read:
        return
    start = max(0.0, min(start for start, _ in read) - MARGIN_S)
    end = min(seconds, max(end for _, end in read) + MARGIN_S)
    if end - start <= LONGEST_S:
        yield words, (start, end)
    elif behind - first > 1:
        middle = (first + behind) // 2
        yield from _parts(heard, (first, middle), seconds)
        yield from _parts(heard, (middle, behind), seconds)
