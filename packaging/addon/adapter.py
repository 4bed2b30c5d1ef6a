"""Packs the compact model's adapter as a wheel, so that it is checked, installed and listed as everything else of the add-on.

`python adapter.py FOLDER` writes it there; the same adapter gives the same file. It has the version of the program.
"""

import base64
import hashlib
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile, ZipInfo

ROOT = Path(__file__).resolve().parent.parent.parent
_NAME = "readaloud_tutor_compact"
_ABOUT = """Metadata-Version: 2.1
Name: {name}
Version: {version}
Summary: Adapter of the compact SpeechLLM of Read-aloud Tutor
License-Expression: MIT
"""
_WHEEL = "Wheel-Version: 1.0\nGenerator: packaging/addon/adapter.py\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def write_wheel(adapter: Path, version: str, folder: Path) -> Path:
    """The wheel's path. Inside, the adapter lies in a folder of its own name, uncompressed: weights don't get smaller."""
    about = f"{_NAME}-{version}.dist-info"
    files = {f"{adapter.name}/{path.name}": path.read_bytes() for path in sorted(adapter.iterdir()) if path.is_file()}
    files |= {f"{about}/licenses/{name}": (ROOT / name).read_bytes() for name in ("LICENSE", "NOTICE")}
    files[f"{about}/METADATA"] = _ABOUT.format(name=_NAME, version=version).encode()
    files[f"{about}/WHEEL"] = _WHEEL.encode()
    record = "".join(f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in files.items())
    files[f"{about}/RECORD"] = f"{record}{about}/RECORD,,\n".encode()
    path = folder / f"{_NAME}-{version}-py3-none-any.whl"
    with ZipFile(path, "w") as wheel:
        for name, data in files.items():
            wheel.writestr(ZipInfo(name), data)  # a ZipInfo of its own has a date that never changes
    return path


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


if __name__ == "__main__":
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    write_wheel(ROOT / "assets" / "speechllm-compact", said["project"]["version"], Path(sys.argv[1]))
