"""Learning how letters are said."""

from pathlib import Path

from tutor.reading.spelling import SpellingModel
from tutor.training.spelling import Entry, error_rates, train

_CONSONANTS = {"b": "B", "d": "D", "f": "F", "k": "K", "m": "M", "n": "N", "p": "P", "t": "T"}
_VOWELS = {"a": "AE1", "e": "EH1", "i": "IH1"}
WORDS: list[Entry] = [  # each twice, since the longest n-grams must occur twice
    (first + vowel + last + final, (_CONSONANTS[first], _VOWELS[vowel], _CONSONANTS[last], *(("K", "S") if final else ())))
    for first in _CONSONANTS
    for vowel in _VOWELS
    for last in _CONSONANTS
    for final in ("", "x")
    for _ in range(2)
]


def test_it_says_words_it_has_not_seen_and_a_letter_of_two_sounds() -> None:
    model = train([entry for at, entry in enumerate(WORDS) if at // 2 % 7])
    assert error_rates(model, {word: [said] for at, (word, said) in enumerate(WORDS) if not at // 2 % 7})["words"] == 0
    assert [str(phone) for phone in model.guess("batx")] == ["B", "AE1", "T", "K", "S"]


def test_an_initialism_is_not_learnt_from_and_errors_are_counted() -> None:
    model = train([*WORDS, ("bm", ("B", "IY1", "EH1", "M", "AH0", "AH0"))])
    rates = error_rates(model, {"bat": [("B", "AE0", "T")], "mat": [("M", "AE1", "T")]})
    assert rates == {"words": 0.5, "phones": 1 / 6, "words_without_stress": 0, "phones_without_stress": 0}


def test_a_saved_model_is_the_same_to_the_byte_and_guesses_the_same(tmp_path: Path) -> None:
    model = train(WORDS)
    model.save(tmp_path / "one.npz")
    SpellingModel.load(tmp_path / "one.npz").save(tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    assert SpellingModel.load(tmp_path / "two.npz").guess("kidx") == model.guess("kidx")
