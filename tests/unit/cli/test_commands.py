"""The command line through its one door: exit codes, what goes where, one line for an error."""

import csv
import io
import json
import re
import sys
import types
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import tutor.practice.contract
from tests.builders import WHEN, a_take, a_target, a_waveform, an_assessment, silence
from tests.fakes import FakeAssessor, FakeRecorder, MemoryDeck, MemoryHistory
from tests.unit.store.test_deck import a_card
from tutor.cli import sample
from tutor.cli.main import main
from tutor.cli.world import Ways, World
from tutor.domain.accepted import Acceptance
from tutor.domain.assessment import Verdict
from tutor.domain.audio import Waveform
from tutor.domain.errors import ModelError, StoreError, TextError
from tutor.domain.resources import assets
from tutor.domain.strictness import Setting, Strictness
from tutor.domain.target import Target
from tutor.store.audiofiles import write_flac
from tutor.store.database import open_database
from tutor.store.library import SqlLibrary
from tutor.store.reviews import SqlReviews

TEXT = "I think it is a garden."
SAMPLE = assets() / "samples" / "middling-adult.opus"
SCHEMA = json.loads((Path(tutor.practice.contract.__file__).parent / "assessment.schema.json").read_text())
Out = pytest.CaptureFixture[str]


def a_world(fake: FakeAssessor | None = None, /, **changes: Any) -> World:
    def target(text: str | None, passage_id: str | None, folder: Path | None = None) -> Target:
        if passage_id == "nowhere":
            raise TextError("no_such_passage", id=passage_id)
        return a_target(text or TEXT)

    said: dict[str, Any] = {
        "assessor": lambda *_: fake or FakeAssessor(an_assessment(rationale=())), "history": MemoryHistory,
        "recorder": FakeRecorder,
        "target": target, "ways": lambda _: Ways(), "now": lambda: WHEN,
    }  # fmt: skip
    return World(**(said | changes))


def a_recording(folder: Path, waveform: Waveform | None = None) -> str:
    path = folder / "take.flac"
    write_flac(path, waveform or a_waveform(3.0))
    return str(path)


def test_assess_prints_scores_words_and_rationale(capsys: Out) -> None:
    assert main(["assess", str(SAMPLE), "--text", TEXT], a_world()) == 0
    printed = capsys.readouterr()
    assert re.search(r"Accuracy +7 +6 to 8 +Clear, with a few slips", printed.out)
    assert "Words correct per minute: 104" in printed.out
    assert re.search(r"think +▾ +Needs work", printed.out)
    assert "- The “th” in “think” sounded like “s”." in printed.out
    assert printed.err == ""


def test_json_on_standard_output_is_the_contract_and_nothing_else(capsys: Out) -> None:
    assert main(["assess", str(SAMPLE), "--text", TEXT, "--json", "-"], a_world()) == 0
    document = json.loads(capsys.readouterr().out)
    jsonschema.validate(document, SCHEMA)
    assert document["words"][1]["phones"][0]["heard"] == "S"


@pytest.mark.parametrize("verdict", [Verdict.INCOMPLETE, Verdict.OFF_SCRIPT])
def test_any_verdict_but_scored_exits_with_3_and_its_problem_has_a_message(verdict: Verdict, capsys: Out) -> None:
    world = a_world(FakeAssessor(answer=an_assessment(verdict=verdict, rationale=())))
    assert main(["assess", str(SAMPLE), "--text", TEXT, "--json", "-"], world) == 3
    document = json.loads(capsys.readouterr().out)
    jsonschema.validate(document, SCHEMA)
    assert document["problems"][0]["code"] == document["verdict"] == verdict.value
    assert document["problems"][0]["message"].endswith(".")


def test_silence_is_refused_with_advice_and_without_scores(tmp_path: Path, capsys: Out) -> None:
    audio = a_recording(tmp_path, silence(2.0))
    assert main(["assess", audio, "--text", TEXT], a_world()) == 3
    printed = capsys.readouterr().out
    assert "No speech was found in the recording. Check that the right microphone is chosen" in printed
    assert "Accuracy" not in printed


