"""`tutor models`: bringing in a model without any network, and finding out before use whether it is whole and fits."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.tiny_qwen import save_tiny
from tutor.cli.main import main
from tutor.domain.errors import Cancelled, ModelError
from tutor.speechllm.bringing import SUMS, bring_in, check_sums
from tutor.speechllm.shelf import models

Out = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def downloaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = save_tiny(tmp_path_factory.mktemp("download") / "tiny-audio")
    (folder / "README.md").write_text("---\nlicense: apache-2.0\n---\n")
    (folder / "training_args.bin").write_bytes(b"pickle")
    return folder


def test_an_empty_list_says_where_a_model_comes_from(capsys: Out) -> None:
    assert main(["models", "list"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "Qwen2-Audio-7B-Instruct (16.8 GB, Apache-2.0)" in printed


def test_a_model_is_imported_listed_and_checked(downloaded: Path, home: Path, capsys: Out) -> None:
    assert main(["models", "import", str(downloaded)]) == 0
    assert "training_args.bin" in capsys.readouterr().out
    kept = home / "data" / "models" / "tiny-audio"
    assert not (kept / "training_args.bin").exists()
    assert (kept / "model.safetensors").read_bytes() == (downloaded / "model.safetensors").read_bytes()
    assert main(["models", "list"]) == 0
    assert "apache-2.0" in capsys.readouterr().out
    assert main(["models", "check", "tiny-audio"]) == 0
    printed = capsys.readouterr().out
    assert "Its files are whole." in printed
    assert "language model, 4-bit" in printed
    assert main(["models", "import", str(downloaded)]) == 1
    assert "already a model" in capsys.readouterr().err


def test_the_7b_models_need_is_told_from_its_configuration_alone(tmp_path: Path, downloaded: Path, capsys: Out) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "qwen2_audio", "text_config": {}, "audio_config": {}}))
    (tmp_path / "model.safetensors").write_bytes((downloaded / "model.safetensors").read_bytes())
    assert main(["models", "check", str(tmp_path)]) == 0
    assert "6.3 GiB on the card (computed)" in capsys.readouterr().out


def test_a_damaged_download_is_found_out(tmp_path: Path, downloaded: Path, capsys: Out) -> None:
    (tmp_path / "config.json").write_text((downloaded / "config.json").read_text())
    (tmp_path / "model.safetensors").write_bytes((downloaded / "model.safetensors").read_bytes()[:-100])
    assert main(["models", "check", str(tmp_path)]) == 1
    assert "not whole" in capsys.readouterr().err


def quiet(share: float, stage: str) -> None:
    """Nobody looks."""


def zipped(folder: Path, goal: Path, **also: bytes) -> Path:
    with zipfile.ZipFile(goal, "w") as packed:
        for file in folder.iterdir():
            packed.write(file, f"{folder.name}/{file.name}")
        for name, data in also.items():
            packed.writestr(name, data)
    return goal


def test_what_was_stopped_goes_on_where_it_was(downloaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.speechllm.bringing._BLOCK", 1000)
    seen: list[float] = []

    def stop(share: float, stage: str) -> None:
        seen.append(share)
        if share > 0.6:
            raise Cancelled

    shelf = tmp_path / "shelf"
    with pytest.raises(Cancelled):
        bring_in(downloaded, shelf, stop)
    assert [folder.name for folder in shelf.iterdir()] == [".tiny-audio.part"]
    assert list(models(shelf)) == []
    copied = {file.name: file.stat().st_mtime_ns for file in (shelf / ".tiny-audio.part").iterdir()}
    bring_in(downloaded, shelf, quiet)
    kept = shelf / "tiny-audio"
    assert (kept / "model.safetensors").read_bytes() == (downloaded / "model.safetensors").read_bytes()
    untouched = [name for name, when in copied.items() if (kept / name).stat().st_mtime_ns == when]
    assert "config.json" in untouched
    assert check_sums(kept, quiet)


def test_a_stick_that_changed_a_byte_is_found_out_by_its_checksums(downloaded: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick" / "tiny-audio"
    shutil.copytree(downloaded, stick)
    bring_in(downloaded, tmp_path / "first", quiet)
    shutil.copy(tmp_path / "first" / "tiny-audio" / SUMS, stick / SUMS)
    weights = bytearray((stick / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (stick / "model.safetensors").write_bytes(weights)
    with pytest.raises(ModelError, match="hash_differs"):
        bring_in(stick, tmp_path / "second", quiet)
    assert list(models(tmp_path / "second")) == []


def test_a_zip_file_is_a_folder_too(downloaded: Path, tmp_path: Path, home: Path, capsys: Out) -> None:
    assert main(["models", "import", str(zipped(downloaded, tmp_path / "tiny.zip"))]) == 0
    assert main(["models", "check", "tiny"]) == 0
    assert "Every file is what its checksum says." in capsys.readouterr().out
    assert not (home / "data" / "models" / "tiny" / "training_args.bin").exists()


@pytest.mark.parametrize(
    "name", ["../evil.json", "/evil.json", "tiny-audio/deep/evil.json", "other/config.json", "C:\\evil.json"]
)
def test_a_zip_file_that_reaches_out_is_refused_and_nothing_written(downloaded: Path, tmp_path: Path, name: str) -> None:
    packed = zipped(downloaded, tmp_path / "evil.zip", **{name: b"{}"})
    with pytest.raises(ModelError, match="not_a_model_file"):
        bring_in(packed, tmp_path / "shelf", quiet)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["evil.zip"]


def test_no_zip_at_all(tmp_path: Path) -> None:
    (tmp_path / "tiny.zip").write_bytes(b"PK\x03\x04 and nothing more")
    with pytest.raises(ModelError, match="model_unreadable"):
        bring_in(tmp_path / "tiny.zip", tmp_path / "shelf", quiet)
