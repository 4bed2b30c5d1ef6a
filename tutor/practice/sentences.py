"""A text as what is read in one breath: the written sentences of a target, each a text of its own."""

import re
from itertools import pairwise

from tutor.domain.target import Target

_SPACE = re.compile(r"\s+")


def sentence_texts(target: Target) -> tuple[str, ...]:
    """One text a sentence, with its own punctuation: what closes it stays with it, what opens the next goes with that."""
    edges = [0, *(_edge(target, first) for first, _ in target.sentences[1:]), len(target.text)]
    return tuple(target.text[start:end].strip() for start, end in pairwise(edges))


def _edge(target: Target, first: int) -> int:
    """Where the sentence that begins with word `first` begins: at the first white space behind the word before."""
    end, start = target.words[first - 1].end, target.words[first].start
    space = _SPACE.search(target.text, end, start)
    return space.start() if space else max(end, start)
