"""What any judge of sentences, on this computer or on a server, says of a clip."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tutor.speechllm.asking import Clip
from tutor.speechllm.codec import Parsed, Slot, label_at
from tutor.speechllm.grammar import Chances


@dataclass(frozen=True, slots=True, eq=False)
class Reply:
    """A response with what stands behind it: `chances` of each slot's options, where they are known; `states` for the head."""

    parsed: Parsed
    chances: dict[Slot, Chances] = field(default_factory=dict)
    states: NDArray[np.float32] | None = None

    def weights(self, slot: Slot) -> Chances | None:
        """Probabilities of the slot's options; a label alone counts as sure; None: not judged."""
        label = label_at(self.parsed.response, slot)
        if label is None:
            return None
        known = self.chances.get(slot)
        return np.array([float(option[1:] == label) for option in slot.options]) if known is None else known


Told = Callable[[float, Reply | None], None]
"""Told the share of this batch that is done, and its first clip's reply so far, once that explains; may raise Cancelled."""


class Judge(Protocol):
    """Judges clips, several at a time."""

    def judge(self, clips: Sequence[Clip], told: Told, *, brief: bool = False) -> list[Reply]:
        """A reply for each clip; `brief` without explanation.

        Raises `ModelError` (`card_full`: fewer at a time may do) or what `told` raises.
        """
