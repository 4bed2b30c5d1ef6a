import numpy as np
import pytest

from tests.builders import a_waveform
from tests.unit.audio.fake_sounddevice import FakeSounddevice, PortAudioError
from tutor.audio.player import SpeakerPlayer
from tutor.audio.portaudio import Sound
from tutor.audio.recorder import MicrophoneRecorder
from tutor.domain.errors import AudioError


def test_plays_every_sample_on_every_channel_and_ends() -> None:
    module, wave = FakeSounddevice(), a_waveform(0.1, rate=48_000)
    player = SpeakerPlayer(Sound(lambda: module))
    player.play(wave)
    blocks = [module.streams[0].speak(480) for _ in range(11)]
    out = np.concatenate(blocks)
    np.testing.assert_array_equal(out[:4800, 0], wave.samples)
    np.testing.assert_array_equal(out[:, 0], out[:, 1])
    assert (out[4800:] == 0).all()
    assert player.position_s is None


def test_the_sound_is_fitted_to_the_device_rate() -> None:
    module = FakeSounddevice(speakers={"Speakers": (1, 44_100)})
    player = SpeakerPlayer(Sound(lambda: module))
    player.play(a_waveform(1.0))
    assert module.streams[0].settings["samplerate"] == 44_100
    assert np.abs(module.streams[0].speak(44_100)).max() > 0.05
    module.streams[0].speak(1)
    assert player.position_s is None


def test_the_position_is_what_is_heard_not_what_is_buffered() -> None:
    module = FakeSounddevice(latency=0.1)
    player = SpeakerPlayer(Sound(lambda: module))
    assert player.position_s is None
    player.play(a_waveform(1.0))
    assert player.position_s == 0
    module.streams[0].speak(24_000)
    assert player.position_s == pytest.approx(0.4)
    player.stop()
    assert player.position_s is None


def test_playing_again_starts_over_and_frees_the_first() -> None:
    module = FakeSounddevice()
    player = SpeakerPlayer(Sound(lambda: module))
    player.play(a_waveform(1.0))
    module.streams[0].speak(4800)
    player.play(a_waveform(1.0))
    assert module.streams[0].closed
    assert player.position_s == 0


def test_stopping_twice_is_fine() -> None:
    player = SpeakerPlayer(Sound(FakeSounddevice))
    player.play(a_waveform(1.0))
    player.stop()
    player.stop()


@pytest.mark.parametrize("module", [FakeSounddevice(speakers={}), FakeSounddevice(open_error=PortAudioError("busy"))])
def test_without_a_loudspeaker_that_works(module: FakeSounddevice) -> None:
    player = SpeakerPlayer(Sound(lambda: module))
    with pytest.raises(AudioError, match="no_loudspeaker"):
        player.play(a_waveform(0.1))
    assert player.position_s is None


def test_listing_microphones_does_not_interrupt_what_plays() -> None:
    module = FakeSounddevice()
    sound = Sound(lambda: module)
    player, recorder = SpeakerPlayer(sound), MicrophoneRecorder(sound)
    player.play(a_waveform(0.1, rate=48_000))
    recorder.devices()
    assert player.position_s == 0
    module.streams[0].speak(9600)
    module.plugged["Headset"] = (1, 16_000)
    assert "Headset" in recorder.devices()
    player.stop()
