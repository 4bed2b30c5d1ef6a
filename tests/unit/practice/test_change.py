"""What counts as a change between two takes: by rule on made-up scores, and on recordings with the real model."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from tests.builders import a_word, an_assessment, an_estimate, an_omitted_word
from tests.samples import SAMPLES, Sample, a_sample
from tutor.acoustics.measure import measure
from tutor.cli.world import target_of
from tutor.domain.assessment import Assessment, Estimate, ModelStamp, Scores, Verdict
from tutor.domain.audio import Samples, Waveform
from tutor.domain.change import Change, changed, compare
from tutor.practice.assess import assess_sound
from tutor.scorer.assessor import EmbeddedAssessor
from tutor.store.audiofiles import read_audio


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ((5, 4, 6), (6.4, 5.4, 7.4), Change.SAME),  # 1.4 apart, the doubt is 1.41
        ((5, 4, 6), (6.5, 5.5, 7.5), Change.BETTER),  # though the intervals overlap
        ((6.5, 5.5, 7.5), (5, 4, 6), Change.WORSE),
        ((5, 1, 5.1), (6, 5.9, 10), Change.BETTER),  # only the sides that face each other count
        ((7, 7, 7), (8, 8, 8), Change.BETTER),  # what is counted has no doubt
        ((7, 7, 7), (7, 7, 7), Change.SAME),
    ],
)
def test_a_change_is_larger_than_both_doubts_together(
    before: tuple[float, float, float], after: tuple[float, float, float], change: Change
) -> None:
    assert changed(Estimate(*before), Estimate(*after)) is change


def test_what_was_not_judged_is_not_compared() -> None:
    assert changed(None, an_estimate(5.0)) is Change.UNKNOWN
    assert changed(an_estimate(5.0), None) is Change.UNKNOWN


def test_a_word_left_out_or_read_at_last() -> None:
    read, left_out = a_word("is", "IH1 Z", 1.0), an_omitted_word("is", "IH1 Z")
    takes = [an_assessment(words=(word,)) for word in (left_out, read)]
    found = [compare(first, second) for first, second in ((takes[0], takes[1]), (takes[1], takes[0]), (takes[0], takes[0]))]
    assert [one.words[0].change for one in found if one] == [Change.BETTER, Change.WORSE, Change.SAME]


def test_another_text_or_a_take_not_to_be_relied_on_is_not_compared() -> None:
    said = an_assessment()
    assert compare(said, replace(said, words=said.words[:-1])) is None
    assert compare(said, replace(said, verdict=Verdict.NOISY)) is None
    assert compare(replace(said, verdict=Verdict.INCOMPLETE), said) is not None


def test_another_model_is_told() -> None:
    said = an_assessment()
    found = compare(said, replace(said, model=ModelStamp("embedded", "other", "2"), scores=Scores()))
    assert found is not None
    assert not found.same_model


@cache
def _assessor() -> EmbeddedAssessor:
    return EmbeddedAssessor.load()


def _judged(sound: Waveform, text: str) -> Assessment:
    return assess_sound(sound, target_of(text, None), _assessor(), lambda share, stage: None)


def _noisy(sound: Waveform, snr_db: float) -> Waveform:
    level = 10 ** ((measure(sound).level_db - snr_db) / 20)
    noise = np.random.default_rng(1).normal(0, level, len(sound.samples)).astype(np.float32)
    return Waveform(sound.samples + noise, sound.rate)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path.stem)
def test_the_same_sound_through_mild_noise_is_the_same(sample: Sample) -> None:
    sound = read_audio(sample.path)
    before = _judged(sound, sample.text)
    for snr_db in (20, 30):
        found = compare(before, _judged(_noisy(sound, snr_db), sample.text))
        assert found is not None
        assert {one.change for one in found.aspects} == {Change.SAME}
        assert not [one for one in found.words if one.change in (Change.BETTER, Change.WORSE)]


def test_a_second_of_silence_between_words_is_told_apart() -> None:
    sample = a_sample("good")
    sound = read_audio(sample.path)
    before = _judged(sound, sample.text)
    found = compare(before, _judged(_halting(sound, before), sample.text))
    assert found is not None
    told = {one.aspect: one.change for one in found.aspects}
    assert told["fluency"] is told["prosody"] is told["total"] is Change.WORSE
    assert told["completeness"] is Change.SAME


def test_a_word_said_backwards_is_told_apart() -> None:
    sample = a_sample("middling")
    sound = read_audio(sample.path)
    before = _judged(sound, sample.text)
    happened = before.words[1]
    assert happened.start is not None
    assert happened.end is not None
    first, behind = round(happened.start * sound.rate), round(happened.end * sound.rate)
    samples: Samples = sound.samples.copy()
    samples[first:behind] = samples[first:behind][::-1]
    found = compare(before, _judged(Waveform(samples, sound.rate), sample.text))
    assert found is not None
    assert found.words[1].change is Change.WORSE


def _halting(sound: Waveform, said: Assessment) -> Waveform:
    """A second of faint noise behind every word."""
    ends = [round(word.end * sound.rate) for word in said.words[:-1] if word.end is not None]
    pause = np.random.default_rng(1).normal(0, 1e-3, sound.rate).astype(np.float32)
    parts = [part for piece in np.split(sound.samples, ends) for part in (piece, pause)]
    return Waveform(np.concatenate(parts[:-1]), sound.rate)
