"""A tutor's rows through the real store: answers are added, never overwritten, undone by one more row; and what follows."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import STAMP, a_target, a_waveform, a_word, an_assessment
from tests.fakes import ManualClock
from tutor.domain.agreement import Agreement, Refit
from tutor.domain.assessment import Assessment, Estimate, ModelStamp
from tutor.domain.marks import Mark
from tutor.domain.review import About, standing
from tutor.domain.strictness import Rule, Strictness, ruled
from tutor.domain.take import Attempt
from tutor.practice.accepting import Tutored, as_shown
from tutor.practice.review import Reviewing, machine_says, review_of, rule_of, tutored
from tutor.practice.reviewed import agreements, gone_through, labelled
from tutor.present.heat import phone_cells, word_cells
from tutor.present.scores import aspect_rows
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.reviews import SqlReviews

TARGET = a_target()
TH, THINK, FLUENCY = About(1, 0), About(1), About(aspect="fluency")


class Desk:
    """A tutor at a learner's store."""

    def __init__(self, folder: Path) -> None:
        self.database, self.clock = open_database(folder), ManualClock()
        self.history, self.reviews = SqlHistory(self.database), SqlReviews(self.database)
        self.tutor = Reviewing(self.reviews, "Ms Li", self.clock)
        self.take = self.add()

    def add(self, assessment: Assessment | None = None) -> Attempt:
        made = self.history.keep(a_waveform(0.1), TARGET.text, None, self.clock.now(), "mic")
        self.history.save(made.id, assessment or an_assessment())
        self.clock.advance(60)
        return self.history.attempt(made.id)

    @property
    def shown(self) -> Assessment:
        assert self.take.assessment is not None
        return self.take.assessment

    def answer(self, about: About, answer: Mark | int) -> None:
        self.clock.advance(1)
        self.tutor.answer(self.take.take.id, self.shown, about, answer)

    def answers(self) -> dict[About, object]:
        return dict(review_of(self.reviews, self.take).answers)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.database.close()


def test_every_answer_is_one_more_row_and_the_newest_counts(desk: Desk) -> None:
    desk.answer(TH, Mark.CLEAR)
    desk.answer(TH, Mark.ACCENT)
    desk.answer(FLUENCY, 2)
    rows = desk.reviews.corrections(desk.take.take.id)
    assert [(str(row.about), row.answer) for row in sorted(rows, key=lambda row: row.at)] == [
        ("phone:1.0", Mark.CLEAR), ("phone:1.0", Mark.ACCENT), ("aspect:fluency", 2),
    ]  # fmt: skip
    assert desk.answers() == {TH: Mark.ACCENT, FLUENCY: 2}
    first = min(rows, key=lambda row: row.at)
    assert (first.tutor, first.machine, first.expected, first.model) == ("Ms Li", Mark.NEEDS_WORK, "TH", STAMP)
    assert len({row.id for row in rows}) == 3
    assert all(len(row.id) == 32 for row in rows)


def test_to_agree_is_an_answer_too(desk: Desk) -> None:
    desk.answer(TH, Mark.NEEDS_WORK)
    (row,) = desk.reviews.corrections()
    assert row.agrees


def test_undo_is_a_row_and_goes_back_one_by_one(desk: Desk) -> None:
    desk.answer(TH, Mark.CLEAR)
    desk.answer(THINK, Mark.CLEAR)
    desk.answer(TH, Mark.ACCENT)
    wanted = [{TH: Mark.CLEAR, THINK: Mark.CLEAR}, {TH: Mark.CLEAR}, {}, {}]
    for at, left in enumerate(wanted):
        desk.clock.advance(1)
        undone = desk.tutor.undo(desk.take.take.id)
        assert (undone is None) == (at == 3)
        assert desk.answers() == left
    assert len(desk.reviews.corrections()) == 6


