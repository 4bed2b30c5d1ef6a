"""How each sound is made, in our own words, from assets/sounds/how.toml. Knows no picture (`present.mouth`) and no score."""

import tomllib
from dataclasses import dataclass
from functools import cache

from tutor.domain import resources
from tutor.domain.phones import PHONES


@dataclass(frozen=True, slots=True)
class HowTo:
    """Sentences on tongue, lips and voice, what often happens instead, and the sounds it is mixed up with, likeliest first."""

    steps: tuple[str, ...]
    slip: str
    rivals: tuple[str, ...]


@cache
def how_to_say() -> dict[str, HowTo]:
    """One for each of the 39 phones. `ValueError` when the file lacks one."""
    said = tomllib.loads((resources.assets() / "sounds" / "how.toml").read_text(encoding="utf-8"))
    if set(said) != set(PHONES):
        raise ValueError(f"no text for {sorted(set(PHONES) ^ set(said))}")
    return {symbol: HowTo(tuple(one["how"]), one["slip"], tuple(one["rivals"])) for symbol, one in said.items()}
