"""The base program, end to end, as installed without the training extras: its command line, its schema, its imports."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest
import soundfile

from tests.program import run_code, tutor
from tests.samples import SAMPLES, Sample, a_sample

RATE = 16_000


def assessed(audio: Path, text: str, **environment: str) -> tuple[int, dict[str, Any]]:
    """The exit code and what `--json -` wrote."""
    ran = tutor("assess", audio, "--text", text, "--json", "-", **environment)
    assert ran.stdout, ran.stderr
    return ran.returncode, json.loads(ran.stdout)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, dict[str, Any]]:
    """Each bundled recording, assessed against its text."""
    found = {}
    for sample in SAMPLES:
        code, result = assessed(sample.path, sample.text, READALOUD_TUTOR_HOME=str(tmp_path_factory.mktemp("home")))
        assert code == 0, (sample, result["verdict"], result["problems"])
        found[sample.path] = result
    return found


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path.stem)
def test_a_sample_is_scored_by_the_contract(results: dict[Path, dict[str, Any]], sample: Sample) -> None:
    result = results[sample.path]
    schema = json.loads(resources.files("tutor.practice").joinpath("assessment.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(result, schema)
    assert result["verdict"] == "scored"
    assert [word["text"].lower() for word in result["words"]] == sample.text.lower().rstrip(".").split()
    assert all(result["scores"][aspect] for aspect in ("accuracy", "fluency", "prosody", "completeness", "total"))


@pytest.mark.parametrize("reader", ["child", "adult"])
def test_better_readers_get_higher_totals(results: dict[Path, dict[str, Any]], reader: str) -> None:
    totals = {level: results[a_sample(level, reader).path]["scores"]["total"]["value"] for level in ("good", "middling", "poor")}
    assert totals["good"] > totals["middling"] > totals["poor"]


def test_same_input_gives_same_output(results: dict[Path, dict[str, Any]]) -> None:
    sample = SAMPLES[0]
    _, again = assessed(sample.path, sample.text)
    assert again | {"seconds": 0} == results[sample.path] | {"seconds": 0}


def a_recording(kind: str) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Sound of which nobody can score anything, 3 s at 16 kHz unless it is the short one."""
    noise = np.random.default_rng(1).normal(0, 0.1, 3 * RATE)
    voice, _ = soundfile.read(a_sample().path, dtype="float64")
    made = {"silence": 0 * noise, "short": voice[RATE : RATE + RATE // 5], "clipped": np.clip(60 * voice, -1, 1), "noise": noise}
    return np.asarray(made[kind], dtype=np.float32)


@pytest.mark.parametrize(
    ("kind", "verdicts"),
    [("silence", {"no_speech"}), ("short", {"too_short"}), ("clipped", {"clipped"}), ("noise", {"no_speech", "noisy"})],
)
def test_what_is_no_reading_is_never_scored(kind: str, verdicts: set[str], tmp_path: Path) -> None:
    soundfile.write(tmp_path / "take.wav", a_recording(kind), RATE)
    code, result = assessed(tmp_path / "take.wav", a_sample().text)
    assert code == 3
    assert result["verdict"] in verdicts
    assert set(result["scores"].values()) == {None}


def test_another_text_is_not_taken_for_a_reading() -> None:
    code, result = assessed(a_sample().path, "My grandmother bakes bread with honey every Sunday morning.")
    assert (code, result["verdict"]) == (3, "off_script")


def test_without_a_display_it_assesses_a_sample_and_writes_a_report(home: Path) -> None:
    ran = tutor(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert ran.returncode == 0, ran.stderr
    reports = [word for word in ran.stdout.split() if word.rstrip(".").endswith(".html")]
    assert reports, ran.stdout
    assert Path(reports[0].rstrip(".")).read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html")


def test_the_app_is_imported_without_a_model_runtime() -> None:
    code = "import tutor.app\nheavy = {'onnxruntime', 'pyqtgraph', 'alembic'} & set(sys.modules)\nassert not heavy, heavy"
    ran = run_code(code)
    assert ran.returncode == 0, ran.stderr
