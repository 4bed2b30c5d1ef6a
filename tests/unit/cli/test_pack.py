"""`tutor pack`, `tutor history export` and `import`: a class by the command line, each computer with a home of its own."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import a_waveform
from tests.unit.store.test_database import filled
from tutor.cli.main import main
from tutor.cli.world import open_people
from tutor.store.audiofiles import write_flac
from tutor.store.database import open_database
from tutor.store.packs.assignments import SqlAssignments

Out = pytest.CaptureFixture[str]
NUMBER = re.compile(r"\d{5}(?:-\d{5}){3}")


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Go to another computer."""
    return lambda name: monkeypatch.setenv("READALOUD_TUTOR_HOME", str(tmp_path / name))


def folder_of(name: str) -> Path:
    people = open_people()
    return people.folder(next(each.id for each in people.learners() if each.name == name))


def test_out_to_a_learner_and_back(at: Callable[[str], None], tmp_path: Path, capsys: Out) -> None:
    pack, text, words = (tmp_path / name for name in ("week.tutorpack", "fair.txt", "words.dict"))
    text.write_text("The village fair is on Sunday.")
    words.write_text("mei M EY1\n")
    at("tutor")
    asked = ["--title", "Week 12", "--from", "Ms Chen", "--passage", "a1-three-brothers", "--text", str(text)]
    more = ["--due", "2026-11-29", "--lexicon", str(words), "--accuracy", "lenient"]
    assert main(["pack", "make", str(pack), *asked, *more]) == 0
    (number,) = NUMBER.findall(capsys.readouterr().out)

    at("desk")
    main(["learners", "add", "Ann"])
    assert main(["pack", "check", str(pack)]) == 0
    told = capsys.readouterr().out
    assert "“Week 12” from Ms Chen, to read until 2026-11-29." in told
    assert "- The village fair is on Sunday." in told
    assert main(["pack", "open", str(pack)]) == 1
    assert f"--accept {number}" in capsys.readouterr().err
    assert main(["pack", "open", str(pack), "--accept", number]) == 0
    assert main(["pack", "open", str(pack)]) == 0
    assert "You have it already." in capsys.readouterr().out
    filled(folder_of("Ann"), takes=2)
    back = tmp_path / "back"
    back.mkdir()
    assert main(["history", "export", str(back / "ann.tutorreturn"), "--scores-only"]) == 0
    assert "2, 0 of them with sound" in capsys.readouterr().out

    at("tutor")
    (back / "broken.tutorreturn").write_bytes(b"PK")
    assert main(["history", "import", str(back)]) == 1
    said = capsys.readouterr()
    assert "Ann: 2 new takes, 2 new results, 0 with sound." in said.out
    assert "broken.tutorreturn is refused" in said.err
    (back / "broken.tutorreturn").unlink()
    assert main(["history", "import", str(back / "ann.tutorreturn")]) == 0
    assert "nothing new" in capsys.readouterr().out


def test_a_pack_for_one_learner_is_for_nobody_else(tmp_path: Path, capsys: Out) -> None:
    main(["learners", "add", "Ann", "Bo"])
    filled(folder_of("Ann"))
    pack = tmp_path / "ann.tutorpack"
    asked = ["--title", "Again", "--from", "Ms Chen", "--passage", "a1-three-brothers", "--only", "Ann"]
    assert main(["pack", "make", str(pack), *asked]) == 0
    (number,) = NUMBER.findall(capsys.readouterr().out)
    assert main(["pack", "open", str(pack), "--learner", "Bo", "--accept", number]) == 1
    assert "This pack is for Ann." in capsys.readouterr().err
    assert main(["pack", "open", str(pack), "--learner", "Ann", "--accept", number]) == 0
    database = open_database(folder_of("Ann"))
    (received,) = SqlAssignments(database).assignments()
    assert received.assignment.title == "Again"
    database.close()


def test_a_note_by_voice_goes_with_a_pack_unless_it_is_a_lecture(tmp_path: Path, capsys: Out) -> None:
    asked = ["pack", "make", str(tmp_path / "a.tutorpack"), "--title", "T", "--from", "M", "--passage", "a1-three-brothers"]
    write_flac(tmp_path / "note.flac", a_waveform(2.0))
    assert main([*asked, "--spoken", str(tmp_path / "note.flac")]) == 0
    assert main(["pack", "check", str(tmp_path / "a.tutorpack")]) == 0
    assert "With a spoken note of 2 s." in capsys.readouterr().out
    write_flac(tmp_path / "long.flac", a_waveform(301.0))
    assert main([*asked, "--spoken", str(tmp_path / "long.flac")]) == 1
    assert "longer than 5 minutes" in capsys.readouterr().err


def test_what_is_wrong_is_one_line(tmp_path: Path, capsys: Out) -> None:
    assert main(["pack", "make", str(tmp_path / "x"), "--title", "T", "--from", "M"]) == 1
    assert capsys.readouterr().err == "tutor: A pack needs at least one text to read. Add a passage or a text.\n"
    assert main(["pack", "check", str(tmp_path / "none")]) == 1
    assert "There is no file" in capsys.readouterr().err
    assert main(["history", "export", str(tmp_path / "x")]) == 1
    assert capsys.readouterr().err == "tutor: There is nothing to give back yet. Read a text first.\n"
