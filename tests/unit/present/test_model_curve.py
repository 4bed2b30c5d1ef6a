from dataclasses import replace

import numpy as np
import pytest

from tests.builders import a_prosody, a_target, a_word, an_assessment, an_omitted_word
from tutor.domain.assessment import Assessment
from tutor.domain.prosody import Prosody, Track
from tutor.present.curves import plots
from tutor.present.model_curve import model_pitch, model_summary, with_model


def _reading(heights: dict[str, float], *, at: float = 1.0) -> Assessment:
    """A reading of "I think it" from `at` on, half a second a word, each word level at its height in semitones."""
    curve = np.full(400, np.nan, np.float32)
    words = []
    for nth, (text, said) in enumerate((("I", "AY1"), ("think", "TH IH1 NG K"), ("it", "IH1 T"))):
        start = at + 0.5 * nth
        words.append(replace(a_word(text, said, start), end=start + 0.4))
        curve[round(start * 100) : round(start * 100) + 40] = heights[text]
    prosody = Prosody(0.01, Track(curve, curve - 1, curve + 1), a_prosody(4.0).energy, (), 100.0, 4.0)
    return an_assessment(words=tuple(words), prosody=prosody)


LEVEL = {"I": 0.0, "think": 0.0, "it": 0.0}


def test_each_word_of_the_model_lies_under_that_of_the_learner() -> None:
    mine, model = _reading(LEVEL, at=1.0), _reading({"I": 1.0, "think": 5.0, "it": -2.0}, at=0.2)
    found = model_pitch(mine, model)
    assert [float(part.value[0]) for part in found] == [1.0, 5.0, -2.0]
    assert [float(part.seconds[0]) for part in found] == pytest.approx([1.0, 1.5, 2.0], abs=0.03)
    assert all(part.seconds[-1] < word.end for part, word in zip(found, mine.words, strict=True) if word.end)


def test_a_word_left_out_has_no_curve_under_it() -> None:
    mine, model = _reading(LEVEL), _reading(LEVEL, at=0.2)
    words = (mine.words[0], an_omitted_word("think", "TH IH1 NG K"), mine.words[2])
    assert len(model_pitch(replace(mine, words=words), model)) == 2


def test_the_summary_names_the_word_that_goes_apart_most() -> None:
    mine = _reading(LEVEL)
    assert "lower on “think”" in model_summary(mine, _reading({"I": 1.0, "think": 5.0, "it": -2.0}))
    assert model_summary(mine, _reading(LEVEL)) == "Your melody goes the way of the model voice in every word."
    assert model_summary(mine, replace(mine, prosody=None)) == ""


def test_the_panel_has_room_for_both_curves() -> None:
    mine = _reading(LEVEL)
    pitch = plots(mine, a_target())[0]
    both = with_model(pitch, mine, _reading({"I": 1.0, "think": 15.0, "it": -2.0}))
    assert both.top >= 15
    assert both.segments == pitch.segments
    assert both.summary.startswith(pitch.summary)
