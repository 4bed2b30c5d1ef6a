"""Every code the program can raise has a sentence and something to do."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import tutor
from tests.builders import an_assessment
from tutor.domain.assessment import Verdict
from tutor.domain.errors import AudioError, Cancelled, TutorError
from tutor.practice.cut import CUT_END, CUT_START
from tutor.present.messages import ERRORS, PROBLEMS, error_message, problem_message, verdict_message, verdict_name

KINDS = {"TutorError", "AudioError", "TextError", "ModelError", "StoreError"}


def raised(path: Path) -> Iterator[str]:
    """Codes of the error tree's constructors; where the code isn't a literal, the module's tables and choices of strings."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    codes = [node.args[0] for node in nodes if isinstance(node, ast.Call) and _name(node.func) in KINDS and node.args]
    yield from (str(node.value) for node in codes if isinstance(node, ast.Constant))
    yield from _handed_on(nodes)
    if any(not isinstance(node, ast.Constant | ast.Starred) for node in codes):
        yield from _chosen(nodes)


def _handed_on(nodes: list[ast.AST]) -> Iterator[str]:
    """Codes given to `sound.open`, which raises them."""
    calls = [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func) == "sound.open"]
    yield from (arg.value for call in calls for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))


def _chosen(nodes: list[ast.AST]) -> Iterator[str]:
    found = [value for node in nodes if isinstance(node, ast.Dict) for value in node.values]
    found += [value for node in nodes if isinstance(node, ast.IfExp) for value in (node.body, node.orelse)]
    yield from (node.value for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str))


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def test_every_code_that_is_raised_has_its_own_message() -> None:
    modules = list(Path(tutor.__file__).parent.rglob("*.py"))
    codes = {code: path.name for path in modules for code in raised(path)}
    assert len(codes) > 15
    assert {code: where for code, where in codes.items() if code not in ERRORS} == {}


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_a_message_and_a_name(verdict: Verdict) -> None:
    assert verdict.value in PROBLEMS
    assert "code" not in problem_message(verdict.value).what
    assert verdict_name(verdict)


@pytest.mark.parametrize("said", [*ERRORS.values(), *PROBLEMS.values()])
def test_messages_are_two_sentences_that_blame_nobody(said: tuple[str, str]) -> None:
    assert all(part.endswith(".") for part in said)
    assert not any(word in " ".join(said).lower() for word in ("invalid", "illegal", "you failed", "wrong file"))


@pytest.mark.parametrize("code", [CUT_START, CUT_END])
def test_what_was_cut_is_said_rather_than_that_something_is_missing(code: str) -> None:
    assert "code" not in problem_message(code).what
    missing = an_assessment(verdict=Verdict.INCOMPLETE, problems=("incomplete", code))
    assert verdict_message(missing) == problem_message(code)
    assert verdict_message(replace(missing, verdict=Verdict.OFF_SCRIPT)) == problem_message("off_script")
    assert verdict_message(replace(missing, problems=("incomplete",))) == problem_message("incomplete")


def test_facts_fill_the_sentence() -> None:
    assert "/tmp/x.wav" in str(error_message(AudioError("no_such_file", path="/tmp/x.wav")))


def test_facts_are_never_read_as_a_template_and_missing_ones_show() -> None:
    assert "{0.__class__}" in error_message(AudioError("no_such_file", path="{0.__class__}")).what
    assert "(path)" in error_message(AudioError("no_such_file")).what


def test_an_unknown_code_still_makes_a_sentence_with_the_code() -> None:
    assert "odd_thing" in error_message(TutorError("odd_thing")).what
    assert "odd_thing" in problem_message("odd_thing").what
    assert error_message(Cancelled()).what == "It was stopped."
