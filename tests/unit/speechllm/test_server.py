"""The classroom server's client against a small fake of vLLM on this computer, faults included."""

import base64
import io
import re
import wave
from collections.abc import Iterator

import numpy as np
import pytest

from tests.builders import a_target, a_waveform, an_assessment, facts
from tests.fakes import FakeAssessor
from tests.unit.speechllm.fake_server import FakeServer, running
from tutor.domain.assessment import ModelStamp
from tutor.domain.errors import Cancelled, ModelError
from tutor.speechllm.asking import Clip
from tutor.speechllm.assessor import SpeechLlmAssessor
from tutor.speechllm.codec import prompt, slots
from tutor.speechllm.replies import Reply
from tutor.speechllm.scoring import PlainScoring
from tutor.speechllm.server import Address, ServerJudge

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
TARGET = a_target()
CLIP = Clip(a_waveform(2.0).samples, TARGET.words)


@pytest.fixture
def server() -> Iterator[FakeServer]:
    with running(FakeServer()) as fake:
        yield fake


def judge_at(server: FakeServer) -> ServerJudge:
    return ServerJudge(server.address, silence_s=2.0, pause_s=0.01)


def quiet(share: float, so_far: Reply | None) -> None:
    """Nobody listens."""


def test_the_sound_and_the_prompt_go_out_and_a_judgement_comes_back(server: FakeServer) -> None:
    (reply,) = judge_at(server).judge([CLIP], quiet)
    assert reply.parsed.unread == 0
    assert reply.parsed.response.words[5].word == "Good"
    assert reply.parsed.response.rationale == "“garden” was clear."
    (asked,) = server.asked
    assert asked["model"] == "tutor"  # the adapter, not its base
    sound, text = asked["messages"][0]["content"]
    assert text["text"] == prompt(TARGET.words)
    with wave.open(io.BytesIO(base64.b64decode(sound["input_audio"]["data"]))) as file:
        assert (file.getframerate(), file.getnframes()) == (16_000, 32_000)
    assert re.fullmatch(asked["structured_outputs"]["regex"], server.answer(asked["structured_outputs"]["regex"]))


def test_probabilities_of_labels_come_from_the_tokens(server: FakeServer) -> None:
    (reply,) = judge_at(server).judge([CLIP], quiet)
    weights = reply.weights(slots(TARGET.words)["word", 5, -1])
    share = 1 / (1 + np.exp(-1.0))
    assert weights == pytest.approx([1 - share, share, 0, 0, 0])


def test_without_logprobs_the_label_itself_counts(server: FakeServer) -> None:
    server.text = "Accuracy: Good\n1 I/Bad AY/Good"
    server.chunks = lambda text: iter([{"choices": [{"delta": {"content": text}}]}])  # type: ignore[method-assign]
    (reply,) = judge_at(server).judge([CLIP], quiet)
    assert reply.weights(slots(TARGET.words)["word", 0, -1]) == pytest.approx([0, 0, 0, 1, 0])
    assert reply.parsed.unread > 5


def test_the_token_goes_along_only_when_there_is_one(server: FakeServer) -> None:
    ServerJudge(server.address)
    ServerJudge(server.address, "geheim")
    assert server.tokens == [None, "Bearer geheim"]


@pytest.mark.parametrize("fault", [503, 429, 500, "hang_up"])
def test_what_may_be_temporary_is_tried_again(server: FakeServer, fault: int | str) -> None:
    judge = judge_at(server)
    server.faults = [fault, fault]
    assert judge.judge([CLIP], quiet)[0].parsed.unread == 0
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("fault", "code", "times"),
    [(401, "server_refuses", 1), (404, "server_error", 1), (503, "server_error", 3), ("nonsense", "server_answer", 1)],
)
def test_what_stays_is_told(server: FakeServer, fault: int | str, code: str, times: int) -> None:
    judge = judge_at(server)
    server.faults = [fault] * 3
    with pytest.raises(ModelError) as said:
        judge.judge([CLIP], quiet)
    assert said.value.code == code
    assert len(server.asked) == times


def test_an_answer_that_is_cut_off_is_read_as_far_as_it_goes(server: FakeServer) -> None:
    judge = judge_at(server)
    server.faults = ["cut"]
    (reply,) = judge.judge([CLIP], quiet)
    assert reply.parsed.response.sentence["accuracy"] == "Good"
    assert reply.parsed.response.words[5].word is None


def test_a_server_that_says_nothing_is_left(server: FakeServer) -> None:
    judge = ServerJudge(server.address, silence_s=0.2, pause_s=0.01)
    server.faults = ["hang"] * 3
    with pytest.raises(ModelError, match="server_silent"):
        judge.judge([CLIP], quiet)


def test_cancelling_hangs_up_at_once(server: FakeServer) -> None:
    judge = ServerJudge(server.address, silence_s=30.0)
    server.faults = ["hang"]
    asked = 0

    def stop(share: float, so_far: Reply | None) -> None:
        nonlocal asked
        asked += 1
        if asked == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        judge.judge([CLIP], stop)
    assert server.gone.wait(5)


def test_nobody_there() -> None:
    with running(FakeServer()) as fake:
        address = fake.address
    with pytest.raises(ModelError, match="server_silent"):
        ServerJudge(address, pause_s=0.01)


@pytest.mark.parametrize("text", ["gpu-box:8000", "ftp://gpu-box", "http://", "http://me:secret@gpu-box", "http://gpu-box:99999"])
def test_only_plain_addresses_are_taken(text: str) -> None:
    with pytest.raises(ModelError, match="bad_address"):
        Address.parse(text)


def test_v1_may_be_typed_or_not() -> None:
    assert Address.parse("http://gpu-box:8000/v1/") == Address.parse("http://gpu-box:8000")


def test_the_whole_assessor_works_over_the_network(server: FakeServer) -> None:
    assessor = SpeechLlmAssessor(
        judge_at(server), FakeAssessor(an_assessment(rationale=())), PlainScoring(), ModelStamp("speechllm", "tutor", "server")
    )
    said = assessor.assess(a_waveform(3.0), facts(), TARGET, lambda share, stage: None)
    assert said.words[5].judged
    assert [line.text for line in said.rationale] == ["“garden” was clear."]
