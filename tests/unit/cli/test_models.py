"""`tutor models`: bringing in a model without any network, and finding out before use whether it is whole and fits."""

import json
from pathlib import Path

import pytest

from tests.tiny_qwen import save_tiny
from tutor.cli.main import main
from tutor.domain.errors import Cancelled
from tutor.speechllm.shelf import bring_in

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


def test_what_was_stopped_leaves_nothing(downloaded: Path, tmp_path: Path) -> None:
    def stop(share: float, stage: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        bring_in(downloaded, tmp_path / "shelf", stop)
    assert list((tmp_path / "shelf").iterdir()) == []
