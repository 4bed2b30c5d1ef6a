"""Which sentences are taken up while a reader goes on, when the judge is slow, and what is kept of the sound."""

import numpy as np

from tests.builders import a_target, a_word
from tutor.domain.assessment import WordScore
from tutor.scorer.live import LiveSentences, Spoken
from tutor.scorer.tracker import Visit
from tutor.scorer.windows import HOP

SENTENCES = 4
TARGET = a_target("It. " * SENTENCES)
APART = 100  # frames from sentence to sentence


def read(sentences: int) -> list[Visit]:
    """As many as that, each in 20 frames."""
    return [Visit(word, np.array([[0, 10], [10, 20]]) + word * APART) for word in range(sentences)]


class Judge:
    """Says yes to everything, and keeps it."""

    def __init__(self) -> None:
        self.heard: list[Spoken] = []

    def __call__(self, spoken: Spoken) -> tuple[WordScore, ...]:
        self.heard.append(spoken)
        return (a_word("It", "IH1 T", 0.0),)


def live(seconds_of_sound: float) -> tuple[LiveSentences, Judge]:
    judge = Judge()
    made = LiveSentences(TARGET, judge)
    for _ in range(round(seconds_of_sound * 10)):
        made.hear(np.zeros(1600, np.float32))
    return made, judge


def test_whoever_falls_behind_goes_on_with_the_newest_sentences() -> None:
    sentences, judge = live(12.0)
    sentences.look(read(SENTENCES), SENTENCES, SENTENCES * APART)
    assert [sentences.judge() is not None for _ in range(SENTENCES)] == [True, True, False, False]
    assert [spoken.first for spoken in judge.heard] == [2, 3]


def test_a_sentence_is_taken_up_once_and_heard_with_what_is_around_it() -> None:
    sentences, judge = live(12.0)
    for now in range(APART, 2 * APART, 25):
        sentences.look(read(1), 1, now)
        sentences.judge()
    (spoken,) = judge.heard
    assert (spoken.start, spoken.end - spoken.start) == (0, 20 + 12)
    assert len(spoken.sound) >= spoken.end * HOP


def test_of_sound_that_is_gone_nothing_is_said() -> None:
    sentences, judge = live(90.0)
    sentences.look(read(1), 1, APART)
    assert sentences.judge() is None
    assert judge.heard == []
