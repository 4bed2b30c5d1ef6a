"""Ed25519 keys: a tutor signs packs, a pupil's computer signs returns. A key is known by its number, short enough to be read out.

Packs are signed, not locked: whoever has the file can read and hear it.
"""

import hashlib
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from tutor.domain.errors import PackError
from tutor.store.audiofiles import write_whole
from tutor.store.faults import store_errors

TUTOR_KEY, MACHINE_KEY = "signing.key", "machine.key"
_PURPOSE = b"readaloud-tutor pack 1\n"  # a signature for something else is none for a pack
_GROUPS, _DIGITS = 4, 5
# 66 bits: making another key with the same number would take many thousand years of a computer's time.


def own_key(path: Path) -> SigningKey:
    """The key in this file, made when it isn't there. Raises `StoreError`, or `PackError("broken_key")`."""
    with store_errors(path):
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, bytes(SigningKey.generate()).hex().encode())
            path.chmod(0o600)
        written = path.read_text("ascii", errors="replace").strip()
    try:
        return SigningKey(bytes.fromhex(written))
    except (ValueError, CryptoError) as error:
        raise PackError("broken_key", path=str(path)) from error


def public(key: SigningKey) -> str:
    """The half of a key that everybody may know, in hexadecimal."""
    return bytes(key.verify_key).hex()


def number(public_key: str) -> str:
    """The number people know a public key by: `48213-09375-55201-77364`."""
    value = int.from_bytes(hashlib.sha256(bytes.fromhex(public_key)).digest(), "big")
    digits = f"{value % 10 ** (_GROUPS * _DIGITS):0{_GROUPS * _DIGITS}}"
    return "-".join(digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))


def sign(key: SigningKey, data: bytes) -> str:
    """The signature of a manifest, in hexadecimal."""
    return key.sign(_PURPOSE + data).signature.hex()


def is_signed(public_key: str, signature: str, data: bytes) -> bool:
    """Whether the signature of the manifest is this key's."""
    try:
        VerifyKey(bytes.fromhex(public_key)).verify(_PURPOSE + data, bytes.fromhex(signature))
    except (ValueError, CryptoError):
        return False
    return True
