from dataclasses import replace

from tests.builders import a_word, an_assessment, an_estimate
from tutor.domain.assessment import Assessment, ModelStamp, Scores
from tutor.domain.change import Change, Comparison, compare
from tutor.present.changes import OTHER_MODEL, aspect_changes, change_note, change_summary, word_changes


def _better_then() -> tuple[Assessment, Assessment]:
    """Fluency up, prosody down, the rest as before; "think" clearer, "is" read at last."""
    before = an_assessment()
    scores = replace(before.scores, fluency=an_estimate(9.9, spread=0.1), prosody=an_estimate(4.0), total=None)
    words = list(before.words)
    words[1] = a_word("think", "TH IH1 NG K", 0.5, score=9.0)
    words[3] = a_word("is", "IH1 Z", 1.6)
    return before, replace(before, scores=scores, words=tuple(words))


def _found(before: Assessment, after: Assessment) -> Comparison:
    found = compare(before, after)
    assert found is not None
    return found


def test_every_aspect_has_its_sign_its_word_and_both_scores() -> None:
    rows = {row.shown.split()[1].rstrip(":"): row for row in aspect_changes(_found(*_better_then()))}
    assert rows["Fluency"].shown == "▲ Fluency: better"
    assert rows["Fluency"].below == "8 (7 to 9) → 10 (10 to 10)"
    assert rows["Prosody"].spoken == "Prosody: weaker, from 7.5 (6.5 to 8.5) to 4 (3 to 5)"
    assert rows["Accuracy"].shown == "= Accuracy: the same, as far as can be told"
    assert rows["Completeness"].below == "83% → 83%"
    assert rows["Total"].shown.startswith("– Total: not judged in both")


def test_only_words_that_changed_have_a_row_which_leads_to_them() -> None:
    rows = word_changes(_found(*_better_then()))
    assert [(row.word, row.change) for row in rows] == [(1, Change.BETTER), (3, Change.BETTER)]
    assert rows[1].below.startswith("not read → ")


def test_the_summary_says_it_in_words() -> None:
    found = _found(*_better_then())
    assert change_summary(found) == "In this take, fluency is better; prosody is weaker. Better: 2 words. Weaker: 0 words."


def test_the_same_take_twice_is_the_same() -> None:
    said = an_assessment()
    summary = change_summary(_found(said, said))
    assert (
        summary == "No aspect changed by more than the scores can tell. Each of the 6 words is the same, as far as can be told."
    )
    assert word_changes(_found(said, said)) == ()


def test_the_note_names_the_confidence_and_another_model() -> None:
    said = an_assessment(scores=Scores())
    assert "90% confidence" in change_note(_found(said, said))
    assert OTHER_MODEL in change_note(_found(said, replace(said, model=ModelStamp("embedded", "other", "1"))))
