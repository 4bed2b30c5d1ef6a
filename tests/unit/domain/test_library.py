"""Tags and titles of own texts."""

from tutor.domain.library import TITLE_LENGTH, split_tags, title_of


def test_tags_come_once_each_whatever_their_case_and_commas() -> None:
    assert split_tags("  School, #work ,school,, job   talk，家 ") == ("School", "work", "job talk", "家")
    assert split_tags(" , ") == ()


def test_a_text_without_a_title_is_called_by_its_first_line() -> None:
    assert title_of("\n  My  dog\nHe is old.") == "My dog"
    long = title_of("word " * 40)
    assert long.endswith("word …")
    assert len(long) <= TITLE_LENGTH + 2
