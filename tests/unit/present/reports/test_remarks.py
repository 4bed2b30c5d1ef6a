"""What tutors said, as reports tell it: only what stands, only where they say something else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.builders import STAMP, an_assessment
from tests.unit.present.reports.test_period import OVER, a_period, as_written
from tutor.domain.accepted import Acceptance
from tutor.domain.marks import Mark
from tutor.domain.review import About, Comment, Correction
from tutor.present.reports.blocks import Reader
from tutor.present.reports.formats import Format
from tutor.present.reports.remarks import comment_lines, comments_by_reading, correction_lines, corrections_by_reading

AT = datetime(2026, 9, 3, 8, 0, tzinfo=UTC)
THINK = Correction("1", "t1", "Ms Li", AT, About(1), "think", Mark.CLEAR, Mark.NEEDS_WORK, STAMP)


def a_comment(text: str = "Lovely pauses.", **changes: object) -> Comment:
    return replace(Comment("c1", "t1", "Ms Li", AT, 0, 1, text), **changes)  # type: ignore[arg-type]


def test_a_correction_says_what_the_program_said_and_only_the_newest_counts() -> None:
    later = replace(THINK, id="2", at=AT + timedelta(days=1), answer=Mark.ACCENT)
    (line,) = correction_lines([later, THINK], an_assessment())
    assert line.startswith("“think”: Part of an accent (the program said: Needs work; Ms Li, 2026-09-0")


def test_what_agrees_was_taken_back_or_speaks_of_another_word_is_no_correction() -> None:
    agrees = replace(THINK, answer=Mark.NEEDS_WORK)
    taken_back = replace(THINK, id="2", at=AT + timedelta(days=1), answer=None)
    other = replace(THINK, expected="thing")
    for rows in ([agrees], [THINK, taken_back], [other]):
        assert correction_lines(rows, an_assessment()) == ()


def test_sounds_and_aspects_have_their_names() -> None:
    sound = replace(THINK, about=About(1, 0), expected="TH")
    aspect = replace(THINK, id="3", about=About(aspect="fluency"), expected="", answer=4, machine=2)
    lines = correction_lines([aspect, sound], an_assessment())
    assert lines[0].startswith("“th” /θ/ in “think”: Clear")
    assert lines[1].startswith("Fluency: Smooth (the program said: Many pauses")


def test_comments_stand_with_their_words_until_withdrawn() -> None:
    spoken = a_comment("", id="c2", first=None, last=None, seconds=12.4)
    lines = comment_lines([a_comment(), spoken], an_assessment())
    assert lines == ("The whole take: Spoken comment, 12 s (Ms Li)", "“I think”: “Lovely pauses.” (Ms Li)")
    assert comment_lines([a_comment(), a_comment(id="c3", withdraws="c1")], an_assessment()) == ()


def test_a_period_tells_them_by_reading() -> None:
    readings = a_period().readings
    rows = [THINK, replace(THINK, id="2", about=About(2)), replace(THINK, id="3", take_id="gone")]
    assert corrections_by_reading(rows, readings, OVER.titles) == ("2026-09-01, The garden: 2 corrections",)
    assert comments_by_reading([a_comment()], readings, OVER.titles) == ("2026-09-01, The garden: “Lovely pauses.” (Ms Li)",)


def test_what_the_learner_accepts_is_not_among_what_to_practise() -> None:
    over = replace(OVER, accepted=frozenset({Acceptance("TH", "S"), Acceptance("NG", None, "think")}))
    for reader in (Reader.LEARNER, Reader.PARENT):
        assert "thin" in str(as_written(a_period(), OVER, Format.HTML, reader))
        said = str(as_written(a_period(), over, Format.HTML, reader))
        assert "“th”" not in said
        assert "“think”" not in said
    assert "“th”" in str(as_written(a_period(), over, Format.HTML, Reader.TEACHER))
