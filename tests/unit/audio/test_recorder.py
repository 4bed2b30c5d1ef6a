import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pytest

from tests.builders import a_take, a_waveform
from tests.unit.audio.fake_sounddevice import FakeSounddevice, FakeStream, PortAudioError
from tutor.audio.portaudio import Sound
from tutor.audio.recorder import MicrophoneRecorder
from tutor.domain.audio import Samples
from tutor.domain.errors import AudioError, StoreError
from tutor.domain.take import Take

BLOCK = 480


@dataclass
class MemoryDraft:
    """A draft in memory; `full_after`: samples that fit on the disk."""

    full_after: int = 10**9
    parts: list[Samples] = field(default_factory=list)
    discarded: bool = False

    def write(self, samples: Samples) -> None:
        if sum(map(len, self.parts)) + len(samples) > self.full_after:
            raise StoreError("disk_full")
        self.parts.append(samples)

    def finish(self, device: str, overflows: int) -> Take:
        return a_take(device=device, overflows=overflows, seconds=len(self.samples) / 48_000)

    def discard(self) -> None:
        self.discarded = True

    @property
    def samples(self) -> Samples:
        return np.concatenate([np.zeros(0, dtype=np.float32), *self.parts])


def a_recorder(module: FakeSounddevice) -> MicrophoneRecorder:
    return MicrophoneRecorder(Sound(lambda: module))


def hear(stream: FakeStream, samples: Samples) -> None:
    for at in range(0, len(samples), BLOCK):
        stream.hear(samples[at : at + BLOCK])


