"""A tiny base model, a few rated readings in four folds, and a recipe that trains on them in seconds."""

import json
from pathlib import Path

from tests.tiny_qwen import save_tiny
from tests.unit.training.rated import write_manifest

RECIPE = """
[adapter]
rank = 4
alpha = 8
dropout = 0.0

[loss]
sft = {sft}
preference = {preference}
per_token = {per_token}

{pairs}
[steps]
epochs = {epochs}
batch = {batch}
rate = {rate}
schedule = "constant"
warmup = 0.0
check_every = {check_every}
seed = 5
"""
PAIRS = """
[pairs]
kinds = {accuracy = 1, words = 1, phones = 1, hallucinated = 1}
"""
SETTINGS = {"sft": 1.0, "preference": 1.0, "per_token": "true", "epochs": 2, "batch": 2, "rate": 5e-3, "check_every": 2}


def write_recipe(path: Path, **changes: object) -> Path:
    said = SETTINGS | changes
    path.write_text(RECIPE.format(**said, pairs=PAIRS if said["preference"] else ""), "utf-8")
    return path


def write_all(folder: Path) -> Path:
    """`base/`, `train.jsonl` with eight readings in four folds of two, `recipe.toml`."""
    folder.mkdir(parents=True, exist_ok=True)
    save_tiny(folder / "base")
    manifest = write_manifest(folder)
    rows = [json.loads(line) for line in manifest.read_text("utf-8").splitlines()]
    rows += [row | {"id": row["id"] + "again"} for row in rows[:2]]
    text = "\n".join(json.dumps(row | {"fold": number // 2}) for number, row in enumerate(rows))
    manifest.write_text(text + "\n", "utf-8")
    write_recipe(folder / "recipe.toml")
    return folder


def command(folder: Path, out: Path) -> list[str]:
    return [str(folder), "--out", str(out), "--base", str(folder / "base"), "--recipe", str(folder / "recipe.toml")]
