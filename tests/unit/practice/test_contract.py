"""The JSON contract: valid, exact both ways, and refused when it is newer or broken."""

import json
from importlib import resources
from typing import Any

import jsonschema
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_assessment, an_omitted_word, facts
from tutor.domain.assessment import (
    Assessment,
    Estimate,
    Event,
    Evidence,
    Miscue,
    ModelStamp,
    PhoneScore,
    RationaleLine,
    Scores,
    Unjudged,
    Verdict,
    WordScore,
)
from tutor.domain.audio import AudioFacts
from tutor.domain.errors import StoreError
from tutor.domain.phones import CONSONANTS, PHONES, VOWELS, Phone
from tutor.domain.prosody import Pause, Prosody, Track
from tutor.practice.contract import from_json, to_json

SCHEMA = json.loads(resources.files("tutor.practice").joinpath("assessment.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
REFUSING = [verdict for verdict in Verdict if verdict.refuses]


def said(assessment: Assessment) -> Any:
    """What a reader of the printed JSON gets."""
    return json.loads(json.dumps(to_json(assessment), allow_nan=False))


def refused(verdict: Verdict) -> Assessment:
    words = (an_omitted_word("garden", "G AA1 R D AH0 N"),)
    return an_assessment(
        verdict=verdict, words=words, scores=Scores(), problems=(str(verdict),), events=(), prosody=None, rationale=()
    )


def decimals(top: float) -> st.SearchStrategy[float]:
    return st.integers(0, round(top * 1000)).map(lambda thousandths: thousandths / 1000)


def estimates(top: float) -> st.SearchStrategy[Estimate | None]:
    three = st.tuples(decimals(top), decimals(top), decimals(top)).map(sorted)
    return st.none() | three.map(lambda found: Estimate(found[1], found[0], found[2]))


def times() -> st.SearchStrategy[float | None]:
    return st.none() | decimals(600)


def phone_symbols() -> st.SearchStrategy[Phone]:
    vowels = st.builds(Phone, st.sampled_from(sorted(VOWELS)), st.sampled_from([None, 0, 1, 2]))
    return vowels | st.sampled_from(sorted(CONSONANTS)).map(Phone)


def phone_scores() -> st.SearchStrategy[PhoneScore]:
    heard = st.none() | st.sampled_from(PHONES)
    chance = st.none() | decimals(1)
    return st.builds(PhoneScore, phone_symbols(), times(), times(), estimates(2), heard, chance, chance, reasons())


def reasons() -> st.SearchStrategy[Unjudged | None]:
    return st.none() | st.sampled_from(Unjudged)


def tuples(one: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, min_size=least, max_size=3).map(tuple)


def words() -> st.SearchStrategy[WordScore]:
    miscues = st.none() | st.sampled_from(list(Miscue))
    text = st.text(min_size=1, max_size=9)
    return st.builds(
        WordScore, text, times(), times(), miscues, estimates(10), estimates(10), tuples(phone_scores(), 1), reasons()
    )


def evidence() -> st.SearchStrategy[Evidence]:
    index = st.integers(0, 99)
    plain = st.builds(Evidence, st.sampled_from(["word", "pause"]), index)
    return plain | st.builds(Evidence, st.just("phone"), index, index)


def assessments() -> st.SearchStrategy[Assessment]:
    kinds = st.sampled_from(["insertion", "repetition", "self_correction", "hesitation"])
    return st.builds(
        Assessment,
        model=st.builds(ModelStamp, st.sampled_from(["embedded", "speechllm"]), st.just("a"), st.just("1")),
        audio=st.builds(AudioFacts, *[decimals(60)] * 4, decimals(90).map(lambda db: -db), st.just(-60.0), decimals(1)),
        verdict=st.sampled_from([verdict for verdict in Verdict if not verdict.refuses]),
        words=tuples(words(), 1),
        scores=st.builds(Scores, *[estimates(10)] * 5),
        problems=tuples(st.sampled_from(["noisy", "clipped"])),
        events=tuples(st.builds(Event, kinds, decimals(60), decimals(60), st.integers(-1, 99))),
        rationale=tuples(st.builds(RationaleLine, st.text(min_size=1), tuples(evidence()))),
        seconds=decimals(60),
    )


def test_an_assessment_is_valid() -> None:
    VALIDATOR.validate(said(an_assessment()))


@pytest.mark.parametrize("verdict", REFUSING)
def test_a_refused_take_is_valid_without_scores(verdict: Verdict) -> None:
    VALIDATOR.validate(said(refused(verdict)))


@pytest.mark.parametrize("verdict", REFUSING)
def test_a_refused_take_with_scores_is_not_valid(verdict: Verdict) -> None:
    assert not VALIDATOR.is_valid(said(an_assessment(verdict=verdict)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("verdict",), "fine"),
        (("audio", "clipped"), 1.1),
        (("confidence",), 1),
        (("scores", "total", "value"), 10.1),
        (("scores", "total", "low"), -0.1),
        (("words", 0, "accuracy"), None),
        (("words", 0, "miscue"), "skipped"),
        (("words", 0, "start"), "0.3"),
        (("words", 0, "phones", 0, "phone"), "AY1"),
        (("words", 0, "phones", 0, "accuracy", "value"), 2.1),
        (("words", 0, "phones", 0, "mispronounced"), -0.1),
        (("words", 3, "judged"), True),
        (("events", 0, "kind"), "cough"),
        (("events", 0, "after_word"), -2),
        (("prosody", "step"), 0),
        (("prosody", "pitch_semitones", 0), "x"),
        (("rationale", 0, "about", 0), "phone:1"),
        (("rationale", 0, "about", 0), "word:1.2"),
        (("words",), []),
        (("stray",), 1),
    ],
)
def test_a_wrong_value_is_not_valid(path: tuple[Any, ...], value: object) -> None:
    data = said(an_assessment())
    at = data
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert not VALIDATOR.is_valid(data)


def test_every_field_of_the_schema_is_asked_for() -> None:
    data = said(an_assessment())
    for name in data:
        assert not VALIDATOR.is_valid({key: value for key, value in data.items() if key != name}), name


def test_a_problem_may_carry_a_message() -> None:
    data = said(an_assessment(problems=("noisy",)))
    assert data["problems"] == [{"code": "noisy"}]
    data["problems"][0]["message"] = "There was noise. Find a quieter room."
    VALIDATOR.validate(data)
    assert from_json(data).problems == ("noisy",)


@given(assessments())
def test_every_assessment_is_valid_and_comes_back_the_same(assessment: Assessment) -> None:
    data = said(assessment)
    VALIDATOR.validate(data)
    assert from_json(data) == assessment


@given(st.lists(st.none() | st.floats(-60, 60, width=32), max_size=30), st.integers(0, 5))
def test_curves_come_back_with_their_gaps(values: list[float | None], spread: int) -> None:
    curve = np.array(values, dtype=np.float32)
    track = Track(curve, curve - spread, curve + spread)
    prosody = Prosody(0.01, track, track, (Pause(1.0, 1.5, 0, True),), None, 4.1)
    data = said(an_assessment(prosody=prosody))
    VALIDATOR.validate(data)
    back = from_json(data).prosody
    assert back is not None
    for name in ("value", "low", "high"):
        np.testing.assert_allclose(getattr(back.pitch, name), getattr(track, name), atol=0.0051)
        np.testing.assert_allclose(getattr(back.energy, name), getattr(track, name), atol=0.0051)
    assert (back.step, back.pauses, back.words_per_minute, back.articulation_rate) == (0.01, prosody.pauses, None, 4.1)


@given(st.lists(st.floats(0, 10), min_size=3, max_size=3).map(sorted))
def test_rounding_keeps_the_value_inside_its_interval(found: list[float]) -> None:
    low, value, high = found
    data = said(an_assessment(scores=Scores(total=Estimate(value, low, high))))
    total = from_json(data).scores.total
    assert total is not None
    assert total.value == pytest.approx(value, abs=0.00051)


def test_values_are_rounded_for_people() -> None:
    data = said(an_assessment(audio=facts(level_db=-23.45678, noise_db=-0.0001), seconds=0.0612345))
    assert (data["audio"]["level_db"], data["seconds"]) == (-23.457, 0.061)
    assert str(data["audio"]["noise_db"]) == "0.0"


def test_a_phone_shows_its_symbol_stress_and_sign() -> None:
    last = said(an_assessment())["words"][-1]["phones"][4]
    assert (last["phone"], last["stress"], last["ipa"]) == ("AH", 0, "ə")


def test_an_omitted_word_has_no_times() -> None:
    word = said(an_assessment())["words"][3]
    assert (word["miscue"], word["start"], word["end"], word["judged"]) == ("omitted", None, None, False)


def test_a_newer_schema_is_refused() -> None:
    with pytest.raises(StoreError) as caught:
        from_json(said(an_assessment()) | {"schema": 2})
    assert (caught.value.code, caught.value.facts) == ("newer_schema", {"schema": 2, "known": 1})


@pytest.mark.parametrize("broken", [{}, {"schema": "1"}, {"schema": 1}, {"verdict": "fine"}, {"words": [{}]}, {"scores": None}])
def test_broken_data_is_refused(broken: dict[str, object]) -> None:
    data = said(an_assessment()) | broken if broken else {}
    if broken == {"schema": 1}:
        data.pop("words")
    with pytest.raises(StoreError) as caught:
        from_json(data)
    assert caught.value.code == "broken_assessment"
