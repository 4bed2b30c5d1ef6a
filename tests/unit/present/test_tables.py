"""CSV and TextGrid hold what the assessment holds."""

import csv
import io
from dataclasses import replace
from pathlib import Path

from praatio.textgrid import openTextgrid

from tests.builders import a_word, an_assessment, an_omitted_word
from tutor.domain.assessment import Scores, Verdict
from tutor.present.tables import COLUMNS, csv_table, textgrid


def test_csv_has_a_row_a_phone() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_table(an_assessment()))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == sum(len(word.phones) for word in an_assessment().words)
    th = rows[1]
    assert (th["word"], th["phone"], th["ipa"], th["heard"], th["accuracy"], th["mispronounced"]) == (
        "think",
        "TH",
        "θ",
        "S",
        "0.3",
        "0.9",
    )
    gone = next(row for row in rows if row["miscue"] == "omitted")
    assert (gone["start"], gone["accuracy"], gone["judged"]) == ("", "", "0")


def test_textgrid_opens_in_praats_format_with_all_tiers(tmp_path: Path) -> None:
    path = tmp_path / "take.TextGrid"
    path.write_text(textgrid(an_assessment()), encoding="utf-8")
    grid = openTextgrid(str(path), includeEmptyIntervals=False)
    assert grid.tierNames == ("words", "phones", "word scores", "word confidence", "phone scores", "phone confidence", "events")
    assert [(entry.start, entry.label) for entry in grid.getTier("events").entries] == [(1.8, "hesitation")]
    assert [entry.label for entry in grid.getTier("words").entries] == ["I", "think", "it", "a", "garden"]
    assert [entry.label for entry in grid.getTier("word confidence").entries][1] == "4 to 6"
    assert grid.getTier("phones").entries[1].label == "TH"
    assert grid.maxTimestamp == 3.0


def test_textgrid_intervals_never_overlap_and_quotes_survive(tmp_path: Path) -> None:
    first, second = a_word('so "big"', "S OW1", 0.1), a_word("now", "N AW1", 0.25)
    path = tmp_path / "take.TextGrid"
    path.write_text(
        textgrid(an_assessment(words=(first, second, replace(second, text="gone", start=0.3, end=0.3)))), encoding="utf-8"
    )
    words = openTextgrid(str(path), includeEmptyIntervals=False).getTier("words").entries
    assert [entry.label for entry in words] == ['so "big"', "now"]
    assert words[0].end <= words[1].start


def test_textgrid_of_a_refused_take_is_empty_but_there(tmp_path: Path) -> None:
    refused = an_assessment(verdict=Verdict.NO_SPEECH, words=(an_omitted_word("is", "IH1 Z"),), scores=Scores())
    path = tmp_path / "take.TextGrid"
    path.write_text(textgrid(refused), encoding="utf-8")
    assert len(openTextgrid(str(path), includeEmptyIntervals=False).getTier("words").entries) == 0


def test_no_word_of_a_text_is_run_as_a_formula() -> None:
    words = tuple(a_word(text, "K AE1 T", 0.1) for text in ("=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(1)", "\tx", " =1"))
    rows = list(csv.DictReader(io.StringIO(csv_table(an_assessment(words=words)))))
    assert {row["word"][0] for row in rows} == {"'"}
    assert rows[0]["start"] == "0.1"
