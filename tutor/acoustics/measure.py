"""What a take sounds like as a signal: speech level, noise floor, clipping, and where speech is."""

import numpy as np
from numpy.typing import NDArray

from tutor.acoustics.frames import FLOOR_DB, HOP, RATE, Curve, Frames, frames, to_db
from tutor.acoustics.resample import Resampler
from tutor.domain.audio import AudioFacts, Samples, Waveform

HOP_S = HOP / RATE
FULL_SCALE = 0.98  # of full scale or of the take's own peak, since codecs and resamplers ring a little about a clipped top
FLAT_S = 0.00018  # a top this long within 2 % of the peak is flat: a wave of over 350 Hz comes down sooner by itself
FAINT = 0.004  # of full scale: a take whose peak is lower is too quiet whatever its shape, and 16 bits have few steps left
NOISE_PERCENTILE = 10  # of frame levels: even hurried reading has stop closures a tenth of the time
LOUD_PERCENTILE = 95
MARGIN_DB = 6.0  # steady noise scatters by less than 2 dB over 32 ms frames
MARGIN_SHARE = 0.3  # of the way from noise to loud speech: soft phones yes, breath and reverberation no
BRIDGE_S = 0.2  # gaps up to here are stop closures, not pauses
VOICED = 0.6  # harmonicity: white noise stays below it in 99.99 % of frames
VOICED_S = 0.1  # less than one vowel of voice is a knock or a click, not speech
LOUD_NOISE_DB = -42.0  # a noise floor above it may bury speech; untouched: -41.0 at most, rooms without speech -44
BURIED_FRAMES = 9  # 90 ms, about half a syllable: what the level is averaged over to look for speech in loud noise
BURIED_DB = (
    1.3  # 95th above 10th percentile of that: steady white or pink noise 1.2 at most, a reading 10 dB below it 1.4 in 95 %
)

Mask = NDArray[np.bool_]


def measure(waveform: Waveform) -> AudioFacts:
    """The facts of any waveform, at any rate, of any length; the same to the bit for the same samples.

    Speech is where the level of 200-4000 Hz in 32 ms frames rises above the take's own noise floor (10th percentile of
    frame levels) by 6 dB or 30 % of the way to its loud frames (95th percentile), whichever is more; gaps up to 0.2 s are
    bridged, and islands without at least 0.1 s of harmonic frames are dropped. Both steps keep steady hum out: it raises
    the floor, and what lies below 200 Hz is not looked at. Where loud noise leaves no such island but its level moves
    with something else, what moves counts as speech: nobody can say that there was none. `level_db` is the mean power of the
    speech frames, in the way of ITU-T P.56's active level; `noise_db` the 10th percentile of frame levels. Both are above
    80 Hz, -120 dB is silence. `speech_seconds` counts speech without the gaps over 0.2 s. Without speech, `level_db` is
    that of the whole take. Samples that are no numbers count as clipped, and a constant offset as silence.
    """
    samples = made_finite(waveform).samples
    offset = samples.mean(dtype=np.float64).astype(np.float32) if len(samples) else np.float32(0)
    analysed = frames(_centred_16k(samples, offset, waveform.rate))
    speech = find_speech(analysed)
    span = np.flatnonzero(speech)
    start, end = (span[0] * HOP_S, (span[-1] + 1) * HOP_S) if len(span) else (0.0, 0.0)
    return AudioFacts(
        seconds=waveform.seconds,
        speech_seconds=min(float(speech.sum() * HOP_S), waveform.seconds),
        speech_start=float(start),
        speech_end=min(float(end), waveform.seconds),
        level_db=_mean_db(analysed.level_db[speech] if len(span) else analysed.level_db),
        noise_db=float(np.percentile(analysed.level_db, NOISE_PERCENTILE)),
        clipped=clipped_share(waveform.samples, samples, offset, waveform.rate),
    )


def made_finite(waveform: Waveform) -> Waveform:
    """The very same object when every sample is a number; else with silence where one is not."""
    if np.isfinite(waveform.samples).all():
        return waveform
    return Waveform(np.nan_to_num(waveform.samples, nan=0.0, posinf=0.0, neginf=0.0), waveform.rate)


