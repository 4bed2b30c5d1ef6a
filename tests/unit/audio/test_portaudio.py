from tutor.audio.portaudio import load_sounddevice
from tutor.domain.errors import AudioError


def test_sounddevice_has_what_we_use_or_the_missing_library_is_named() -> None:
    """Both ends are real: build machines often lack PortAudio."""
    try:
        module = load_sounddevice()
    except AudioError as error:
        assert error.code == "no_portaudio"
        return
    for name in ("PortAudioError", "CallbackStop", "query_devices", "InputStream", "OutputStream", "_initialize", "_terminate"):
        assert hasattr(module, name)
