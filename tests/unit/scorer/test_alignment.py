from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.scorer.alignment import CLASSES, SILENCE, Posteriors, align

WORDS = [[5, 6, 7], [8], [9, 10, 11], [13, 3]]


def spoken(*parts: tuple[int, int]) -> Posteriors:
    """Frames that are sure of what they hear: (class, frames) one after the other."""
    truth = np.concatenate([np.full(frames, phone) for phone, frames in parts])
    frames = np.full((len(truth), CLASSES), -8.0, np.float32)
    frames[np.arange(len(truth)), truth] = -0.01
    return frames


def said(*words: list[int], frames: int = 5) -> list[tuple[int, int]]:
    return [(phone, frames) for word in words for phone in word]


def test_every_phone_gets_the_frames_in_which_it_was_said() -> None:
    found = align(spoken((SILENCE, 4), *said(*WORDS), (SILENCE, 3)), WORDS, freely=True)
    assert found.frames.tolist() == [[4 + 5 * at, 9 + 5 * at] for at in range(9)]
    assert found.score == 0


def test_a_pause_between_words_belongs_to_neither() -> None:
    found = align(spoken(*said(WORDS[0]), (SILENCE, 20), *said(*WORDS[1:])), WORDS, freely=True)
    assert found.frames[2:4].tolist() == [[10, 15], [35, 40]]


def test_a_word_left_out_in_the_middle_is_found() -> None:
    found = align(spoken((SILENCE, 4), *said(WORDS[0], WORDS[1], WORDS[3])), WORDS, freely=True)
    assert (found.frames[4:7] == -1).all()
    assert (np.delete(found.frames, [4, 5, 6], axis=0) >= 0).all()


def test_a_reading_that_stops_half_way_leaves_the_rest_unread() -> None:
    found = align(spoken((SILENCE, 4), *said(WORDS[0], WORDS[1]), (SILENCE, 30)), WORDS, freely=True)
    assert (found.frames[:4] >= 0).all()
    assert (found.frames[4:] == -1).all()


def test_a_reading_that_starts_late_leaves_the_beginning_unread() -> None:
    found = align(spoken((SILENCE, 4), *said(WORDS[2], WORDS[3])), WORDS, freely=True)
    assert (found.frames[:4] == -1).all()
    assert (found.frames[4:] >= 0).all()


def test_words_said_beside_the_text_are_no_word_of_it() -> None:
    other = [(phone, 5) for phone in (20, 21, 22, 23, 24)]
    found = align(spoken(*said(WORDS[0]), *other, *said(*WORDS[1:])), WORDS, freely=True)
    assert found.frames[:4].tolist() == [[0, 5], [5, 10], [10, 15], [40, 45]]


def test_another_text_is_not_read() -> None:
    other = [(phone, 6) for phone in (20, 21, 22, 23, 24, 25, 26, 27, 28)]
    assert (align(spoken(*other), WORDS, freely=True).frames == -1).mean() > 0.6


def test_when_every_word_must_be_there_each_phone_has_a_frame() -> None:
    found = align(spoken((SILENCE, 4), *said(WORDS[0], WORDS[3])), WORDS, freely=False)
    assert (found.frames[:, 1] > found.frames[:, 0]).all()


def test_fewer_frames_than_phones_are_shared_out() -> None:
    found = align(spoken((5, 2)), WORDS, freely=False)
    assert found.frames.min() >= 0
    assert found.frames.max() <= 2


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 80), st.lists(st.integers(1, 5), min_size=1, max_size=6), st.booleans())
def test_phones_never_overlap_and_stay_inside_the_take(seed: int, frames: int, lengths: list[int], freely: bool) -> None:
    generator = np.random.default_rng(seed)
    noise = generator.normal(size=(frames, CLASSES)).astype(np.float32)
    words = [generator.integers(1, CLASSES, size).tolist() for size in lengths]
    spans = align(noise, words, freely=freely).frames
    read = spans[spans[:, 0] >= 0]
    assert ((read >= 0) & (read <= frames)).all()
    if freely or frames >= sum(lengths):
        assert (read[1:, 0] >= read[:-1, 1]).all()
        assert (read[:, 1] > read[:, 0]).all()
    starts = np.cumsum([0, *lengths])
    for first, behind in pairwise(starts):
        assert len(set((spans[first:behind, 0] >= 0).tolist())) == 1, "a word is read whole or not at all"
