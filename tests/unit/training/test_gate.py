"""The table the gate's thresholds are read from."""

import json
from pathlib import Path

import pytest

from tests.unit.training.rated import write_manifest
from tutor.scorer.assessor import EmbeddedAssessor
from tutor.training import gate
from tutor.training.manifest import read_manifest


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """Over the samples, one in three spoilt, with the model that ships."""
    manifest = write_manifest(tmp_path_factory.mktemp("gate"))
    readings = read_manifest(manifest)
    return gate.try_gate(readings, EmbeddedAssessor.load(), every=3)


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        ("silence", "no_speech"),
        ("white alone -20 dB", "no_speech"),
        ("hum -20 dB", "no_speech"),
        ("white SNR 0 dB", "noisy"),
        ("pink SNR 0 dB", "noisy"),
        ("gain 20, hard", "clipped"),
        ("flattened at 0.3 of the peak", "clipped"),
        ("gain 0.01", "too_quiet"),
        ("first 0.2 s of speech", "too_short"),
        ("first word cut away", "cut_start"),
        ("last word cut away", "cut_end"),
    ],
)
def test_every_fault_is_counted_under_its_name(table: dict[str, dict[str, object]], kind: str, verdict: str) -> None:
    assert table[kind]["said"] == {verdict: table[kind]["takes"]}
    assert table[kind]["caught"] == 1.0


@pytest.mark.parametrize("kind", ["untouched", "assessed", "offset 0.1"])
def test_whole_readings_raise_no_alarm_in_any_group(table: dict[str, dict[str, object]], kind: str) -> None:
    row = table[kind]
    assert [row[name] for name in ("caught", "under_16", "adult", "female", "male") if name in row] == [0.0] * (len(row) - 2)


def test_untouched_readings_are_all_tried_and_spoilt_ones_now_and_then(table: dict[str, dict[str, object]]) -> None:
    assert (table["untouched"]["takes"], table["assessed"]["takes"], table["silence"]["takes"]) == (6, 6, 2)


def test_the_command_prints_the_table_of_one_fold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_manifest(tmp_path)
    assert gate.main([str(tmp_path), "--every", "99", "--fold", "1"]) == 0
    assert json.loads(capsys.readouterr().out)["untouched"]["takes"] == 3
