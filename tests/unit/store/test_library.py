"""Own texts and accepted sounds on the real database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tutor.domain.accepted import Acceptance
from tutor.domain.library import OwnText
from tutor.store.database import open_database
from tutor.store.library import SqlLibrary

DOG = OwnText(None, "My dog", "I have a dog.", ("home", "easy"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqlLibrary]:
    made = SqlLibrary(open_database(tmp_path / "data"))
    yield made
    made.database.close()


def test_texts_are_kept_changed_and_removed_newest_first(library: SqlLibrary) -> None:
    dog, cat = library.keep_text(DOG), library.keep_text(OwnText(None, "Cat", "I’ve no cat: “none”."))
    assert list(library.texts()) == [cat, dog]
    assert dog == OwnText(dog.id, DOG.title, DOG.text, DOG.tags)
    changed = library.keep_text(OwnText(dog.id, "Dogs", "Two dogs.", ()))
    assert list(library.texts()) == [cat, changed]
    assert dog.id is not None
    library.remove_text(dog.id)
    library.remove_text(dog.id)
    assert list(library.texts()) == [cat]


def test_accepted_sounds_are_kept_once_until_they_are_taken_back(library: SqlLibrary, tmp_path: Path) -> None:
    everywhere, in_think, unnamed = Acceptance("TH", "S"), Acceptance("TH", "S", "Think"), Acceptance("TH", None, "thin")
    for each in (everywhere, in_think, unnamed, everywhere):
        library.accept(each)
    again = SqlLibrary(open_database(tmp_path / "data"))
    assert again.accepted() == {everywhere, in_think, unnamed}
    again.database.close()
    library.mark_again(everywhere)
    assert library.accepted() == {in_think, unnamed}
