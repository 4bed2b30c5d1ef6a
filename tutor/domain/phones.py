"""The 39 phones of the CMU dictionary (ARPAbet), their IPA signs and kinds."""

from dataclasses import dataclass
from typing import Literal

VOWELS: dict[str, str] = {
    "AA": "ɑ", "AE": "æ", "AH": "ʌ", "AO": "ɔ", "AW": "aʊ", "AY": "aɪ", "EH": "ɛ", "ER": "ɝ", "EY": "eɪ",
    "IH": "ɪ", "IY": "i", "OW": "oʊ", "OY": "ɔɪ", "UH": "ʊ", "UW": "u",
}  # fmt: skip
CONSONANTS: dict[str, str] = {
    "B": "b", "CH": "tʃ", "D": "d", "DH": "ð", "F": "f", "G": "ɡ", "HH": "h", "JH": "dʒ", "K": "k", "L": "l",
    "M": "m", "N": "n", "NG": "ŋ", "P": "p", "R": "ɹ", "S": "s", "SH": "ʃ", "T": "t", "TH": "θ", "V": "v",
    "W": "w", "Y": "j", "Z": "z", "ZH": "ʒ",
}  # fmt: skip
PHONES: tuple[str, ...] = tuple(sorted(VOWELS | CONSONANTS))
_UNSTRESSED_IPA = {"AH": "ə", "ER": "ɚ"}

Stress = Literal[0, 1, 2]


@dataclass(frozen=True, slots=True)
class Phone:
    """One sound of a pronunciation: an ARPAbet symbol and, on vowels, its stress (0 none, 1 main, 2 second)."""

    symbol: str
    stress: Stress | None = None

    def __post_init__(self) -> None:
        if self.symbol not in PHONES:
            raise ValueError(f"{self.symbol!r} is not one of the 39 ARPAbet phones")

    @classmethod
    def parse(cls, text: str) -> "Phone":
        """`AH0`, `AH` or `T` to a phone; `ValueError` for anything else."""
        bare = text.rstrip("012")
        digit = text[len(bare) :]
        if len(digit) > 1 or (digit and bare not in VOWELS):
            raise ValueError(f"{text!r} is not an ARPAbet phone")
        stress: dict[str, Stress] = {"0": 0, "1": 1, "2": 2}
        return cls(bare, stress.get(digit))

    @property
    def ipa(self) -> str:
        """The IPA sign, with schwa for the unstressed AH and ER."""
        if self.stress == 0 and self.symbol in _UNSTRESSED_IPA:
            return _UNSTRESSED_IPA[self.symbol]
        return ipa_of(self.symbol)

    def __str__(self) -> str:
        return self.symbol if self.stress is None else f"{self.symbol}{self.stress}"


Pronunciation = tuple[Phone, ...]


def ipa_of(symbol: str) -> str:
    """The IPA sign of an ARPAbet symbol without stress."""
    return VOWELS.get(symbol) or CONSONANTS[symbol]
