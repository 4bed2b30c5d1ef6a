"""The model that ships, on the recordings that ship."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.builders import facts
from tests.samples import SAMPLES, Sample, a_sample
from tutor.domain.assessment import Assessment, Miscue, Unjudged, Verdict
from tutor.domain.audio import Waveform
from tutor.domain.errors import Cancelled, ModelError
from tutor.domain.marks import Mark, mark_phone
from tutor.domain.resources import assets
from tutor.domain.target import Target
from tutor.reading.lexicon import Lexicon
from tutor.reading.target import make_target
from tutor.scorer.assessor import EmbeddedAssessor
from tutor.store.audiofiles import read_audio


def quiet(share: float, stage: str) -> None:
    assert 0 <= share <= 1
    assert stage


@pytest.fixture(scope="module")
def assessor() -> EmbeddedAssessor:
    return EmbeddedAssessor.load()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def assessed(assessor: EmbeddedAssessor, sound: Waveform, target: Target) -> Assessment:
    return assessor.assess(sound, facts(), target, quiet)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path.stem)
def test_every_word_and_phone_of_a_whole_reading_is_judged(assessor: EmbeddedAssessor, lexicon: Lexicon, sample: Sample) -> None:
    said = assessed(assessor, read_audio(sample.path), make_target(sample.text, lexicon))
    assert said.verdict is Verdict.SCORED
    others = [word.text for word in said.words if word.miscue is Miscue.SUBSTITUTED]
    assert others == (["education"] if sample.path.stem == "poor-child" else [])  # all five raters: none of its sounds is there
    judged = [word for word in said.words if word.text not in others]
    assert all(word.judged for word in judged)
    assert all(phone.judged or phone.reason is Unjudged.UNCLEAR for word in judged for phone in word.phones)
    ends = [edge for word in judged for phone in word.phones for edge in (phone.start, phone.end)]
    times = [edge for edge in ends if edge is not None]
    assert times == sorted(times)
    assert len(times) == len(ends)


def test_a_sound_whose_score_could_be_nearly_anything_is_not_judged(assessor: EmbeddedAssessor, lexicon: Lexicon) -> None:
    unsure = replace(assessor.calibration, widths={**assessor.calibration.widths, "phone": 1e4})
    doubter = EmbeddedAssessor(assessor.networks, assessor.referee, unsure, assessor.stamp)
    sample = a_sample()
    said = assessed(doubter, read_audio(sample.path), make_target(sample.text, lexicon))
    phones = [phone for word in said.words for phone in word.phones]
    assert {(phone.judged, phone.mispronounced, phone.reason) for phone in phones} == {(False, None, Unjudged.UNCLEAR)}
    assert all(phone.start is not None for phone in phones)
    assert {mark_phone(phone) for phone in phones} == {Mark.UNSURE}
    assert all(word.judged for word in said.words)


def test_a_text_read_half_way_is_incomplete_and_the_rest_has_no_scores(assessor: EmbeddedAssessor, lexicon: Lexicon) -> None:
    sample = a_sample()
    said = assessed(assessor, read_audio(sample.path), make_target(f"{sample.text} The other half was never read.", lexicon))
    assert said.verdict is Verdict.INCOMPLETE
    read = len(sample.text.split())
    assert all(word.judged for word in said.words[:read])
    assert all(word.miscue is Miscue.OMITTED and word.start is None for word in said.words[read + 1 :])


@pytest.mark.parametrize("words", [3, 4, 5])
def test_a_good_reading_with_a_restart_keeps_its_accuracy(assessor: EmbeddedAssessor, lexicon: Lexicon, words: int) -> None:
    sample = a_sample()
    sound, target = read_audio(sample.path), make_target(sample.text, lexicon)
    once = assessed(assessor, sound, target)
    broke_off = once.words[words - 1].end
    assert broke_off is not None
    begun = np.concatenate([sound.samples[: round(broke_off * sound.rate)], np.zeros(sound.rate // 4, np.float32)])
    said = assessed(assessor, Waveform(np.concatenate([begun, sound.samples]), sound.rate), target)
    assert said.verdict is Verdict.SCORED
    assert {event.kind for event in said.events} & {"repetition", "self_correction"}
    assert said.scores.accuracy is not None
    assert once.scores.accuracy is not None
    assert said.scores.accuracy.value == pytest.approx(once.scores.accuracy.value, abs=0.5)
    for before, after in zip(once.words, said.words, strict=True):
        assert before.accuracy is not None
        assert after.accuracy is not None
        assert after.accuracy.value > before.accuracy.value - 1


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path.stem)
def test_another_text_is_off_script(assessor: EmbeddedAssessor, lexicon: Lexicon, sample: Sample) -> None:
    other = make_target("My grandmother bakes bread with honey every Sunday morning.", lexicon)
    assert assessed(assessor, read_audio(sample.path), other).verdict is Verdict.OFF_SCRIPT


def test_the_pronunciation_that_was_used_is_the_one_scored(assessor: EmbeddedAssessor, lexicon: Lexicon) -> None:
    sample = a_sample()
    target = make_target(sample.text, lexicon)
    silly = tuple(phone for phone in reversed(target.words[2].pronunciations[0]))
    word = type(target.words[2])("truck", 0, 5, (silly, target.words[2].pronunciations[0]))
    changed = Target(target.text, (*target.words[:2], word, *target.words[3:]), target.sentences)
    said = assessed(assessor, read_audio(sample.path), changed)
    assert tuple(phone.phone for phone in said.words[2].phones) == word.pronunciations[1]


def test_a_sentence_too_long_for_the_head_is_judged_in_pieces(assessor: EmbeddedAssessor, lexicon: Lexicon) -> None:
    sample = a_sample()
    sound = read_audio(sample.path)
    many = make_target(" ".join([sample.text.rstrip(".")] * 5) + ".", lexicon)
    one = Target(many.text, many.words, ((0, len(many.words)),))
    said = assessed(assessor, Waveform(np.tile(sound.samples, 5), sound.rate), one)
    assert said.verdict is Verdict.SCORED
    assert all(word.judged for word in said.words)


def test_a_take_of_ten_minutes_is_judged(assessor: EmbeddedAssessor, lexicon: Lexicon) -> None:
    sample = a_sample()
    sound = read_audio(sample.path)
    times = round(600 / sound.seconds)
    said = assessed(
        assessor, Waveform(np.tile(sound.samples, times), sound.rate), make_target(" ".join([sample.text] * times), lexicon)
    )
    assert said.verdict is Verdict.SCORED
    assert sum(word.judged for word in said.words) >= 0.99 * len(said.words)


@pytest.mark.parametrize(
    "samples", [np.zeros(0), np.zeros(100), np.zeros(16_000), np.random.default_rng(0).normal(0, 0.3, 48_000)]
)
def test_sound_without_speech_breaks_nothing_and_is_never_scored(
    assessor: EmbeddedAssessor, lexicon: Lexicon, samples: np.ndarray
) -> None:
    said = assessed(assessor, Waveform(samples.astype(np.float32), 16_000), make_target(a_sample().text, lexicon))
    assert said.verdict in (Verdict.OFF_SCRIPT, Verdict.INCOMPLETE)


def test_it_stops_when_told(assessor: EmbeddedAssessor, lexicon: Lexicon) -> None:
    def stop(share: float, stage: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        assessor.assess(read_audio(a_sample().path), facts(), make_target("Hello.", lexicon), stop)


@pytest.mark.parametrize("file", ["listener.onnx", "head.onnx", "referee.onnx", "calibration.json", "model.json"])
def test_a_damaged_or_missing_file_is_a_model_error(tmp_path: Path, file: str) -> None:
    model = tmp_path / "model"
    shutil.copytree(assets() / "scorer", model)
    (model / file).write_bytes(b"{broken")
    with pytest.raises(ModelError, match="model_unreadable"):
        EmbeddedAssessor.load(model)
    (model / file).unlink()
    with pytest.raises(ModelError, match="model_missing"):
        EmbeddedAssessor.load(model)


def test_the_model_is_small_and_says_which_it_is() -> None:
    folder = assets() / "scorer"
    assert sum(path.stat().st_size for path in folder.iterdir()) < 20_000_000
    assert set(json.loads((folder / "model.json").read_text("utf-8"))) == {"id", "version"}
