import json
from pathlib import Path

import soundfile

from tests.unit.acoustics.test_measure import a_reading
from tutor.training.gate import count_verdicts


def test_every_way_of_spoiling_a_take_is_counted_under_its_verdict(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "one.flac", a_reading().samples, 16_000)
    (tmp_path / "train.jsonl").write_text('{"audio": "one.flac"}\n' * 3)
    counts = count_verdicts(tmp_path, every=2)
    wanted = {
        "untouched": "none",
        "silence": "no_speech",
        "noise -20 dB": "no_speech",
        "hum -20 dB": "no_speech",
        "SNR 5 dB": "noisy",
        "gain 20": "clipped",
        "gain 0.01": "too_quiet",
        "cut to 0.2 s": "too_short",
    }
    assert {name: counts[name] for name in wanted} == {name: {verdict: 2} for name, verdict in wanted.items()}
    assert json.loads(json.dumps(counts)) == counts
