"""Where tongue, lips, jaw and voice are for each phone, as numbers for the drawing of `present.mouth`. No drawing here.

Points lie in a head of 240 by 220 that looks to the left; the ridge behind the upper teeth is at (72, 96).
"""

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
Air = Literal["flow", "burst", "nose", "sides"]
LipShape = Literal["neutral", "spread", "round", "small", "open", "closed", "teeth"]


@dataclass(frozen=True, slots=True)
class Pose:
    """One moment of a sound. `tongue`: tip, blade, middle and back of its surface. `jaw` 0 (shut) to 1 (wide open)."""

    tongue: tuple[Point, Point, Point, Point]
    jaw: float
    lips: LipShape


@dataclass(frozen=True, slots=True)
class Shape:
    """A sound: its pose, for a glide also where it ends, voice, air, and the place to look at."""

    pose: Pose
    voiced: bool
    air: Air
    look: Point | None = None
    end: Pose | None = None


_REST = ((74, 122), (88, 112), (110, 106), (138, 116))
_TEETH = ((55, 108), (76, 108), (104, 106), (136, 116))
_RIDGE = ((71, 97), (84, 103), (106, 106), (136, 116))
_NEAR_RIDGE = ((72, 103), (83, 98), (106, 100), (136, 114))
_BEHIND = ((78, 102), (90, 90), (110, 92), (138, 108))
_BEHIND_SHUT = ((75, 95), (88, 82), (110, 92), (138, 110))
_L = ((72, 98), (86, 108), (108, 116), (138, 112))
_R = ((88, 92), (94, 102), (114, 108), (140, 106))
_VELAR = ((78, 126), (94, 118), (116, 96), (140, 76))
_HIGH_FRONT = ((72, 116), (88, 94), (112, 84), (140, 104))
_NEAR_HIGH_FRONT = ((72, 118), (88, 102), (112, 93), (140, 108))
_MID_FRONT = ((72, 122), (88, 109), (112, 100), (140, 112))
_LOW_FRONT = ((73, 130), (88, 121), (112, 114), (140, 120))
_CENTRE = ((76, 126), (92, 116), (116, 107), (142, 114))
_LOW_BACK = ((78, 140), (96, 130), (122, 120), (148, 112))
_MID_BACK = ((82, 130), (98, 120), (122, 106), (147, 102))
_NEAR_HIGH_BACK = ((82, 128), (98, 116), (122, 98), (146, 97))
_HIGH_BACK = ((82, 128), (98, 114), (122, 94), (146, 90))
_ER = ((90, 104), (98, 102), (118, 100), (144, 108))

_RIDGE_AT, _TEETH_AT, _LIPS_AT = (72, 97), (56, 106), (38, 110)
_BEHIND_AT, _VELUM_AT, _LIP_AT = (88, 86), (140, 78), (47, 108)