def eventually(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 5
    while not holds():
        assert time.monotonic() < until, "it never came true"
        time.sleep(0.005)


def test_everything_heard_is_in_the_draft_in_order_and_as_it_was() -> None:
    module, draft = FakeSounddevice(), MemoryDraft()
    recorder, heard = a_recorder(module), a_waveform(2.0, rate=48_000).samples
    recorder.start(draft, None)
    hear(module.streams[0], heard)
    take = recorder.stop()
    np.testing.assert_array_equal(draft.samples, heard)
    assert (take.device, take.overflows) == ("Desk microphone", 0)
    assert module.streams[0].closed


def test_sound_reaches_the_draft_while_recording_not_only_at_the_end() -> None:
    module, draft = FakeSounddevice(), MemoryDraft()
    recorder = a_recorder(module)
    recorder.start(draft, None)
    hear(module.streams[0], np.ones(BLOCK, dtype=np.float32))
    eventually(lambda: len(draft.samples) == BLOCK)
    recorder.cancel()


def test_what_comes_just_after_the_key_press_is_kept() -> None:
    module, draft = FakeSounddevice(latency=0.1), MemoryDraft()
    recorder = a_recorder(module)
    recorder.start(draft, None)
    late = threading.Timer(0.1, lambda: hear(module.streams[0], np.ones(BLOCK, dtype=np.float32)))
    late.start()
    recorder.stop()
    late.join()
    assert len(draft.samples) == BLOCK


def test_stop_waits_no_longer_than_it_says() -> None:
    module = FakeSounddevice(latency=5.0)
    recorder = a_recorder(module)
    recorder.start(MemoryDraft(), None)
    began = time.monotonic()
    recorder.stop()
    assert time.monotonic() - began < 0.6


def test_cancel_discards_and_frees_the_device() -> None:
    module, draft = FakeSounddevice(), MemoryDraft()
    recorder = a_recorder(module)
    recorder.start(draft, None)
    recorder.cancel()
    assert draft.discarded
    assert module.streams[0].closed
    recorder.start(MemoryDraft(), None)
    recorder.cancel()


def test_stereo_becomes_its_mean() -> None:
    module, draft = FakeSounddevice(), MemoryDraft()
    recorder = a_recorder(module)
    recorder.start(draft, None)
    module.streams[0].hear_channels(np.array([[1.0, 0.0]] * BLOCK, dtype=np.float32))
    recorder.stop()
    assert (draft.samples == 0.5).all()


def test_the_device_keeps_its_own_rate_and_no_more_channels_than_two() -> None:
    module = FakeSounddevice(plugged={"Array": (8, 44_100)})
    recorder = a_recorder(module)
    assert recorder.rate(None) == recorder.rate("Array") == 44_100
    recorder.start(MemoryDraft(), "Array")
    settings = module.streams[0].settings
    assert (settings["samplerate"], settings["channels"], settings["dtype"]) == (44_100, 2, "float32")
    recorder.cancel()


def test_lost_sound_is_counted_in_the_take() -> None:
    module = FakeSounddevice()
    recorder = a_recorder(module)
    recorder.start(MemoryDraft(), None)
    module.streams[0].hear(np.zeros(BLOCK, dtype=np.float32), overflow=True)
    module.streams[0].hear(np.zeros(BLOCK, dtype=np.float32))
    assert recorder.stop().overflows == 1


def test_the_level_is_the_peak_of_the_last_tenth_of_a_second() -> None:
    module = FakeSounddevice()
    recorder = a_recorder(module)
    assert recorder.level_db == -120
    recorder.start(MemoryDraft(), None)
    assert recorder.level_db == -120
    hear(module.streams[0], np.full(4800, -0.5, dtype=np.float32))
    assert recorder.level_db == pytest.approx(-6.02, abs=0.01)
    hear(module.streams[0], np.full(4800, 0.1, dtype=np.float32))
    assert recorder.level_db == pytest.approx(-20, abs=0.01)
    recorder.cancel()
    assert recorder.level_db == -120


def test_a_device_pulled_out_is_told_and_all_that_came_is_kept() -> None:
    module, draft = FakeSounddevice(), MemoryDraft()
    recorder, heard = a_recorder(module), a_waveform(1.0, rate=48_000).samples
    recorder.start(draft, None)
    assert recorder.failure is None
    hear(module.streams[0], heard)
    module.streams[0].unplug()
    eventually(lambda: recorder.failure is not None)
    assert isinstance(recorder.failure, AudioError)
    assert (recorder.failure.code, recorder.failure.facts) == ("microphone_lost", {"device": "Desk microphone"})
    assert recorder.level_db == -120
    assert recorder.stop().seconds == 1.0
    np.testing.assert_array_equal(draft.samples, heard)
    assert recorder.failure is None


def test_a_device_that_falls_silent_without_a_word_is_lost_too() -> None:
    module = FakeSounddevice()
    recorder = a_recorder(module)
    recorder.start(MemoryDraft(), None)
    eventually(lambda: recorder.failure is not None)
    assert isinstance(recorder.failure, AudioError)
    assert recorder.failure.code == "microphone_lost"
    recorder.cancel()


def test_a_full_disk_is_told_and_the_draft_still_finished() -> None:
    module, draft = FakeSounddevice(), MemoryDraft(full_after=BLOCK)
    recorder = a_recorder(module)
    recorder.start(draft, None)
    hear(module.streams[0], np.ones(BLOCK, dtype=np.float32))
    eventually(lambda: len(draft.samples) == BLOCK)
    hear(module.streams[0], np.ones(BLOCK, dtype=np.float32))
    eventually(lambda: recorder.failure is not None)
    assert isinstance(recorder.failure, StoreError)
    eventually(lambda: module.streams[0].closed)
    assert recorder.stop().seconds == BLOCK / 48_000


def test_a_missing_portaudio_is_one_clear_error() -> None:
    def load() -> FakeSounddevice:
        raise AudioError("no_portaudio")

    recorder = MicrophoneRecorder(Sound(load))
    for ask in (recorder.devices, lambda: recorder.rate(None), lambda: recorder.start(MemoryDraft(), None)):
        with pytest.raises(AudioError, match="no_portaudio"):
            ask()


def test_no_microphone_attached() -> None:
    recorder = a_recorder(FakeSounddevice(plugged={}))
    assert recorder.devices() == ()
    with pytest.raises(AudioError, match="no_microphone"):
        recorder.start(MemoryDraft(), None)


@pytest.mark.parametrize("fault", ["open_error", "start_error"])
def test_a_microphone_that_cannot_be_opened_is_busy_and_can_be_tried_again(fault: str) -> None:
    module = FakeSounddevice()
    setattr(module, fault, PortAudioError("Device unavailable"))
    recorder = a_recorder(module)
    with pytest.raises(AudioError, match="microphone_busy"):
        recorder.start(MemoryDraft(), None)
    assert all(stream.closed for stream in module.streams)
    setattr(module, fault, None)
    recorder.start(MemoryDraft(), None)
    recorder.cancel()


def test_devices_are_listed_once_by_name_and_newly_plugged_ones_are_found() -> None:
    module = FakeSounddevice()
    recorder = a_recorder(module)
    assert recorder.devices() == ("Desk microphone",)
    module.plugged["Headset"] = (1, 16_000)
    assert recorder.devices() == ("Desk microphone", "Headset")
    module.plugged["Late one"] = (1, 44_100)
    assert recorder.rate("Late one") == 44_100


def test_a_named_microphone_that_is_gone() -> None:
    with pytest.raises(AudioError, match=r"microphone_gone.*Headset"):
        a_recorder(FakeSounddevice()).start(MemoryDraft(), "Headset")


def test_the_device_list_is_not_refreshed_while_recording() -> None:
    module = FakeSounddevice()
    recorder = a_recorder(module)
    recorder.start(MemoryDraft(), None)
    refreshes = module.refreshes
    assert recorder.devices() == ("Desk microphone",)
    assert module.refreshes == refreshes
    recorder.cancel()


def test_recording_twice_at_once_or_stopping_nothing_is_a_mistake_of_the_caller() -> None:
    recorder = a_recorder(FakeSounddevice())
    with pytest.raises(RuntimeError):
        recorder.stop()
    recorder.start(MemoryDraft(), None)
    with pytest.raises(RuntimeError):
        recorder.start(MemoryDraft(), None)
    recorder.cancel()
