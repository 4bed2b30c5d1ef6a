"""NOTICE names every package the program needs at run time, and none of them may force its licence on ours."""

import re
import tomllib
from importlib import metadata
from importlib.metadata import PackageMetadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent.parent


def _needed(requirements: list[str], found: set[str]) -> set[str]:
    """The packages required for use on this system, and what they require, by normalised name."""
    for requirement in map(Requirement, requirements):
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if name not in found and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
            found |= _needed(metadata.requires(name) or [], found | {name}) | {name}
    return found


def run_time_packages() -> set[str]:
    """What the base install brings on this system, by normalised name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return _needed(project["dependencies"], set())


def test_notice_names_every_package() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8").lower()
    assert {name for name in run_time_packages() if not re.search(rf"\b{name}\b", notice)} == set()


def test_no_package_is_under_the_gpl_alone() -> None:
    assert {name for name in run_time_packages() if _is_only_gpl(name)} == set()


def _is_only_gpl(name: str) -> bool:
    said = metadata.metadata(name)
    licence = _field(said, "License-Expression") or _field(said, "License") or " ".join(said.get_all("Classifier") or [])
    return all("GPL" in choice and "LGPL" not in choice for choice in licence.split(" OR "))


def _field(said: PackageMetadata, name: str) -> str | None:
    """The first of a field's values; asking for one that isn't there differs from library to library."""
    return next(iter(said.get_all(name) or []), None)
