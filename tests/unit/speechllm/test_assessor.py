"""The assessor behind its port: the listener's words with the judge's scores, windows, what a full card leads to, stopping."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from tests.builders import a_target, a_waveform, a_word, an_assessment, facts
from tests.fakes import FakeAssessor
from tests.samples import a_sample
from tutor.domain.assessment import Assessment, ModelStamp, Unjudged, Verdict
from tutor.domain.errors import Cancelled, ModelError
from tutor.domain.target import Target
from tutor.practice.assess import assess_sound
from tutor.practice.contract import from_json, to_json
from tutor.speechllm.asking import Clip
from tutor.speechllm.assessor import SpeechLlmAssessor
from tutor.speechllm.codec import Response, WordLabels, has_stress, name_of, read, write
from tutor.speechllm.loading import Loaded
from tutor.speechllm.local import LocalJudge
from tutor.speechllm.replies import Reply, Told
from tutor.speechllm.scoring import PlainScoring
from tutor.store.audiofiles import read_audio

TARGET = a_target()
STAMP = ModelStamp("speechllm", "test", "1")


@dataclass
class FakeJudge:
    """Calls everything Good but the first sound of words named in `bad`; has room for `rows` sentences at a time."""

    rows: int = 9
    says: str = "“garden” was clear. “think” was excellent."
    bad: tuple[str, ...] = ("THINK",)
    needs_brief: bool = False
    asked: list[tuple[int, bool]] = field(default_factory=list)
    clips: list[Clip] = field(default_factory=list)

    def judge(self, clips: Sequence[Clip], told: Told, *, brief: bool = False) -> list[Reply]:
        self.asked.append((len(clips), brief))
        if len(clips) > self.rows or (self.needs_brief and not brief):
            raise ModelError("card_full")
        self.clips += clips
        replies = [Reply(read(write(self._labels(clip), clip.words), clip.words)) for clip in clips]
        told(0.2, None)
        for at in range(len(self.says)):
            so_far = write(replace(self._labels(clips[0]), rationale=self.says[:at]), clips[0].words)
            told(0.3 + 0.6 * at / len(self.says), Reply(read(so_far, clips[0].words)))
        return replies

    def _labels(self, clip: Clip) -> Response:
        words = tuple(
            WordLabels(
                "Bad" if name_of(word) in self.bad else "Good", "Correct" if has_stress(word) else None,
                ("Worst" if name_of(word) in self.bad else "Good", *["Good"] * (len(word.pronunciations[0]) - 1)),
            )
            for word in clip.words
        )  # fmt: skip
        return Response({"accuracy": "Good", "fluency": "Excellent", "prosody": "Average"}, words, self.says)


def no_progress(share: float, stage: str) -> None:
    """Nobody looks."""


def assessed(judge: object, heard: Assessment | None = None, target: Target = TARGET) -> Assessment:
    assessor = SpeechLlmAssessor(judge, FakeAssessor(heard or an_assessment(rationale=())), PlainScoring(), STAMP)  # type: ignore[arg-type]
    return assessor.assess(a_waveform(3.0), facts(), target, no_progress)


def test_the_listeners_words_carry_the_judges_scores() -> None:
    said = assessed(FakeJudge())
    think, gone = said.words[1], said.words[3]
    assert think.accuracy is not None
    assert (think.accuracy.low, think.accuracy.value, think.accuracy.high) == (2.0, 2.5, 3.0)
    assert think.start == pytest.approx(0.5)
    assert [phone.mispronounced for phone in think.phones] == [1.0, 0.0, 0.0, 0.0]
    assert (gone.accuracy, gone.reason) == (None, Unjudged.NOT_READ)
    assert said.words[5].stress is not None
    assert said.words[0].stress is None  # one syllable
    assert said.model == STAMP
    scores = said.scores
    assert [each and each.value for each in (scores.accuracy, scores.fluency, scores.prosody)] == [7.5, 9.5, 5.5]
    assert scores.completeness == an_assessment().scores.completeness
    assert said.events == an_assessment().events


def test_only_true_sentences_are_shown_with_what_they_are_about() -> None:
    assert [(line.text, [str(one) for one in line.about]) for line in assessed(FakeJudge()).rationale] == [
        ("“garden” was clear.", ["word:5"])
    ]


def test_it_stands_behind_the_same_use_case_and_contract_as_the_embedded_one() -> None:
    assessor = SpeechLlmAssessor(FakeJudge(says=""), FakeAssessor(an_assessment(rationale=())), PlainScoring(), STAMP)
    said = assess_sound(read_audio(a_sample().path), TARGET, assessor, no_progress)
    assert said.verdict is not Verdict.OFF_SCRIPT
    assert said.rationale  # nothing true was written: the rules explain
    assert to_json(from_json(to_json(said))) == to_json(said)


def long_reading(sentences: int, seconds: float = 20.0) -> tuple[Target, Assessment]:
    one = "I think it is a garden."
    target = a_target(" ".join([one] * sentences))
    target = replace(target, sentences=tuple((6 * at, 6 * at + 6) for at in range(sentences)))
    words = []
    for at, word in enumerate(target.words):
        said = a_word(word.text, " ".join(map(str, word.pronunciations[0])), at * seconds / 6)
        words.append(replace(said, end=at * seconds / 6 + 0.5))
    return target, an_assessment(words=tuple(words), rationale=())


def test_long_passages_are_judged_by_windows_of_30_seconds_at_most() -> None:
    target, heard = long_reading(2, seconds=50.0)
    judge = FakeJudge()
    listener = FakeAssessor(heard)
    SpeechLlmAssessor(judge, listener, PlainScoring(), STAMP).assess(a_waveform(101.0), facts(), target, no_progress)
    assert [len(clip.words) for clip in judge.clips] == [3, 3, 3, 3]
    assert all(len(clip.samples) <= 30 * 16_000 for clip in judge.clips)


def test_a_full_card_is_met_by_smaller_steps() -> None:
    target, heard = long_reading(5)
    judge = FakeJudge(rows=2)
    said = assessed(judge, heard, target)
    assert judge.asked == [(4, False), (2, False), (2, False), (1, False)]
    assert said.model == STAMP
    brief = FakeJudge(rows=1, needs_brief=True)
    assert assessed(brief, heard, target).model == STAMP
    assert brief.asked == [(4, False), (2, False), (1, False), *[(1, True)] * 5]


def test_without_any_room_the_embedded_assessor_answers_and_it_is_said() -> None:
    said = assessed(FakeJudge(rows=0))
    assert said.model == an_assessment().model
    assert said.words == an_assessment().words
    assert said.problems == ("embedded_instead",)


def test_another_text_is_not_judged_at_all() -> None:
    judge = FakeJudge()
    assert assessed(judge, an_assessment(verdict=Verdict.OFF_SCRIPT)).verdict is Verdict.OFF_SCRIPT
    assert judge.asked == []


def test_progress_names_stages_rises_and_true_sentences_are_heard_as_they_end() -> None:
    heard: list[tuple[float, str]] = []
    lines: list[list[str]] = []
    assessor = SpeechLlmAssessor(
        FakeJudge(says="“garden” was clear. “think” was excellent. “it” was good. “it” w"), FakeAssessor(an_assessment()),
        PlainScoring(), STAMP, written=lambda told: lines.append([line.text for line in told]),
    )  # fmt: skip
    assessor.assess(a_waveform(3.0), facts(), TARGET, lambda share, stage: heard.append((share, stage)))
    assert [share for share, _ in heard] == sorted(share for share, _ in heard)
    assert list(dict.fromkeys(stage for _, stage in heard)) == ["listening", "judging", "explaining"]
    first = ["“garden” was clear."]
    assert lines == [first, first, [*first, "“it” was good."]]


def test_the_tiny_model_assesses_and_can_be_stopped(loaded: Loaded) -> None:
    said = assessed(LocalJudge(loaded, 4))
    assert said.words[1].judged
    assert said.model == STAMP
    tokens: list[str] = []

    def stop(share: float, stage: str) -> None:
        tokens.append(stage)
        if tokens.count("judging") == 3:
            raise Cancelled

    assessor = SpeechLlmAssessor(LocalJudge(loaded), FakeAssessor(an_assessment()), PlainScoring(), STAMP)
    with pytest.raises(Cancelled):
        assessor.assess(a_waveform(3.0), facts(), TARGET, stop)
    assert tokens.count("judging") == 3


def test_plain_intervals_hold_nine_tenths_of_what_the_model_believes() -> None:
    pick = random.Random(3)
    for _ in range(200):
        raw = [pick.random() ** 3 for _ in range(5)]
        chances = [each / sum(raw) for each in raw]
        said = PlainScoring().labels("word", chances)  # type: ignore[arg-type]
        held = sum(c for c, centre in zip(chances, (10, 8, 5, 2.5, 0.5), strict=True) if said.low <= centre <= said.high)
        assert held >= 0.9 - 1e-6
        assert said.low <= said.value <= said.high
