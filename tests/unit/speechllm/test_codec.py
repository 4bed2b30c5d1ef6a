"""The codec: what is written is read back, and whatever a model does to a response, nothing is read that it didn't say."""

import random
import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_target, phones
from tutor.domain.phones import PHONES, VOWELS, Phone
from tutor.domain.target import TargetWord
from tutor.speechllm.codec import Label, Response, WordLabels, has_stress, name_of, prompt, read, write
from tutor.speechllm.rubric import LABELS, RUBRICS, SENTENCE, STRESS_LABELS

FAULTY = 100_000
WORDS = a_target("it is a garden I think it is").words


def a_word(text: str, said: str) -> TargetWord:
    return TargetWord(text, 0, len(text), (phones(said),))


def labelled(words: Sequence[TargetWord], pick: random.Random, rationale: str = "") -> Response:
    return Response(
        {aspect: pick.choice(LABELS) for aspect in SENTENCE},
        tuple(
            WordLabels(
                pick.choice(LABELS), pick.choice(STRESS_LABELS) if has_stress(word) else None,
                tuple(pick.choice(LABELS) for _ in word.pronunciations[0]),
            )
            for word in words
        ),
        rationale,
    )  # fmt: skip


sounds = st.lists(st.sampled_from(PHONES).map(lambda s: Phone(s, 1 if s in VOWELS else None)), min_size=1, max_size=8)
texts = st.text(min_size=1, max_size=12).filter(lambda text: text.strip() == text)
targets = st.lists(st.builds(lambda t, s: TargetWord(t, 0, len(t), (tuple(s),)), texts, sounds), min_size=1, max_size=8)


@given(targets, st.randoms(use_true_random=False), st.text())
def test_what_is_written_is_read_back(words: list[TargetWord], pick: random.Random, rationale: str) -> None:
    said = labelled(words, pick, " ".join(rationale.split()))
    parsed = read(write(said, words), words)
    assert (parsed.response, parsed.unread) == (said, 0)


@given(st.text(), targets)
def test_any_text_can_be_read(text: str, words: list[TargetWord]) -> None:
    response = read(text, words).response
    assert [len(word.phones) for word in response.words] == [len(word.pronunciations[0]) for word in words]


def test_the_labels_have_the_published_cut_points() -> None:
    def edges(name: str) -> list[str]:
        return [RUBRICS[name].label(score)[0] for score in (10, 9, 8.9, 7, 6, 5, 4, 3, 2.9, 2, 1, 0)]  # type: ignore[index]

    for aspect in SENTENCE:
        assert "".join(edges(aspect)) == "EEGGAABBWWWW"
    assert "".join(edges("word")) == "EGGGAAABBBWW"
    phone = [RUBRICS["phone"].label(score)[0] for score in (2.0, 1.9, 1.8, 1.6, 1.5, 1.4, 1.0, 0.9, 0.6, 0.5, 0.4, 0.0)]
    assert "".join(phone) == "EEGGGAABBBWW"
    assert [RUBRICS["stress"].label(score) for score in (10, 5)] == ["Correct", "Incorrect"]


@pytest.mark.parametrize("name", RUBRICS)
def test_a_sure_label_is_worth_a_score_of_its_own_band(name: str) -> None:
    rubric = RUBRICS[name]  # type: ignore[index]
    for at, label in enumerate(rubric.labels):
        assert rubric.label(rubric.expected([float(at == each) for each in range(len(rubric.labels))])) == label


def test_the_prompt_holds_rubric_and_target() -> None:
    asked = prompt(WORDS)
    assert all(band.meaning in asked for rubric in RUBRICS.values() for band in rubric.bands)
    assert "Sentence: IT IS A GARDEN I THINK IT IS" in asked
    assert "GARDEN G AA1 R D AH0 N" in asked


SAID = labelled(WORDS, random.Random(5), "The garden was fine.")
ROWS = write(SAID, WORDS).splitlines()


def test_rows_in_any_order_are_read() -> None:
    assert read("\n".join([*ROWS[:3], *ROWS[10:2:-1], ROWS[11]]), WORDS).response == SAID


