"""What is shown to a learner who accepts a sound: heat map, report and explanation follow one rule."""

from dataclasses import replace

from tests.builders import WHEN, a_target, a_word, an_assessment
from tutor.domain.accepted import Acceptance
from tutor.domain.assessment import Assessment
from tutor.domain.marks import Mark
from tutor.practice.accepting import as_shown
from tutor.practice.rationale import explain
from tutor.present.heat import phone_cells, word_cells
from tutor.present.reports.blocks import Reader
from tutor.present.reports.page import html_page
from tutor.present.reports.take import About, take_report

TARGET = a_target()
ABOUT = About("a.wav", WHEN)


def an_explained_assessment() -> Assessment:
    """“th” of “think” as s, “g” of “garden” as s."""
    said = an_assessment()
    words = (*said.words[:5], a_word("garden", "G AA1 R D AH0 N", 2.0, score=5.0, weak=0))
    made = replace(said, words=words)
    return replace(made, rationale=explain(made.words, made.scores, made.prosody, TARGET))


def test_accepted_variant_stays_unflagged_others_still_flag() -> None:
    stored = an_explained_assessment()
    shown = as_shown(stored, TARGET, frozenset({Acceptance("TH", "S")}))
    marks = {cell.text: cell.mark for cell in word_cells(shown)}
    assert (marks["think"], marks["garden"]) == (Mark.CLEAR, Mark.NEEDS_WORK)
    assert "accept" in phone_cells(shown.words[1], 1)[0].tooltip
    told = " ".join(line.text for line in shown.rationale)
    assert ("think” sounded" in told or "“th” in" in told) is False
    assert "garden" in told
    report = html_page(take_report(shown, TARGET, ABOUT, Reader.LEARNER))
    assert "th sounded like s" not in report
    assert "g sounded like s" in report
    assert "th sounded like s" in html_page(take_report(stored, TARGET, ABOUT, Reader.LEARNER))


def test_where_nothing_marked_is_accepted_the_explanation_is_the_stored_one() -> None:
    stored = an_assessment()
    assert as_shown(stored, TARGET, frozenset({Acceptance("L", "R")})) == stored
    assert as_shown(stored, TARGET, frozenset()) == stored
