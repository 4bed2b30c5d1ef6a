"""How much it hurts being understood when one sound of English is said for another: the functional load of the two.

After A. Brown, "Functional load and the teaching of pronunciation" (TESOL Quarterly 22, 1988) and J. C. Catford, "Phonetics and
the teaching of pronunciation" (1987). Both rank pairs by how many words only that contrast tells apart; the classes here are
coarser than their ranks, and mapped to American phones: `HIGH` about Brown's 8-10 or Catford's upper third, `LOW` their end.
"""

from enum import IntEnum

from tutor.domain.phones import Phone

_HIGH = """
EH-AE AE-AH AE-AA AH-AA AO-OW EH-IH EH-EY AA-AY ER-OW IY-IH
P-B P-F P-K P-T P-HH M-N N-L L-R L-D R-D F-HH K-HH S-HH T-D T-K T-S K-G B-D B-G B-W W-V S-Z
"""
_LOW = "UH-UW AO-AA AO-OY TH-F TH-T TH-DH DH-D SH-CH SH-ZH JH-ZH JH-Y Y-ZH"


class Load(IntEnum):
    """How many words the contrast keeps apart."""

    LOW = 0
    MIDDLE = 1
    HIGH = 2


def _pairs(text: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("-")) for pair in text.split())


_CLASSES = {Load.HIGH: _pairs(_HIGH), Load.LOW: _pairs(_LOW)}


def load_of(expected: Phone, heard: str) -> Load:
    """Of the expected phone and the ARPAbet symbol heard in its place."""
    pair = frozenset((expected.symbol, heard))
    if expected.stress == 0 and pair == {"AH", "IH"}:  # many speakers of English make no difference here
        return Load.LOW
    return next((load for load, pairs in _CLASSES.items() if pair in pairs), Load.MIDDLE)
