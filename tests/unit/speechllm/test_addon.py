"""The add-on: unpacked whole from a folder of wheels or not at all, taken away again, and refused where no card suits."""

import hashlib
import os
import sys
import zipfile
from pathlib import Path

import pytest

from tests.program import run_code
from tutor.domain.errors import Cancelled, ModelError
from tutor.speechllm.addon import NEEDED, SUMS, Card, cards, install, place, remove, use, versions

GOOD = Card("Test 4060", 8188, 8.9)
SMALL = Card("Test 1650", 4096, 7.5)
OLD = Card("Test Titan", 12288, 5.2)


def a_wheel(folder: Path, name: str, version: str = "1.0", tags: str = "py3-none-any", **more: str) -> Path:
    path = folder / f"{name}-{version}-{tags}.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{name}/__init__.py", f"VERSION = {version!r}\n")
        wheel.writestr(f"{name}-{version}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        for inside, text in more.items():
            wheel.writestr(inside, text)
    return path


def listed(folder: Path) -> Path:
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in folder.glob("*.whl")]
    (folder / SUMS).write_text("".join(lines))
    return folder


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    folder = tmp_path / "wheels"
    folder.mkdir()
    for name in NEEDED:
        a_wheel(folder, name)
    return listed(folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return place(tmp_path / "data")


def quiet(share: float, stage: str) -> None:
    assert 0 <= share <= 1


def code_of(wheels: Path, folder: Path, *there: Card) -> str:
    with pytest.raises(ModelError) as caught:
        install(wheels, folder, quiet, there=there)
    return caught.value.code


def test_what_is_installed_can_be_imported_listed_and_removed(wheels: Path, folder: Path) -> None:
    told: list[float] = []
    a_wheel(wheels, "unheard_of")
    listed(wheels)
    found = install(wheels, folder, lambda share, _: told.append(share), there=(SMALL, GOOD))
    assert found == versions(folder) == dict.fromkeys((*NEEDED, "unheard-of"), "1.0")
    assert told == sorted(told)
    assert told[-1] == 1.0
    code = f"sys.path.append({str(folder)!r})\nimport unheard_of\nprint(unheard_of.VERSION)"
    assert run_code(code).stdout.strip() == "1.0"
    assert remove(folder)
    assert not remove(folder)
    assert versions(folder) == {}


@pytest.mark.parametrize("there", [(), (SMALL,), (OLD,)])
def test_without_a_card_that_suits_it_is_refused(wheels: Path, folder: Path, there: tuple[Card, ...]) -> None:
    assert code_of(wheels, folder, *there) == "addon_no_card"
    assert not folder.exists()
    assert install(wheels, folder, quiet, there=there, needs_card=False), "the compact model needs none"


def test_a_damaged_wheel_leaves_the_add_on_of_before(wheels: Path, folder: Path) -> None:
    install(wheels, folder, quiet, there=[GOOD])
    a_wheel(wheels, "torch", "2.0")
    (wheels / "torch-1.0-py3-none-any.whl").unlink()
    assert code_of(wheels, folder, GOOD) == "hash_differs"
    assert versions(folder)["torch"] == "1.0"
    install(listed(wheels), folder, quiet, there=[GOOD])
    assert versions(folder)["torch"] == "2.0"
    assert [path.name for path in folder.parent.iterdir()] == [folder.name], "nothing is left beside it"


def test_stopping_leaves_the_add_on_of_before(wheels: Path, folder: Path) -> None:
    install(wheels, folder, quiet, there=[GOOD])

    def stop(share: float, stage: str) -> None:
        if share > 0.6:
            raise Cancelled

    with pytest.raises(Cancelled):
        install(wheels, folder, stop, there=[GOOD])
    assert len(versions(folder)) == len(NEEDED)
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


@pytest.mark.parametrize("lost", [SUMS, "peft-1.0-py3-none-any.whl"])
def test_a_folder_that_is_not_whole_is_told(wheels: Path, folder: Path, lost: str) -> None:
    (wheels / lost).unlink()
    assert code_of(wheels, folder, GOOD) == "addon_incomplete"


def test_wheels_of_another_system_are_told(wheels: Path, folder: Path) -> None:
    (wheels / "torch-1.0-py3-none-any.whl").unlink()
    a_wheel(wheels, "torch", tags="cp27-cp27m-win32")
    assert code_of(listed(wheels), folder, GOOD) == "addon_for_another"


def test_a_wheel_writes_nowhere_else_and_brings_no_commands(wheels: Path, folder: Path) -> None:
    inside = (
        "../../outside.py",
        "/tmp/outside-of-addon.py",
        "extra-1.0.data/scripts/run",
        "extra-1.0.data/purelib/extra_more.py",
    )
    bad = dict.fromkeys(inside, "x")
    a_wheel(wheels, "extra", **bad)
    install(listed(wheels), folder, quiet, there=[GOOD])
    assert (folder / "extra_more.py").is_file()
    outside = [path for path in folder.parent.parent.parent.rglob("*") if path.name in ("outside.py", "run")]
    assert outside == []
    assert not Path("/tmp/outside-of-addon.py").exists()


def test_the_programs_own_packages_are_not_doubled(wheels: Path, folder: Path) -> None:
    a_wheel(wheels, "numpy", "0.1")
    assert "numpy" not in install(listed(wheels), folder, quiet, there=[GOOD])


def test_it_comes_behind_the_programs_own(wheels: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", list(sys.path))
    use(folder)
    assert str(folder) not in sys.path, "there is none"
    install(wheels, folder, quiet, there=[GOOD])
    use(folder)
    use(folder)
    assert sys.path[-1] == str(folder)
    assert sys.path.count(str(folder)) == 1


def test_cards_are_asked_of_their_driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = tmp_path / "nvidia-smi"
    driver.write_text("#!/bin/sh\necho 'NVIDIA GeForce RTX 4060, 8188, 8.9'\necho 'Odd, [N/A], [N/A]'\n")
    driver.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + os.environ["PATH"])
    assert cards() == (Card("NVIDIA GeForce RTX 4060", 8188, 8.9),)
    assert cards()[0].suits
