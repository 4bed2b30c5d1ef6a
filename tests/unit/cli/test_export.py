"""`tutor history export`: reports and data of what is really kept, and calls that make no sense."""

import csv
import json
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import jsonschema
import pytest
from praatio.textgrid import openTextgrid
from PySide6.QtWidgets import QApplication

from tests.builders import STAMP, WHEN, a_waveform, an_assessment
from tests.unit.cli.test_commands import SCHEMA
from tutor.cli.main import main
from tutor.cli.world import World
from tutor.domain.learner import Learner
from tutor.domain.marks import Mark
from tutor.domain.review import About, Comment, Correction
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.paths import Paths
from tutor.store.people import People
from tutor.store.reviews import SqlReviews

Out = pytest.CaptureFixture[str]
TEXT = "I think it is a garden."


@pytest.fixture
def takes(home: Path) -> list[str]:
    """The ids of Mei's takes, oldest first; the last one is not assessed."""
    people = People(Paths.default())
    folder = people.folder(people.add(Learner("Mei")).id)
    with closing(open_database(folder)) as database:
        history = SqlHistory(database)
        made = [history.keep(a_waveform(3.0), TEXT, None, WHEN - timedelta(days=ago), "") for ago in (40, 2, 1)]
        for take in made[:2]:
            history.save(take.id, an_assessment())
    return [take.id for take in made]


def test_a_period_is_written_in_every_format(takes: list[str], tmp_path: Path, capsys: Out, qapp: QApplication) -> None:
    files = {kind: tmp_path / f"mei.{kind}" for kind in ("html", "pdf", "csv", "json")}
    options = [part for kind, path in files.items() for part in (f"--{kind}", str(path))]
    last = WHEN.date().isoformat()
    assert main(["history", "export", *options, "--from", "2026-11-01", "--to", last, "--for", "teacher"], World()) == 0
    assert capsys.readouterr().out.splitlines() == [f"Written: {path}" for path in files.values()]
    assert "Mei · 2026-11-01 to 2026-11-22" in files["html"].read_text(encoding="utf-8")
    assert files["pdf"].read_bytes().startswith(b"%PDF")
    with files["csv"].open(encoding="utf-8-sig", newline="") as file:
        assert [row["take"] for row in csv.DictReader(file)] == takes[1:]
    assert json.loads(files["json"].read_text(encoding="utf-8"))["words_correct_per_minute"] == pytest.approx(104.348)


def test_without_days_it_goes_from_the_first_take_to_today_and_speaks_to_the_learner(takes: list[str], tmp_path: Path) -> None:
    page = tmp_path / "mei.html"
    assert main(["history", "export", "--html", str(page)], World(now=lambda: WHEN)) == 0
    said = page.read_text(encoding="utf-8")
    assert "2026-10-13 to 2026-11-22" in said
    assert "What to practise next" in said


def test_json_on_standard_output_is_alone_there(takes: list[str], tmp_path: Path, capsys: Out) -> None:
    page = tmp_path / "mei.html"
    assert main(["history", "export", "--json", "-", "--html", str(page)], World()) == 0
    assert json.loads(capsys.readouterr().out)["learner"] == "Mei"
    assert page.exists()


def test_one_take_is_written_in_every_format(takes: list[str], tmp_path: Path, qapp: QApplication) -> None:
    kinds = ("html", "pdf", "csv", "json", "textgrid")
    files = {kind: tmp_path / f"take.{kind}" for kind in kinds}
    options = [part for kind, path in files.items() for part in (f"--{kind}", str(path))]
    assert main(["history", "export", "--take", takes[1], *options], World()) == 0
    jsonschema.validate(json.loads(files["json"].read_text(encoding="utf-8")), SCHEMA)
    grid = openTextgrid(str(files["textgrid"]), includeEmptyIntervals=False)
    for tier in ("words", "phones", "word scores", "word confidence", "phone scores", "phone confidence"):
        assert grid.getTier(tier).entries
    assert "th sounded like s" in files["html"].read_text(encoding="utf-8")
    assert files["pdf"].read_bytes().startswith(b"%PDF")
    assert files["csv"].read_text(encoding="utf-8").startswith("word_index,")


def test_what_cannot_be_is_said_in_a_line(takes: list[str], tmp_path: Path, capsys: Out) -> None:
    target = str(tmp_path / "x.html")
    assert main(["history", "export", "--take", takes[2], "--html", target], World()) == 1
    assert "has not been assessed yet" in capsys.readouterr().err
    assert main(["history", "export", "--take", "nowhere", "--html", target], World()) == 1
    assert "no longer in the history" in capsys.readouterr().err
    (tmp_path / "file").write_text("")
    assert main(["history", "export", "--html", str(tmp_path / "file" / "x.html")], World()) == 1
    assert "can't be written" in capsys.readouterr().err


def test_a_file_that_is_there_stays_whole_when_the_new_one_cannot_be_written(
    takes: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "mei.html"
    page.write_text("of last month")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert main(["history", "export", "--html", str(page)], World()) == 1
    assert page.read_text() == "of last month"
    assert list(tmp_path.glob("*.new")) == []


@pytest.mark.parametrize(
    "options",
    [[], ["--textgrid", "x"], ["--take", "t", "--from", "2026-01-01", "--html", "x"], ["--html", "x", "--from", "yesterday"],
     ["--html", "x", "--from", "2026-02-01", "--to", "2026-01-01"], ["--html", "x", "--for", "everybody"]],
)  # fmt: skip
def test_calls_that_make_no_sense_are_usage_errors(options: list[str], capsys: Out) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["history", "export", *options], World())
    assert stopped.value.code == 2
    assert "history export: error:" in capsys.readouterr().err


def test_what_the_tutor_said_is_in_both_reports_and_marks_follow_it(takes: list[str], tmp_path: Path) -> None:
    people = People(Paths.default())
    with closing(open_database(people.folder(people.learners()[0].id))) as database:
        reviews = SqlReviews(database)
        reviews.add(Correction("1", takes[1], "Ms Li", WHEN, About(1, 0), "TH", Mark.CLEAR, Mark.NEEDS_WORK, STAMP))
        reviews.add(Comment("2", takes[1], "Ms Li", WHEN, 1, 1, "Much better!"))
    take, period = tmp_path / "take.html", tmp_path / "period.html"
    assert main(["history", "export", "--take", takes[1], "--html", str(take), "--for", "teacher"], World()) == 0
    assert main(["history", "export", "--html", str(period), "--for", "teacher"], World(now=lambda: WHEN)) == 0
    said = take.read_text(encoding="utf-8")
    assert "“th” /θ/ in “think”: Clear (the program said: Needs work; Ms Li" in said
    assert "“think”: “Much better!” (Ms Li)" in said
    assert "In “think” the th sounded like s." not in said  # the explanation follows
    assert "1 correction" in period.read_text(encoding="utf-8")
    assert "“Much better!” (Ms Li)" in period.read_text(encoding="utf-8")
