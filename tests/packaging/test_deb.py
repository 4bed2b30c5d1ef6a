"""The .deb of one program is the same one each time, whoever builds it and when; and it tells the desktop what it opens."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

LINUX = Path(__file__).parent.parent.parent / "packaging" / "linux"
pytestmark = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb")


def a_program(folder: Path, mode: int) -> Path:
    program = folder / "readaloud-tutor"
    (program / "icons").mkdir(parents=True)
    for name in ("readaloud-tutor", "LICENSE", "NOTICE", "icons/readaloud-tutor-48.png"):
        (program / name).write_text(name * 1000)
        (program / name).chmod(mode)
    (program / "readaloud-tutor").chmod(0o755)
    for name in ("install.sh", "readaloud-tutor.desktop", "readaloud-tutor-mime.xml"):
        shutil.copy(LINUX / name, program)
    return program


def a_deb(folder: Path, mode: int) -> Path:
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1700000000"}
    command: list[str | Path] = ["sh", LINUX / "deb.sh", a_program(folder, mode), "1.2.3", folder]
    subprocess.run(command, env=environment, check=True, timeout=60)
    return folder / "readaloud-tutor_1.2.3_amd64.deb"


def test_the_same_program_gives_the_same_deb(tmp_path: Path) -> None:
    first, second = (a_deb(tmp_path / str(mode), mode) for mode in (0o644, 0o600))
    assert first.read_bytes() == second.read_bytes()


def test_the_desktop_learns_which_files_it_opens(tmp_path: Path) -> None:
    said = subprocess.run(["dpkg-deb", "-c", a_deb(tmp_path, 0o644)], capture_output=True, text=True, check=True, timeout=60)
    names = [line.split()[5] for line in said.stdout.splitlines()]
    assert "./usr/share/mime/packages/readaloud-tutor.xml" in names
    assert "./usr/share/applications/readaloud-tutor.desktop" in names
    assert "./opt/readaloud-tutor/install.sh" not in names
    assert {line.split()[1] for line in said.stdout.splitlines()} == {"root/root"}
