"""Trains the model that guesses a pronunciation from letters, and measures it on words it has not seen.

Letters and phones are aligned by expectation maximisation (each letter says none, one or two phones), then counted as n-grams
with Kneser-Ney smoothing, after Bisani and Ney (2008), "Joint-sequence models for grapheme-to-phoneme conversion".
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from tutor.reading.spelling import BITS, END, START, Keys, Order, SpellingModel

Sound = tuple[str, ...]
Entry = tuple[str, Sound]  # a word and its phones, stress digits included
Pair = tuple[str, str]
Weights = dict[tuple[str, Sound], float]
LENGTH = 7
KEEP_FROM = (1, 1, 1, 1, 2, 2, 2)  # how often an n-gram of each length must occur
ROUNDS, SAMPLE, SEED = 6, 30_000, 7


def train(entries: Sequence[Entry]) -> SpellingModel:
    """A model of all entries but those whose letters can't say their phones ("bbc")."""
    weights = _learn_alignment(random.Random(SEED).sample(entries, min(SAMPLE, len(entries))))
    rows = [row for word, said in entries if (row := _align(word, said, weights))]
    return _count(rows)


def error_rates(model: SpellingModel, held_out: dict[str, list[Sound]]) -> dict[str, float]:
    """Shares of wrong words and phones, with and without stress, against the nearest variant."""
    wrong: Counter[str] = Counter()
    for word, variants in held_out.items():
        guess = tuple(str(phone) for phone in model.guess(word))
        for name, strip in (("", ""), ("_without_stress", "012")):
            said, right = _bare(guess, strip), [_bare(variant, strip) for variant in variants]
            wrong["words" + name] += said not in right
            distance, length = min((_distance(said, variant), len(variant)) for variant in right)
            wrong["phones" + name] += distance
            wrong["length" + name] += length
    return {
        kind + name: wrong[kind + name] / (len(held_out) if kind == "words" else wrong["length" + name])
        for name in ("", "_without_stress")
        for kind in ("words", "phones")
    }


def _bare(said: Sound, strip: str) -> Sound:
    return tuple(phone.rstrip(strip) if strip else phone for phone in said)


def _distance(a: Sound, b: Sound) -> int:
    row = list(range(len(b) + 1))
    for i, one in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (one != other))
    return row[-1]


def _cells(letters: int, phones: int) -> Iterator[tuple[int, int, int]]:
    """(letter, first phone, behind the last phone) of every step that can be part of a whole alignment."""
    for at in range(letters):
        for begin in range(max(0, phones - 2 * (letters - at)), min(2 * at, phones) + 1):
            for end in range(begin, min(begin + 2, phones) + 1):
                if phones - end <= 2 * (letters - at - 1):
                    yield at, begin, end


def _learn_alignment(entries: Sequence[Entry]) -> Weights:
    weights: Weights = {}
    for _ in range(ROUNDS):
        counts: defaultdict[tuple[str, Sound], float] = defaultdict(float)
        for word, said in entries:
            _expect(word, _bare(said, "012"), weights, counts)
        totals: Counter[str] = Counter()
        for (letter, _said), count in counts.items():
            totals[letter] += count  # type: ignore[assignment]
        weights = {pair: count / totals[pair[0]] for pair, count in counts.items()}
    return weights


def _expect(word: str, said: Sound, weights: Weights, counts: defaultdict[tuple[str, Sound], float]) -> None:
    """Add the expected uses of each pair in this word (forward, backward)."""
    cells = [(at, a, b, (word[at], said[a:b])) for at, a, b in _cells(len(word), len(said))]
    first = 0.1 if not weights else 1e-9  # before the first round all pairs are alike, two phones a little less likely
    chances = [weights.get(pair, first * (0.2 if b - a == 2 else 1)) for _, a, b, pair in cells]
    ahead: defaultdict[tuple[int, int], float] = defaultdict(float, {(0, 0): 1.0})
    for (at, a, b, _), chance in zip(cells, chances, strict=True):
        ahead[at + 1, b] += ahead[at, a] * chance
    whole = ahead[len(word), len(said)]
    if not whole:
        return
    behind: defaultdict[tuple[int, int], float] = defaultdict(float, {(len(word), len(said)): 1.0})
    for (at, a, b, pair), chance in zip(reversed(cells), reversed(chances), strict=True):
        part = chance * behind[at + 1, b]
        behind[at, a] += part
        counts[pair] += ahead[at, a] * part / whole