SHAPES: dict[str, Shape] = {
    "P": Shape(Pose(_REST, 0.1, "closed"), False, "burst", _LIPS_AT),
    "B": Shape(Pose(_REST, 0.1, "closed"), True, "burst", _LIPS_AT),
    "M": Shape(Pose(_REST, 0.1, "closed"), True, "nose", _LIPS_AT),
    "F": Shape(Pose(_REST, 0.15, "teeth"), False, "flow", _LIP_AT),
    "V": Shape(Pose(_REST, 0.15, "teeth"), True, "flow", _LIP_AT),
    "TH": Shape(Pose(_TEETH, 0.3, "neutral"), False, "flow", _TEETH_AT),
    "DH": Shape(Pose(_TEETH, 0.3, "neutral"), True, "flow", _TEETH_AT),
    "T": Shape(Pose(_RIDGE, 0.15, "neutral"), False, "burst", _RIDGE_AT),
    "D": Shape(Pose(_RIDGE, 0.15, "neutral"), True, "burst", _RIDGE_AT),
    "N": Shape(Pose(_RIDGE, 0.15, "neutral"), True, "nose", _RIDGE_AT),
    "L": Shape(Pose(_L, 0.25, "neutral"), True, "sides", _RIDGE_AT),
    "S": Shape(Pose(_NEAR_RIDGE, 0.0, "spread"), False, "flow", (75, 99)),
    "Z": Shape(Pose(_NEAR_RIDGE, 0.0, "spread"), True, "flow", (75, 99)),
    "SH": Shape(Pose(_BEHIND, 0.05, "round"), False, "flow", (87, 88)),
    "ZH": Shape(Pose(_BEHIND, 0.05, "round"), True, "flow", (87, 88)),
    "CH": Shape(Pose(_BEHIND_SHUT, 0.05, "round"), False, "burst", _BEHIND_AT),
    "JH": Shape(Pose(_BEHIND_SHUT, 0.05, "round"), True, "burst", _BEHIND_AT),
    "R": Shape(Pose(_R, 0.2, "round"), True, "flow", (88, 91)),
    "Y": Shape(Pose(_HIGH_FRONT, 0.15, "spread"), True, "flow", (110, 82)),
    "W": Shape(Pose(_HIGH_BACK, 0.1, "small"), True, "flow", (36, 110)),
    "K": Shape(Pose(_VELAR, 0.3, "neutral"), False, "burst", _VELUM_AT),
    "G": Shape(Pose(_VELAR, 0.3, "neutral"), True, "burst", _VELUM_AT),
    "NG": Shape(Pose(_VELAR, 0.3, "neutral"), True, "nose", _VELUM_AT),
    "HH": Shape(Pose(_CENTRE, 0.45, "neutral"), False, "flow"),
    "IY": Shape(Pose(_HIGH_FRONT, 0.15, "spread"), True, "flow"),
    "IH": Shape(Pose(_NEAR_HIGH_FRONT, 0.25, "neutral"), True, "flow"),
    "EH": Shape(Pose(_MID_FRONT, 0.5, "neutral"), True, "flow"),
    "AE": Shape(Pose(_LOW_FRONT, 0.85, "open"), True, "flow"),
    "AH": Shape(Pose(_CENTRE, 0.5, "neutral"), True, "flow"),
    "AA": Shape(Pose(_LOW_BACK, 1.0, "open"), True, "flow"),
    "AO": Shape(Pose(_MID_BACK, 0.75, "round"), True, "flow"),
    "UH": Shape(Pose(_NEAR_HIGH_BACK, 0.25, "round"), True, "flow"),
    "UW": Shape(Pose(_HIGH_BACK, 0.15, "small"), True, "flow"),
    "ER": Shape(Pose(_ER, 0.25, "round"), True, "flow"),
    "EY": Shape(Pose(_MID_FRONT, 0.45, "neutral"), True, "flow", end=Pose(_HIGH_FRONT, 0.2, "spread")),
    "AY": Shape(Pose(_LOW_FRONT, 0.95, "open"), True, "flow", end=Pose(_NEAR_HIGH_FRONT, 0.25, "spread")),
    "AW": Shape(Pose(_LOW_FRONT, 0.95, "open"), True, "flow", end=Pose(_NEAR_HIGH_BACK, 0.25, "small")),
    "OW": Shape(Pose(_MID_BACK, 0.5, "round"), True, "flow", end=Pose(_HIGH_BACK, 0.2, "small")),
    "OY": Shape(Pose(_MID_BACK, 0.7, "round"), True, "flow", end=Pose(_NEAR_HIGH_FRONT, 0.25, "spread")),
}  # fmt: skip

TONGUE_WORDS: dict[tuple[Point, ...], str] = {
    _REST: "rests", _TEETH: "has its tip between the teeth", _RIDGE: "touches the ridge behind the top teeth",
    _NEAR_RIDGE: "nearly touches the ridge behind the top teeth", _BEHIND: "is close to the roof of the mouth, behind the ridge",
    _BEHIND_SHUT: "touches the roof of the mouth, behind the ridge", _L: "touches the ridge with its tip alone",
    _R: "is pulled back, its tip up and touching nothing", _VELAR: "touches the soft roof of the mouth with its back",
    _HIGH_FRONT: "is high and forward", _NEAR_HIGH_FRONT: "is fairly high and forward",
    _MID_FRONT: "is at middle height and forward",
    _LOW_FRONT: "is low and forward", _CENTRE: "is in the middle", _LOW_BACK: "is low and back",
    _MID_BACK: "is at middle height and back", _NEAR_HIGH_BACK: "is fairly high and back", _HIGH_BACK: "is high and back",
    _ER: "is pulled back and bunched, touching nothing",
}  # fmt: skip
LIP_WORDS: dict[LipShape, str] = {
    "neutral": "relaxed", "spread": "spread", "round": "rounded", "small": "pushed forward into a small circle",
    "open": "wide open", "closed": "closed", "teeth": "open, the bottom one at the top teeth",
}  # fmt: skip
