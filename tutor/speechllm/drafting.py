"""Writes one answer fast: the rest of the rows is drafted, read by the model in one step, and kept as far as the model agrees.

What comes out is what the model would have written label by label (greedy); only the number of steps is smaller, since few labels
differ from the draft. The explanation is written token by token. For models that can leave out logits nobody asked for.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
import torch
from torch import Tensor
from transformers import DynamicCache

from tutor.speechllm.codec import Slot
from tutor.speechllm.facts import Facts
from tutor.speechllm.grammar import Grammar, Walk
from tutor.speechllm.rubric import RUBRICS, SENTENCE
from tutor.speechllm.states import FloatStates

_FAVOUR: dict[str, float] = {"word": 0.7, "phone": 0.15}  # most raters say the best of most
_STRETCH = 48  # tokens of draft at a time: what lies behind a wrong guess is read in vain
Guess = Callable[[Slot], int]


@dataclass(slots=True)
class Written:
    """An answer: its tokens, the walk with each slot's chances, and the hidden states (labels, width) behind the sentence's."""

    walk: Walk
    tokens: list[int] = field(default_factory=list)
    states: list[Tensor] = field(default_factory=list)

    @property
    def kept(self) -> FloatStates:
        """As the head takes them."""
        return np.asarray(torch.stack(self.states).float().numpy(), np.float32)


Heard = Callable[[Written], None]  # what is written so far; may raise Cancelled


class Writer:
    """Of one answer. `asked`: what the model is given, a batch of one."""

    def __init__(self, model: Any, asked: Any, grammar: Grammar, told: Heard) -> None:
        self._model, self._asked, self._told = model, dict(asked), told
        self._cache = DynamicCache(config=model.config)
        self._pending: list[int] = self._asked.pop("input_ids")[0].tolist()
        self._asked.pop("attention_mask", None)
        self.written = Written(Walk(grammar))

    def write(self, guess: Guess, end: int, free_tokens: int) -> Written:
        """Rows, then `free_tokens` of explanation at most, or up to the `end` token."""
        states: list[Tensor] = []
        hook = self._model.get_output_embeddings().register_forward_pre_hook(lambda _, given: states.append(given[0][0].cpu()))
        try:
            logits = self._rows(guess, states)
            for _ in range(free_tokens):
                token = int(logits.argmax())
                if token == end:
                    break
                self._put(token)
                logits = self._read([], [0])[0]
        finally:
            hook.remove()
        return self.written

    def _rows(self, guess: Guess, states: list[Tensor]) -> Tensor:
        """Drafts, a stretch at a time, until all rows are written; the logits behind them."""
        walk = self.written.walk
        while not walk.free:
            draft = list(islice(walk.ahead(guess), _STRETCH))
            places = [at for at, (_, choice) in enumerate(draft) if choice]
            states.clear()
            logits = self._read([token for token, _ in draft[:-1]], places)  # the last one is read with the next stretch
            held = self._agree(draft, dict(zip(places, zip(logits, states[0], strict=True), strict=True)))
            if held == len(draft):
                self._pending = [draft[-1][0]]
            elif held < len(draft) - 1:
                self._cache.crop(held - (len(draft) - 1))
        return self._read([], [0])[0]

    def _agree(self, draft: Sequence[tuple[int, bool]], seen: dict[int, tuple[Tensor, Tensor]]) -> int:
        """Take the draft up to where the model would have it otherwise, then its own token; how many drafted ones held."""
        walk = self.written.walk
        for at, (token, choice) in enumerate(draft):
            if choice:
                logits, state = seen[at]
                if walk.slot.level in SENTENCE and len(self.written.states) <= SENTENCE.index(walk.slot.level):
                    self.written.states.append(state)
                walk.weigh(partial(_at, logits))
                allowed = walk.allowed()
                own = allowed[int(logits[allowed].argmax())]
                if own != token:
                    self._put(own)
                    walk.take(own)
                    return at
            self.written.tokens.append(token)
            walk.take(token)
        return len(draft)

    def _put(self, token: int) -> None:
        self._pending = [token]
        self.written.tokens.append(token)

    def _read(self, draft: Sequence[int], places: Sequence[int]) -> Tensor:
        """Logits that choose what stands at each of the draft's places (its length: what follows it)."""
        before = len(self._pending) - 1
        self._told(self.written)
        tokens = torch.tensor([[*self._pending, *draft]], device=self._model.device)
        keep = torch.tensor([before + at for at in places], dtype=torch.long, device=self._model.device)
        said = self._model(input_ids=tokens, past_key_values=self._cache, use_cache=True, logits_to_keep=keep, **self._asked)
        self._asked = {}  # sound is heard once
        self._pending = []
        logits: Tensor = said.logits[0]
        return logits


def _at(logits: Tensor, tokens: Sequence[int]) -> list[float]:
    said: list[float] = logits[list(tokens)].float().tolist()
    return said


def guess_by(facts: Facts | None) -> Guess:
    """The label each fact amounts to, in favour of the reader as raters are; the best one where nothing is known."""

    def guess(slot: Slot) -> int:
        if facts is None or slot.level == "stress":
            return 0
        score = _fact(facts, slot)
        rubric = RUBRICS[slot.level]
        return 0 if score is None else rubric.labels.index(rubric.label(score + _FAVOUR.get(slot.level, 0.0)))

    return guess


def _fact(facts: Facts, slot: Slot) -> float | None:
    if slot.level in SENTENCE:
        return facts.whole[slot.level]
    word = facts.words[slot.word]
    return word.score if slot.level == "word" else word.phones[slot.phone]
