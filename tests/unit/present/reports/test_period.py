"""Reports and data of a period and of a class: each reader's words, nothing mixed silently, nothing that runs."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from tests.builders import STAMP, an_estimate
from tests.htmlpage import Page
from tutor.domain.assessment import ModelStamp, Scores, Verdict
from tutor.domain.change import Change
from tutor.domain.practised import Came, Classroom, Group, Hard, Practised, Pupil, Reading, Standing
from tutor.domain.wording import speak
from tutor.present.reports.blocks import Reader
from tutor.present.reports.figures import Over
from tutor.present.reports.formats import Format, Written, class_reports, period_reports
from tutor.present.reports.paper import Paper

FIRST, LAST = date(2026, 9, 1), date(2026, 9, 30)
OLD = ModelStamp("embedded", "older", "0")
HOSTILE = "=cmd|' /C calc'!A0<script>alert(1)</script>"
OVER = Over(datetime(2026, 10, 1, 8, 0, tzinfo=UTC), "Mei", {"garden": "The garden"}, ("Think: th was clear.",))


def a_reading(day: int, **changes: object) -> Reading:
    when = datetime(2026, 9, day, 9, 0, tzinfo=UTC)
    scores = Scores(an_estimate(7.0), an_estimate(7.0), an_estimate(7.0), an_estimate(10.0, spread=0.0), an_estimate(6.6))
    made = Reading(f"t{day}", when, "garden", "I think it is a garden.", 60.0, Verdict.SCORED, STAMP, scores, 92.4)
    return replace(made, **changes)  # type: ignore[arg-type]


def a_period(**changes: object) -> Practised:
    readings = tuple(a_reading(day) for day in (1, 2, 9))
    seconds = {each.when.date(): each.seconds for each in readings}
    standings = (Standing("fluency", an_estimate(7.0, spread=0.4), Change.BETTER),
                 Standing("total", an_estimate(6.6, spread=2.4), Change.SAME))  # fmt: skip
    sounds = (Came("TH", 3, 20, 8, Change.WORSE), Came("S", 3, 30, 0, Change.BETTER), Came("V", 2, 4, 2, Change.UNKNOWN))
    words = (Came("think", 3, 9, 6, Change.SAME), Came("garden", 3, 9, 0, Change.SAME))
    made = Practised(FIRST, LAST, seconds, readings, 2, STAMP, ((STAMP, 3),), standings, 91.7, sounds, words)
    return replace(made, **changes)  # type: ignore[arg-type]


def a_class() -> Classroom:
    pupils = (Pupil("Yang", "B1", "zh", 0, 0, 0, None), Pupil(HOSTILE, "A1", "zh", 3, 12, 9, LAST))
    groups = (Group("ko", 4, None, None), Group("vi", 5, None, None), Group("zh", 20, 0.046, 0.001))
    return Classroom(FIRST, LAST, pupils, (Hard("TH", 20, 12),), (Hard("think", 9, 7),), 33, groups, (), (OLD, STAMP))


def as_written(done: Practised, over: Over, form: Format, reader: Reader) -> Written:
    return period_reports(done, over).written(form, reader)


def said(done: Practised, reader: Reader) -> str:
    page = Page(str(as_written(done, OVER, Format.HTML, reader)))
    return " ".join(page.text.split())


def test_the_learner_is_told_what_went_well_what_comes_next_and_how_sure_it_is() -> None:
    learner = said(a_period(), Reader.LEARNER)
    for expected in (
        "Better than at the beginning: Fluency.", "Clearer than at the beginning: “s” as in “sun”.",
        "“th” as in “thin” /θ/: needed work 8 of 20 times.", "Words to come back to: “think”.",
        "A few pauses · fairly sure", "Good · not sure", "The garden (3 times)", "Words correct per minute",
    ):  # fmt: skip
        assert expected in learner
    assert "/v/" not in learner  # four times are too few to say so


def test_the_family_gets_plain_words_no_figures_of_scores_and_nobody_else() -> None:
    parent = said(a_period(), Reader.PARENT)
    assert "practice on 3 days, 3 minutes of reading aloud in all, with 3 readings" in parent
    assert "Reading as a whole was lately: Good." in parent
    assert "Better than at the beginning: how smoothly it goes." in parent
    for jargon in ("Prosody", "Fluency", "embedded", "of 10", "/θ/", "%", "Words correct", "class", "other learners"):
        assert jargon not in parent


def test_the_teacher_gets_tables_corrections_and_the_model() -> None:
    teacher = said(a_period(), Reader.TEACHER)
    for expected in (
        "“th” as in “thin” /θ/320 40%▼ weaker", "Since the first of these readings: ▲ Fluency: better.", "Think: th was clear.",
        "2026-09-09 09:00The garden7 (6–8)", "Models: 1: embedded test 0.",
    ):  # fmt: skip
        assert expected.replace(" ", "") in teacher.replace(" ", "")


@pytest.mark.parametrize("reader", [Reader.LEARNER, Reader.TEACHER])
def test_several_models_are_named_before_anything_else(reader: Reader) -> None:
    mixed = a_period(judged=((OLD, 5), (STAMP, 3)))
    page = Page(str(as_written(mixed, OVER, Format.HTML, reader)))
    assert any(each.get("class") == "notice" for each in page.all("section"))
    assert "of the 3 readings that embedded test 0 judged; not of those by: embedded older 0 (5)" in page.text
    assert "The program changed" not in said(a_period(), reader)


def test_takes_that_were_not_scored_say_why() -> None:
    readings = (
        a_reading(1, verdict=Verdict.NOISY),
        a_reading(2, verdict=None, model=None, scores=Scores(), correct_a_minute=None),
    )
    teacher = said(a_period(readings=readings), Reader.TEACHER)
    assert "The garden (Too noisy)" in teacher
    assert "The garden (Not assessed yet)" in teacher


@pytest.mark.parametrize("reader", Reader)
def test_every_page_is_accessible_and_whole(reader: Reader) -> None:
    pages = [
        as_written(a_period(), OVER, Format.HTML, reader),
        class_reports(a_class(), OVER.made, str.upper).written(Format.HTML, Reader.TEACHER),
    ]
    for text in map(str, pages):
        page = Page(text)
        assert not page.all("script") + page.all("link") + page.all("img")
        assert "http" not in text.replace("http-equiv", "")
        assert len(page.all("caption")) == len(page.all("table"))
        assert all("scope" in each for each in page.all("th"))
        assert all(each.get("aria-label") or each.get("aria-labelledby") for each in page.all("svg"))
        ids = [each["id"] for _, each in page.tags if "id" in each]
        assert len(ids) == len(set(ids))
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_period_without_readings_says_so_to_each() -> None:
    empty = a_period(readings=(), seconds={}, standings=(), sounds=(), words=(), judged=(), model=None, correct_a_minute=None)
    for reader in Reader:
        assert "Nothing was read aloud in this time." in said(empty, reader)


def test_hostile_titles_and_names_are_only_text() -> None:
    over = Over(OVER.made, HOSTILE, {"garden": HOSTILE})
    for reader in Reader:
        page = Page(str(as_written(a_period(), over, Format.HTML, reader)))
        assert not page.all("script")
        assert HOSTILE in page.text
    assert not Page(str(class_reports(a_class(), OVER.made, str.upper).written(Format.HTML, Reader.TEACHER))).all("script")


def test_csv_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    text = str(as_written(a_period(), Over(OVER.made, "", {"garden": HOSTILE}), Format.CSV, Reader.TEACHER))
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["take"] for row in rows] == ["t1", "t2", "t9"]
    assert rows[0]["title"] == f"'{HOSTILE}"
    assert (rows[0]["total"], rows[0]["total_low"], rows[0]["words_correct_per_minute"]) == ("6.6", "5.6", "92.4")
    assert (rows[0]["recorded_at"], rows[0]["model_id"]) == ("2026-09-01T09:00:00+00:00", "test")
    learners = list(
        csv.reader(io.StringIO(str(class_reports(a_class(), OVER.made, str.upper).written(Format.CSV, Reader.TEACHER))))
    )
    assert learners[1][0].startswith("'=cmd")


def test_json_holds_all_figures_and_hides_small_groups() -> None:
    document = json.loads(str(as_written(a_period(), OVER, Format.JSON, Reader.TEACHER)))
    assert document["schema"] == 1
    assert document["levels"]["fluency"] == {"value": 7.0, "low": 6.6, "high": 7.4, "change": "better"}
    assert document["readings"][0]["scores"]["total"] == {"value": 6.6, "low": 5.6, "high": 7.6}
    assert document["readings_by_model"] == [{"model": {"engine": "embedded", "id": "test", "version": "0"}, "readings": 3}]
    room = json.loads(str(class_reports(a_class(), OVER.made, str.upper).written(Format.JSON, Reader.TEACHER)))
    assert [group["marked"] for group in room["groups"]["first_language"]] == [None, None, 0.046]


def test_the_class_is_listed_by_name_without_scores() -> None:
    page = Page(str(class_reports(a_class(), OVER.made, str.upper).written(Format.HTML, Reader.TEACHER)))
    text = " ".join(page.text.split())
    assert "YangB1000not in this time" in text
    assert "“th” as in “thin” /θ/122060%" in text
    assert "33 sounds and words that fewer than 5 learners read three times are left out." in text
    assert "KO4not shownnot shown" in text
    assert "only readings that embedded test 0 judged count" in text


def test_same_figures_same_files() -> None:
    for form in (Format.HTML, Format.CSV, Format.JSON, Format.PDF):
        assert as_written(a_period(), OVER, form, Reader.TEACHER) == as_written(a_period(), OVER, form, Reader.TEACHER)


@pytest.mark.parametrize("days", [1, 16, 17, 182, 183, 800])
def test_the_chart_has_few_columns_and_holds_all_minutes(days: int) -> None:
    seconds = {LAST - timedelta(days=ago): 60.0 for ago in range(0, days, 2)}
    page = Page(
        str(as_written(a_period(first=LAST - timedelta(days=days - 1), seconds=seconds), OVER, Format.HTML, Reader.PARENT))
    )
    columns = [each for each in page.all("rect") if each.get("class") == "column"]
    assert 1 <= len(columns) <= 28


def test_every_word_passes_its_translation() -> None:
    speak(lambda english: f"⟦{english}⟧", "zh-CN")
    try:
        pages = [str(as_written(a_period(judged=((OLD, 5), (STAMP, 3))), OVER, Format.HTML, reader)) for reader in Reader]
        pages.append(str(class_reports(a_class(), OVER.made, str.upper).written(Format.HTML, Reader.TEACHER)))
    finally:
        speak()
    own = re.compile("Mei|Yang|The|garden|Think|was|clear|embedded|older|test|think|cmd|calc|script|alert")
    for page in map(Page, pages):
        text = page.text
        while text != (text := re.sub(r"⟦[^⟦⟧]*⟧", "", text)):
            pass
        assert [word for word in re.findall(r"[A-Za-z]{3,}", text) if not own.match(word)] == []


def test_paper_holds_the_newest_readings_of_very_many_and_the_page_all() -> None:
    many = a_period(readings=tuple(a_reading(1 + at % 28, take_id=f"t{at}", correct_a_minute=float(at)) for at in range(1000)))
    paper, page = (as_written(many, OVER, form, Reader.TEACHER) for form in (Format.PDF, Format.HTML))
    assert isinstance(paper, Paper)
    assert "600 earlier" in paper.markup
    assert ">599<" not in paper.markup
    for at in (600, 999):
        assert f">{at}<" in paper.markup
    assert all(f"<td>{at}</td>" in str(page) for at in (0, 999))
