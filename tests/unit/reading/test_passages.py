"""The passages, and the check that they are fit to teach with."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tutor.domain.errors import TextError
from tutor.reading.lexicon import Lexicon
from tutor.reading.passages import LEVELS, find_passage, load_passages, read_passage
from tutor.reading.syllabus import faults
from tutor.reading.target import make_target

GOOD = 'title = "T"\nlevel = "A1"\nsounds = ["TH"]\nlicence = "CC0-1.0"\ntext = """\nOne\nline.\n\nTwo."""\n'


def test_the_shipped_passages_have_no_fault(lexicon: Lexicon) -> None:
    assert faults(load_passages(), lexicon) == ()


def test_there_are_two_of_each_level_in_order() -> None:
    assert [passage.level for passage in load_passages()] == sorted([*LEVELS, *LEVELS])


def test_together_they_ask_list_and_contrast_stress(lexicon: Lexicon) -> None:
    targets = {passage.id: make_target(passage.text, lexicon, passage.id) for passage in load_passages()}
    assert sum("?" in target.text for target in targets.values()) >= 5
    said = Counter(word.text.lower() for word in targets["b1-to-record-a-record"].words)
    assert all(said[word] >= 2 for word in ("record", "present", "permit", "perfect", "desert"))
    pauses = [word.text for word in targets["a2-at-the-market"].words if word.break_after]
    assert {"apples", "lemons", "rice", "rolls"} <= set(pauses)


def test_a_passage_is_found_by_its_id_or_named_as_missing() -> None:
    assert find_passage("a1-three-brothers").title == "Three brothers"
    with pytest.raises(TextError) as caught:
        find_passage("no-such")
    assert (caught.value.code, caught.value.facts) == ("no_such_passage", {"id": "no-such"})


def test_line_breaks_within_a_paragraph_are_spaces(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD)
    assert (read_passage(path).id, read_passage(path).text) == ("mine", "One line.\n\nTwo.")


@pytest.mark.parametrize(
    ("good", "bad", "reason"),
    [
        ('title = "T"', "", "no title"),
        ('"A1"', '"A9"', "A9 is no level"),
        ('"TH"', '"XX"', "XX"),
        ('["TH"]', "[]", "none named"),
        ('["TH"]', "3", "int"),
        ('"T"', '"T', "line 1"),
    ],
)
def test_a_broken_passage_says_what_is_wrong(tmp_path: Path, good: str, bad: str, reason: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD.replace(good, bad))
    with pytest.raises(TextError) as caught:
        read_passage(path)
    assert (caught.value.code, caught.value.facts["id"]) == ("broken_passage", "mine")
    assert reason in str(caught.value.facts["reason"])


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"text": "Too short."}, "2 words"),
        ({"licence": "GPL-3.0"}, "GPL-3.0"),
        ({"sounds": ("ZH",)}, "ZH occurs 0 times"),
        ({"text": "the blicket " * 20}, "lacks “blicket”"),
        ({"text": "the " * 40}, "takes a slow reader 60 s"),
        ({"id": "a1-sheep-and-ship"}, "2 passages are called a1-sheep-and-ship"),
    ],
)
def test_faults_of_a_passage_are_found(lexicon: Lexicon, changes: dict[str, object], what: str) -> None:
    passages = [*load_passages(), replace(find_passage("a1-three-brothers"), **{"id": "new"} | changes)]  # type: ignore[arg-type]
    assert any(what in fault.what for fault in faults(passages, lexicon))


def test_what_all_passages_lack_together_is_found(lexicon: Lexicon) -> None:
    found = [fault.what for fault in faults([find_passage("a1-sheep-and-ship")], lexicon) if fault.passage_id is None]
    assert "OY occurs 0 times only in all passages" in found
    assert "no word is stressed like reCORD" in found
