"""The model voice, with an engine made for the test and, where it is installed, the system's own."""

import shutil
import sys
from pathlib import Path

import pytest

from tutor.acoustics.measure import measure
from tutor.audio.voice import ENGINES, Engine, SystemVoice
from tutor.domain.errors import AudioError

_SAYS = """
import sys, wave
text = open(sys.argv[1], encoding="utf-8").read()
with wave.open(sys.argv[2], "wb") as file:
    file.setparams((2, 2, 8000, 0, "NONE", ""))
    file.writeframes(b"\\x00\\x40\\x00\\x20" * 100 * len(text))
"""


def _engine(code: str) -> SystemVoice:
    return SystemVoice((Engine(sys.executable, ("-c", code, "{text}", "{sound}")),))


def test_what_the_engine_writes_is_heard() -> None:
    sound = _engine(_SAYS).render("naïve “I”")
    assert sound.rate == 8000
    assert len(sound.samples) == 900
    assert sound.samples[0] == pytest.approx(0.375), "the mean of both channels"


def test_a_text_is_never_taken_for_an_option(tmp_path: Path) -> None:
    sound = _engine(_SAYS).render("-w /etc/passwd; rm")
    assert len(sound.samples) == 100 * len("-w /etc/passwd; rm")


@pytest.mark.parametrize("code", ["raise SystemExit(1)", "pass", "import sys; open(sys.argv[2], 'w').write('no sound')"])
def test_an_engine_that_gives_no_sound_says_so(code: str) -> None:
    with pytest.raises(AudioError, match="voice_silent"):
        _engine(code).render("think")


def test_without_an_engine_there_is_a_reason() -> None:
    voice = SystemVoice((Engine("no-such-engine", ()),))
    assert voice.lack is not None
    assert voice.lack.code == "no_voice"
    with pytest.raises(AudioError, match="no_voice"):
        voice.render("think")


def test_every_system_has_an_engine_that_is_given_text_and_sound() -> None:
    assert set(ENGINES) == {"Linux", "Darwin", "Windows"}
    for engine in (one for known in ENGINES.values() for one in known):
        said = " ".join(engine.arguments)
        assert ("{text}" in said and "{sound}" in said) or ("TUTOR_TEXT" in said and "TUTOR_SOUND" in said)


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_espeak_reads_a_sentence() -> None:
    sound = SystemVoice(ENGINES["Linux"]).render("The garden is behind the house.")
    assert measure(sound).speech_seconds > 1