def find_speech(analysed: Frames) -> Mask:
    """True for every 10 ms frame inside speech."""
    speech = find_voiced(analysed)
    if not speech.any() and np.percentile(analysed.level_db, NOISE_PERCENTILE) > LOUD_NOISE_DB:
        return _buried(analysed.speech_db)
    return speech


def find_voiced(analysed: Frames) -> Mask:
    """True for every 10 ms frame inside an island of sound that stands out of the noise and holds a voice."""
    active = stands_out(analysed.speech_db)
    islands = _bridged(runs(active), round(BRIDGE_S / HOP_S))
    speech = np.zeros(len(active), dtype=bool)
    for first, behind in islands:
        voiced = (analysed.harmonicity[first:behind] > VOICED) & active[first:behind]
        speech[first:behind] = voiced.sum() * HOP_S >= VOICED_S
    return speech


def _buried(levels: Curve) -> Mask:
    """Where something moves the level of loud noise; nowhere when it is steady."""
    wide = min(BURIED_FRAMES, len(levels))
    mean = np.convolve(np.pad(levels, (wide // 2, (wide - 1) // 2), mode="edge"), np.ones(wide) / wide, mode="valid")
    floor, loud = np.percentile(mean, (NOISE_PERCENTILE, LOUD_PERCENTILE))
    moved: Mask = mean > (floor + loud) / 2
    return moved if loud - floor > BURIED_DB else np.zeros(len(levels), dtype=bool)


def stands_out(levels: Curve) -> Mask:
    """Where levels (dB, one a frame) rise above the noise floor they themselves show."""
    floor, loud = np.percentile(levels, (NOISE_PERCENTILE, LOUD_PERCENTILE))
    above: Mask = levels > floor + max(MARGIN_DB, MARGIN_SHARE * (loud - floor))
    return above


def clipped_share(samples: Samples, finite: Samples, offset: np.float32, rate: int) -> float:
    """Share of samples cut off, 0-1: no numbers, at full scale, or on flat tops at the take's own peaks, turned down since.

    `finite` are the same samples without what isn't a number, `offset` is their mean.
    """
    if not len(samples):
        return 0.0
    cut_off: Mask = ~((samples < FULL_SCALE) & (samples > -FULL_SCALE))  # which holds for what is no number too
    shortest = max(2, round(FLAT_S * rate))
    above, below = finite.max() - offset, offset - finite.min()
    if above >= FAINT:
        _mark_flat(cut_off, finite >= offset + np.float32(FULL_SCALE) * above, shortest)
    if below >= FAINT:
        _mark_flat(cut_off, finite <= offset - np.float32(FULL_SCALE) * below, shortest)
    return float(np.mean(cut_off))


def _mark_flat(cut_off: Mask, top: Mask, shortest: int) -> None:
    for first, behind in runs(top):
        cut_off[first:behind] |= behind - first >= shortest


def _centred_16k(samples: Samples, offset: np.float32, rate: int) -> Samples:
    """The samples without their mean at 16 kHz, in blocks: ten minutes at 48 kHz are 115 MB a copy."""
    resampler = Resampler(rate)
    block = 10 * rate
    parts = [resampler(samples[at : at + block] - offset) for at in range(0, len(samples), block)]
    return np.concatenate([*parts, resampler.rest()])


def runs(mask: Mask) -> list[tuple[int, int]]:
    """Stretches of True as (first, behind the last)."""
    edges = np.flatnonzero(np.diff(mask, prepend=False, append=False))
    return [(int(first), int(behind)) for first, behind in edges.reshape(-1, 2)]


def _bridged(runs: list[tuple[int, int]], gap: int) -> list[tuple[int, int]]:
    """Runs joined where at most `gap` frames lie between them."""
    joined: list[tuple[int, int]] = []
    for first, behind in runs:
        if joined and first - joined[-1][1] <= gap:
            joined[-1] = (joined[-1][0], behind)
        else:
            joined.append((first, behind))
    return joined


def _mean_db(levels: Curve) -> float:
    return float(max(FLOOR_DB, to_db(np.mean(10 ** (levels / 10), keepdims=True))[0]))
