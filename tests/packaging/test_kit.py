"""The kit's scripts around a stand-in for the program: silent by an answer file, the same every time, refused when damaged."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PROGRAM = """#!/bin/sh
echo "$*" >>"$HOME/calls"
case "$1 $2" in
"learners list") printf 'Name   Level\\nAna    A2\\nLi Na  B1\\n' ;;
"models check") exit 1 ;;
esac
"""
pytestmark = pytest.mark.skipif(shutil.which("sha256sum") is None, reason="needs coreutils")


def _run(*command: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    """As an ordinary user, whoever runs the tests: as root the scripts would install for everybody."""
    nobody = home / "nobody"
    nobody.mkdir(exist_ok=True)
    (nobody / "id").write_text("#!/bin/sh\necho 1000\n")
    (nobody / "id").chmod(0o755)
    environment = {"PATH": f"{nobody}{os.pathsep}{os.environ['PATH']}", "HOME": str(home), "LC_ALL": "C.UTF-8"}
    return subprocess.run(["sh", *command], env=environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """What a build leaves, with a stand-in inside."""
    program = tmp_path / "readaloud-tutor"
    (program / "icons").mkdir(parents=True)
    (program / "icons" / "readaloud-tutor-48.png").write_bytes(b"png")
    for name in ("install.sh", "readaloud-tutor.desktop", "readaloud-tutor-mime.xml"):
        shutil.copy(ROOT / "packaging" / "linux" / name, program)
    (program / "readaloud-tutor").write_text(PROGRAM)
    (program / "readaloud-tutor").chmod(0o755)
    folder = tmp_path / "files"
    folder.mkdir()
    with tarfile.open(folder / "readaloud-tutor-1.0-linux-x86_64.tar.xz", "w:xz") as tar:
        tar.add(program, "readaloud-tutor")
    (folder / "readaloud-tutor_1.0_amd64.deb").write_bytes(b"deb")
    return folder


@pytest.fixture
def kit(tmp_path: Path, files: Path, home: Path) -> Path:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "week 1.tutorpack").write_bytes(b"pack")
    (tmp_path / "models" / "Some model").mkdir(parents=True)
    (tmp_path / "plan.csv").write_text("computer,name\npc1,Ana\n")
    (tmp_path / "answers.txt").write_text("# all\nlearners=yes\npacks=yes\npacks_from=12-34\r\naddon=no\nmodels=yes\n")
    options = [each for name in ("packs", "models") for each in (f"--{name}", str(tmp_path / name))]
    options += ["--plan", str(tmp_path / "plan.csv"), "--answers", str(tmp_path / "answers.txt")]
    ran = _run(ROOT / "packaging" / "kit" / "write-kit.sh", tmp_path / "my stick", files, *options, home=home)
    assert ran.returncode == 0, ran.stderr
    return tmp_path / "my stick"


def install(kit: Path, home: Path, *options: str | Path) -> subprocess.CompletedProcess[str]:
    return _run(kit / "install.sh", *(options or ("--answers", kit / "answers.txt")), home=home)


def test_by_an_answer_file_it_asks_and_says_nothing(kit: Path, home: Path) -> None:
    for _ in range(2):  # a second time is an update
        ran = install(kit, home)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert (home / ".local/bin/readaloud-tutor").resolve() == home / ".local/opt/readaloud-tutor/readaloud-tutor"
    assert (
        f'Exec="{home}/.local/opt/readaloud-tutor/readaloud-tutor"'
        in (home / ".local/share/applications/readaloud-tutor.desktop").read_text()
    )
    calls = (home / "calls").read_text().splitlines()
    pack = f"{kit}/packs/week 1.tutorpack"
    assert f"learners seat {kit}/plan.csv" in calls
    assert f"pack open {pack} --learner Ana --accept 12-34" in calls
    assert f"pack open {pack} --learner Li Na --accept 12-34" in calls
    assert f"models import {kit}/models/Some model" in calls
    assert not any(call.startswith("addon") for call in calls)


def test_packs_and_returns_open_with_a_double_click(kit: Path, home: Path) -> None:
    assert install(kit, home).returncode == 0
    share = home / ".local/share"
    entry = (share / "applications/readaloud-tutor.desktop").read_text()
    assert f'Exec="{home}/.local/opt/readaloud-tutor/readaloud-tutor" %f\n' in entry
    kinds = ["application/vnd.readaloud-tutor.pack", "application/vnd.readaloud-tutor.return"]
    assert f"MimeType={';'.join(kinds)};\n" in entry
    declared = (share / "mime/packages/readaloud-tutor.xml").read_text()
    assert [kind for kind in kinds if f'<mime-type type="{kind}">' in declared] == kinds
    if shutil.which("update-mime-database"):
        assert "50:application/vnd.readaloud-tutor.pack:*.tutorpack" in (share / "mime/globs2").read_text()
    assert install(kit, home, "--remove").returncode == 0
    assert not (share / "mime/packages/readaloud-tutor.xml").exists()


def test_removing_leaves_what_learners_keep(kit: Path, home: Path) -> None:
    kept = home / ".local/share/readaloud-tutor/learners/1/history.db"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"years")
    assert install(kit, home).returncode == 0
    assert install(kit, home, "--remove").returncode == 0
    assert not (home / ".local/bin/readaloud-tutor").exists()
    assert not (home / ".local/opt/readaloud-tutor").exists()
    assert kept.read_bytes() == b"years"


@pytest.mark.parametrize("name", ["program/readaloud-tutor_1.0_amd64.deb", "packs/week 1.tutorpack", "install.ps1"])
def test_a_damaged_kit_is_refused_before_anything_is_installed(kit: Path, home: Path, name: str) -> None:
    (kit / name).write_bytes(b"damaged")
    ran = install(kit, home)
    assert ran.returncode == 1
    assert "Write the kit again." in ran.stderr
    assert not (home / ".local/opt").exists()


def test_an_answer_nobody_knows_is_told(kit: Path, home: Path) -> None:
    (kit / "answers.txt").write_text("lerners=yes\n")
    ran = install(kit, home)
    assert ran.returncode == 2
    assert "a line nobody knows: lerners" in ran.stderr
