"""Sounds as a person types them, in ARPAbet (`T UW1 T ER0`) or IPA (`ˈtuːtə`), as a pronunciation."""

from dataclasses import replace

from tutor.domain.phones import CONSONANTS, VOWELS, Phone, Pronunciation, Stress

# What dictionaries write besides our own signs; each as our phones. Longer signs are tried first.
_ALSO = {
    "dʒ": "JH", "ʤ": "JH", "tʃ": "CH", "ʧ": "CH", "r": "R", "ɾ": "T", "ɫ": "L", "g": "G", "x": "K", "ʍ": "W", "j": "Y",
    "ə": "AH0", "ɐ": "AH", "ɚ": "ER0", "ɝ": "ER", "ɜ": "ER", "ɜr": "ER", "ər": "ER0", "ɒ": "AA", "a": "AA", "ɑ": "AA", "ɔ": "AO",
    "e": "EH", "ɛ": "EH", "i": "IY", "ɪ": "IH", "ɨ": "IH", "u": "UW", "o": "OW", "əʊ": "OW", "oʊ": "OW", "ɔɪ": "OY", "aɪ": "AY",
    "aʊ": "AW", "eɪ": "EY", "y": "IY",
}  # fmt: skip
_SIGNS = {**{sign: symbol for symbol, sign in (CONSONANTS | VOWELS).items()}, **_ALSO}
_LONGEST = max(map(len, _SIGNS))
_STRESS: dict[str, Stress] = {"ˈ": 1, "'": 1, "ˌ": 2}
_PASSED_OVER = frozenset("/[]().ː:-‿ \u0329")


def sounds_typed(text: str) -> Pronunciation:
    """At least one sound; where no stress is written, the first vowel has it. `ValueError` names what is no sound."""
    try:
        said = tuple(Phone.parse(part.upper()) for part in text.split())
    except ValueError:
        said = _ipa(text.replace("\u0361", ""))  # the tie of t͡ʃ
    if not said:
        raise ValueError(text)
    return stressed(said, None)


def stressed(said: Pronunciation, vowel: int | None) -> Pronunciation:
    """The same with its main stress on that vowel (0: the first); None: where it is, or on the first when it has none."""
    vowels = [nth for nth, phone in enumerate(said) if phone.symbol in VOWELS]
    if vowel is None:
        main = next((nth for nth in vowels if said[nth].stress == 1), vowels[0] if vowels else None)
    else:
        main = vowels[vowel]
    return tuple(
        replace(phone, stress=_stress_of(phone, nth == main)) if nth in vowels else phone for nth, phone in enumerate(said)
    )


def _stress_of(phone: Phone, main: bool) -> Stress:
    return 1 if main else 2 if phone.stress == 2 else 0


def _ipa(text: str) -> Pronunciation:
    said: list[Phone] = []
    at, stress = 0, None
    while at < len(text):
        if text[at] in _STRESS:
            stress = _STRESS[text[at]]
        if text[at] in _STRESS or text[at] in _PASSED_OVER:
            at += 1
            continue
        sign = next((text[at : at + n] for n in range(_LONGEST, 0, -1) if text[at : at + n] in _SIGNS), None)
        if sign is None:
            raise ValueError(text[at])
        phone = Phone.parse(_SIGNS[sign])
        if phone.symbol in VOWELS:
            phone, stress = replace(phone, stress=stress if stress is not None else phone.stress), None
        said.append(phone)
        at += len(sign)
    return tuple(said)
