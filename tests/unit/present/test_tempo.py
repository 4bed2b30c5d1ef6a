"""Tempo over time, the stops of the text and the words that carry its weight."""

from dataclasses import replace

import numpy as np
import pytest

from tests.builders import a_prosody, a_target, a_word, an_assessment
from tutor.domain.prosody import Pause
from tutor.present.curves import plots
from tutor.present.phrasing import Break, breaks, breaks_text
from tutor.present.plotting import Span
from tutor.present.tempo import tempo


def evenly(seconds_a_word: float, words: int, start: float = 0.5) -> list[Span]:
    spans = ((start + seconds_a_word * at, start + seconds_a_word * (at + 1)) for at in range(words))
    return [Span(first, last, f"w{at}") for at, (first, last) in enumerate(spans)]


def test_an_even_reading_has_its_pace_from_end_to_end() -> None:
    found = tempo(evenly(0.5, 20), ())
    assert found is not None
    assert found.segments[0].value == pytest.approx(120.0, abs=0.5)
    assert found.ordinary == (130.0, 190.0)
    assert found.summary.startswith("Your pace was about 120 words a minute throughout.")


def test_a_slow_place_is_found_and_named() -> None:
    quick, slow = evenly(0.25, 20), evenly(1.0, 6, start=5.5)
    found = tempo([*quick, *(replace(span, text=f"slow{at}") for at, span in enumerate(slow))], ())
    assert found is not None
    assert float(found.segments[0].value.max()) == pytest.approx(240, abs=1)
    assert float(found.segments[0].value.min()) == pytest.approx(60, abs=1)
    assert "between 60 and 240 words a minute, slowest around “slow" in found.summary


def test_a_pause_slows_the_pace_where_it_is() -> None:
    found = tempo([*evenly(0.4, 10), *evenly(0.4, 10, start=6.5)], ())
    assert found is not None
    slowest = found.segments[0].seconds[int(found.segments[0].value.argmin())]
    assert 4.5 <= slowest <= 6.5


def test_short_readings_have_no_tempo_that_changes() -> None:
    assert tempo(evenly(0.3, 4), ()) is None
    assert tempo(evenly(0.3, 8), ()) is None


def test_stops_of_the_text_are_told_with_what_became_of_them() -> None:
    target = a_target("I think, it is a garden.")
    none, some = an_assessment(), an_assessment(prosody=replace(a_prosody(), pauses=(Pause(1.0, 1.3, 1, True),)))
    without = replace(none, prosody=replace(a_prosody(), pauses=()))
    assert [each.taken for each in breaks(without, target)] == [False]
    (stop,) = breaks(some, target)
    assert stop.taken
    assert stop.seconds == pytest.approx(1.15)
    assert breaks_text(breaks(some, target)) == "You paused at the stop in the text."
    assert breaks_text(breaks(without, target)) == "You read over the stop in the text."
    assert breaks(none, a_target()) == ()
    assert breaks_text((Break(1, True), Break(2, False))) == "You paused at 1 of 2 stops in the text."


def test_words_that_carry_weight_are_marked_and_compared_with_the_small_ones() -> None:
    pitch, energy = plots(an_assessment(), a_target())
    assert [word.text for word in pitch.words if word.weighty] == ["think", "garden"]
    said = a_prosody()
    flat = np.full_like(said.energy.value, -30.0)
    level = replace(said, energy=replace(said.energy, value=flat, low=flat, high=flat))
    assert energy.summary.startswith("The words that carry the weight were 3 dB louder")
    assert plots(an_assessment(prosody=level), a_target())[1].summary.startswith(
        "The words that carry the weight hardly stood out"
    )
    only = an_assessment(words=(a_word("garden", "G AA1 R D AH0 N", 0.3),), prosody=replace(said, pauses=()))
    assert "weight" not in plots(only, a_target("garden."))[1].summary
