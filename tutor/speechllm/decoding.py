"""Makes `generate` of transformers follow a grammar, tell how far it is, stop when told and end the free text in time."""

from collections.abc import Callable, Sequence

import torch
from transformers import LogitsProcessor, StoppingCriteria

from tutor.speechllm.grammar import Grammar, Walk

FREE_TOKENS = 120  # of rationale


class Follow(LogitsProcessor):
    """Only tokens that the row's grammar allows; after its end any, for `free_tokens`, then the end token."""

    def __init__(self, grammars: Sequence[Grammar], end: int, free_tokens: int = FREE_TOKENS) -> None:
        self.walks = [Walk(grammar) for grammar in grammars]
        self._end, self._left = end, [free_tokens] * len(grammars)
        self._begun = False

    def __call__(self, input_ids: torch.LongTensor, scores: torch.FloatTensor) -> torch.FloatTensor:
        """See transformers; `scores` (rows, vocabulary)."""
        masked = torch.full_like(scores, -torch.inf)
        for row, walk in enumerate(self.walks):
            if self._begun:
                walk.take(int(input_ids[row, -1]))
            self._row(row, walk, scores, masked)
        self._begun = True
        return masked  # type: ignore[return-value]

    def _row(self, row: int, walk: Walk, scores: torch.Tensor, masked: torch.Tensor) -> None:
        if not walk.free:
            walk.weigh(lambda tokens: scores[row, list(tokens)].float().tolist())
            allowed = walk.allowed()
            masked[row, allowed] = scores[row, allowed].nan_to_num()
        elif self._left[row] > 0:
            self._left[row] -= 1
            masked[row] = scores[row]
        else:
            masked[row, self._end] = 0.0


class Tell(StoppingCriteria):
    """Calls `told` after each token with the tokens so far, (rows, length); what it raises ends the generation at once."""

    def __init__(self, told: Callable[[torch.Tensor], None]) -> None:
        self._told = told

    def __call__(self, input_ids: torch.LongTensor, *_: object, **__: object) -> torch.BoolTensor:
        """See transformers; never ends anything by itself."""
        self._told(input_ids)
        return torch.zeros(len(input_ids), dtype=torch.bool, device=input_ids.device)  # type: ignore[return-value]
