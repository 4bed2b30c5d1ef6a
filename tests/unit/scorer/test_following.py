"""Where the reader is, while they read: the recordings that ship, one after the other, as a long reading of one text."""

import numpy as np
import pytest

from tests.samples import SAMPLES
from tutor.domain.audio import Samples
from tutor.domain.resources import assets
from tutor.domain.target import Target
from tutor.reading.lexicon import Lexicon
from tutor.reading.target import make_target
from tutor.scorer import following
from tutor.scorer.alignment import classes_of
from tutor.scorer.following import Following
from tutor.scorer.networks import Networks
from tutor.scorer.tracker import follow
from tutor.store.audiofiles import read_audio

RATE, HOP, BLOCK = 16_000, 384, 1600
ADULTS = [sample for sample in SAMPLES if sample.reader == "adult"]


@pytest.fixture(scope="module")
def networks() -> Networks:
    return Networks(assets() / "scorer")


@pytest.fixture(scope="module")
def target() -> Target:
    return make_target(" ".join(sample.text for sample in ADULTS), Lexicon.load())


@pytest.fixture(scope="module")
def sound() -> Samples:
    return np.concatenate([read_audio(sample.path).samples for sample in ADULTS])


def places(networks: Networks, target: Target, sound: Samples) -> list[int]:
    """Where the reader is said to be after each tenth of a second."""
    reader = Following(networks, RATE, target, lambda _: None)
    return [reader.hear(sound[at : at + BLOCK]) for at in range(0, len(sound), BLOCK)]


def really(networks: Networks, target: Target, sound: Samples) -> list[int]:
    """Where they are by the whole reading, heard afterwards."""
    visits = follow(networks.listen(sound).log_posteriors, classes_of(word.pronunciations[0] for word in target.words))
    ends = [min(at + BLOCK, len(sound)) / HOP for at in range(0, len(sound), BLOCK)]
    return [max([visit.word for visit in visits if visit.start <= end], default=0) for end in ends]


def test_the_place_is_the_readers_to_a_word_or_two(networks: Networks, target: Target, sound: Samples) -> None:
    off = np.array(places(networks, target, sound)) - really(networks, target, sound)
    assert (abs(off) <= 2).mean() > 0.9
    assert (off < -3).sum() <= 10, "it is further behind for less than a second"


def test_a_long_text_is_followed_part_by_part(networks: Networks, monkeypatch: pytest.MonkeyPatch) -> None:
    target = make_target(" ".join(sample.text for sample in SAMPLES), Lexicon.load())
    sound = np.concatenate([read_audio(sample.path).samples for sample in SAMPLES])
    whole = places(networks, target, sound)
    monkeypatch.setattr(following, "_BEFORE", 5)
    monkeypatch.setattr(following, "_BEHIND", 16)
    parts = places(networks, target, sound)
    assert len(target.words) > 2 * 16
    assert np.mean(np.abs(np.array(whole) - parts) <= 1) > 0.9
    assert parts[-1] >= len(target.words) - 1


def test_silence_leaves_the_place_at_the_beginning(networks: Networks, target: Target) -> None:
    assert set(places(networks, target, np.zeros(4 * RATE, np.float32))) == {0}
