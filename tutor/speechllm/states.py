"""What the model had in mind where it labelled the whole sentence: the hidden states those three labels were chosen from.

The head for scores (`head.py`) reads them. They are of the model's own answer, never of one that was given to it, in training as
in use: a given answer holds the labels, and a head that reads them there learns nothing else.
"""

from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

import numpy as np
import torch
from numpy.typing import NDArray

from tutor.speechllm.grammar import Grammar
from tutor.speechllm.rubric import SENTENCE

FloatStates = NDArray[np.float32]


class Overheard:
    """Keeps, while it is open, the last position's hidden states of each step of `generate`, as long as labels are to come."""

    def __init__(self, model: Any, grammars: Sequence[Grammar]) -> None:
        self._grammars = grammars
        self._most = max(_places(grammar, None)[-1] + 1 for grammar in grammars)
        self._steps: list[torch.Tensor] = []
        self._hook = model.get_output_embeddings().register_forward_pre_hook(self._keep)

    def _keep(self, _: Any, given: tuple[torch.Tensor, ...]) -> None:
        if len(self._steps) < self._most:
            self._steps.append(given[0][:, -1].detach().float().cpu())

    def states(self, tokens: Sequence[Sequence[int]]) -> FloatStates:
        """(rows, labels, width) for the answers' tokens, a row each."""
        rows = [
            torch.stack([self._steps[at][row] for at in _places(grammar, tokens[row])])
            for row, grammar in enumerate(self._grammars)
        ]
        return torch.stack(rows).numpy()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._hook.remove()


def _places(grammar: Grammar, tokens: Sequence[int] | None) -> list[int]:
    """Which token of the answer begins each label of the whole sentence; without an answer the latest it may be."""
    places, at, slots = [], 0, iter(grammar.slots)
    for step in grammar.steps:
        if len(step) == 1:
            at += len(step[0])
            continue
        if next(slots).level in SENTENCE:
            places.append(at)
        if len(places) == len(SENTENCE):
            return places
        written = [option for option in step if tokens is None or tuple(tokens[at : at + len(option)]) == option]
        at += max(map(len, written))
    raise ValueError("the grammar has no labels of the whole sentence")