def _align(word: str, said: Sound, weights: Weights) -> list[Pair]:
    """The best alignment, or nothing when there is none but with pairs never learnt."""
    bare = _bare(said, "012")
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (1.0, (0, 0))}
    for at, a, b in _cells(len(word), len(bare)):
        chance = weights.get((word[at], bare[a:b]), 0.0) * best.get((at, a), (0.0, (0, 0)))[0]
        if chance > best.get((at + 1, b), (1e-300, (0, 0)))[0]:
            best[at + 1, b] = chance, (at, a)
    spot, spots = (len(word), len(bare)), [(len(word), len(bare))]
    while spot in best and spot != (0, 0):
        spot = best[spot][1]
        spots.append(spot)
    steps = list(pairwise(reversed(spots))) if spot == (0, 0) else []
    return [(word[at], " ".join(said[a:b])) for (at, a), (_, b) in steps]


def _count(rows: list[list[Pair]]) -> SpellingModel:
    counts = Counter(pair for row in rows for pair in row)
    kept = [pair for pair, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= 5][: (1 << BITS) - 2]
    pairs = (("", "start"), ("", "end"), *kept)
    number = {pair: n for n, pair in enumerate(pairs)}
    lines = [[START, *(number[pair] for pair in row), END] for row in rows if all(pair in number for pair in row)]
    grams = [_grams(lines, n) for n in range(1, LENGTH + 1)]
    return SpellingModel(pairs, _smooth([found for found in grams if len(found[0])]))


def _grams(lines: list[list[int]], length: int) -> tuple[Keys, Keys]:
    """All n-grams of a length as sorted keys, and how often each occurs."""
    joined = np.concatenate([np.array(line, np.uint64) for line in lines])
    last = np.cumsum([len(line) for line in lines])
    left = np.repeat(last, [len(line) for line in lines]) - np.arange(len(joined))  # pairs from here to the line's end
    starts = np.flatnonzero(left >= length)
    keys = np.zeros(len(starts), np.uint64)
    for n in range(length):
        keys = (keys << np.uint64(BITS)) | joined[starts + n]
    found, counts = np.unique(keys, return_counts=True)
    return found, counts.astype(np.uint64)


def _smooth(grams: list[tuple[Keys, Keys]]) -> tuple[Order, ...]:
    """Interpolated Kneser-Ney: shorter n-grams count the different pairs before them, not how often they occur."""
    orders: list[Order] = []
    for n, (keys, counts) in enumerate(grams):
        used = counts.astype(np.float64)
        if n + 1 < len(grams):
            used = _continuations(keys, used, grams[n + 1][0], n)
        once, twice = np.sum(used == 1), np.sum(used == 2)
        discount = once / (once + 2 * twice) if once else 0.5
        contexts, group = np.unique(keys >> np.uint64(BITS), return_inverse=True)
        share = np.maximum(used - discount, 0) / np.bincount(group, used)[group]
        stays = counts >= KEEP_FROM[n]
        left = np.maximum(1 - np.bincount(group, share * stays), 1e-7)  # the mass that goes to shorter n-grams
        lower = _lower(orders, keys) if n else np.full(len(keys), 1 / len(keys))
        total = np.log(share + left[group] * lower).astype(np.float32)
        if n:
            where, known = orders[-1].find(contexts)
            orders[-1].backoff[where[known]] = np.log(left[known]).astype(np.float32)
        orders.append(Order(keys[stays], total[stays], np.zeros(int(stays.sum()), np.float32)))
    return tuple(orders)


def _continuations(keys: Keys, counts: np.ndarray, longer: Keys, n: int) -> np.ndarray:
    """How many different pairs stand before each n-gram; its count where a word begins, since nothing stands before that."""
    kinds, before = np.unique(longer & np.uint64((1 << BITS * (n + 1)) - 1), return_counts=True)
    used = counts.copy()
    at = np.searchsorted(keys, kinds)
    used[at] = before
    begins = keys >> np.uint64(BITS * n) == START
    return np.where(begins, counts, used)


def _lower(orders: list[Order], keys: Keys) -> np.ndarray:
    """Probability of each n-gram's last pair after all but its first pair."""
    return np.exp(SpellingModel((), tuple(orders)).log(keys, len(orders)))
