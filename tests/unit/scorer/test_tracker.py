import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.scorer.frames import PAUSE, said, spoken
from tutor.domain.assessment import Miscue
from tutor.scorer.alignment import CLASSES, SILENCE, Posteriors
from tutor.scorer.miscues import Happening, Reading, understand
from tutor.scorer.refine import refine
from tutor.scorer.script import log_odds
from tutor.scorer.tracker import Tracker, Visit, follow

WORDS = [[5, 6, 7], [8, 4], [9, 10, 11, 12], [13, 3, 5]]
OTHER = [20, 21, 22, 23, 24]


def visited(log_posteriors: Posteriors) -> list[tuple[int, int]]:
    """Words with how many of their phones were said."""
    return [(visit.word, len(visit.frames)) for visit in follow(log_posteriors, WORDS)]


def read(log_posteriors: Posteriors, stops: tuple[int, ...] = ()) -> Reading:
    behind = np.isin(np.arange(len(WORDS)), stops)
    return understand(follow(log_posteriors, WORDS), WORDS, log_posteriors, behind)


def test_a_reading_by_the_text_is_every_word_once_and_nothing_else() -> None:
    frames = spoken(PAUSE, *said(*WORDS), PAUSE)
    assert follow(frames, WORDS)[0].frames.tolist() == [[20, 25], [25, 30], [30, 35]]
    assert read(frames) == Reading((None,) * 4, ())


def test_a_word_left_out_and_the_rest_never_read_are_omitted() -> None:
    assert read(spoken(*said(WORDS[0], WORDS[2]), PAUSE)).miscues == (None, Miscue.OMITTED, None, Miscue.OMITTED)


def test_a_reading_may_start_late() -> None:
    assert visited(spoken(PAUSE, *said(*WORDS[2:]))) == [(2, 4), (3, 3)]


def test_words_said_twice_count_the_second_time() -> None:
    frames = spoken(*said(*WORDS[:3]), PAUSE, *said(*WORDS[1:]))
    found = read(frames)
    assert found.events == (Happening("repetition", 15, 45, 0),)
    assert found.miscues == (None, Miscue.REPEATED, Miscue.REPEATED, None)
    assert refine(follow(frames, WORDS), found, WORDS, frames)[3:9, 0].min() >= 65


def test_a_word_said_three_times_is_repeated_twice() -> None:
    found = read(spoken(*said(WORDS[0], WORDS[2], WORDS[2], WORDS[2])))
    assert [event.kind for event in found.events] == ["repetition", "repetition"]


def test_a_word_broken_off_and_said_again_is_a_self_correction() -> None:
    frames = spoken(*said(*WORDS[:2], WORDS[2][:2]), PAUSE, *said(*WORDS[2:]))
    found = read(frames)
    assert found.events == (Happening("self_correction", 25, 35, 1),)
    assert found.miscues == (None, None, Miscue.SELF_CORRECTED, None)


def test_a_wrong_start_before_going_back_is_a_self_correction() -> None:
    found = read(spoken(*said(*WORDS[:2], OTHER), PAUSE, *said(*WORDS[:])))
    assert "self_correction" in [event.kind for event in found.events]


def test_other_speech_between_words_is_an_insertion_and_no_word_suffers() -> None:
    found = read(spoken(*said(*WORDS[:2]), PAUSE, *said(OTHER), PAUSE, *said(*WORDS[2:])))
    assert found == Reading((None,) * 4, (Happening("insertion", 45, 70, 1),))


def test_another_word_in_a_words_place_is_a_substitution() -> None:
    found = read(spoken(*said(WORDS[0], OTHER, *WORDS[2:])))
    assert found == Reading((None, Miscue.SUBSTITUTED, None, None), ())


def test_a_long_pause_is_a_hesitation_unless_the_text_has_a_stop() -> None:
    frames = spoken(*said(*WORDS[:2]), (SILENCE, 40), *said(*WORDS[2:]))
    assert read(frames).events == (Happening("hesitation", 25, 65, 1),)
    assert read(frames, stops=(1,)).events == ()
    assert read(spoken(*said(*WORDS[:2]), (SILENCE, 10), *said(*WORDS[2:]))).events == ()


def test_another_text_is_told_from_the_right_one() -> None:
    frames = spoken(PAUSE, *said(*WORDS), PAUSE)
    other = [[20, 21, 22], [23, 24, 25, 26], [27, 28, 29]]
    assert log_odds(follow(frames, WORDS), WORDS, frames) > 0
    assert log_odds(follow(frames, other), other, frames) < 0


def test_the_place_is_known_while_the_reading_goes_on() -> None:
    tracker = Tracker(WORDS)
    assert tracker.place == 0
    tracker.hear(spoken(*said(WORDS[0])))
    tracker.hear(spoken(*said(WORDS[1][:1])))
    assert tracker.place == 1
    tracker.hear(spoken(*said(WORDS[1][1:], *WORDS[2:]), PAUSE))
    assert tracker.place == len(WORDS)


def test_words_are_settled_long_before_the_end_and_a_line_may_be_skipped() -> None:
    generator = np.random.default_rng(1)
    words = [generator.choice(np.arange(1, CLASSES), 4, replace=False).tolist() for _ in range(120)]
    tracker, settled = Tracker(words), []
    for word in (*words[:50], *words[60:]):
        settled.append(len(tracker.hear(spoken(*said(word)))))
    rest = tracker.finish()
    assert sum(settled[:60]) > 30
    assert sum(settled) + len(rest) == 110


def same(ones: list[Visit], others: list[Visit]) -> bool:
    pairs = zip(ones, others, strict=True)
    return all(one.word == other.word and one.frames.tolist() == other.frames.tolist() for one, other in pairs)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 400), st.lists(st.integers(1, 5), min_size=1, max_size=6))
def test_visits_are_in_order_inside_the_take_and_of_whole_phones(seed: int, frames: int, lengths: list[int]) -> None:
    generator = np.random.default_rng(seed)
    noise = generator.normal(scale=3, size=(frames, CLASSES)).astype(np.float32)
    words = [generator.integers(1, CLASSES, size).tolist() for size in lengths]
    visits = follow(noise, words)
    edges = [edge for visit in visits for span in visit.frames.tolist() for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= frames for edge in edges)
    assert all((visit.frames[:, 1] - visit.frames[:, 0] >= 2).all() for visit in visits)
    assert all(1 <= len(visit.frames) <= len(words[visit.word]) for visit in visits)
    assert same(visits, follow(noise, words))
