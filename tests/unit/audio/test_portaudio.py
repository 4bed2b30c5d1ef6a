import ctypes.util

import pytest

from tutor.audio.portaudio import load_sounddevice
from tutor.domain.errors import AudioError

# Both ends are real, since build machines often lack PortAudio.


def test_sounddevice_has_what_we_use() -> None:
    if not ctypes.util.find_library("portaudio"):
        pytest.skip("PortAudio isn't installed")
    module = load_sounddevice()
    for name in ("PortAudioError", "CallbackStop", "query_devices", "InputStream", "OutputStream", "_initialize", "_terminate"):
        assert hasattr(module, name)


def test_a_missing_library_is_named() -> None:
    if ctypes.util.find_library("portaudio"):
        pytest.skip("PortAudio is installed")
    with pytest.raises(AudioError, match="no_portaudio"):
        load_sounddevice()
