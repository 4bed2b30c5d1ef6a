import dataclasses

import numpy as np
import pytest

from tests.builders import RATE, a_target, a_waveform, a_word, an_omitted_word, silence
from tutor.domain.assessment import Event, WordScore
from tutor.domain.audio import Waveform
from tutor.practice.prosody import as_paused, measure_prosody

SAID = (("I", "AY1"), ("think", "TH IH1 NG K"), ("it", "IH1 T"), ("is", "IH1 Z"), ("a", "AH0"), ("garden", "G AA1 R D AH0 N"))


def a_reading(*starts: float | None) -> tuple[Waveform, tuple[WordScore, ...]]:
    """The words of `a_target` at these starts (None: left out), each sounding as long as `a_word` says, and 0.3 s of rest."""
    words = tuple(
        an_omitted_word(text, said) if start is None else a_word(text, said, start)
        for (text, said), start in zip(SAID, starts, strict=True)
    )
    spans = [(word.start, word.end) for word in words if word.start is not None and word.end is not None]
    samples = np.random.default_rng(7).standard_normal(round((max((e for _, e in spans), default=0.7) + 0.3) * RATE)) * 1e-4
    for start, end in spans:
        first, behind = round(start * RATE), round(end * RATE)
        samples[first:behind] += a_waveform((behind - first + 1) / RATE).samples[: behind - first]
    return Waveform(samples.astype(np.float32), RATE), words


FLUENT = (0.3, 0.4, 0.8, 1.0, 1.2, 1.3)


def test_fluent_reading_has_no_pause_and_its_rates() -> None:
    prosody = measure_prosody(*a_reading(*FLUENT), a_target())
    assert prosody.pauses == ()
    assert prosody.words_per_minute == pytest.approx(6 / (1.6 / 60), rel=0.01)
    assert prosody.articulation_rate == pytest.approx(7 / 1.6, rel=0.01)


def test_a_hesitation_lasts_as_long_as_its_pause() -> None:
    prosody = measure_prosody(*a_reading(0.3, 0.4, 1.3, 1.5, 1.7, 1.8), a_target())
    events = (Event("hesitation", 0.75, 1.4, 1), Event("insertion", 0.75, 1.4, 1), Event("hesitation", 1.6, 1.7, 3))
    (pause,) = prosody.pauses
    assert as_paused(events, prosody.pauses) == (Event("hesitation", pause.start, pause.end, 1), *events[1:])


def test_a_silence_between_words_is_a_pause_with_its_place() -> None:
    prosody = measure_prosody(*a_reading(0.3, 0.4, 1.3, 1.5, 1.7, 1.8), a_target())
    (pause,) = prosody.pauses
    assert (pause.start, pause.end) == pytest.approx((0.8, 1.3), abs=0.04)
    assert (pause.after_word, pause.expected) == (1, False)
    assert prosody.words_per_minute == pytest.approx(6 / (2.1 / 60), rel=0.01)
    assert prosody.articulation_rate == pytest.approx(7 / 1.6, rel=0.05)


def test_a_pause_at_punctuation_is_expected_even_over_a_word_left_out() -> None:
    target = a_target("I think it, is a garden.")
    (pause,) = measure_prosody(*a_reading(0.3, 0.4, 0.8, 1.5, 1.7, 1.8), target).pauses
    assert (pause.after_word, pause.expected) == (2, True)
    (pause,) = measure_prosody(*a_reading(0.3, 0.4, None, 1.5, 1.7, 1.8), target).pauses
    assert (pause.after_word, pause.expected) == (1, True)


def test_a_gap_filled_with_sound_is_no_pause() -> None:
    waveform, words = a_reading(0.3, 0.4, 1.3, 1.5, 1.7, 1.8)
    filled = waveform.samples.copy()
    filled[round(0.8 * RATE) : round(1.3 * RATE)] += a_waveform(0.5).samples
    assert measure_prosody(Waveform(filled, RATE), words, a_target()).pauses == ()


def test_a_stop_closure_is_no_pause() -> None:
    assert measure_prosody(*a_reading(0.3, 0.4, 0.9, 1.1, 1.3, 1.4), a_target()).pauses == ()


def test_pauses_before_and_behind_the_reading_do_not_count() -> None:
    prosody = measure_prosody(*a_reading(*(start + 2 for start in FLUENT)), a_target())
    assert prosody.pauses == ()
    assert prosody.words_per_minute == pytest.approx(225, rel=0.01)


def test_no_word_read_has_curves_but_no_rates() -> None:
    prosody = measure_prosody(*a_reading(*[None] * 6), a_target())
    assert (prosody.words_per_minute, prosody.articulation_rate, prosody.pauses) == (None, None, ())
    assert len(prosody.pitch.value) == len(prosody.energy.value) == 100


def test_a_repeated_word_heard_out_of_order_makes_no_negative_pause() -> None:
    waveform, words = a_reading(*FLUENT)
    swapped = (words[0], dataclasses.replace(words[1], start=0.9, end=1.3), *words[2:])
    prosody = measure_prosody(waveform, swapped, a_target())
    assert prosody.pauses == ()


@pytest.mark.parametrize("rate", [RATE, 48_000])
def test_an_empty_take_has_empty_curves(rate: int) -> None:
    words = tuple(an_omitted_word(text, said) for text, said in SAID)
    prosody = measure_prosody(silence(0, rate=rate), words, a_target())
    assert len(prosody.pitch.value) == len(prosody.energy.value) == 0
