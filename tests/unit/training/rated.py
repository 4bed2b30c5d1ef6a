"""The bundled recordings as a rated corpus: two folds, three raters whose marks follow the sample's level."""

import json
from pathlib import Path

from tests.samples import SAMPLES
from tutor.reading.lexicon import Lexicon
from tutor.reading.target import make_target

_PHONE = {"good": 2, "middling": 1, "poor": 0}


def write_manifest(folder: Path) -> Path:
    """`train.jsonl` over the six samples, with every field the corpus has."""
    lexicon, lines = Lexicon.load(), []
    for number, sample in enumerate(SAMPLES):
        score, phone = sample.total, _PHONE[sample.level]
        words = [
            {
                "text": word.text.upper(),
                "phones": [str(p) for p in word.pronunciations[0]],
                "phone_accuracy": [float(phone)] * len(word.pronunciations[0]),
                "phone_raters": [[phone] * len(word.pronunciations[0])] * 3,
                "accuracy": [score, score + 1, score],
                "stress": [10, 10, 5 if number else 10],
                "total": [score] * 3,
            }
            for word in make_target(sample.text, lexicon).words
        ]
        whole = {aspect: [score, score, score + 1] for aspect in ("accuracy", "fluency", "prosody", "total")}
        about = {"id": f"r{number}", "audio": str(sample.path), "fold": number % 2, "age": 9 if sample.reader == "child" else 30}
        lines.append(json.dumps({**about, "gender": "fm"[number % 2], "text": sample.text, "words": words, **whole}))
    path = folder / "train.jsonl"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
