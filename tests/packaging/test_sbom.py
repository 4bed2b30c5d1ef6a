"""The list of parts: of a made-up bundle it names everything, and it stops at what has no licence or must not be passed on."""

import json
import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.architecture.test_notice import run_time_packages

ROOT = Path(__file__).parent.parent.parent
SCRIPT = ROOT / "packaging" / "bundle" / "sbom.py"
ELF = b"\x7fELF and so on"
Ran = subprocess.CompletedProcess[str]


def _add_package(bundle: Path, name: str, version: str, files: tuple[str, ...] = ()) -> None:
    folder = bundle / "_internal" / f"{name.replace('-', '_')}-{version}.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    (folder / "RECORD").write_text("".join(f"{file},,\n" for file in files))


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """With all the packages of this checkout, and a library in one of them."""
    for name in run_time_packages():
        _add_package(tmp_path, name, metadata.version(name), ("numpy/core.so",) if name == "numpy" else ())
    _add_package(tmp_path, "readaloud-tutor", "1.2.3")
    for library in ("numpy/core.so", "libportaudio.so.2", "libpython3.11.so.1.0"):
        (tmp_path / "_internal" / library).parent.mkdir(exist_ok=True)
        (tmp_path / "_internal" / library).write_bytes(ELF)
    (tmp_path / "readaloud-tutor").write_bytes(ELF)
    return tmp_path


def listed(bundle: Path) -> Ran:
    command: list[str | Path] = [sys.executable, SCRIPT, bundle]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1700000000"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_everything_is_named_with_its_licence(bundle: Path) -> None:
    ran = listed(bundle)
    assert ran.returncode == 0, ran.stderr
    text = (bundle / "sbom.cdx.json").read_text()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    said = json.loads(text)
    assert said["metadata"]["component"]["version"] == "1.2.3"
    names = {part["name"].lower() for part in said["components"]}
    assert run_time_packages() <= names
    assert {"qt", "portaudio", "python", "libsndfile", "pyinstaller bootloader"} <= names
    assert all(part["licenses"] for part in said["components"])
    assert (bundle / "licences" / "LGPL-3.0.txt").is_file()


def test_the_same_bundle_gives_the_same_list(bundle: Path) -> None:
    assert listed(bundle).returncode == 0
    first = (bundle / "sbom.cdx.json").read_bytes()
    assert listed(bundle).returncode == 0
    assert (bundle / "sbom.cdx.json").read_bytes() == first


def _readline(bundle: Path) -> str:
    (bundle / "_internal" / "libreadline.so.8").write_bytes(ELF)
    return "libreadline.so.8: in no package"


def _unknown_package(bundle: Path) -> str:
    _add_package(bundle, "unheard-of", "1")
    return "unheard-of: no licence"


@pytest.mark.parametrize("spoil", [_readline, _unknown_package])
def test_a_stranger_stops_the_build(bundle: Path, spoil: Callable[[Path], str]) -> None:
    complaint = spoil(bundle)
    ran = listed(bundle)
    assert ran.returncode == 1
    assert complaint in ran.stderr
    assert not (bundle / "sbom.cdx.json").exists()


@pytest.mark.parametrize(
    ("licence", "may"),
    [
        ("MIT", True),
        ("LGPL-3.0-only", True),
        ("LGPL-3.0-only OR GPL-3.0-only", True),
        ("GPL-2.0-or-later WITH Bootloader-exception", True),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("MIT AND GPL-2.0-only", False),
        ("GPL-2.0-only OR AGPL-3.0-only", False),
    ],
)
def test_no_gpl_code_gets_into_a_bundle(licence: str, may: bool) -> None:
    assert runpy.run_path(str(SCRIPT))["may_be_passed_on"](licence) is may
