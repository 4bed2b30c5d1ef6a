"""Which assessor a person chose, and what large models there are to choose from."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["embedded", "compact", "card", "server"]
SmallState = Literal["ready", "no_base", "no_addon"]
"""Whether the small model can be used: what it needs to run and its adapter come with the add-on, its base is brought in."""


@dataclass(frozen=True, slots=True)
class Engine:
    """The one that ships, a small language model on this computer's processor, a large one on its graphics card, or on a server.

    `model`: a folder, for `card`. `server`: an address, for `server`.
    """

    kind: Kind = "embedded"
    model: str = ""
    server: str = ""


@dataclass(frozen=True, slots=True)
class LargeModel:
    """One that was brought to this computer: an adapter, or a base whose own scores mean nothing (`adapter_of` is empty).

    `size` in bytes; `card_gib` what a base needs on the graphics card, computed.
    """

    name: str
    folder: Path
    size: int
    licence: str
    adapter_of: str = ""
    card_gib: float | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """One that can be downloaded, by the person with their own browser. `size` as people write it."""

    name: str
    size: str
    licence: str
    address: str
