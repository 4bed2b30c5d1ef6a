"""The large model from the command line: a folder's tiny model and a classroom server, end to end with the real listener."""

import json
from pathlib import Path

import pytest

from tests.program import tutor
from tests.samples import a_sample
from tests.tiny_qwen import save_tiny
from tests.unit.speechllm.fake_server import FakeServer, running
from tests.unit.training.rated import write_manifest
from tutor.cli.main import main


def assess(*options: str) -> int:
    sample = a_sample()
    return main(["assess", str(sample.path), "--text", sample.text, "--json", "-", "--engine", "speechllm", *options])


def test_a_models_folder_assesses_a_recording(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = save_tiny(tmp_path / "tiny")
    assert assess("--model", str(folder)) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["model"] == {"engine": "speechllm", "id": "tiny", "version": "0"}
    assert all(word["judged"] and word["start"] is not None for word in said["words"])
    assert said["scores"]["accuracy"]["low"] <= said["scores"]["accuracy"]["value"] <= said["scores"]["accuracy"]["high"]
    assert said["scores"]["total"] is None  # only a calibrated model has one


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_classroom_server_assesses_a_recording(capsys: pytest.CaptureFixture[str]) -> None:
    with running(FakeServer()) as server:
        assert assess("--server", server.address) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["model"] == {"engine": "speechllm", "id": "tutor", "version": "server"}
    assert {word["judged"] for word in said["words"]} == {True}


def test_the_large_model_is_evaluated_with_its_explanations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = save_tiny(tmp_path / "tiny")
    manifest = write_manifest(tmp_path)
    options = ["--limit", "2", "--rationale", "--engine", "speechllm", "--model", str(folder)]
    assert main(["evaluate", str(manifest), "--json", "-", *options]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["takes"] == 2
    assert said["phone"]["accuracy"]["mae"] > 0
    assert said["utterance"]["total"]["mae"] is None
    assert set(said["rationale"]["agreement"]) == {"accuracy", "fluency", "prosody", "word", "phone", "named"}


def test_explanations_by_rules_never_go_against_their_scores(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(write_manifest(tmp_path)), "--rationale"]) == 0
    assert "sentences of explanation" in capsys.readouterr().out


def test_without_its_packages_the_large_model_says_what_to_install(tmp_path: Path) -> None:
    sample = a_sample()
    done = tutor("assess", sample.path, "--text", sample.text, "--engine", "speechllm", "--model", tmp_path)
    assert done.returncode == 1
    assert "pip install 'readaloud-tutor[speechllm]'" in done.stderr
