"""The referee that ships, on what the networks say of the bundled recordings."""

from pathlib import Path

import numpy as np
import pytest

from tests.samples import SAMPLES, Sample
from tutor.acoustics.resample import to_16k
from tutor.domain.errors import ModelError
from tutor.domain.resources import assets
from tutor.reading.lexicon import Lexicon
from tutor.reading.target import make_target
from tutor.scorer.judging import Judgement, judge
from tutor.scorer.networks import Networks
from tutor.scorer.referee import Referee
from tutor.store.audiofiles import read_audio


@pytest.fixture(scope="module")
def networks() -> Networks:
    return Networks(assets() / "scorer")


@pytest.fixture(scope="module")
def referee() -> Referee:
    return Referee(assets() / "scorer")


def judged(networks: Networks, sample: Sample, text: str) -> Judgement:
    heard = networks.listen(to_16k(read_audio(sample.path)).samples)
    return judge(networks, heard, make_target(text, Lexicon.load()), freely=True)


def of_sample(level: str) -> Sample:
    return next(sample for sample in SAMPLES if sample.level == level)


def test_every_sound_that_was_read_gets_a_score_and_the_rest_none(networks: Networks, referee: Referee) -> None:
    sample = of_sample("good")
    judgement = judged(networks, sample, f"{sample.text} The other half was never read.")
    said = referee.decide(judgement)
    read = judgement.frames[:, 0] >= 0
    assert read.any()
    assert not read.all()
    assert (np.isfinite(said.phone).all(axis=1) == read).all()
    assert (np.isfinite(said.mispronounced) == read).all()
    assert (np.isfinite(said.word).all(axis=(1, 2)) == judgement.read).all()
    assert np.isfinite(said.utterance).all()


def test_of_a_text_nobody_read_there_is_nothing_to_say(networks: Networks, referee: Referee) -> None:
    silence = networks.listen(np.zeros(32_000, np.float32))
    said = referee.decide(judge(networks, silence, make_target("Nobody read this.", Lexicon.load()), freely=True))
    assert np.isnan(said.phone).all()
    assert np.isnan(said.utterance).all()


def test_a_poor_reading_is_scored_below_a_good_one_and_less_surely(networks: Networks, referee: Referee) -> None:
    good, poor = (referee.decide(judged(networks, s, s.text)) for s in (of_sample("good"), of_sample("poor")))
    assert good.utterance[:, 0].min() > poor.utterance[:, 0].max()
    assert np.nanmean(good.phone[:, 1]) < np.nanmean(poor.phone[:, 1])
    assert np.nanmean(good.mispronounced) < np.nanmean(poor.mispronounced)


def test_a_folder_without_a_referee_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="model_missing"):
        Referee(tmp_path)