def test_rows_without_numbers_are_found_where_their_place_is_sure() -> None:
    bare = [re.sub(r"^\d+ ", "", row) for row in ROWS]
    assert read("\n".join(bare), WORDS).response == SAID
    without_first_it = read("\n".join([*bare[:3], *bare[4:]]), WORDS).response
    assert without_first_it.words[0].word is None
    assert without_first_it.words[6] == SAID.words[6]  # "it" before the last "is", behind "think"


def test_a_row_that_contradicts_itself_is_not_judged() -> None:
    other = ROWS[6].replace(f"GARDEN/{SAID.words[3].word}", "GARDEN/Worst" if SAID.words[3].word != "Worst" else "GARDEN/Good")
    parsed = read("\n".join([*ROWS, other]), WORDS)
    assert parsed.response.words[3].word is None
    assert parsed.response.words[3].phones == SAID.words[3].phones
    assert parsed.unread == 1


def test_a_missing_sound_leaves_only_itself_unjudged_and_an_ambiguous_one_all_it_may_be() -> None:
    words = (a_word("stats", "S T AE1 T S"),)
    assert read("1 STATS/Good S/Good T/Bad T/Worst S/Average", words).response.words[0].phones == (
        "Good", "Bad", None, "Worst", "Average")  # fmt: skip
    assert read("1 STATS/Good S/Good AE/Bad", words).response.words[0].phones == ("Good", None, "Bad", None, None)
    assert read("1 STATS/Good T/Good", words).response.words[0].phones == (None,) * 5


def test_a_response_for_another_text_is_not_judged() -> None:
    other = a_target("I think it is a garden.").words
    foreign = tuple(a_word(name, "B AE1 D") for name in ("bad", "cat", "dog", "eel", "fox"))
    parsed = read(write(labelled(foreign, random.Random(1)), foreign), other)
    assert set(parsed.response.sentence.values()) == {None}
    assert all(word.word is None and set(word.phones) == {None} for word in parsed.response.words)
    assert parsed.unread >= 5


def test_slashes_without_end_are_no_trap() -> None:
    assert read(" ".join(["a/b/c/d"] * 5000) + " plain" * 6000, WORDS).unread > 0


# One hundred thousand responses with faults


def _spoil(lines: list[str], pick: random.Random) -> tuple[str, set[int]]:
    """A response with faults of every kind, and the words whose rows can still be recovered whole."""
    rows = list(enumerate(lines))
    whole = set(range(len(WORDS)))
    for _ in range(pick.randrange(1, 5)):
        at = pick.randrange(len(rows))
        index, row = rows[at]
        match pick.randrange(6):
            case 0 if len(rows) > 5:
                del rows[at]
                whole -= {index - 3} - {other - 3 for other, _ in rows}
            case 1:
                rows.insert(pick.randrange(len(rows)), (index, row))
            case 2:
                pick.shuffle(rows)
            case 3:
                rows[at] = (index, re.sub(r"[/ ]\w+$", "/Splendid", row))
                whole.discard(index - 3)
            case 4:
                rows.insert(at, (-9, "Of course! Here is my judgement of it."))
            case _:
                rows[at] = (index, row.lower() + "  ")
    text = "\n".join(row for _, row in rows)
    if pick.random() < 0.3:
        text = text[: pick.randrange(len(text))]
        kept = text.count("\n")
        whole &= {index - 3 for index, _ in rows[:kept]}
        whole -= {index - 3 for index, _ in rows[kept : kept + 1]}
    return text, whole


def _contradicts(read_label: Label, true: Label) -> bool:
    return read_label is not None and read_label != true


def test_a_hundred_thousand_faulty_responses() -> None:
    pick = random.Random(20261122)
    lines = ROWS[:-1]
    for _ in range(FAULTY):
        text, whole = _spoil(lines, pick)
        response = read(text, WORDS).response
        for at in whole:
            assert response.words[at] == SAID.words[at], text
        for said, true in zip(response.words, SAID.words, strict=True):
            assert not _contradicts(said.word, true.word), text
            assert not any(map(_contradicts, said.phones, true.phones)), text
        assert not any(_contradicts(response.sentence[aspect], SAID.sentence[aspect]) for aspect in SENTENCE), text


@pytest.mark.parametrize(("text", "name"), [("and / or", "AND---OR"), ("doin’", "DOIN"), ("don't", "DON'T"), ("…", "WORD")])
def test_names_never_break_rows(text: str, name: str) -> None:
    assert name_of(a_word(text, "AE1 N D")) == name