def test_another_tutors_answer_is_not_undone(desk: Desk) -> None:
    desk.answer(TH, Mark.CLEAR)
    other = Reviewing(desk.reviews, "Mr Wu", desk.clock)
    assert other.undo(desk.take.take.id) is None
    assert desk.answers() == {TH: Mark.CLEAR}


def test_a_clock_that_was_set_back_does_not_let_the_older_answer_count(desk: Desk) -> None:
    desk.answer(TH, Mark.CLEAR)
    desk.clock.advance(-3600)
    desk.answer(TH, Mark.ACCENT)
    assert desk.answers() == {TH: Mark.ACCENT}


def test_rows_merged_twice_in_any_order_are_not_doubled(desk: Desk) -> None:
    desk.answer(TH, Mark.CLEAR)
    desk.tutor.comment(desk.take.take.id, (1, 2), "Tongue out a little.")
    desk.tutor.set_strictness(Strictness.STRICT, Strictness.LENIENT)
    for _ in range(2):
        for setting in desk.reviews.settings():
            desk.reviews.add(setting)
        for comment in desk.reviews.comments():
            desk.reviews.add(comment)
        for correction in desk.reviews.corrections():
            desk.reviews.add(correction)
    found = desk.reviews.corrections(), desk.reviews.comments(), desk.reviews.settings()
    assert [len(rows) for rows in found] == [1, 1, 1]


def test_an_answer_about_a_sound_that_another_model_heard_otherwise_is_left_alone(desk: Desk) -> None:
    desk.answer(TH, Mark.CLEAR)
    words = (*desk.shown.words[:1], a_word("think", "T IH1 NG K", 0.5), *desk.shown.words[2:])
    desk.history.save(desk.take.take.id, replace(desk.shown, words=words, model=ModelStamp("embedded", "other", "1")))
    desk.take = desk.history.attempt(desk.take.take.id)
    assert desk.answers() == {}


def test_takes_are_new_until_they_were_opened_however_late_they_come(desk: Desk) -> None:
    older = desk.take
    newer = desk.add()
    desk.tutor.open(newer.take.id)
    assert desk.tutor.seen().is_new(older)
    assert not desk.tutor.seen().is_new(newer)
    assert not desk.tutor.seen().is_new(Attempt(older.take, None)), "not assessed: nothing to look at"
    desk.tutor.skip([older.take.id, newer.take.id])
    assert not desk.tutor.seen().is_new(older)
    assert Reviewing(desk.reviews, "Mr Wu", desk.clock).seen().is_new(newer), "each tutor has their own"


def test_a_comment_is_withdrawn_by_a_row_and_stays_in_the_store(desk: Desk) -> None:
    said = desk.tutor.comment(desk.take.take.id, (1, 2), "Tongue out a little.")
    whole = desk.tutor.comment(desk.take.take.id, None, "Well read.")
    assert standing(desk.reviews.comments(desk.take.take.id)) == [whole, said]
    desk.tutor.withdraw(said)
    assert standing(desk.reviews.comments(desk.take.take.id)) == [whole]
    assert len(desk.reviews.comments()) == 3


# What the learner is shown


def test_both_are_shown_the_tutors_answer_and_the_programs(desk: Desk) -> None:
    desk.answer(TH, Mark.CLEAR)
    desk.answer(FLUENCY, 2)
    shown = as_shown(desk.shown, TARGET, frozenset(), tutored(desk.reviews, desk.take))
    cell = phone_cells(shown.words[1], 1)[0]
    assert (cell.mark, cell.by_tutor) == (Mark.CLEAR, True)
    assert "Tutor: clear" in cell.tooltip
    assert "needs work" in cell.tooltip
    assert word_cells(shown)[1].mark is Mark.CLEAR, "that sound was all there was to it"
    assert "think" not in " ".join(line.text for line in shown.rationale if "sounded" in line.text)
    fluency = next(row for row in aspect_rows(shown) if row.aspect == "fluency")
    assert fluency.tutor == "Tutor: Many pauses, step 2 of 4"
    assert fluency.shown == "8", "the program's own stays"
    stored = desk.history.attempt(desk.take.take.id).assessment
    assert stored is not None
    assert (stored.words, stored.tutor_steps) == (desk.shown.words, {}), "nothing of it is stored with the result"


