from dataclasses import replace

import numpy as np
import pytest

from tests.builders import a_target, a_waveform, an_assessment, an_omitted_word, silence
from tests.samples import a_sample
from tutor.acoustics.measure import measure
from tutor.domain.audio import Waveform
from tutor.domain.target import Target
from tutor.practice.listening import SPEEDS, Piece, back_to_back, cut_out, next_speed, piece_of, sentence_of
from tutor.store.audiofiles import read_audio

WORDS = an_assessment().words  # I 0.3-0.4, think 0.5-0.9, it 1.4-1.6, is omitted, a 1.7-1.8, garden 2.0-2.6


def test_a_word_has_a_little_room_around_it_but_none_of_its_neighbours() -> None:
    think = piece_of(WORDS, 1, 1)
    assert think is not None
    assert (think.start, think.end) == pytest.approx((0.45, 1.0))


def test_a_phrase_spans_its_words_and_what_lies_between() -> None:
    piece = piece_of(WORDS, 1, 3)
    assert piece is not None
    assert (piece.start, piece.end) == pytest.approx((0.45, 1.65))


def test_a_word_that_was_not_read_has_no_piece() -> None:
    assert piece_of(WORDS, 3, 3) is None
    assert piece_of((an_omitted_word("it", "IH1 T"),), 0, 0) is None


def test_words_without_a_gap_still_have_their_edges() -> None:
    touching = (replace(WORDS[0], end=0.5), WORDS[1])
    piece = piece_of(touching, 0, 0)
    assert piece is not None
    assert (piece.start, piece.end) == pytest.approx((0.2, 0.52))


def test_the_sentence_of_a_word() -> None:
    target = a_target("I think it is. It is a garden.")
    two = Target(target.text, target.words, ((0, 4), (4, 8)))
    assert [sentence_of(two, at) for at in (0, 3, 4, 7)] == [(0, 3), (0, 3), (4, 7), (4, 7)]


def test_speeds_end_at_both_ends() -> None:
    assert SPEEDS == (0.5, 0.65, 0.8, 1.0)
    assert next_speed(1.0, -1) == 0.8
    assert next_speed(0.5, -1) == 0.5
    assert next_speed(1.0, 1) == 1.0


def test_a_piece_is_cut_out_without_clicks_and_slowed() -> None:
    sound = a_waveform(2.0)
    part = cut_out(sound, Piece(0.5, 1.0), 1.0)
    assert part.seconds == 0.5
    assert part.samples[0] == part.samples[-1] == 0
    assert cut_out(sound, Piece(0.5, 1.0), 0.5).seconds == pytest.approx(1.0, abs=0.001)
    assert cut_out(sound, None, 1.0) is sound
    assert len(cut_out(sound, Piece(5.0, 6.0), 0.5).samples) == 0


@pytest.mark.parametrize("factor", [0.05, 0.4, 1.0])
def test_mine_and_the_model_are_heard_at_one_level(factor: float) -> None:
    mine = read_audio(a_sample("middling").path)
    model = read_audio(a_sample("good").path)
    quiet = Waveform(mine.samples * np.float32(factor), mine.rate)
    both = back_to_back(quiet, model)
    first = Waveform(both.samples[: len(quiet.samples)], both.rate)
    second = Waveform(both.samples[-round(model.seconds * both.rate) :], both.rate)
    assert abs(measure(first).level_db - measure(second).level_db) < 1
    assert np.abs(both.samples).max() < 1


def test_silence_back_to_back_stays_silence() -> None:
    assert not back_to_back(silence(0.5), silence(0.5)).samples.any()
