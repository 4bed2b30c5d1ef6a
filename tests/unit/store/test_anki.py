"""The Anki package, opened: a zip with a database of notes and the learner's voice."""

import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import soundfile

from tests.builders import a_waveform
from tests.unit.store.test_deck import a_card
from tutor.domain.audio import Waveform
from tutor.domain.errors import StoreError
from tutor.store.anki import export_deck

WITH_VOICE = a_card(take_id="t1")
WITHOUT = a_card(word="<thin>", take_id="gone")


def _sound(take_id: str) -> Waveform:
    if take_id == "gone":
        raise StoreError("no_sound")
    return a_waveform(2.0, rate=44_100)


def _opened(path: Path, folder: Path) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Fields by GUID, and the names of media."""
    with zipfile.ZipFile(path) as package:
        package.extractall(folder)
        media = json.loads(package.read("media"))
    with closing(sqlite3.connect(folder / "collection.anki2")) as database:
        notes = {guid: fields.split("\x1f") for guid, fields in database.execute("select guid, flds from notes")}
        assert database.execute("select count(*) from cards").fetchone() == (len(notes),)
    return notes, media


def test_the_package_holds_word_ipa_tip_and_voice(tmp_path: Path) -> None:
    assert export_deck(tmp_path / "mine.apkg", [WITH_VOICE, WITHOUT], _sound) == 2
    notes, media = _opened(tmp_path / "mine.apkg", tmp_path)
    voiced, silent = sorted(notes.values(), key=lambda fields: fields[5], reverse=True)
    assert voiced[:2] == ["think", "θɪŋk"]
    assert "“th” as in “thin”" in voiced[2]
    assert "between your teeth" in voiced[3]
    assert voiced[5] == f"[sound:{media['0']}]"
    assert (silent[0], silent[5]) == ("&lt;thin&gt;", "")
    assert list(media) == ["0"]
    assert soundfile.info(tmp_path / "0").duration == pytest.approx(0.7, abs=0.1)


def test_a_second_export_updates_the_same_notes(tmp_path: Path) -> None:
    export_deck(tmp_path / "one.apkg", [WITH_VOICE], _sound)
    export_deck(tmp_path / "two.apkg", [replace(WITH_VOICE, take_id="t2", sentence="Think again."), WITHOUT], _sound)
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    first, first_media = _opened(tmp_path / "one.apkg", tmp_path / "1")
    second, second_media = _opened(tmp_path / "two.apkg", tmp_path / "2")
    assert set(first) < set(second)
    assert set(first_media.values()) == set(second_media.values())


def test_an_export_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        export_deck(tmp_path / "nowhere" / "mine.apkg", [WITH_VOICE], _sound)
    assert caught.value.code == "unusable_folder"
