"""Guesses how an unknown word is said from its letters: a joint n-gram model over (letter, phones) pairs.

Each letter of a word says none, one or two phones; the model knows how likely a pair is after the pairs before it. It is trained
from the dictionary by `tutor.training.spelling`, and knows nothing of which words exist.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tutor.domain.phones import Phone, Pronunciation

START, END = 0, 1  # pair numbers that stand for no letter
BITS = 9  # a pair number takes nine bits, so that seven in a row fit one 64-bit key
STEP = 16 / 255  # stored log probabilities are bytes, -STEP each
_BEAM = 48

Keys = NDArray[np.uint64]
Logs = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Order:
    """The n-grams of one length: sorted keys (oldest pair in the highest bits), their log probability and back-off weight."""

    keys: Keys
    log: Logs
    backoff: Logs

    def find(self, keys: Keys) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Where each key lies, and whether it is there."""
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return at, self.keys[at] == keys


@dataclass(frozen=True)
class SpellingModel:
    """`pairs` are the (letter, phones) by number, e.g. ("x", "K S"); `orders` the n-grams of length one and up."""

    pairs: tuple[tuple[str, str], ...]
    orders: tuple[Order, ...]

    @classmethod
    def load(cls, path: Path) -> "SpellingModel":
        """Read what `save` wrote."""
        with np.load(path) as file:
            pairs = tuple((letter, said) for letter, said in file["pairs"].tolist())
            count = sum(name.startswith("keys") for name in file.files)
            return cls(pairs, tuple(_unpack(*(file[f"{name}{n}"] for name in ("keys", "log", "backoff"))) for n in range(count)))

    def save(self, path: Path) -> None:
        """Write it as small as it goes: key differences, and bytes for logarithms."""
        arrays = {"pairs": np.array(self.pairs)}
        for n, order in enumerate(self.orders):
            arrays[f"keys{n}"] = np.diff(order.keys, prepend=np.uint64(0))
            arrays[f"log{n}"], arrays[f"backoff{n}"] = _bytes(order.log), _bytes(order.backoff)
        np.savez_compressed(path, allow_pickle=False, **arrays)

    def guess(self, word: str) -> Pronunciation:
        """The likeliest way to say `word` (a-z only), with one main stress if there is one such; empty when it knows none."""
        return next(iter(self.guesses(word)), ())

    def guesses(self, word: str) -> tuple[Pronunciation, ...]:
        """Ways to say `word`, the likeliest first; those without one main stress come only when there are no others."""
        hypotheses = self._search(word)
        said = [tuple(Phone.parse(part) for at in row for part in self.pairs[at][1].split()) for row in hypotheses]
        whole = [phones for phones in said if sum(phone.stress == 1 for phone in phones) == 1]
        return tuple(dict.fromkeys(phones for phones in whole or said if phones))

    @cached_property
    def _choices(self) -> dict[str, Keys]:
        letters = {letter for letter, _ in self.pairs if letter}
        return {each: np.array([n for n, (letter, _) in enumerate(self.pairs) if letter == each], np.uint64) for each in letters}

    def _search(self, word: str) -> NDArray[np.int64]:
        """Pair numbers of the best hypotheses, best first: (hypotheses, letters)."""
        past, scores, rows = np.array([START], np.uint64), np.zeros(1, np.float32), np.zeros((1, 0), np.int64)
        for at, letter in enumerate(word):
            choices = self._choices[letter]
            total = (scores[:, None] + self._after(past, choices, at + 2)).ravel()
            best = np.argsort(-total, kind="stable")[:_BEAM]
            from_, to = best // len(choices), choices[best % len(choices)]
            past, scores = self._remember(past[from_], to), total[best]
            rows = np.concatenate([rows[from_], to[:, None].astype(np.int64)], axis=1)
        scores = scores + self._after(past, np.array([END], np.uint64), len(word) + 2)[:, 0]
        return rows[np.argsort(-scores, kind="stable")]

    def _remember(self, past: Keys, pair: Keys) -> Keys:
        kept = np.uint64((1 << BITS * (len(self.orders) - 1)) - 1)
        return ((past << np.uint64(BITS)) | pair) & kept

    def _after(self, past: Keys, pairs: Keys, length: int) -> Logs:
        """Log probability of each pair after each past, of which `length - 1` pairs are known: (pasts, pairs)."""
        keys = (past[:, None] << np.uint64(BITS)) | pairs[None, :]
        return self.log(keys.ravel(), length).reshape(keys.shape)

    def log(self, keys: Keys, length: int) -> Logs:
        """Log probability of the last pair of each n-gram: by the longest n-gram that is known, else the next shorter one."""
        out, missing = np.zeros(len(keys), np.float32), np.ones(len(keys), bool)
        for n in range(min(length, len(self.orders)) - 1, -1, -1):
            grams = keys & np.uint64((1 << BITS * (n + 1)) - 1)
            at, found = self.orders[n].find(grams)
            out += np.where(missing & found, self.orders[n].log[at], 0)
            missing &= ~found
            if n:
                at, known = self.orders[n - 1].find(grams >> np.uint64(BITS))
                out += np.where(missing & known, self.orders[n - 1].backoff[at], 0)
        return out - np.where(missing, np.float32(20), np.float32(0))


def _bytes(log: Logs) -> NDArray[np.uint8]:
    return np.clip(np.round(-log / STEP), 0, 255).astype(np.uint8)


def _unpack(keys: Keys, log: NDArray[np.uint8], backoff: NDArray[np.uint8]) -> Order:
    return Order(np.cumsum(keys, dtype=np.uint64), np.float32(-STEP) * log, np.float32(-STEP) * backoff)
