"""The responses that are allowed, as tokens: fixed runs, and places where one of several labels is chosen; free text after them.

Made from the codec's pieces with the tokenizer the model was trained with, so that a label's tokens and so its probability
are those of training. Grammar libraries (xgrammar, llguidance, outlines) allow any spelling of a string in tokens, which splits
a label's probability over spellings nobody trained; so none of them is used. Knows no torch.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tutor.domain.errors import ModelError
from tutor.speechllm.codec import Slot

Tokens = tuple[int, ...]
Encode = Callable[[str], Sequence[int]]
Chances = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Grammar:
    """`steps`: the token runs to choose from, in order (one: nothing to choose); `slots` belong to those with several."""

    steps: tuple[tuple[Tokens, ...], ...]
    slots: tuple[Slot, ...]

    @classmethod
    def of(cls, pieces: Sequence[str | Slot], encode: Encode) -> "Grammar":
        """`ModelError` (`tokenizer_unfit`) when the tokenizer joins what the codec writes apart."""
        merged: list[str | Slot] = []
        for piece in pieces:
            if merged and isinstance(piece, str) and isinstance(merged[-1], str):
                merged[-1] += piece
            else:
                merged.append(piece)
        steps = tuple(
            (tuple(encode(piece)),) if isinstance(piece, str) else tuple(tuple(encode(option)) for option in piece.options)
            for piece in merged
        )
        whole = "".join(piece if isinstance(piece, str) else piece.options[0] for piece in merged)
        if list(encode(whole)) != [token for step in steps for token in step[0]]:
            raise ModelError("tokenizer_unfit")
        return cls(steps, tuple(piece for piece in merged if isinstance(piece, Slot)))

    @property
    def longest(self) -> int:
        """Tokens of the longest response, without the free text."""
        return sum(max(map(len, step)) for step in self.steps)


@dataclass(slots=True)
class Walk:
    """One response being written along a grammar. `chances` fill up, slot by slot, with the options' probabilities."""

    grammar: Grammar
    chances: list[Chances] = field(default_factory=list)
    _step: int = 0
    _taken: Tokens = ()

    @property
    def free(self) -> bool:
        """Whether all rows are written and the free text goes on."""
        return self._step == len(self.grammar.steps)

    @property
    def share(self) -> float:
        """How much of the grammar is written."""
        return self._step / len(self.grammar.steps)

    def allowed(self) -> list[int]:
        """The tokens that may come next; not to be asked when free."""
        return sorted({option[len(self._taken)] for option in self._open()})

    def ahead(self, guess: Callable[[Slot], int]) -> Iterator[tuple[int, bool]]:
        """The tokens to the grammar's end, each slot as guessed (an option's number), and whether there is a choice at each."""
        walk = Walk(self.grammar, [], self._step, self._taken)
        while not walk.free:
            allowed = walk.allowed()
            wanted = self.grammar.steps[walk._step][guess(walk.slot) if len(allowed) > 1 else 0]
            fits = wanted[: len(walk._taken)] == walk._taken
            token = wanted[len(walk._taken)] if len(allowed) > 1 and fits else allowed[0]
            yield token, len(allowed) > 1
            walk.take(token)

    @property
    def slot(self) -> Slot:
        """The slot that is being written; not to be asked where there is nothing to choose."""
        return self.grammar.slots[sum(len(step) > 1 for step in self.grammar.steps[: self._step])]

    def weigh(self, logits: Callable[[Sequence[int]], Sequence[float]]) -> None:
        """At a fork, note the options' probabilities by the `logits` of tokens. Options that go on together share evenly."""
        nexts = [option[len(self._taken)] if option in self._open() else None for option in self.grammar.steps[self._step]]
        forks = sorted({token for token in nexts if token is not None})
        if len(forks) < 2:
            return
        raw = np.asarray(logits(forks), np.float64)
        share = dict(zip(forks, np.exp(raw - np.logaddexp.reduce(raw)), strict=True))
        split = np.array([0.0 if token is None else share[token] / nexts.count(token) for token in nexts])
        if self._taken and len(self._open()) < len(nexts):  # a second fork inside the slot: what came before stays
            earlier = self.chances.pop()
            split = np.where(split > 0, split * sum(p for p, t in zip(earlier, nexts, strict=True) if t is not None), earlier)
        self.chances.append(split)

    def take(self, token: int) -> None:
        """The token that was written."""
        if self.free:
            return
        self._taken += (token,)
        if self._taken in self.grammar.steps[self._step]:
            self._step, self._taken = self._step + 1, ()

    def _open(self) -> list[Tokens]:
        size = len(self._taken)
        return [option for option in self.grammar.steps[self._step] if option[:size] == self._taken]
