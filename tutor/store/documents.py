"""What leaves the program: an assessment as a JSON document, and the files reports are written to."""

from pathlib import Path
from typing import Any

from tutor.domain.assessment import Assessment
from tutor.domain.errors import StoreError
from tutor.practice.contract import to_json
from tutor.present.messages import problem_message
from tutor.store.audiofiles import write_whole


def document(said: Assessment) -> dict[str, Any]:
    """The contract's JSON, each problem with the sentence for it."""
    problems = [{"code": code, "message": str(problem_message(code))} for code in said.problems]
    return {**to_json(said), "problems": problems}


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; one that was there stays until then. Raises `StoreError`: `file_not_written`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():  # a pipe or a terminal
            path.write_bytes(data)
        else:
            write_whole(path, data)
    except OSError as error:
        raise StoreError("file_not_written", path=str(path), reason=error.strerror or str(error)) from error
