"""Which parts of two sequences belong together beyond doubt. Knows nothing of what they are."""

from collections.abc import Sequence

import numpy as np

Pairs = set[tuple[int, int]]


def sure_pairs(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of equal parts (index in `left`, index in `right`) in order, as many as can be, that every such pairing has.

    Of "S T S" against "S" there is none: it may be the first or the last.
    """
    if list(left) == list(right):
        return [(at, at) for at in range(len(left))]
    first = _first_pairs(left, right)
    n, m = len(left) - 1, len(right) - 1
    last = {(n - a, m - b) for a, b in _first_pairs(left[::-1], right[::-1])}
    return sorted(first & last)


def _first_pairs(left: Sequence[str], right: Sequence[str]) -> Pairs:
    """The longest common subsequence whose pairs come as early as they can."""
    longest = np.zeros((len(left) + 1, len(right) + 1), np.int32)
    for a in range(len(left) - 1, -1, -1):
        for b in range(len(right) - 1, -1, -1):
            same = left[a] == right[b]
            longest[a, b] = longest[a + 1, b + 1] + 1 if same else max(longest[a + 1, b], longest[a, b + 1])
    pairs, a, b = set(), 0, 0
    while a < len(left) and b < len(right):
        if left[a] == right[b]:
            pairs.add((a, b))
            a, b = a + 1, b + 1
        elif longest[a + 1, b] >= longest[a, b + 1]:
            a += 1
        else:
            b += 1
    return pairs
