"""One lexicon for all tests of reading: it never changes."""

import pytest

from tutor.reading.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.load()
