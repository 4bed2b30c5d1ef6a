"""The judge on this computer: the tiny model, which knows nothing, still answers in form, and its probabilities are its own."""

import numpy as np
import pytest
import torch

from tests.builders import a_target, a_waveform
from tutor.domain.errors import Cancelled, ModelError
from tutor.speechllm.asking import Clip, chat, model_inputs
from tutor.speechllm.codec import Slot, pieces, read
from tutor.speechllm.grammar import Grammar, Walk
from tutor.speechllm.loading import Loaded
from tutor.speechllm.local import LocalJudge
from tutor.speechllm.replies import Reply

SHORT, LONG = a_target("it is"), a_target("I think it is a garden.")


def quiet(share: float, so_far: Reply | None) -> None:
    """Nobody listens."""


def a_clip(target: object = LONG, seconds: float = 2.0) -> Clip:
    return Clip(a_waveform(seconds).samples, target.words)  # type: ignore[attr-defined]


def test_every_label_is_read_and_carries_its_probabilities(loaded: Loaded) -> None:
    (reply,) = LocalJudge(loaded, 5).judge([a_clip()], quiet)
    assert reply.parsed.unread == 0
    assert all(word.word and None not in word.phones for word in reply.parsed.response.words)
    slots = [piece for piece in pieces(LONG.words) if isinstance(piece, Slot)]
    assert list(reply.chances) == slots
    for slot, chances in reply.chances.items():
        assert chances.sum() == pytest.approx(1.0)
        assert len(chances) == len(slot.options)


def test_a_labels_probability_is_the_models(loaded: Loaded) -> None:
    (reply,) = LocalJudge(loaded, 0).judge([a_clip()], quiet)
    tokens = loaded.processor.tokenizer
    inputs = model_inputs(loaded.processor, [a_clip()], ["Accuracy:"]).to(loaded.model.dtype)
    with torch.no_grad():
        logits = loaded.model(**inputs).logits[0, -1].float()
    labels = ("Excellent", "Good", "Average", "Bad", "Worst")
    first = [tokens.encode(f" {label}", add_special_tokens=False)[0] for label in labels]
    wanted = torch.softmax(logits[first], 0).tolist()
    assert next(iter(reply.chances.values())) == pytest.approx(wanted, abs=0.02)


def test_a_batch_says_what_each_clip_alone_says(loaded: Loaded) -> None:
    judge = LocalJudge(loaded, 3)
    clips = [a_clip(), a_clip(SHORT, 1.0)]
    together = judge.judge(clips, quiet)
    alone = [judge.judge([clip], quiet)[0] for clip in clips]
    for one, other in zip(together, alone, strict=True):
        assert np.allclose(next(iter(one.chances.values())), next(iter(other.chances.values())), atol=0.05)
        assert len(one.parsed.response.words) == len(other.parsed.response.words)


def test_the_explanation_is_streamed_and_ends_in_time(loaded: Loaded) -> None:
    heard: list[tuple[float, Reply | None]] = []
    (reply,) = LocalJudge(loaded, 6).judge([a_clip(SHORT)], lambda share, so_far: heard.append((share, so_far)))
    texts = [so_far.parsed.response.rationale for _, so_far in heard if so_far]
    assert [share for share, _ in heard] == sorted(share for share, _ in heard)
    assert texts
    assert texts[-1].split() == reply.parsed.response.rationale.split()


def test_it_stops_within_one_token(loaded: Loaded) -> None:
    heard: list[float] = []

    def stop(share: float, so_far: Reply | None) -> None:
        heard.append(share)
        if len(heard) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        LocalJudge(loaded).judge([a_clip()], stop)
    assert len(heard) == 4


def test_a_full_card_is_told_as_such(loaded: Loaded) -> None:
    def full(share: float, so_far: Reply | None) -> None:
        raise torch.OutOfMemoryError

    with pytest.raises(ModelError, match="card_full"):
        LocalJudge(loaded).judge([a_clip(SHORT)], full)


def test_more_than_30_seconds_never_reach_the_processor() -> None:
    with pytest.raises(ModelError, match="clip_too_long"):
        a_clip(seconds=30.1)


def test_the_chat_holds_one_audio_marker(loaded: Loaded) -> None:
    assert chat(a_clip(SHORT), loaded.processor).count("<|AUDIO|>") == 1


class Letters:
    """A tokenizer of single letters, so that options share their first tokens."""

    @staticmethod
    def encode(text: str) -> list[int]:
        return [ord(letter) for letter in text]


def test_a_label_of_several_tokens_has_the_product_of_its_forks() -> None:
    slot = Slot("word", 0, -1, ("/ab", "/ac", "/b"))
    walk = Walk(Grammar.of(["x", slot, "y"], Letters.encode))
    said = {"a": 0.6, "b": 0.4, "c": 0.25}

    def logits(tokens: object) -> list[float]:
        names = [chr(token) for token in tokens]  # type: ignore[attr-defined]
        return [float(np.log(0.75 if names == ["b", "c"] and name == "b" else said[name])) for name in names]

    for letter in "x/ab":
        walk.weigh(logits)
        assert ord(letter) in walk.allowed()
        walk.take(ord(letter))
    assert walk.chances[0] == pytest.approx([0.45, 0.15, 0.4])
    walk.take(ord("y"))
    assert walk.free


def test_a_tokenizer_that_joins_what_rows_are_made_of_is_refused() -> None:
    with pytest.raises(ModelError, match="tokenizer_unfit"):
        Grammar.of(["a", Slot("word", 0, -1, ("/b",))], lambda text: [hash(text)])


def test_reading_what_a_grammar_allows_needs_nothing_else() -> None:
    text = "".join(piece if isinstance(piece, str) else piece.options[-1] for piece in pieces(LONG.words))
    assert read(text, LONG.words).unread == 0
