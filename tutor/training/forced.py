"""First phone alignment of the training takes, by pocketsphinx (its acoustic model lies inside its wheel).

Only the start: `aligner.py` replaces it by alignment with our own posteriors, which hears learners better.
"""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import pocketsphinx
from numpy.typing import NDArray
from rich.progress import track

from tutor.acoustics.resample import to_16k
from tutor.domain.phones import PHONES
from tutor.store.audiofiles import read_audio
from tutor.training.manifest import RatedReading

Spans = NDArray[np.float32]
_FRAME_S = 0.01
_MODEL = Path(pocketsphinx.get_model_path("en-us"))


def force_align(readings: Sequence[RatedReading], workers: int = 2) -> list[Spans | None]:
    """Start and end (seconds) of every phone, shape (phones, 2) a reading; None where pocketsphinx finds no path."""
    with ProcessPoolExecutor(workers) as pool:
        return list(track(pool.map(_align, readings, chunksize=16), "forced alignment", len(readings)))


def _align(reading: RatedReading) -> Spans | None:
    waveform = to_16k(read_audio(reading.audio))
    samples = (np.clip(waveform.samples, -1, 1) * 32767).astype("<i2").tobytes()
    phones = [phone.symbol for word in reading.target.words for phone in word.pronunciations[0]]
    decoder = pocketsphinx.Decoder(
        hmm=str(_MODEL / "en-us"), lm=None, dict=None, loglevel="FATAL", beam=1e-200, wbeam=1e-200, pbeam=1e-200
    )
    for phone in set(phones):  # a word a phone: aligning phones inside words (its second pass) fails on half of the takes
        decoder.add_word(phone, phone, True)
    decoder.set_align_text(" ".join(phones))
    decoder.start_utt()
    decoder.process_raw(samples, full_utt=True)
    decoder.end_utt()
    found = [(s.start_frame, s.end_frame + 1) for s in decoder.seg() if s.word in PHONES]
    return np.asarray(found, np.float32) * _FRAME_S if len(found) == len(phones) else None
