"""The measuring itself, on the bundled recordings and the shipped networks standing in for both folds."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.unit.training.rated import write_manifest
from tutor.domain.resources import assets
from tutor.scorer.alignment import align
from tutor.scorer.networks import Networks
from tutor.scorer.script import MEASURES
from tutor.store.audiofiles import read_audio
from tutor.training.manifest import read_manifest
from tutor.training.tracking import classes, main


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tracking")
    manifest = write_manifest(folder)
    for fold in (0, 1):
        shutil.copytree(assets() / "scorer", folder / f"fold{fold}")
    networks = Networks(folder / "fold0")
    heard = {r.id: (networks.listen(read_audio(r.audio).samples), classes(r)) for r in read_manifest(manifest)}
    spans = {name: align(take.log_posteriors, words).frames for name, (take, words) in heard.items()}
    np.savez(folder / "spans.npz", allow_pickle=False, **spans)
    return folder, folder


def test_kinds_ages_and_texts_are_counted(run: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    main([str(run[0]), str(run[1]), "2"])
    said = json.loads(capsys.readouterr().out.partition("{\n")[2].join(["{\n", ""]))
    assert said["kinds"]["repeat_phrase_pause"]["takes"] == 4
    assert said["kinds"]["repeat_phrase_pause"]["recall"] >= 0.75
    assert said["kinds"]["omit"]["recall"] >= 0.5
    assert said["untouched"]["all"]["words"] == said["untouched"]["under_16"]["words"] == 100
    assert set(said["script"]["WEIGHTS"]) == set(MEASURES)
    assert said["script"]["passing"]["untouched"] >= 0.8
    assert said["script"]["passing"]["swap_any"] <= 0.4
