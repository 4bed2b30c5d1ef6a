"""The steps of a drill and what is said of a try; single words cut out of the samples, judged by the real model."""

import json
from dataclasses import replace

import numpy as np
import pytest

from tests.builders import a_target, a_word, an_assessment
from tutor.domain import resources
from tutor.domain.assessment import Assessment, Verdict
from tutor.domain.audio import Waveform
from tutor.domain.change import Change
from tutor.domain.marks import Mark, mark_phone
from tutor.practice.assess import assess_sound
from tutor.practice.drill import Kind, Outcome, Step, contrasts, judged, steps
from tutor.practice.focus import Focus, focus_of
from tutor.reading.lexicon import Lexicon
from tutor.reading.pairs import Pairs
from tutor.reading.target import make_target
from tutor.scorer.assessor import EmbeddedAssessor
from tutor.store.audiofiles import read_audio

PAIR = Step(Kind.PAIR, "think, sink", "think", "TH", 0, "S")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.fixture(scope="module")
def pairs(lexicon: Lexicon) -> Pairs:
    return Pairs.load(lexicon)


def _focus() -> Focus:
    return focus_of(an_assessment(), a_target(), 1, 0, "t1")


def _said(*words: tuple[str, str, int | None]) -> Assessment:
    made = tuple(a_word(text, said, float(at), weak=weak) for at, (text, said, weak) in enumerate(words))
    return replace(an_assessment(), words=made)


def test_a_drill_goes_from_the_word_to_its_sentence(pairs: Pairs) -> None:
    made = steps(_focus(), pairs)
    assert [step.text for step in made] == ["think", "think, sink", "thin, sin", "I think it is", "I think it is a garden."]
    assert [step.kind for step in steps(_focus(), pairs, short=True)] == [Kind.WORD, Kind.PAIR, Kind.SENTENCE]
    alone = replace(_focus(), sentence="Think.", phrase="Think.")
    assert [step.kind for step in steps(alone, pairs)] == [Kind.WORD, Kind.PAIR, Kind.PAIR], "a sentence of one word is one step"


def test_words_to_compare_are_those_of_what_was_heard(pairs: Pairs) -> None:
    assert ("thin", "fin") in contrasts(pairs, "TH", "F")
    assert ("thin", "sin") in contrasts(pairs, "TH", "ZH"), "nothing differs in that: the likeliest instead"
    assert contrasts(pairs, "TH", None) == contrasts(pairs, "TH", "TH")


def test_both_words_of_a_pair_must_hold_their_sound() -> None:
    clear = _said(("think", "TH IH1 NG K", None), ("sink", "S IH1 NG K", None))
    slip = _said(("think", "TH IH1 NG K", None), ("sink", "S IH1 NG K", 0))
    assert judged(clear, PAIR, "t", None).outcome is Outcome.CLEAR
    tried = judged(slip, PAIR, "t", clear.words[0].phones[0])
    assert (tried.outcome, tried.change) == (Outcome.NOT_YET, Change.WORSE)


def test_another_text_is_neither_praised_nor_blamed() -> None:
    other = replace(_said(("think", "TH IH1 NG K", None)), verdict=Verdict.OFF_SCRIPT)
    tried = judged(other, Step(Kind.WORD, "think", "think", "TH", 0), "t", None)
    assert (tried.outcome, tried.sound, tried.change) == (Outcome.UNSURE, None, Change.UNKNOWN)


@pytest.fixture(scope="module")
def assessor() -> EmbeddedAssessor:
    return EmbeddedAssessor.load()


def _quiet(share: float, stage: str) -> None:
    """Nobody waits."""


def test_single_words_are_judged_as_in_their_sentences(lexicon: Lexicon, assessor: EmbeddedAssessor) -> None:
    """Words of 0.2 s and more, cut out and put between silences: few are refused, and their sounds keep their scores."""
    folder, inside, alone, scored = resources.assets() / "samples", [], [], []
    noise = np.random.default_rng(0).normal(0, 3e-4, 5600).astype(np.float32)
    for sample in json.loads((folder / "samples.json").read_text(encoding="utf-8")):
        sound = read_audio(folder / sample["file"])
        whole = assess_sound(sound, make_target(sample["text"], lexicon), assessor, _quiet)
        for word in whole.words:
            if word.start is None or word.end is None or word.end - word.start < 0.2:
                continue
            cut = np.concatenate([noise, sound.between(word.start, word.end).samples, noise])
            said = assess_sound(Waveform(cut, sound.rate), make_target(word.text, lexicon), assessor, _quiet)
            scored.append(said.verdict is Verdict.SCORED)
            for before, after in zip(word.phones, said.words[0].phones, strict=False):
                if before.accuracy and after.accuracy:
                    inside.append(before.accuracy.value)
                    alone.append(after.accuracy.value)
                if mark_phone(before) is Mark.CLEAR:
                    assert mark_phone(after) is not Mark.NEEDS_WORK, f"{word.text} {before.phone}"
    assert np.mean(scored) > 0.75
    assert np.corrcoef(inside, alone)[0, 1] > 0.8
    assert abs(np.mean(alone) - np.mean(inside)) < 0.15
