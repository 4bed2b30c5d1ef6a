"""Says what a bundle passes on: `python sbom.py BUNDLE` writes BUNDLE/sbom.cdx.json (CycloneDX 1.6) and licence texts beside it.

It stops (exit code 1) at a package or shared library that licences.toml doesn't name, and at anything under the GPL without an
exception for programs like ours. It looks at the files of the bundle, not at what was asked for: only these are passed on.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from email.parser import HeaderParser
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.tool import Tool
from cyclonedx.output.json import JsonV1Dot6
from license_expression import AND, OR, LicenseExpression, Licensing

HERE = Path(__file__).parent
OURS = "readaloud-tutor"
_LIBRARY_ENDS = (".dll", ".dylib", ".pyd")


def main(bundle: Path) -> int:
    """0 when everything has a licence that may be passed on."""
    known: dict[str, Any] = tomllib.loads((HERE / "licences.toml").read_text(encoding="utf-8"))
    packages, strangers = _packages(bundle), []
    parts = [_part(name, version, known["packages"].get(name)) for name, version in packages.items() if name != OURS]
    parts += [
        _part(each["name"], packages[each["package"]] if each.get("same_version") else None, each["licence"])
        for each in known["inside"]
        if each["package"] in packages
    ]
    parts += [_part(each["name"], each.get("version"), each["licence"], ComponentType.DATA) for each in known["data"]]
    native, strangers = _native(bundle, known["native"])
    parts += [_part(each["name"], _version(each), each["licence"]) for each in native]
    complaints = [f"{name}: in no package, and not in licences.toml" for name in strangers]
    complaints += [f"{part.name}: {_why_not(part)}" for part in parts if _why_not(part)]
    if complaints:
        sys.stderr.write("\n".join(complaints) + "\n")
        return 1
    _write(bundle, packages[OURS], parts)
    _texts(bundle / "licences", native, bundle)
    return 0


def may_be_passed_on(licence: str) -> bool:
    """Whether one may choose terms without the GPL: alone, or as something that a given exception opens for any program."""
    return _open(Licensing().parse(licence))


def _open(terms: LicenseExpression) -> bool:
    if isinstance(terms, OR):
        return any(_open(each) for each in terms.args)
    if isinstance(terms, AND):
        return all(_open(each) for each in terms.args)
    return " WITH " in str(terms) or not str(terms).startswith(("GPL", "AGPL"))


def _why_not(part: Component) -> str:
    licence = next((str(each.value if hasattr(each, "value") else each.id or each.name) for each in part.licenses), None)
    if licence is None:
        return "no licence in licences.toml"
    return "" if may_be_passed_on(licence) else f"{licence} must not be in a bundle"


def _packages(bundle: Path) -> dict[str, str]:
    """Normalised names and versions of the Python packages inside."""
    found = {}
    for said in sorted(bundle.glob("_internal/*.dist-info/METADATA")):
        head = HeaderParser().parsestr(said.read_text(encoding="utf-8"))
        found[head["Name"].lower().replace("_", "-").replace(".", "-")] = head["Version"]
    return found


def _native(bundle: Path, known: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[str]]:
    """The entries whose files are there, each with the names it claims; and the libraries nobody claims."""
    packaged, strangers, used = set(_of_packages(bundle)), [], {each["name"]: dict(each, found=[]) for each in known}
    for path in sorted(bundle.rglob("*")):
        name = path.relative_to(bundle).as_posix()
        if path.is_symlink() or not _is_library(path) or name in packaged:
            continue
        owner = next((each for each in known if any(fnmatch(name, pattern) for pattern in each["files"])), None)
        if owner is None:
            strangers.append(name)
        else:
            used[owner["name"]]["found"].append(path)
    return [each for each in used.values() if each["found"]], strangers


def _of_packages(bundle: Path) -> Iterator[str]:
    """Paths that the packages' own lists of files name. PyInstaller keeps each where it lay, or moves it up."""
    for record in bundle.glob("_internal/*.dist-info/RECORD"):
        for line in record.read_text(encoding="utf-8").splitlines():
            name = line.split(",")[0]
            yield f"_internal/{name}"
            yield f"_internal/{Path(name).name}"


def _is_library(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        start = file.read(4)
    return start == b"\x7fELF" or path.suffix.lower() in (*_LIBRARY_ENDS, ".exe")


def _version(entry: dict[str, Any]) -> str | None:
    """What is known of the version: this interpreter's for Python, Debian's for what came from there."""
    if entry["name"] == "Python":
        return sys.version.split()[0]
    package = None if "version" in entry else _debian_package(entry["found"][0])
    return _asked("dpkg-query", "-W", "-f", "${Version}", package) if package else entry.get("version")


def _debian_package(library: Path) -> str | None:
    """Which one of this computer's has a file of that name."""
    said = _asked("dpkg", "-S", f"*/{library.name}") if shutil.which("dpkg") else None
    return said.split(":")[0] if said else None


def _asked(*command: str) -> str | None:
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return ran.stdout.strip() or None


def _part(name: str, version: str | None, licence: str | None, kind: ComponentType = ComponentType.LIBRARY) -> Component:
    terms = [LicenseFactory().make_from_string(licence)] if licence else []
    return Component(name=name, version=version, type=kind, licenses=terms, bom_ref=f"{name}@{version or ''}")


def _write(bundle: Path, version: str, parts: list[Component]) -> None:
    """With a date and a number that depend on nothing but the commit, so that two builds agree."""
    bom = Bom(components=parts, serial_number=uuid5(NAMESPACE_URL, f"{OURS}-{version}-{sys.platform}"))
    bom.metadata.component = _part(OURS, version, "MIT", ComponentType.APPLICATION)
    bom.metadata.timestamp = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    bom.metadata.tools.tools.add(Tool(name="packaging/bundle/sbom.py"))
    bom.register_dependency(bom.metadata.component, parts)
    (bundle / "sbom.cdx.json").write_text(JsonV1Dot6(bom).output_as_string(indent=1), encoding="utf-8")


def _texts(folder: Path, native: list[dict[str, Any]], bundle: Path) -> None:
    """Texts that are in no package: of the licences themselves, of Python, and Debian's words on what came from there."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "licences", folder)
    python = Path(os.__file__).parent / "LICENSE.txt"
    if python.is_file():
        shutil.copy(python, folder / "Python.txt")
    for path in (path for each in native for path in each["found"] if bundle / "_internal" in path.parents):
        words = Path("/usr/share/doc", _debian_package(path) or "-", "copyright")
        if words.is_file():
            shutil.copy(words, folder / f"{words.parent.name}.txt")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
