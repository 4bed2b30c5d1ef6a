"""What a bundle holds of our own files, and what it leaves to the add-on."""

import runpy
import sys
from pathlib import Path

import pytest

from tests.unit.speechllm.test_addon import a_wheel, listed, quiet
from tutor.speechllm import addon

ROOT = Path(__file__).parent.parent.parent
PACKAGING = ROOT / "packaging"


def test_the_compact_models_adapter_is_in_no_bundle() -> None:
    shipped = runpy.run_path(str(PACKAGING / "bundle" / "contents.py"))["shipped"]
    names = {f"{folder}/{Path(path).name}" for path, folder in shipped(ROOT)}
    assert {"tutor/assets/scorer/listener.onnx", "tutor/assets/i18n/tutor_zh_CN.qm"} <= names
    assert not any("speechllm-compact" in name or name.endswith(".ts") for name in names)


def test_the_adapter_comes_with_the_add_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_wheel = runpy.run_path(str(PACKAGING / "addon" / "adapter.py"))["write_wheel"]
    ours, wheels, folder = tmp_path / addon.ADAPTER, tmp_path / "wheels", addon.place(tmp_path / "data")
    for each in (ours, wheels):
        each.mkdir()
    (ours / "adapter_model.safetensors").write_bytes(b"weights" * 100)
    (ours / "speechllm.json").write_text("{}")
    wheel = write_wheel(ours, "1.2.3", wheels)
    assert wheel.read_bytes() == write_wheel(ours, "1.2.3", tmp_path).read_bytes()
    for name in addon.NEEDED:
        a_wheel(wheels, name)
    found = addon.install(listed(wheels), folder, quiet, there=(), needs_card=False)
    assert found["readaloud-tutor-compact"] == "1.2.3"
    monkeypatch.setattr(addon, "assets", lambda: tmp_path / "an installed program")
    monkeypatch.setattr(sys, "path", list(sys.path))
    assert not addon.adapter().is_dir()
    addon.use(folder)
    assert addon.adapter() == folder / addon.ADAPTER
    assert {path.name: path.read_bytes() for path in addon.adapter().iterdir()} == {
        path.name: path.read_bytes() for path in ours.iterdir()
    }
