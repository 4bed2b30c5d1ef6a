"""The tiny model, saved and loaded once for all tests of this room."""

from pathlib import Path

import pytest

from tests.tiny_qwen import save_tiny
from tutor.speechllm.loading import Loaded, load


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny(tmp_path_factory.mktemp("tiny") / "base")


@pytest.fixture(scope="session")
def loaded(base: Path) -> Loaded:
    return load(base)