def test_a_tutor_marks_what_the_program_let_pass(desk: Desk) -> None:
    desk.answer(About(5, 0), Mark.NEEDS_WORK)
    desk.answer(About(2), Mark.OTHER_WORD)
    shown = as_shown(desk.shown, TARGET, frozenset(), tutored(desk.reviews, desk.take))
    marks = [cell.mark for cell in word_cells(shown)]
    assert marks[5] is Mark.NEEDS_WORK
    assert marks[2] is Mark.OTHER_WORD
    assert "garden" in " ".join(line.text for line in shown.rationale)


def test_strictness_moves_sounds_words_and_pauses(desk: Desk) -> None:
    said = desk.shown
    phones = tuple(replace(phone, mispronounced=0.4, heard="D") for phone in said.words[5].phones[:1])
    words = (*said.words[:5], replace(said.words[5], phones=phones + said.words[5].phones[1:]))
    assert said.prosody is not None
    pause = said.prosody.pauses[0]
    said = replace(said, words=words, events=(), prosody=replace(said.prosody, pauses=(replace(pause, end=pause.start + 0.5),)))

    def marked(accuracy: Strictness, pauses: Strictness) -> tuple[Mark, Mark, int]:
        now = ruled(said, Rule(accuracy, pauses))
        assert now.prosody is not None
        return word_cells(now)[1].mark, word_cells(now)[5].mark, len(now.prosody.odd_pauses)

    assert marked(Strictness.STANDARD, Strictness.STANDARD) == (Mark.NEEDS_WORK, Mark.CLEAR, 1)
    assert marked(Strictness.STRICT, Strictness.STRICT)[1:] == (Mark.NEEDS_WORK, 1)
    assert marked(Strictness.LENIENT, Strictness.LENIENT)[2] == 0


def test_strictness_asks_for_more_or_less_of_a_words_band(desk: Desk) -> None:
    doubtful = replace(desk.shown, words=(replace(desk.shown.words[0], accuracy=Estimate(7.0, 5.5, 7.9)),))
    found = [word_cells(ruled(doubtful, Rule(each)))[0].mark for each in Strictness]
    assert found == [Mark.UNSURE, Mark.NEEDS_WORK, Mark.NEEDS_WORK]


def test_a_fitted_edge_holds_for_its_sound_and_its_model_until_it_is_taken_back(desk: Desk) -> None:
    one = Agreement(40, 5, 0.7, 0.3)
    desk.tutor.use("TH", STAMP, Refit(40, 10, 5, 0.5, 0.95, one, one))
    rule = rule_of(desk.reviews.settings(), desk.reviews.thresholds())
    assert word_cells(ruled(desk.shown, rule))[1].mark is not Mark.CLEAR, "its band is low all the same"
    assert phone_cells(ruled(desk.shown, rule).words[1], 1)[0].mark is Mark.UNSURE
    other = replace(desk.shown, model=ModelStamp("embedded", "other", "1"))
    assert phone_cells(ruled(other, rule).words[1], 1)[0].mark is Mark.NEEDS_WORK
    desk.clock.advance(1)
    desk.tutor.back(rule.fitted["TH"])
    rule = rule_of(desk.reviews.settings(), desk.reviews.thresholds())
    assert phone_cells(ruled(desk.shown, rule).words[1], 1)[0].mark is Mark.NEEDS_WORK
    assert len(desk.reviews.thresholds()) == 2


# What is counted


