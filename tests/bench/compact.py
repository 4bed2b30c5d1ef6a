"""How fast the compact SpeechLLM answers a take of five seconds, on one core, and what memory it takes.

    python -m tests.bench.compact

Needs the extra `speechllm` and the base on the shelf (`tutor models import`).
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch

from tests.samples import SAMPLES
from tutor.engines import shelf
from tutor.practice.assess import assess_sound
from tutor.reading.lexicon import Lexicon
from tutor.reading.target import make_target
from tutor.scorer.assessor import EmbeddedAssessor
from tutor.speechllm.asking import Clip
from tutor.speechllm.making import COMPACT, make_assessor
from tutor.speechllm.replies import Judge, Reply, Told
from tutor.store.audiofiles import read_audio

SECONDS = 5.0
RUNS = 5
MOST_GB = 1.0


@dataclass
class Watched:
    """A judge whose steps are timed."""

    inner: Judge
    words: list[tuple[float, str]] = field(default_factory=list)

    def judge(self, clips: Sequence[Clip], told: Told, *, brief: bool = False) -> list[Reply]:
        def heard(share: float, so_far: Reply | None) -> None:
            if so_far and so_far.parsed.response.rationale:
                self.words.append((time.perf_counter(), so_far.parsed.response.rationale))
            told(share, so_far)

        return self.inner.judge(clips, heard, brief=brief)


def main() -> None:
    began = time.perf_counter()
    assessor = make_assessor(COMPACT, EmbeddedAssessor.load(), shelf())
    watched = Watched(assessor._judge)
    assessor._judge = watched
    print(f"loaded in {time.perf_counter() - began:.1f} s, {torch.get_num_threads()} thread")
    sample = min(SAMPLES, key=lambda each: abs(read_audio(each.path).seconds - SECONDS))
    sound, target = read_audio(sample.path), make_target(sample.text, Lexicon.load())
    for _ in range(RUNS):
        watched.words.clear()
        began = time.perf_counter()
        said = assess_sound(sound, target, assessor, lambda _share, _stage: None)
        ended = time.perf_counter()
        first, last = watched.words[0][0], watched.words[-1][0]
        rate = (len(watched.words) - 1) / (last - first)
        print(
            f"{sound.seconds:.1f} s of sound, {len(target.words)} words: explanation begins after {first - began:.2f} s, "
            f"{rate:.0f} tokens a second, all after {ended - began:.2f} s; {len(said.rationale)} sentences hold"
        )
    print(f"memory: {memory('VmRSS'):.2f} GB, {memory('VmHWM'):.2f} at most; without its files {memory('RssAnon'):.2f}")
    assert memory("VmHWM") < MOST_GB, "more memory than issue 7 allows"


def memory(kind: str) -> float:
    """GB of this process, as Linux counts."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split(f"{kind}:")[1].split()[0]) * 1024 / 1e9


if __name__ == "__main__":
    main()
