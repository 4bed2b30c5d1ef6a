"""One way of listening to one clip, measured in a process of its own, so that its memory is its own.

python -m tests.bench.engines NAME SECONDS THREADS: prints JSON with `audio_s`, `seconds` and `cpu_seconds` (medians of its runs;
the latter doesn't count what other programs took), `baseline_mb` (before the engine was loaded: Python, lexicon, clip) and
`peak_mb` of the whole process.
"""

import json
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from tests.samples import SAMPLES
from tutor.domain.audio import Waveform
from tutor.domain.target import Target
from tutor.reading.lexicon import Lexicon
from tutor.reading.target import make_target
from tutor.store.audiofiles import read_audio

Run = Callable[[], object]
_ENOUGH_S = 2.0  # of runs, after one that warms up
_CHUNK_S = 30  # what a wav2vec2 gets at once, since its attention and its memory grow with the length


def a_clip(seconds: float) -> tuple[Waveform, Target]:
    """The bundled recordings one after another, whole, until they last that long at least; and what is read in them."""
    sounds = [read_audio(sample.path) for sample in SAMPLES]
    chosen: list[int] = []
    length = 0.0
    while length < seconds:
        chosen.append(len(chosen) % len(SAMPLES))
        length += sounds[chosen[-1]].seconds
    samples = np.concatenate([sounds[at].samples for at in chosen])
    return Waveform(samples, sounds[0].rate), make_target(" ".join(SAMPLES[at].text for at in chosen), Lexicon.load())


def all_of_it(sound: Waveform, target: Target, threads: int) -> Run:
    """What a learner waits for: check, listening, tracking, judging, pitch, energy, rationale."""
    from tutor.practice.assess import assess_sound
    from tutor.scorer.assessor import EmbeddedAssessor

    assert threads == 1, "the program listens with one"
    assessor = EmbeddedAssessor.load()
    return lambda: assess_sound(sound, target, assessor, _quiet)


def assessor(sound: Waveform, target: Target, threads: int) -> Run:
    """The check of the recording and the embedded assessor: listening, tracking, judging."""
    from tutor.acoustics.measure import measure
    from tutor.acoustics.resample import to_16k
    from tutor.scorer.assessor import EmbeddedAssessor

    embedded = EmbeddedAssessor.load()
    if threads > 1:
        embedded.networks._listener = _session(threads)
    return lambda: embedded.assess(to_16k(sound), measure(sound), target, _quiet)


def encoder(sound: Waveform, _: Target, threads: int) -> Run:
    """The listening network alone, window by window."""
    from tutor.domain.resources import assets
    from tutor.scorer.networks import Networks

    networks = Networks(assets() / "scorer")
    if threads > 1:
        networks._listener = _session(threads)
    return lambda: networks.listen(sound.samples)


def pocketsphinx(sound: Waveform, target: Target, _: int) -> Run:
    """Forced alignment of the words with its own model, dictionary and beams. Its second pass, for phones, is left out: it
    fails on these recordings."""
    import pocketsphinx

    decoder = pocketsphinx.Decoder(hmm=pocketsphinx.get_model_path("en-us/en-us"), lm=None, loglevel="FATAL")
    decoder.set_align_text(" ".join(word.text.lower() for word in target.words))
    pcm = (np.clip(sound.samples, -1, 1) * 32767).astype("<i2").tobytes()

    def run() -> None:
        decoder.start_utt()
        decoder.process_raw(pcm, full_utt=True)
        decoder.end_utt()

    return run


def wav2vec2_base(sound: Waveform, _: Target, threads: int) -> Run:
    """Transformers' default configuration; the weights are random, which takes as long."""
    return _wav2vec2(sound, threads)


def wav2vec2_large(sound: Waveform, _: Target, threads: int) -> Run:
    """The shape of facebook/wav2vec2-large-lv60 and xls-r-300m."""
    return _wav2vec2(
        sound, threads, hidden_size=1024, num_hidden_layers=24, num_attention_heads=16, intermediate_size=4096,
        feat_extract_norm="layer", do_stable_layer_norm=True, conv_bias=True,
    )  # fmt: skip


def _wav2vec2(sound: Waveform, threads: int, **shape: Any) -> Run:
    import torch
    from transformers import Wav2Vec2Config, Wav2Vec2Model

    torch.set_num_threads(threads)
    model = Wav2Vec2Model(Wav2Vec2Config(**shape)).eval()
    chunks = torch.split(torch.from_numpy(sound.samples.copy())[None], _CHUNK_S * sound.rate, dim=1)

    def run() -> None:
        with torch.inference_mode():
            for chunk in chunks:
                model(chunk)

    return run


ENGINES = {
    make.__name__: make for make in (all_of_it, assessor, encoder, pocketsphinx, wav2vec2_base, wav2vec2_large)
}  # fmt: skip


def is_installed(name: str) -> bool:
    """Whether what this engine needs is; the last three come with `.[train]`."""
    needs = {"pocketsphinx": "pocketsphinx", "wav2vec2_base": "transformers", "wav2vec2_large": "transformers"}
    return name not in needs or find_spec(needs[name]) is not None


def _session(threads: int) -> object:
    """The listening network on several threads, for comparison only."""
    import onnxruntime

    from tutor.domain.resources import assets
    from tutor.scorer.networks import LISTENER

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(assets() / "scorer" / LISTENER), options, providers=["CPUExecutionProvider"])


def _quiet(share: float, stage: str) -> None:
    """Nobody watches."""


def _times(run: Run) -> list[tuple[float, float]]:
    """Seconds and processor seconds of each run; enough of them. The first doesn't count, unless it is long enough alone."""
    first = _time(run)
    if first[0] > _ENOUGH_S:
        return [first]
    times: list[tuple[float, float]] = []
    while sum(wall for wall, _ in times) < _ENOUGH_S:
        times.append(_time(run))
    return times


def _time(run: Run) -> tuple[float, float]:
    began, worked = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - began, time.process_time() - worked


def _peak_mb() -> float:
    """Of this process since it began. Not getrusage's: on Linux that one starts at the size of the parent that forked it."""
    if sys.platform == "linux":
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return float(status.split("VmHWM:")[1].split()[0]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def main(name: str, seconds: float, threads: int) -> dict[str, float]:
    """The figures of one clip."""
    sound, target = a_clip(seconds)
    baseline = _peak_mb()
    walls, workings = zip(*_times(ENGINES[name](sound, target, threads)), strict=True)
    return {
        "audio_s": sound.seconds, "seconds": median(walls), "cpu_seconds": median(workings),
        "baseline_mb": baseline, "peak_mb": _peak_mb(),
    }  # fmt: skip


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))))