def test_files_are_written_where_asked(tmp_path: Path, capsys: Out) -> None:
    names = {kind: tmp_path / f"out.{kind}" for kind in ("json", "html", "textgrid", "csv")}
    options = [part for kind, path in names.items() for part in (f"--{kind}", str(path))]
    assert main(["assess", str(SAMPLE), "--text", TEXT, *options], a_world()) == 0
    assert json.loads(names["json"].read_text())["schema"] == 1
    assert names["html"].read_text().startswith("<!DOCTYPE html>")
    assert "middling-adult.opus" in names["html"].read_text()
    assert len(list(csv.reader(io.StringIO(names["csv"].read_text())))) == 17
    assert names["textgrid"].read_text().startswith('File type = "ooTextFile"')


def test_accepted_sounds_are_not_marked_for_people_and_the_data_stays_as_it_is(tmp_path: Path, capsys: Out) -> None:
    library = SqlLibrary(open_database(World().folder(None)))
    library.accept(Acceptance("TH", "S"))
    library.database.close()
    world = a_world(ways=World().ways)
    report, data = tmp_path / "report.html", tmp_path / "data.json"
    assert main(["assess", str(SAMPLE), "--text", TEXT, "--html", str(report), "--json", str(data)], world) == 0
    printed = capsys.readouterr().out
    assert "needs work" not in printed
    assert "sounded like" not in printed + report.read_text()
    assert json.loads(data.read_text())["words"][1]["phones"][0]["mispronounced"] == 0.9


def test_a_take_is_shown_by_the_ways_of_the_learner_who_is_named(tmp_path: Path, capsys: Out) -> None:
    main(["learners", "add", "Ann", "Bo"])
    people = World().people()
    ann = next(each for each in people.learners() if each.name == "Ann")
    with closing(open_database(people.folder(ann.id))) as database:
        SqlLibrary(database).accept(Acceptance("TH", "S"))
        SqlReviews(database).add(Setting("1" * 32, "Ms Li", WHEN, Strictness.STRICT, Strictness.LENIENT))
    (people.folder(ann.id) / "lexicon.txt").write_text("garden  G OY1\n", encoding="utf-8")
    asked = ["assess", str(SAMPLE), "--text", TEXT]
    world = a_world(ways=World().ways)
    assert main([*asked, "--learner", "Bo"], world) == 0
    assert "between your teeth" in capsys.readouterr().out
    assert main([*asked, "--learner", "ann"], world) == 0
    assert "between your teeth" not in capsys.readouterr().out
    rule = World().ways(people.folder(ann.id)).tutored.rule
    assert (rule.accuracy, rule.pauses) == (Strictness.STRICT, Strictness.LENIENT)
    assert str(World().target("a garden", None, people.folder(ann.id)).words[1].pronunciations[0][1]) == "OY1"
    people.set_pin(ann.id, "1234")
    assert main([*asked, "--learner", "Ann"], world) == 1
    assert "What Ann reads is behind a PIN." in capsys.readouterr().err
    assert main([*asked, "--learner", "Cy"], world) == 1
    assert "There is no learner “Cy” here." in capsys.readouterr().err


def test_same_input_same_output(capsys: Out) -> None:
    documents = []
    for _ in range(2):
        main(["assess", str(SAMPLE), "--text", TEXT, "--json", "-"], a_world())
        documents.append({**json.loads(capsys.readouterr().out), "seconds": 0})
    assert documents[0] == documents[1]


@pytest.mark.parametrize(
    "argv",
    [
        ["assess", "a.wav"],
        ["assess", "a.wav", "--text", "x", "--passage", "y"],
        ["assess", "a.wav", "--text", "x", "--engine", "cloud"],
        ["assess", "a.wav", "--text", "x", "--nonsense"],
        ["evaluate", "m.jsonl", "--limit", "0"],
        ["passages"],
        ["sing"],
    ],
)
def test_usage_errors_exit_with_2(argv: list[str], capsys: Out) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(argv, a_world())
    assert stopped.value.code == 2
    assert capsys.readouterr().out == ""


def failing(code: str) -> Any:
    def fail(*_: object) -> Any:
        raise ModelError(code, path="/models")

    return fail


