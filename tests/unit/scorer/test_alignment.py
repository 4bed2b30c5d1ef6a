import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.scorer.frames import said, spoken
from tutor.domain.errors import Cancelled
from tutor.scorer.alignment import CLASSES, SILENCE, align

WORDS = [[5, 6, 7], [8], [9, 10, 11], [13, 3]]


def test_every_phone_gets_the_frames_in_which_it_was_said() -> None:
    found = align(spoken((SILENCE, 4), *said(*WORDS), (SILENCE, 3)), WORDS)
    assert found.frames.tolist() == [[4 + 5 * at, 9 + 5 * at] for at in range(9)]
    assert found.score == 0


def test_a_pause_between_words_belongs_to_neither() -> None:
    found = align(spoken(*said(WORDS[0]), (SILENCE, 20), *said(*WORDS[1:])), WORDS)
    assert found.frames[2:4].tolist() == [[10, 15], [35, 40]]


def test_a_phone_too_short_takes_three_frames_all_the_same() -> None:
    found = align(spoken((5, 5), (6, 1), (7, 5), (8, 5)), WORDS[:2])
    assert (found.frames[:, 1] - found.frames[:, 0]).tolist()[1] == 3


def test_quick_speech_keeps_its_short_phones() -> None:
    found = align(spoken((SILENCE, 4), *((phone, 2 + at % 3) for at, phone in enumerate((5, 6, 7, 8))), (SILENCE, 4)), WORDS[:2])
    assert found.frames.tolist() == [[4, 6], [6, 9], [9, 13], [13, 15]]


def test_every_word_must_be_there() -> None:
    found = align(spoken((SILENCE, 4), *said(WORDS[0], WORDS[3])), WORDS)
    assert (found.frames[:, 1] > found.frames[:, 0]).all()
    assert found.score < -0.5


def test_fewer_frames_than_phones_are_shared_out() -> None:
    found = align(spoken((5, 2)), WORDS)
    assert found.frames.min() >= 0
    assert found.frames.max() <= 2


def test_it_stops_when_told() -> None:
    def stop(_: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        align(spoken((5, 20)), WORDS, tick=stop)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 80), st.lists(st.integers(1, 5), min_size=1, max_size=6))
def test_phones_never_overlap_and_stay_inside_the_take(seed: int, frames: int, lengths: list[int]) -> None:
    generator = np.random.default_rng(seed)
    noise = generator.normal(size=(frames, CLASSES)).astype(np.float32)
    words = [generator.integers(1, CLASSES, size).tolist() for size in lengths]
    spans = align(noise, words).frames
    assert ((spans >= 0) & (spans <= frames)).all()
    if frames >= sum(lengths):
        assert (spans[1:, 0] >= spans[:-1, 1]).all()
        assert (spans[:, 1] > spans[:, 0]).all()
