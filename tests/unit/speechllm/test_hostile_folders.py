"""Model folders and ZIP files made to do harm: refused with a reason, nothing written beside the shelf, little memory.

`FUZZED=10000 .venv/bin/pytest tests/unit/speechllm/test_hostile_folders.py` tries ten thousand.
"""

import json
import os
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.store.packs.forging import TRICKS, changed, dumps, spoiled
from tests.unit.store.packs.test_hostile import little_memory
from tutor.domain.errors import ModelError
from tutor.speechllm.bringing import bring_in, check_sums

TIMES = int(os.environ.get("FUZZED", "200"))
CONFIG = {
    "model_type": "qwen2_audio", "audio_config": {"d_model": 64, "encoder_layers": 2, "encoder_ffn_dim": 128},
    "text_config": {"hidden_size": 64, "num_hidden_layers": 2, "vocab_size": 100, "num_attention_heads": 4},
}  # fmt: skip
ADAPTER = {"base_model_name_or_path": "Qwen2-Audio-7B-Instruct", "r": 8, "peft_type": "LORA"}
MANIFEST = {"kind": "adapter", "base": "Qwen2-Audio-7B-Instruct", "licence": "MIT", "prompt": 1}
NAMES = ("a b.json", "é.json", "con.txt", "x" * 200 + ".txt", "-rf.md", "%s.json", "run.bin")


def weights(header: Any, extra: int = 8) -> bytes:
    said = dumps(header)
    return len(said).to_bytes(8, "little") + said + bytes(extra)


def whole() -> dict[str, bytes]:
    """A model that is taken."""
    tensor = {"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}
    index = {"weight_map": {"a": "model-00001.safetensors"}}
    return {
        "config.json": dumps(CONFIG), "model-00001.safetensors": weights(tensor), "README.md": b"---\nlicense: mit\n---\n",
        "model.safetensors.index.json": dumps(index), "tokenizer.json": b"{}", "tutor.json": dumps(MANIFEST),
    }  # fmt: skip


@st.composite
def hostile(draw: st.DrawFn) -> dict[str, bytes | None]:
    """Names and contents; None stands for a folder, a name that begins with "->" for a link."""
    files: dict[str, bytes | None] = dict(whole())
    if draw(st.booleans()):
        files["adapter_config.json"] = dumps(draw(changed(dict(ADAPTER))))
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(files)))
        data = files[name]
        how = draw(st.sampled_from(("json", "json", "header", "length", "bytes", "gone", "folder", "link", "name", "index")))
        if how == "json" and name.endswith(".json"):
            files[name] = dumps(draw(changed(json.loads(whole().get(name, b"{}")))))
        elif how == "header":
            header = {"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}
            files["model-00001.safetensors"] = weights(draw(changed(header)), draw(st.integers(0, 64)))
        elif how == "length":
            length = draw(st.sampled_from((0, 1, 2**31, 2**40, 2**63, 2**64 - 1)))
            files["model-00001.safetensors"] = length.to_bytes(8, "little") + b"{}" * 20
        elif how == "bytes" and data:
            files[name] = draw(spoiled(data))
        elif how == "gone":
            del files[name]
            files.setdefault("x.txt", b"")
        elif how in ("folder", "link"):
            files.pop(name)
            files[name if how == "folder" else f"->{name}"] = None
        elif how == "name":
            files[
                draw(st.sampled_from(("a b.json", "é.json", "con.txt", "x" * 200 + ".txt", "-rf.md", "%s.json", "run.bin")))
            ] = data
        else:
            target = draw(st.sampled_from((*TRICKS, "../outside.txt", "/etc/hostname", "model-00001.safetensors")))
            files["model.safetensors.index.json"] = dumps({"weight_map": {"a": target}})
    return files


def make_folder(goal: Path, files: dict[str, bytes | None], secret: Path) -> None:
    goal.mkdir()
    for name, data in sorted(files.items(), key=lambda file: file[0].startswith("->")):
        if name.startswith("->"):
            (goal / name[2:]).unlink(missing_ok=True)
            (goal / name[2:]).symlink_to(secret)
        elif data is None:
            (goal / name).mkdir(exist_ok=True)
        else:
            (goal / name).write_bytes(data)


def make_zip(goal: Path, files: dict[str, bytes | None], odd: str) -> None:
    with zipfile.ZipFile(goal, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(odd + name.removeprefix("->") + ("/" if data is None else "")), data or b"")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    (folder / "outside.txt").write_text("secret")
    return folder


@settings(max_examples=TIMES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(files=hostile(), odd=st.sampled_from(("", "", "", "model/", "../", "/", "a/b/", "C:\\")), packed=st.booleans())
def test_whatever_a_model_folder_is_it_is_refused_or_taken_whole(
    room: Path, files: dict[str, bytes | None], odd: str, packed: bool
) -> None:
    with tempfile.TemporaryDirectory(dir=room) as folder:
        bring_one(Path(folder), files, odd, packed=packed)
    assert sorted(path.name for path in room.iterdir()) == ["outside.txt"]
    assert (room / "outside.txt").read_text() == "secret"


def bring_one(folder: Path, files: dict[str, bytes | None], odd: str, *, packed: bool) -> None:
    given_, shelf = folder / ("given.zip" if packed else "given"), folder / "shelf"
    if packed:
        make_zip(given_, files, odd)
    else:
        make_folder(given_, files, folder.parent / "outside.txt")
    taken = None
    with suppress(ModelError), little_memory():
        taken = bring_in(given_, shelf, lambda _share, _stage: None)
    kept = [path for path in shelf.glob("*") if not path.name.startswith(".")]
    assert kept == ([] if taken is None else [taken.folder])
    assert not any(path.is_symlink() for path in shelf.rglob("*"))
    assert {path.name for path in folder.iterdir()} <= {given_.name, "shelf"}
    if taken is not None:
        check_sums(taken.folder, lambda _share, _stage: None)
