"""Learners on the command line: a class is added by its names, and what is behind a PIN stays there."""

import re
from pathlib import Path

import pytest

from tests.builders import WHEN, a_waveform
from tutor.cli.main import main
from tutor.cli.world import open_people
from tutor.domain.learner import Learner
from tutor.store.database import open_database
from tutor.store.history import SqlHistory

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


PLAN = "Computer;Name;Level;First_language;Sound\ndesk-1;Ann;A2;zh;never\ndesk-2;Bo;;;\nDESK-1;王丹;b1;zh;\n"


def test_a_seating_plan_brings_each_computer_its_own_learners(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "plan.csv").write_text(PLAN, encoding="utf-8-sig")
    main(["learners", "add", "ann"])
    assert main(["learners", "seat", str(tmp_path / "plan.csv"), "--computer", "Desk-1"]) == 0
    assert main(["learners", "seat", str(tmp_path / "plan.csv"), "--computer", "Desk-1"]) == 0
    assert "Ann is there already." in capsys.readouterr().out
    assert [(each.name, each.level, each.first_language) for each in open_people().learners()] == [
        ("ann", None, ""),
        ("王丹", "B1", "zh"),
    ]
    assert main(["learners", "seat", str(tmp_path / "plan.csv"), "--computer", "desk-9"]) == 1
    assert "It has: desk-1, desk-2, DESK-1." in capsys.readouterr().err


def test_who_read_before_there_were_names_is_kept_under_one_that_says_so(tmp_path: Path, capsys: Out, home: Path) -> None:
    (tmp_path / "plan.csv").write_text("computer,name\ndesk,Ann\ndesk,Earlier readings\n")
    database = open_database(home / "data")  # as a program without learners left it
    SqlHistory(database).keep(a_waveform(0.1), "I think.", None, WHEN, "mic")
    database.close()
    for _ in range(2):
        assert main(["learners", "seat", str(tmp_path / "plan.csv"), "--computer", "desk"]) == 0
    people = open_people()
    assert {each.name for each in people.learners()} == {"Ann", "Earlier readings", "Earlier readings (2)"}
    assert "kept under the name “Earlier readings (2)”" in capsys.readouterr().out
    kept = next(each for each in people.learners() if each.name == "Earlier readings (2)")
    database = open_database(people.folder(kept.id))
    assert [attempt.take.text for attempt in SqlHistory(database).attempts()] == ["I think."]
    database.close()


@pytest.mark.parametrize("what", ["nothing", "an empty history", "a recording that was broken off", "a PIN"])
def test_a_learner_without_a_name_who_read_nothing_goes_when_a_class_comes(what: str, tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "plan.csv").write_text("computer,name\ndesk,Ann\n")
    people = open_people()
    nameless = people.add(Learner())
    if what != "nothing":
        database = open_database(people.folder(nameless.id))
        if what.startswith("a recording"):
            SqlHistory(database)  # makes the folder
            (people.folder(nameless.id) / "takes" / "20261122-093000-0123abcd.part").write_bytes(b"0000")
        database.close()
    if what == "a PIN":
        people.set_pin(nameless.id, "1234")
    assert main(["learners", "seat", str(tmp_path / "plan.csv"), "--computer", "desk"]) == 0
    stays = what.startswith("a ")
    assert [each.name for each in people.learners()] == (["Earlier readings", "Ann"] if stays else ["Ann"])
    assert people.folder(nameless.id).exists() is stays


@pytest.mark.parametrize(
    ("plan", "said"),
    [("Name,Level\nAnn,A1\n", "no column computer"), ("computer,name,level\nd,Ann,Z9\n", "Line 2 of the seating plan says “Z9”"),
     ("computer,name,sound\nd,Ann,loud\n", "says “loud”"), ("", "no column computer, name")],
)  # fmt: skip
def test_a_plan_that_cannot_be_used_adds_nobody(plan: str, said: str, tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "plan.csv").write_text(plan)
    assert main(["learners", "seat", str(tmp_path / "plan.csv"), "--computer", "d"]) == 1
    assert said in capsys.readouterr().err
    assert open_people().learners() == ()


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
