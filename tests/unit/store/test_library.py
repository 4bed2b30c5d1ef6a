"""Own texts and accepted sounds on the real database."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import WHEN, a_waveform
from tutor.domain.accepted import Acceptance
from tutor.domain.library import OwnText
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.library import SqlLibrary
from tutor.store.tables import metadata

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


def test_a_database_of_the_first_version_gets_its_tables_and_keeps_its_takes(tmp_path: Path) -> None:
    history = SqlHistory(open_database(tmp_path))
    take = history.keep(a_waveform(0.01), "I think.", None, WHEN, "mic")
    history.database.close()
    with closing(sqlite3.connect(tmp_path / "history.db")) as file:
        later = [table.name for table in reversed(metadata.sorted_tables) if table.name not in ("takes", "assessments")]
        file.executescript("".join(f"DROP TABLE {name};" for name in later))
        file.executescript("UPDATE alembic_version SET version_num = '0001';")
    library = SqlLibrary(open_database(tmp_path))
    kept = library.keep_text(DOG)
    assert list(library.texts()) == [kept]
    library.database.close()
    history = SqlHistory(open_database(tmp_path))
    assert history.attempt(take.id).take == take
    history.database.close()
