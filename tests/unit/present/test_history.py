"""What a history says: weeks, changes, curves, days, tables and what it can be narrowed to."""

from datetime import date, timedelta

import numpy as np
import pytest

from tests.builders import STAMP
from tutor.domain.assessment import ModelStamp
from tutor.domain.change import Change
from tutor.domain.history.findings import Item, Moved, Summary, Week
from tutor.domain.history.level import Level, Series
from tutor.domain.history.readings import Readings
from tutor.domain.library import OwnText
from tutor.domain.target import Passage
from tutor.present.history.calendar import WEEKS, calendar_summary, calendar_weeks
from tutor.present.history.choices import span_choices, text_choices
from tutor.present.history.curves import trend
from tutor.present.history.overview import better_lines, weak_line, week_lines
from tutor.present.history.tables import item_rows, take_row, text_title

TODAY = date(2026, 11, 22)  # a Sunday
NOTHING = Week(0, 0, 0.0, 0)
GARDEN = Passage("garden", "The garden", "A1", "I think. It is.", ("TH",), "CC0-1.0")


def item(name: str, times: int, marked: int, change: Change = Change.SAME) -> Item:
    return Item(name, 9, times, 1.5, marked, 0, 1.2, 1.8, change)


def series(stamp: ModelStamp, values: list[float], first: int) -> Series:
    days = np.arange(first, first + len(values), dtype=np.int64)
    value = np.array(values)[:, None]
    level = Level(days, value, np.full(value.shape, 0.01), np.full(value.shape, 0.005), np.ones(1))
    return Series(stamp, days.astype(np.float64) + 0.5, np.repeat(value, 3, axis=1), level)


def readings(*texts: tuple[str, str | None]) -> Readings:
    count = len(texts)
    numbers, whole = np.full(count, 60.0), np.zeros(count, dtype=np.int64)
    scores = np.full((count, 5, 3), 7.0)
    scores[-1] = np.nan
    names, passages = zip(*texts, strict=True)
    ids = tuple(f"t{at}" for at in range(count))
    columns = (numbers, numbers, numbers, numbers, numbers)
    return Readings(ids, names, passages, ("scored",) * count, (STAMP,), numbers, numbers, whole, whole, scores, *columns)


def test_this_week_is_held_against_the_one_before() -> None:
    summary = Summary(Week(2, 1, 20.0, 3), Week(5, 11, 127.0, 1), (), (), ())
    assert week_lines(summary) == (
        "one reading on 2 days, 1 min of reading. 3 tries of drills.",
        "The week before: 11 readings on 5 days, 2 min of reading. One try of a drill.",
    )
    assert week_lines(Summary(NOTHING, NOTHING, (), (), ())) == ("Nothing read yet this week.",)


def test_what_got_better_is_named_and_nothing_is_said_to_be_nothing() -> None:
    moved = (Moved("fluency", 0.62, 0.31), Moved("pace", 8.0, 3.0))
    better = (("sound", item("TH", 40, 3, Change.BETTER)), *(("word", item("it", 9, 1, Change.BETTER)),) * 5)
    said = better_lines(Summary(NOTHING, NOTHING, moved, better, ()))  # type: ignore[arg-type]
    assert said[:3] == (
        "Fluency: up by 0.6, give or take 0.3",
        "Words correct per minute: up by 8, give or take 3",
        "“th” as in “thin”: from 6 to 9 of 10",
    )
    assert said[-1] == "And 1 more in the tables."
    assert better_lines(Summary(NOTHING, NOTHING, (), (), ()))[0].startswith("Nothing lately that could be told from chance")
    assert weak_line(item("V", 20, 9)) == "“v” as in “very”: marked 9 of 20 times"