@pytest.mark.parametrize(
    ("argv", "world", "expected"),
    [
        (["assess", "/nowhere.wav", "--text", TEXT], a_world(), "/nowhere.wav"),
        (["assess", str(SAMPLE), "--passage", "nowhere"], a_world(), "tutor passages list"),
        (["assess", str(SAMPLE), "--text", TEXT], a_world(assessor=failing("card_full")), "use the built-in assessor"),
        (["assess", str(SAMPLE), "--text", TEXT, "--csv", "/proc/no/x.csv"], a_world(), "/proc/no/x.csv"),
        (["assess", str(SAMPLE), "--text", TEXT], a_world(FakeAssessor(error=StoreError("disk_full", path="/d"))), "is full"),
        (["evaluate", "m.jsonl", "--engine", "speechllm"], a_world(), "speechllm"),
        (["history", "list"], a_world(history=lambda _: MemoryHistory(error=StoreError("locked_database", path="/d"))), "in use"),
    ],
)  # fmt: skip
def test_errors_are_one_line_with_something_to_do(argv: list[str], world: World, expected: str, capsys: Out) -> None:
    assert main(argv, world) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("tutor: ")
    assert printed.err.count("\n") == 1
    assert expected in printed.err


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--engine", "speechllm"], "--model"),
        (["--engine", "speechllm", "--model", "/nowhere"], "/nowhere"),
        (["--engine", "speechllm", "--server", "gpu-box"], "http://gpu-box:8000"),
        (["--server", "http://gpu-box:8000"], "--engine speechllm"),
    ],
)
def test_the_large_model_says_what_it_needs(options: list[str], expected: str, capsys: Out) -> None:
    assert main(["assess", str(SAMPLE), "--text", TEXT, *options], replace(World(), target=a_world().target)) == 1
    assert expected in capsys.readouterr().err


def test_a_bug_is_one_line_and_its_traceback_lies_in_a_file(home: Path, capsys: Out) -> None:
    assert main(["assess", str(SAMPLE), "--text", TEXT], a_world(FakeAssessor(error=ZeroDivisionError("x/0")))) == 1
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    kept = next(home.rglob("command-crash.txt"))
    assert str(kept) in line
    assert "ZeroDivisionError: x/0" in kept.read_text()


def test_ctrl_c_stops_without_a_traceback(capsys: Out) -> None:
    def stop(*_: object) -> Any:
        raise KeyboardInterrupt

    assert main(["assess", str(SAMPLE), "--text", TEXT], a_world(assessor=stop)) == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_texts_are_never_read_as_markup(capsys: Out) -> None:
    words = tuple(replace(word, text=f"[red]{word.text}[/]") for word in an_assessment().words)
    assert main(["assess", str(SAMPLE), "--text", TEXT], a_world(FakeAssessor(answer=an_assessment(words=words)))) == 0
    assert "[red]think[/]" in capsys.readouterr().out


def test_the_words_to_practise_are_written_for_anki(capsys: Out, tmp_path: Path) -> None:
    deck, file = MemoryDeck(), tmp_path / "mine.apkg"
    deck.put(a_card())
    assert main(["history", "anki", str(file)], a_world(deck=lambda _: deck, history=lambda _: MemoryHistory())) == 0
    assert capsys.readouterr().out.strip() == f"Words written to {file}: 1."
    assert zipfile.is_zipfile(file)


def test_history_lists_takes(capsys: Out) -> None:
    history = MemoryHistory()
    assert main(["history", "list"], a_world(history=lambda _: history)) == 0
    assert capsys.readouterr().out == "No takes yet.\n"
    history.add(a_take(recorded_at=WHEN.astimezone(UTC)), a_waveform())
    history.save("t1", an_assessment())
    assert main(["history", "list"], a_world(history=lambda _: history)) == 0
    assert re.search(r"t1 .*I think it is a garden\. .*Scored +7\.5 +6\.5 to 8\.5", capsys.readouterr().out)


def test_passages_are_listed_and_checked_and_can_be_read(capsys: Out) -> None:
    world = replace(a_world(), target=World().target)
    assert main(["passages", "list"], world) == 0
    assert re.search(r"a1-three-brothers .*A1", capsys.readouterr().out)
    assert main(["passages", "check"], world) == 0
    assert capsys.readouterr().out.splitlines() == ["10 passages checked, 0 faults found."]


