"""Training the head for scores on the states of the trained model's own answers, by Gaussian likelihood over all raters."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
import torch
from rich.progress import track
from torch import Tensor

from tutor.speechllm.asking import Clip, model_inputs
from tutor.speechllm.codec import Slot, pieces
from tutor.speechllm.decoding import Follow
from tutor.speechllm.drafting import Writer, guess_by
from tutor.speechllm.facts import Facts
from tutor.speechllm.grammar import Grammar
from tutor.speechllm.head import ScoreHead
from tutor.speechllm.loading import Loaded
from tutor.speechllm.rubric import SENTENCE
from tutor.speechllm.states import FloatStates, Overheard
from tutor.training.manifest import RatedReading, released
from tutor.training.speechllm.examples import clip_of
from tutor.training.speechllm.losses import gaussian_nll

_STEPS, _RATE, _DECAY, _BATCH = 400, 1e-3, 0.05, 8


def states_of(
    loaded: Loaded, readings: Sequence[RatedReading], batch: int = _BATCH, facts: Mapping[str, Facts] | None = None
) -> FloatStates:
    """(readings, labels, width): the model writes the labels of the whole sentence only, some twelve tokens a reading."""
    if loaded.manifest.facts:
        return np.stack([_drafted(loaded, clip_of(reading, facts)) for reading in track(readings, "states")])
    groups = [readings[at : at + batch] for at in range(0, len(readings), batch)]
    return np.concatenate([_states(loaded, [clip_of(reading) for reading in group]) for group in track(groups, "states")])


def _drafted(loaded: Loaded, clip: Clip) -> FloatStates:
    asked = model_inputs(loaded.processor, [clip])
    with torch.inference_mode():
        writer = Writer(loaded.model, asked, _grammar(loaded, clip), lambda _: None)
        return writer.write(guess_by(clip.facts), loaded.processor.tokenizer.eos_token_id, 0).kept


def _grammar(loaded: Loaded, clip: Clip) -> Grammar:
    encode = loaded.processor.tokenizer.encode
    return Grammar.of(list(_beginning(clip)), lambda text: encode(text, add_special_tokens=False))


def _states(loaded: Loaded, clips: Sequence[Clip]) -> FloatStates:
    grammars = [_grammar(loaded, clip) for clip in clips]
    inputs = model_inputs(loaded.processor, clips).to(loaded.model.device, loaded.model.dtype)
    follow = Follow(grammars, loaded.processor.tokenizer.eos_token_id, free_tokens=0)
    with torch.inference_mode(), Overheard(loaded.model, grammars) as overheard:
        longest = max(grammar.longest for grammar in grammars)
        said = loaded.model.generate(**inputs, logits_processor=[follow], do_sample=False, max_new_tokens=longest)
    return overheard.states(said[:, inputs["input_ids"].shape[1] :].tolist())


def _beginning(clip: Clip) -> Iterator[str | Slot]:
    """The answer up to the last label of the whole sentence."""
    for piece in pieces(clip.words, clip.facts):
        yield piece
        if isinstance(piece, Slot) and piece.level == SENTENCE[-1]:
            return


def fit_head(states: FloatStates, readings: Sequence[RatedReading], seed: int) -> ScoreHead:
    """Full batches: the states of thousands of readings are a few megabytes."""
    return _fitted(states, torch.from_numpy(_ratings(readings)), gaussian_nll, seed)


def fit_regression(states: FloatStates, readings: Sequence[RatedReading], seed: int) -> ScoreHead:
    """The plain way, to compare with: squared errors to the released score; its variance means nothing."""
    wanted = torch.from_numpy(np.stack([released(reading.labels.utterance) for reading in readings]))
    return _fitted(states, wanted, lambda mean, _, scores: ((mean - scores) ** 2).mean(), seed)


def _fitted(states: FloatStates, wanted: Tensor, loss: Callable[[Tensor, Tensor, Tensor], Tensor], seed: int) -> ScoreHead:
    torch.manual_seed(seed)
    head = ScoreHead(states.shape[-1])
    given = torch.from_numpy(states)
    optimiser = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=_DECAY)
    for _ in range(_STEPS):
        mean, variance = head(given)
        optimiser.zero_grad()
        loss(mean, variance, wanted).backward()
        torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
        optimiser.step()
    return head.eval()


def _ratings(readings: Sequence[RatedReading]) -> np.ndarray:
    """(readings, aspects, raters), NaN where one is missing."""
    most = max(reading.labels.utterance.shape[1] for reading in readings)
    padded = [
        np.pad(r.labels.utterance, ((0, 0), (0, most - r.labels.utterance.shape[1])), constant_values=np.nan) for r in readings
    ]
    return np.stack(padded)
