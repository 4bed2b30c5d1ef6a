"""See the package."""

import sys
import tempfile
import time
from pathlib import Path

from tests.kills.scene import play
from tests.kills.scenes import SCENES


def main(kills: int, name: str | None) -> None:
    """Print how many were killed in each scene and how much they had told before."""
    scenes = [scene for scene in SCENES if name in (None, scene.name)]
    for at, scene in enumerate(scenes):
        share = kills // len(scenes) + (at < kills % len(scenes))
        began = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            told = play(scene, Path(folder) / "scene", share, seed=kills)
        sys.stdout.write(
            f"{scene.name:10} {share:4} kills, {told:6} acknowledged, none lost, {time.perf_counter() - began:.0f} s\n"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
