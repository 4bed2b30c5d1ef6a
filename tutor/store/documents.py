"""An assessment as the JSON document that leaves the program."""

from typing import Any

from tutor.domain.assessment import Assessment
from tutor.practice.contract import to_json
from tutor.present.messages import problem_message


def document(said: Assessment) -> dict[str, Any]:
    """The contract's JSON, each problem with the sentence for it."""
    problems = [{"code": code, "message": str(problem_message(code))} for code in said.problems]
    return {**to_json(said), "problems": problems}
