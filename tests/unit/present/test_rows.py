"""Scores, curves, rationale lines and takes as rows."""

from dataclasses import replace
from datetime import UTC

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_prosody, a_take, a_target, an_assessment, an_estimate
from tutor.domain.assessment import ASPECTS, Estimate, Scores, Verdict
from tutor.domain.prosody import Pause, Track
from tutor.domain.take import Attempt
from tutor.present.curves import plots, segments
from tutor.present.numbers import half
from tutor.present.rationale import Group, rationale_rows
from tutor.present.scores import Steps, aspect_rows, label
from tutor.present.takes import take_rows


def test_aspects_are_told_in_halves_with_their_band_and_rubric_label() -> None:
    rows = {row.aspect: row for row in aspect_rows(an_assessment())}
    assert tuple(rows) == ASPECTS
    accuracy = rows["accuracy"]
    assert (accuracy.shown, accuracy.band, accuracy.label) == ("7", "6 to 8", "Clear, with a few slips")
    assert accuracy.spoken == "Accuracy: Clear, with a few slips, step 4 of 5; about 7 of 10, between 6 and 8"
    assert accuracy.steps == Steps(4, 3, 4, 5)


def test_completeness_is_a_percentage_without_a_band() -> None:
    row = next(row for row in aspect_rows(an_assessment()) if row.aspect == "completeness")
    assert (row.shown, row.band, row.label) == ("83%", "", "83% of the words were read")


def test_scores_of_a_doubtful_take_are_said_to_be_so() -> None:
    rows = aspect_rows(an_assessment(verdict=Verdict.NOISY))
    assert all(row.spoken.endswith("; not to be relied on") for row in rows)


def test_what_is_not_judged_has_no_number() -> None:
    row = aspect_rows(an_assessment(scores=Scores()))[0]
    assert (row.value, row.shown, row.spoken) == (None, "–", "Accuracy: not judged")


@pytest.mark.parametrize(
    ("spread", "words"), [(1.0, "fairly sure"), (2.0, "a rough idea"), (2.5, "not sure")], ids=["narrow", "wide", "wider"]
)
def test_the_width_of_the_band_is_put_in_words(spread: float, words: str) -> None:
    assert aspect_rows(an_assessment(scores=Scores(accuracy=an_estimate(5.0, spread=spread))))[0].certainty == words


@settings(deadline=None)  # a busy machine is no bug
@given(st.floats(0, 10))
def test_every_score_has_a_label_and_a_better_one_never_a_worse_label(value: float) -> None:
    order = ["Often interrupted", "Many pauses", "A few pauses", "Smooth"]
    assert order.index(label("fluency", value)) <= order.index(label("fluency", min(10.0, value + 0.5)))
    assert abs(half(value) - value) <= 0.25


def test_curves_break_where_there_is_no_voice() -> None:
    gap = np.array([1, 2, np.nan, 3, np.nan, np.nan, 4], dtype=np.float32)
    pieces = segments(Track(gap, gap - 1, gap + 1), 0.01)
    assert [piece.value.tolist() for piece in pieces] == [[1, 2], [3], [4]]
    assert pieces[1].seconds.tolist() == pytest.approx([0.03])
    nothing = np.full(3, np.nan, dtype=np.float32)
    assert segments(Track(nothing, nothing, nothing), 0.01) == ()


def test_plots_carry_words_pauses_and_a_sentence() -> None:
    pitch, energy = plots(an_assessment(), a_target())
    assert [word.text for word in pitch.words] == ["I", "think", "it", "a", "garden"]
    assert [(pause.text, pause.unexpected) for pause in pitch.pauses] == [("0.3 s", True)]
    assert pitch.bottom < -3 < 3 < pitch.top
    assert pitch.summary.startswith("Your pitch moved over about 6 semitones, highest on “think”")
    assert energy.summary.endswith("One pause where the text has no stop: 0.3 s after “think”.")


@pytest.mark.parametrize(("slope", "ending"), [(-8, "fell at the end"), (8, "rose at the end"), (0, "stayed level at the end")])
def test_the_end_of_the_melody_is_told(slope: float, ending: str) -> None:
    said = a_prosody()
    t = np.arange(len(said.pitch.value)) * said.step
    line = (slope * np.maximum(t - 2.2, 0)).astype(np.float32)
    pitch = plots(an_assessment(prosody=replace(said, pitch=Track(line, line, line))), a_target())[0]
    assert ending in pitch.summary


def test_plots_say_so_when_there_is_nothing_to_follow() -> None:
    said = a_prosody()
    nothing = np.full_like(said.pitch.value, np.nan)
    silent = Track(nothing, nothing, nothing)
    pitch, energy = plots(an_assessment(prosody=replace(said, pitch=silent, energy=silent, pauses=())), a_target())
    assert "too little voice" in pitch.summary
    assert "too little speech" in energy.summary
    assert plots(an_assessment(prosody=None), a_target()) == ()


def test_several_pauses_are_summed_up_by_the_longest() -> None:
    pauses = (Pause(0.4, 0.5, 0, False), Pause(1.1, 1.9, 1, False), Pause(1.95, 2.9, 2, True))
    energy = plots(an_assessment(prosody=replace(a_prosody(), pauses=pauses)), a_target())[1]
    assert energy.summary.endswith("2 pauses where the text has no stop; the longest, 0.8 s, after “think”.")


def test_rationale_rows_say_what_to_select_and_play() -> None:
    sound, pause = rationale_rows(an_assessment())
    assert (sound.group, sound.words, sound.phone, sound.seconds) == (Group.WORK, (1,), (1, 0), (0.5, 0.9))
    assert (pause.group, pause.words, pause.phone) == (Group.NOTICED, (1,), None)
    assert pause.seconds == pytest.approx((0.5, 1.6)), "the words around it are heard too"


def test_takes_are_listed_with_date_text_verdict_and_total() -> None:
    fresh = Attempt(a_take(passage_id="a1-garden"), None)
    done, waiting = take_rows([Attempt(a_take(), an_assessment()), fresh], UTC)
    assert (done.when, done.verdict, done.total, done.band) == ("2026-11-22 09:30", "Scored", "7.5", "6.5 to 8.5")
    assert done.spoken == "2026-11-22 09:30, I think it is a garden., Scored, total 7.5 of 10, 6.5 to 8.5"
    assert (waiting.passage, waiting.verdict, waiting.total) == ("a1-garden", "Not assessed yet", "")


def test_long_texts_are_shortened_at_a_word() -> None:
    row = take_rows([Attempt(a_take(text="word " * 40), None)], UTC)[0]
    assert len(row.passage) <= 50
    assert row.passage.endswith("word …")


def test_a_band_of_no_width_is_told_as_one_number() -> None:
    certain = aspect_rows(an_assessment(scores=Scores(total=Estimate(10, 10, 10))))[-1]
    assert certain.spoken == "Total: Very good, step 5 of 5; about 10 of 10"
