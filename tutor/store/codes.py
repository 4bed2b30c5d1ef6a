"""PINs and passcodes: kept as Argon2 hashes, and each wrong try makes the next one wait longer.

Guards against people at the same computer, in this program. Whoever can open the files in another way needs no code.
"""

import time
from dataclasses import dataclass, replace

from tutor.domain.errors import StoreError

_FREE, _FIRST_S, _LONGEST_S = 3, 5.0, 300.0  # tries without a wait, then the waits, each twice the one before


@dataclass(frozen=True, slots=True)
class KeptCode:
    """`misses` in a row so far; before `until` (seconds since 1970) no try counts."""

    hash: str
    misses: int = 0
    until: float = 0.0


def kept_code(code: str) -> KeptCode:
    """To keep it. Takes about a tenth of a second and 64 MB, as `is_code`: that is what makes guessing dear."""
    from argon2 import PasswordHasher

    return KeptCode(PasswordHasher().hash(code))


def tried(kept: KeptCode) -> KeptCode:
    """What to keep before a try is looked at, so that one broken off counts. Raises `StoreError`: `code_waits`."""
    now = time.time()
    wait = min(kept.until - now, _LONGEST_S)  # a clock that was set back doesn't lock for years
    if wait > 0:
        raise StoreError("code_waits", seconds=max(1, round(wait)))
    misses = kept.misses + 1
    pause = min(_FIRST_S * 2.0 ** (misses - _FREE), _LONGEST_S) if misses >= _FREE else 0.0
    return replace(kept, misses=misses, until=now + pause)


def is_code(kept: KeptCode, code: str) -> bool:
    """Whether it is this one."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(kept.hash, code)
    except (VerificationError, InvalidHashError):
        return False