def test_own_pronunciations_count_on_the_command_line_too(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "lexicon.txt").write_text("garden  G OY1\n", encoding="utf-8")
    word = World().target("a garden", None).words[1]
    assert (str(word.pronunciations[0][1]), word.source) == ("OY1", "own")


def test_evaluate_prints_a_table_and_writes_the_contract(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    measured = dict.fromkeys(("pcc", "mse", "mae", "bias", "coverage", "width"), 0.5)
    figures = {
        "schema": 1, "takes": 3, "refused": 1, "phone": {"accuracy": measured},
        "word": {"accuracy": measured, "stress": measured},
        "utterance": {"accuracy": {**measured, "pcc": None}}, "groups": {}, "mispronunciation": {"f1": 0.25, "ece": 0.01},
        "speed": {"audio_seconds": 9.0, "seconds": 0.5, "times_real_time": 18.0},
    }  # fmt: skip
    asked: list[object] = []
    module = types.ModuleType("tutor.training.evaluate")

    def evaluate(*args: object) -> dict[str, object]:
        asked.extend(args[:3])
        return figures

    vars(module)["evaluate"] = evaluate
    monkeypatch.setitem(sys.modules, "tutor.training.evaluate", module)
    assert main(["evaluate", "m.jsonl", "--limit", "3"], a_world()) == 0
    printed = capsys.readouterr().out
    assert asked == [Path("m.jsonl"), None, 3]
    assert re.search(r"utterance accuracy +– +0\.500", printed)
    assert "f1 0.250" in printed
    assert main(["evaluate", "m.jsonl", "--json", "-"], a_world()) == 0
    assert json.loads(capsys.readouterr().out) == figures


def test_training_gets_its_own_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []

    def pretend(argv: list[str]) -> int:
        given.append(argv)
        return 7

    for name in ("scorer", "calibrate"):
        module = types.ModuleType(f"tutor.training.{name}")
        vars(module)["main"] = pretend
        monkeypatch.setitem(sys.modules, f"tutor.training.{name}", module)
    assert main(["train", "scorer", "data", "--out", "runs/x", "--epochs", "3", "--help"], a_world()) == 7
    assert main(["calibrate", "runs/x", "data", "-v"], a_world()) == 7
    assert given == [["data", "--out", "runs/x", "--epochs", "3", "--help"], ["runs/x", "data", "-v"]]


def test_training_without_torch_names_the_extra(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    monkeypatch.delitem(sys.modules, "tutor.training.scorer", raising=False)

    class NoTorch:
        def find_spec(self, name: str, *_: object) -> None:
            if name in ("torch", "tutor.training.scorer"):
                raise ModuleNotFoundError("No module named 'torch'", name="torch")

    monkeypatch.setattr(sys, "meta_path", [NoTorch(), *sys.meta_path])
    assert main(["train", "scorer", "data", "--out", "x"], a_world()) == 1
    assert "pip install 'readaloud-tutor[train]'" in capsys.readouterr().err


def test_the_sample_is_assessed_and_its_report_written(home: Path, capsys: Out) -> None:
    text: list[str | None] = []

    def target(asked: str | None, _: str | None) -> Target:
        text.append(asked)
        return a_target()

    assert sample.run(a_world(target=target)) == 0
    printed = capsys.readouterr()
    report = Path(printed.out.rsplit("Report: ", 1)[1].strip())
    assert report.is_relative_to(home)
    assert "Reading report" in report.read_text()
    assert "“think”" in printed.out
    assert text[0] is not None
    assert "tutor assess" in printed.err


def test_version_is_told(capsys: Out) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"], a_world())
    assert stopped.value.code == 0
    assert re.fullmatch(r"tutor \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_two_opinions_are_shown_side_by_side_when_asked_for(capsys: Out) -> None:
    argv = ["assess", str(SAMPLE), "--text", TEXT, "--both"]
    assert main(argv, a_world()) == 0
    assert "0 of 9 scores lie further apart" in capsys.readouterr().out
    main([*argv, "--json", "-"], a_world())
    said = json.loads(capsys.readouterr().out)
    assert said["opinions"]["scores"][0]["about"] == "accuracy"
    assert said["opinions"]["confidence"] == 0.9
