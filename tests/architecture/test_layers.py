"""Who may import whom (pyproject.toml, import-linter), what the core loads, and how big things may grow."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCES = sorted(path for folder in ("tutor", "tests") for path in (ROOT / folder).rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 50


def test_import_contracts_hold() -> None:
    linted = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout[linted.stdout.find("Broken contracts") :]


@pytest.mark.parametrize("module", ["tutor.domain", "tutor.domain.assessment", "tutor.practice.ports"])
def test_core_loads_no_toolkit_and_no_model_runtime(module: str) -> None:
    heavy = "{'PySide6', 'torch', 'transformers', 'onnxruntime', 'sounddevice', 'sqlalchemy'}"
    code = f"import sys, {module}\nloaded = {heavy} & set(sys.modules)\nassert not loaded, loaded"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr


def test_no_file_over_400_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_over_50_lines() -> None:
    lengths = {name: length for path in SOURCES for name, length in _functions(path)}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function's place and its lines, decorators and docstring included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", (node.end_lineno or first) - first + 1
