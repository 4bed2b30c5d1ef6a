"""Who reads."""

from dataclasses import dataclass

from tutor.domain.target import Level


@dataclass(frozen=True, slots=True)
class Learner:
    """All of it may be left open. `first_language` is a language code such as `zh`."""

    name: str = ""
    level: Level | None = None
    first_language: str = ""
