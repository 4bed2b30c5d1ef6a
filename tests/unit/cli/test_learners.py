"""Learners on the command line: a class is added by its names, and what is behind a PIN stays there."""

import re
from pathlib import Path

import pytest

from tutor.cli.main import main
from tutor.cli.world import open_people

Out = pytest.CaptureFixture[str]


def test_a_list_of_names_becomes_learners_once(capsys: Out) -> None:
    assert main(["learners", "list"]) == 0
    assert main(["learners", "add", "Ann", "王丹"]) == 0
    assert main(["learners", "add", "ann", "Bo"]) == 0
    assert main(["learners", "list"]) == 0
    printed = capsys.readouterr().out
    assert "No learners yet." in printed
    assert "ann is there already." in printed
    assert re.findall(r"^ *(Ann|王丹|Bo) ", printed.split("Name", 1)[1], re.MULTILINE) == ["Ann", "王丹", "Bo"]


def test_a_learner_goes_only_when_it_is_meant(capsys: Out, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    main(["learners", "add", "Ann", "Bo"])
    monkeypatch.setattr("builtins.input", lambda _: "y")
    assert main(["learners", "remove", "Ann"]) == 1
    assert main(["learners", "remove", "Cy", "--yes"]) == 1
    assert "There is no learner “Cy” here." in capsys.readouterr().err
    assert main(["learners", "remove", "ann", "--yes"]) == 0
    assert [each.name for each in open_people().learners()] == ["Bo"]
    assert len(list((home / "data" / "learners").iterdir())) == 1


def test_the_last_learners_takes_are_listed_unless_another_is_named(capsys: Out, home: Path) -> None:
    main(["learners", "add", "Ann", "Bo"])
    people = open_people()
    people.opened(people.learners()[1].id)
    assert main(["history", "list"]) == 0
    assert main(["history", "list", "--learner", "ann"]) == 0
    assert main(["history", "list", "--learner", "Cy"]) == 1
    assert [(people.folder(each.id) / "history.db").exists() for each in people.learners()] == [True, True]


def test_a_pin_is_asked_for_at_a_terminal_and_nothing_opens_without(capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    main(["learners", "add", "Ann"])
    people = open_people()
    people.set_pin(people.learners()[0].id, "1234")
    for command in (["history", "list"], ["history", "anki", "x.apkg"], ["learners", "remove", "Ann", "--yes"]):
        assert main(command) == 1
        assert "behind a PIN" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("tutor.cli.asking.getpass", lambda _: "4321")
    assert main(["history", "list"]) == 1
    assert "That is not the PIN of Ann." in capsys.readouterr().err
    monkeypatch.setattr("tutor.cli.asking.getpass", lambda _: "1234")
    assert main(["history", "list"]) == 0
    assert "No takes yet." in capsys.readouterr().out