def test_only_takes_gone_through_whole_count(desk: Desk) -> None:
    desk.answer(TH, Mark.CLEAR)
    found = gone_through(desk.reviews.looks(), desk.reviews.corrections(), "Ms Li")
    assert found.takes == (), "corrections alone would be nothing but disagreement"
    desk.tutor.done(desk.take.take.id, desk.shown, 0.4)
    found = gone_through(desk.reviews.looks(), desk.reviews.corrections(), "Ms Li")
    assert (found.takes, found.unheard) == ((), 1)
    desk.clock.advance(1)
    desk.tutor.done(desk.take.take.id, desk.shown, 1.0)
    found = gone_through(desk.reviews.looks(), desk.reviews.corrections(), "Ms Li")
    assert [take.take_id for take in found.takes] == [desk.take.take.id]
    desk.clock.advance(1)
    desk.tutor.not_done(desk.take.take.id)
    assert gone_through(desk.reviews.looks(), desk.reviews.corrections(), "Ms Li").takes == ()


def test_what_is_not_corrected_in_a_reviewed_take_was_agreed_to_as_it_was_shown(desk: Desk) -> None:
    desk.answer(TH, Mark.CLEAR)
    desk.tutor.done(desk.take.take.id, desk.shown, 1.0)
    desk.tutor.set_strictness(Strictness.LENIENT, Strictness.STANDARD)  # what is shown later changes nothing of it
    found = agreements(gone_through(desk.reviews.looks(), desk.reviews.corrections(), "Ms Li").takes)
    phones, words, fluency = found["phone"], found["word"], found["fluency"]
    assert phones is not None
    assert (phones.items, phones.takes) == (14, 1)
    assert phones.share == pytest.approx(13 / 14)
    assert words is not None
    assert words.items == 6
    assert words.share == pytest.approx(5 / 6), "the word follows its sound: “think” was called clear"
    assert fluency is not None
    assert (fluency.items, fluency.share, fluency.kappa) == (1, 1.0, None)


def test_what_the_machine_was_not_sure_of_is_no_answer_of_its(desk: Desk) -> None:
    words = list(desk.shown.words)
    phone = words[0].phones[0]
    assert phone.accuracy is not None
    unsure = replace(phone, accuracy=replace(phone.accuracy, low=0.2))
    words[0] = replace(words[0], phones=(unsure,))
    desk.take = desk.add(replace(desk.shown, words=tuple(words)))
    assert machine_says(desk.shown)[About(0, 0)] is Mark.UNSURE
    desk.tutor.done(desk.take.take.id, desk.shown, 1.0)
    found = gone_through(desk.reviews.looks(), desk.reviews.corrections(), "Ms Li").takes
    phones = agreements(found)["phone"]
    assert phones is not None
    assert phones.items == 13
    labels = labelled(found, {desk.take.take.id: desk.shown})
    assert [label.marked for label in labels["AY"]] == [False], "but left unmarked it was, and the tutor left it so"


def test_a_word_called_clear_says_nothing_for_the_sound_that_was_marked_in_it(desk: Desk) -> None:
    desk.answer(THINK, Mark.CLEAR)
    desk.tutor.done(desk.take.take.id, desk.shown, 1.0)
    found = gone_through(desk.reviews.looks(), desk.reviews.corrections(), "Ms Li").takes
    labels = labelled(found, {desk.take.take.id: desk.shown})
    assert "TH" not in labels
    assert [label.marked for label in labels["NG"]] == [False]


def test_another_models_takes_are_counted_apart(desk: Desk) -> None:
    desk.tutor.done(desk.take.take.id, desk.shown, 1.0)
    desk.take = desk.add(replace(an_assessment(), model=ModelStamp("embedded", "newer", "1")))
    desk.tutor.done(desk.take.take.id, desk.shown, 1.0)
    found = gone_through(desk.reviews.looks(), desk.reviews.corrections(), "Ms Li")
    assert ([take.model.id for take in found.takes], found.other_model) == (["newer"], 1)


def test_the_rule_of_nothing_set_is_the_models_own(desk: Desk) -> None:
    assert rule_of((), ()) == Rule()
    assert as_shown(desk.shown, TARGET, frozenset(), Tutored()) == desk.shown
