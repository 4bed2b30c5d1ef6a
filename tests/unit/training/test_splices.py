"""Splices of the bundled recordings, as if each of their words lasted as long as the others."""

import numpy as np
import pytest

from tests.unit.training.rated import write_manifest
from tutor.store.audiofiles import read_audio
from tutor.training.manifest import read_manifest
from tutor.training.splices import RATE, WAYS, Source, at_sample, join, splice


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Source]:
    readings = read_manifest(write_manifest(tmp_path_factory.mktemp("splices")))
    return [Source.of(r, read_audio(r.audio).samples, spans(len(r.labels.phone))) for r in readings]


def spans(phones: int) -> np.ndarray:
    first = 20 + 3 * np.arange(phones)
    return np.stack([first, first + 3], axis=1)


def made(kind: str, sources: list[Source], seed: int = 1) -> list[tuple[Source, float, int, int]]:
    """The takes that could be spliced so: how much longer they got in seconds, and the words concerned."""
    found = []
    for source, other in zip(sources, [*sources[1:], sources[0]], strict=True):
        spliced = splice(kind, source, other, np.random.default_rng(seed))
        if spliced:
            found.append((source, (len(spliced.samples) - len(source.samples)) / RATE, spliced.first, spliced.last))
    assert found
    return found


@pytest.mark.parametrize("kind", WAYS)
def test_every_way_is_seeded_and_names_words_of_the_text(sources: list[Source], kind: str) -> None:
    assert [case[1:] for case in made(kind, sources)] == [case[1:] for case in made(kind, sources)]
    assert all(0 <= first <= last + 1 <= len(source.lengths) for source, _, first, last in made(kind, sources))


@pytest.mark.parametrize("kind", ["omit", "omit_run", "truncate", "start_late"])
def test_what_is_left_out_makes_a_take_shorter(sources: list[Source], kind: str) -> None:
    assert all(longer < 0 for _, longer, _, _ in made(kind, sources))


@pytest.mark.parametrize("kind", [kind for kind in WAYS if kind.startswith(("re", "ins", "hes"))])
def test_what_is_added_makes_a_take_longer(sources: list[Source], kind: str) -> None:
    assert all(longer > 0.05 for _, longer, _, _ in made(kind, sources))


def test_a_repeated_word_adds_its_own_length_but_for_the_fades(sources: list[Source]) -> None:
    for source, longer, first, last in made("repeat_word", sources):
        start, end = source.edges[first, 0], source.edges[last, 1]
        assert longer == pytest.approx((end - start) / RATE, abs=0.011)


def test_pieces_are_faded_into_each_other() -> None:
    whole = join([np.ones(1000, np.float32), -np.ones(1000, np.float32)])
    assert len(whole) == 1920
    assert np.abs(np.diff(whole)).max() < 0.03


def test_frames_are_where_the_network_sees_them() -> None:
    assert at_sample(np.array([0, 10])).tolist() == pytest.approx([255.5, 4095.5], abs=1)