def test_the_calendar_ends_today_and_says_each_day() -> None:
    days = np.array([TODAY.toordinal(), TODAY.toordinal(), TODAY.toordinal() - 1, TODAY.toordinal() - 900])
    weeks = calendar_weeks(days, np.full(4, 50.0), TODAY)
    assert len(weeks) == WEEKS
    assert weeks[-1][-1].day == TODAY
    assert weeks[0][0].day == TODAY - timedelta(days=7 * WEEKS - 1)
    assert (weeks[-1][6].text, weeks[-1][5].text, weeks[-1][4].text) == ("2", "1", "")
    assert weeks[-1][6].spoken == "2026-11-22: 2 takes, 2 min"
    assert weeks[-1][4].spoken == "2026-11-20: no practice"
    assert calendar_weeks(days, np.full(4, 1.0), date(2026, 11, 23))[-1][0].day == date(2026, 11, 23)  # a Monday alone
    assert calendar_summary(days, TODAY) == "3 takes on 2 days of the last twelve months; most on 2026-11-22: 2."
    assert calendar_summary(days[3:], TODAY) == "No practice in the last twelve months."


def test_a_curve_says_its_level_its_move_and_the_other_model() -> None:
    older = ModelStamp("embedded", "test", "older")
    shown = trend("total", [series(older, [5.0, 5.1], 739_000), series(STAMP, list(np.linspace(6, 8, 40)), 739_100)])
    assert shown.labels == ("version older", "version 0")
    assert "the level is about 8.0 of 10, between 7.8 and 8.2, from 40 readings" in shown.summary
    assert "it rose by 1.4, more than the doubt of 0.2" in shown.summary
    assert "Another model judged before (version older)" in shown.summary
    falling = trend("total", [series(STAMP, list(np.linspace(8, 6, 40)), 739_100)])
    assert "it fell by 1.4" in falling.summary
    assert "Another model" not in falling.summary
    still = trend("pace", [series(STAMP, [90.0] * 40, 739_100)])
    assert "about 90 words a minute" in still.summary
    assert "nothing sure yet" in still.summary
    assert still.top > 90
    assert trend("total", []).summary == "There are no scores of these readings."


def test_what_is_surely_marked_comes_first() -> None:
    rows = item_rows("word", (item("two", 2, 2), item("often", 100, 60), item("never", 50, 0)))
    assert [row.key for row in rows] == ["often", "two", "never"]
    assert rows[0].cells == ("often", "9", "100", "1.5", "60 (60%)", "1 → 2", "= no change beyond chance")
    assert rows[0].spoken == "“often”: 100 times in 9 readings, about 1.5 of 10, marked 60 times; no change beyond chance."


def test_a_take_shows_its_text_and_what_there_is_of_scores() -> None:
    both = readings(("It is.", "garden"), ("Mine.", None))

    def title(passage: str | None, text: str) -> str:
        return text_title({"garden": GARDEN}, passage, text)

    assert take_row(both, 0, title).cells[1:] == ("The garden: It is.", "60 s", "7 (7 to 7)", "60", "Scored", "version 0")
    assert take_row(both, 1, title).cells[1:4] == ("Mine.", "60 s", "–")
    assert title("garden", GARDEN.text) == "The garden"


def test_texts_that_were_read_can_be_chosen_by_level_tag_and_title() -> None:
    own = [OwnText(1, "Home", "We live here. It is small.", ("school",)), OwnText(2, "Not read", "No.", ())]
    both = readings(("I think.", "garden"), ("It is small.", None), ("Something else.", None))
    found = {choice.name: choice.texts for choice in text_choices(both, (GARDEN,), own)}
    assert found == {
        "All texts": None, "Level A1": ("garden",), "Tag: school": (own[0].text,), "The garden": ("garden",),
        "Home": (own[0].text,), "Something else.": ("Something else.",),
    }  # fmt: skip


@pytest.mark.parametrize(("name", "first"), [("All the time", None), ("Last 4 weeks", date(2026, 10, 26))])
def test_times_reach_back_from_today(name: str, first: date | None) -> None:
    assert dict(span_choices(TODAY))[name] == first
