"""Files a person opens, and what their faults are called."""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.builders import a_waveform
from tutor.domain.audio import Waveform, as_kept
from tutor.domain.errors import AudioError
from tutor.store import audiofiles
from tutor.store.audiofiles import read_audio, read_flac, write_flac

FORMATS = [("wav", "PCM_16"), ("wav", "FLOAT"), ("flac", "PCM_16"), ("ogg", "VORBIS"), ("ogg", "OPUS"), ("mp3", "MPEG_LAYER_III")]


def code_of(path: Path) -> str:
    with pytest.raises(AudioError) as caught:
        read_audio(path)
    assert caught.value.facts["path"] == str(path)
    return caught.value.code


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Not root, who may read everything."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(65534)
    yield
    os.seteuid(me)


@pytest.mark.parametrize(("kind", "subtype"), FORMATS)
def test_every_common_format_is_read_at_its_own_rate(tmp_path: Path, kind: str, subtype: str) -> None:
    made = a_waveform(1.0, rate=48_000)
    path = tmp_path / f"reading.{kind}"
    soundfile.write(path, made.samples, 48_000, subtype=subtype)
    read = read_audio(path)
    assert (read.rate, read.samples.dtype.name) == (48_000, "float32")
    assert read.seconds == pytest.approx(1.0, abs=0.06)
    assert np.abs(read.samples).max() == pytest.approx(0.1, abs=0.03)


def test_channels_are_averaged(tmp_path: Path) -> None:
    path = tmp_path / "stereo.wav"
    soundfile.write(path, np.array([[0.5, 0.25], [-0.5, 0.5]]), 8000)
    np.testing.assert_array_equal(read_audio(path).samples, np.array([0.375, 0.0], dtype=np.float32))


def test_what_is_read_is_kept_to_the_bit(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", a_waveform(0.5).samples, 16_000, subtype="PCM_16")
    opened = read_audio(tmp_path / "a.wav")
    write_flac(tmp_path / "a.flac", opened)
    np.testing.assert_array_equal(read_flac(tmp_path / "a.flac").samples, opened.samples)


def test_full_scale_is_clipped_and_nothing_else_changes_by_more_than_a_step(tmp_path: Path) -> None:
    loud = Waveform(np.array([1.5, 1.0, -1.0, -1.5, 0.1, 1e-7], dtype=np.float32), 16_000)
    write_flac(tmp_path / "a.flac", loud)
    np.testing.assert_allclose(read_flac(tmp_path / "a.flac").samples, np.clip(loud.samples, -1, 1), atol=2**-23)


def test_writing_leaves_no_other_file(tmp_path: Path) -> None:
    write_flac(tmp_path / "a.flac", a_waveform(0.1))
    assert [path.name for path in tmp_path.iterdir()] == ["a.flac"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_flac(tmp_path / "a.flac", a_waveform(0.1))
    before = (tmp_path / "a.flac").read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_flac(tmp_path / "a.flac", a_waveform(0.2))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.flac": before}


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert code_of(tmp_path / "gone.wav") == "no_such_file"


def test_a_folder(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "unreadable_file"


def test_a_file_without_permission(tmp_path: Path, unprivileged: None) -> None:
    assert code_of(tmp_path / "anything.wav") == "unreadable_file" or os.name == "nt"


@pytest.mark.parametrize("content", [b"", b"RIFF", b"hello, this is a text file\n" * 99, os.urandom(4000)])
def test_a_file_that_is_no_sound(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    assert code_of(path) == "not_audio"


def test_a_cut_off_flac(tmp_path: Path) -> None:
    path = tmp_path / "a.flac"
    write_flac(path, a_waveform(2.0))
    path.write_bytes(path.read_bytes()[:30])
    assert code_of(path) == "not_audio"


def test_samples_that_are_no_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    soundfile.write(path, np.array([0.0, np.nan]), 8000, subtype="FLOAT")
    assert code_of(path) == "not_audio"


def test_a_file_without_a_sample(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    soundfile.write(path, np.zeros(0), 8000)
    assert code_of(path) == "empty_audio"


def test_a_file_over_half_an_hour_is_refused_but_a_kept_take_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.flac"
    write_flac(path, Waveform(np.zeros(1000 * 1801, dtype=np.float32), 1000))
    with pytest.raises(AudioError) as caught:
        read_audio(path)
    assert (caught.value.code, caught.value.facts["seconds"], caught.value.facts["limit_s"]) == ("too_long", 1801, 1800)
    assert read_flac(path).seconds == 1801
    assert audiofiles.LONGEST_S == 1800


def test_a_kept_take_reads_back_as_its_samples_were_said_to_be_kept(tmp_path: Path) -> None:
    samples = np.random.default_rng(1).normal(0, 0.5, 10_000).astype(np.float32)
    write_flac(tmp_path / "take.flac", Waveform(samples, 48_000))
    assert np.abs(samples).max() > 1
    assert np.array_equal(read_flac(tmp_path / "take.flac").samples, as_kept(samples))
