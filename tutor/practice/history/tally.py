"""What the history keeps of an assessment to count with: scores, pace, and how each sound and each word came."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from tutor.domain.assessment import Assessment, PhoneScore, Scores, WordScore
from tutor.domain.marks import Mark, mark_phone, mark_word
from tutor.practice.pace import correctly_read, words_correct_per_minute
from tutor.reading.letters import fold

_MARKED = (Mark.NEEDS_WORK, Mark.OTHER_WORD)


@dataclass(frozen=True, slots=True)
class Times:
    """One sound or word of a take: how often it was judged, the sum of these scores, and how often it was marked.

    Sounds have scores of 0-2, words 0-10. `left_out` counts the times a word was not read. What was not judged can be marked all
    the same: when another word was read for it, or a tutor says so.
    """

    times: int = 0
    total: float = 0.0
    marked: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """One assessment, counted. `words` the text has, `read` of them were read, `correct` of those counted as correct.

    `seconds` are those of the reading, None when no word was read; `correct_per_minute` as in
    `practice.pace`. `sounds` go by ARPAbet symbol, `each_word` by folded spelling.
    """

    scores: Scores
    confidence: float
    words: int
    read: int
    correct: int
    seconds: float | None
    correct_per_minute: float | None
    sounds: Mapping[str, Times] = field(default_factory=dict)
    each_word: Mapping[str, Times] = field(default_factory=dict)

    @property
    def words_per_minute(self) -> float | None:
        """How fast it was read."""
        return 60 * self.read / self.seconds if self.seconds else None


def tally(said: Assessment) -> Tally:
    """Count an assessment, whatever its verdict: of a refused one nothing was read.

    What is marked is what holds, a tutor's answer before all else (`domain.review.answered`); scores are the machine's.
    """
    read = [word for word in said.words if word.start is not None and word.end is not None]
    counts = (len(said.words), len(read), sum(map(correctly_read, said.words)), _seconds(read), words_correct_per_minute(said))
    return Tally(said.scores, said.confidence, *counts, _sounds(said.words), _each_word(said.words))


def _seconds(read: list[WordScore]) -> float | None:
    spans = [(word.start, word.end) for word in read if word.start is not None and word.end is not None]
    return max(end for _, end in spans) - min(start for start, _ in spans) if spans else None


def _sounds(words: tuple[WordScore, ...]) -> dict[str, Times]:
    found = defaultdict[str, list[PhoneScore]](list)
    for phone in (phone for word in words for phone in word.phones if phone.accuracy is not None or phone.tutor is not None):
        found[phone.phone.symbol].append(phone)
    return {symbol: _sound_times(same) for symbol, same in found.items()}


def _sound_times(same: list[PhoneScore]) -> Times:
    scores = [phone.accuracy.value for phone in same if phone.accuracy is not None]
    return Times(len(scores), sum(scores), sum(mark_phone(phone) is Mark.NEEDS_WORK for phone in same))


def _each_word(words: tuple[WordScore, ...]) -> dict[str, Times]:
    found = defaultdict[str, list[WordScore]](list)
    for word in words:
        found[fold(word.text)].append(word)
    return {text: _times(same) for text, same in found.items() if text}


def _times(same: list[WordScore]) -> Times:
    scores = [word.accuracy.value for word in same if word.accuracy is not None]
    marks = Counter(mark_word(word) for word in same)
    return Times(len(scores), sum(scores), sum(marks[mark] for mark in _MARKED), marks[Mark.NOT_READ])
