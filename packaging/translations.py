"""Collects what the program says into assets/i18n/tutor_*.ts and compiles them: `make translations`, for whoever translates.

A new language: copy a .ts file, change `language` in its head and its name, translate it (Qt Linguist opens it), run this again.
Words of ui come by lupdate from `self.tr`; words of `say` (tutor/domain/wording.py) and the tables it looks into by this script.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "assets" / "i18n"
sys.path.insert(0, str(ROOT))  # this checkout, not one that is installed
TABLES = {
    "tutor.practice.hints": ("HOW", "INSTEAD", "DROPPED"),
    "tutor.practice.rationale": ("_ORDINALS",),
    "tutor.present.changes": ("_WORDING", "NOTHING", "OTHER_MODEL"),
    "tutor.present.drill": ("_SAID", "_CHANGES"),
    "tutor.present.happenings": ("NAMES", "_KINDS"),
    "tutor.present.ledger": ("NAMES", "UNTIL"),
    "tutor.present.heat": ("WORDING", "_REASONS", "_DOUBT", "_MISCUES"),
    "tutor.present.messages": ("_VERDICTS", "PROBLEMS", "ERRORS", "_GENERIC"),
    "tutor.present.microphone": ("_SAID", "_GOOD"),
    "tutor.present.mouth_shapes": ("TONGUE_WORDS", "LIP_WORDS"),
    "tutor.present.reports.figures": ("_CHANGES",),
    "tutor.present.review": ("STRICTNESS", "KINDS", "_STRENGTHS"),
    "tutor.present.scores": ("_RUBRIC",),
    "tutor.present.words": ("_SOURCES",),
}


def collect(files: list[Path]) -> None:
    """Bring translation files up to date; what is translated stays, what is no longer said goes."""
    sources = sorted((ROOT / "tutor" / "ui").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words.py"
        lines = [f'QT_TRANSLATE_NOOP("Words", {_quoted(text)})\n' for text in said()]
        words.write_text("from PySide6.QtCore import QT_TRANSLATE_NOOP\n" + "".join(lines), encoding="utf-8")
        _run("lupdate", *sources, words, "-no-obsolete", "-locations", "none", "-ts", *files)


def compile_(files: list[Path]) -> None:
    """Make the .qm files the program reads."""
    for file in files:
        _run("lrelease", "-silent", file, "-qm", file.with_suffix(".qm"))


def said() -> list[str]:
    """Everything `say` is asked for."""
    called = {text for path in (ROOT / "tutor").rglob("*.py") for text in _literals(path)}
    tables = [getattr(import_module(module), name) for module, names in TABLES.items() for name in names]
    tables.append([aspect.capitalize() for aspect in import_module("tutor.domain.assessment").ASPECTS])
    tables += [(how.steps, how.slip) for how in import_module("tutor.reading.howto").how_to_say().values()]
    return sorted(text for text in called.union(_strings(tables)) if text)


def _literals(path: Path) -> Iterator[str]:
    code = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(code)) if "from tutor.domain.wording import" in code else ():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
            if isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)
            elif isinstance(node.args[0], ast.JoinedStr):
                raise SystemExit(f"{path}:{node.lineno}: say an f-string and nobody can translate it")


def _strings(table: object) -> Iterator[str]:
    if isinstance(table, str) and not isinstance(table, Enum):
        yield table
    elif isinstance(table, dict):
        yield from _strings(list(table.values()))
    elif isinstance(table, tuple | list):
        for each in table:
            yield from _strings(each)
    elif hasattr(table, "what"):
        yield from (table.what, table.do)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _run(tool: str, *arguments: str | Path) -> None:
    command = [Path(sys.executable).with_name(f"pyside6-{tool}"), *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    found = sorted(FOLDER.glob("*.ts"))
    collect(found)
    compile_(found)
