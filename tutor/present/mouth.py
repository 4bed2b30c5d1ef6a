"""A mouth from the side and the lips from the front, drawn for each phone as SVG, with the same said in words. Pure, own drawing.

The head looks to the left. Everything that moves follows from a `Pose`; colours come from the theme.
"""

from tutor.domain.wording import say
from tutor.present.mouth_shapes import LIP_WORDS, SHAPES, TONGUE_WORDS, LipShape, Point, Pose, Shape
from tutor.present.palette import Theme

WIDTH, HEIGHT = 240, 258
_LIPS_AT = 237
_DROP = 26  # how far a wide open jaw goes down
_LIP_FORWARD: dict[LipShape, float] = {"round": 5, "small": 9, "spread": -2}
_LIP_GAP: dict[LipShape, float] = {"closed": 0, "small": 5, "teeth": 4, "round": 9, "spread": 7}
_FRONT: dict[LipShape, tuple[float, float]] = {  # half width and half height of the opening, from the front
    "neutral": (15, 4), "spread": (20, 3.5), "round": (9, 7), "small": (4.5, 4), "open": (15, 12), "closed": (16, 0),
    "teeth": (15, 3),
}  # fmt: skip

_FACE = (
    "M 62 10 C 56 30 46 48 34 60 C 26 67 24 72 30 76 C 36 79 42 78 46 80 C 48 86 46 90 44 95 L 62 96 "
    "C 66 98 70 98 73 95 C 80 84 96 74 114 73 C 128 72 138 74 146 79"
)
_VELUM_UP = "C 154 82 162 80 170 79 C 164 75 158 71 152 70"
_VELUM_DOWN = "C 152 84 156 94 155 104 C 160 96 162 84 158 76"
_NOSE = (
    "C 140 64 120 62 100 62 C 80 62 62 66 48 72 L 40 73 C 60 54 100 48 140 50 C 160 52 172 62 173 80 "
    "L 173 214 L 226 214 L 226 10 Z"
)


def mouth_svg(symbol: str, theme: Theme) -> str:
    """The drawing of an ARPAbet phone, `WIDTH` by `HEIGHT`."""
    shape, ink = SHAPES[symbol], _Ink(theme)
    parts = [ink.head(shape), ink.tongue(shape.pose, ghost=False)]
    if shape.end is not None:
        parts += [ink.tongue(shape.end, ghost=True), ink.glide(shape.pose, shape.end)]
    parts += [ink.lips(shape.pose), ink.look(shape), ink.air(shape), ink.voice(voiced=shape.voiced), ink.front(shape)]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(parts)}</svg>'


def mouth_text(symbol: str) -> str:
    """What the drawing shows, in one or two sentences."""
    shape = SHAPES[symbol]
    said = _pose_text(say("The tongue {tongue}; the lips are {lips}."), shape.pose)
    if shape.end is not None:
        said += " " + _pose_text(say("Then the tongue {tongue}; the lips are {lips}."), shape.end)
    air = {
        "flow": say("the air flows out of the mouth"), "burst": say("the air is stopped, then let go"),
        "nose": say("the air flows out of the nose"), "sides": say("the air flows past the sides of the tongue"),
    }[shape.air]  # fmt: skip
    voice = say("The voice is on; {air}.") if shape.voiced else say("The voice is off; {air}.")
    return f"{said} {voice.format(air=air)}"


def _pose_text(said: str, pose: Pose) -> str:
    return said.format(tongue=say(TONGUE_WORDS[pose.tongue]), lips=say(LIP_WORDS[pose.lips]))


class _Ink:
    """Pieces of the drawing in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        light = theme.page > "#888888"
        self.flesh, self.tongue_ink, self.lip = ("#f3ddd0", "#e08a84", "#cf6f6c") if light else ("#3a302c", "#a85f5c", "#b8706c")
        self.bone = "#ffffff" if light else "#d9dde2"

    def head(self, shape: Shape) -> str:
        """Nose, palate and throat, which stand still; the velum, down for sounds through the nose; chin and teeth, by the jaw."""
        down = shape.pose.jaw * _DROP
        velum = _VELUM_DOWN if shape.air == "nose" else _VELUM_UP
        chin = (
            f"M 44 {122 + down} C 42 {130 + down} 46 {134 + down} 44 {142 + down} "
            f"C 42 {152 + down} 46 {164 + down} 62 {168 + down} C 84 {174 + down * 0.8} 118 {182 + down * 0.4} 128 214 "
            f"L 150 214 L 148 160 L 96 {152 + down} L 66 {136 + down} L 62 {122 + down} Z"
        )
        upper = f'<path d="M 54 94 L 63 95 L 60 107 Q 57 109 55 107 Z" {self._line(self.bone)}/>'
        row = f"M 55 {113 + down} Q 58 {111 + down} 60 {113 + down} L 64 {126 + down} L 55 {126 + down} Z"
        lower = f'<path d="{row}" {self._line(self.bone)}/>'
        skull = f'<path d="{_FACE} {velum} {_NOSE}" {self._line(self.flesh)}/>'
        return f'{skull}<path d="{chin}" {self._line(self.flesh)}/>{upper}{lower}'

    def tongue(self, pose: Pose, *, ghost: bool) -> str:
        """A closed curve over its surface; a ghost is where a glide ends."""
        drop = pose.jaw * _DROP
        tip, blade, middle, back = pose.tongue
        under = [(66.0, 134 + drop), (tip[0] + 8, min(tip[1] + 12, 132 + drop))]
        points = [*under, tip, blade, middle, back, (160, 140), (156, 178), (150, 212), (118, 206), (96, 164 + drop * 0.6)]
        style = (
            f'fill="none" stroke="{self.theme.accent}" stroke-width="2" stroke-dasharray="5 4"' if ghost
            else self._line(self.tongue_ink)
        )  # fmt: skip
        if ghost:
            return f'<path d="{_curve(points[1:7], closed=False)}" {style}/>'
        return f'<path d="{_curve(points, closed=True)}" {style}/>'

    def lips(self, pose: Pose) -> str:
        """Upper and lower lip from the side."""
        down = pose.jaw * _DROP
        x, top = 44 - _LIP_FORWARD.get(pose.lips, 0), 98.0
        bottom = top + 11 + _LIP_GAP.get(pose.lips, 10 + down * 0.9)
        inner = 54 if pose.lips == "teeth" else 52
        upper = f"M 50 86 C {x - 4} 86 {x - 10} {top} {x - 3} {top + 9} C {x + 4} {top + 12} {inner - 2} {top + 8} 54 {top - 2} Z"
        lower = (
            f"M 54 {max(bottom + 16, 128 + down)} L {inner} {bottom + 2} "
            f"C {inner - 4} {bottom - 3} {x + 2} {bottom - 2} {x - 3} {bottom + 2} "
            f"C {x - 9} {bottom + 8} {x - 2} {bottom + 18} 44 {max(bottom + 18, 132 + down)} Z"
        )
        return f'<path d="{lower}" {self._line(self.lip)}/><path d="{upper}" {self._line(self.lip)}/>'

    def look(self, shape: Shape) -> str:
        """A ring around the place that makes the sound."""
        if shape.look is None:
            return ""
        x, y = shape.look
        return f'<circle cx="{x}" cy="{y}" r="11" fill="none" stroke="{self.theme.accent}" stroke-width="2.5"/>'

    def air(self, shape: Shape) -> str:
        """Arrows: a stream, a burst behind a bar, out of the nose, past the sides."""
        low = 112 + shape.pose.jaw * _DROP * 0.4
        if shape.air == "nose":
            return self._arrow((160, 60), (100, 55), (40, 74), (12, 86))
        if shape.air == "burst":
            bar = f'<path d="M 24 {low - 9} L 24 {low + 9}" {self._stroke(3)}/>'
            return bar + "".join(
                self._arrow((19, low + dy / 3), (15, low + dy / 2), (10, low + dy), (5, low + dy)) for dy in (-12, 0, 12)
            )
        if shape.air == "sides":
            return self._arrow((120, 108), (100, 126), (80, 122), (60, 118)) + self._arrow(
                (30, low), (24, low), (12, low), (6, low)
            )
        return self._arrow((30, low), (24, low), (12, low), (4, low))

    def voice(self, *, voiced: bool) -> str:
        """At the throat: waves for the voice, a straight dashed line for breath alone."""
        if voiced:
            wave = "M 178 196 q 4 -9 8 0 t 8 0 t 8 0 t 8 0"
            return f'<path d="{wave}" {self._stroke(2.5)}/><path d="{wave.replace("196", "206")}" {self._stroke(2.5)}/>'
        return f'<path d="M 178 200 L 212 200" {self._stroke(2)} stroke-dasharray="2 5"/>'

    def front(self, shape: Shape) -> str:
        """The lips from the front, under the head; of a glide both, with an arrow between."""
        if shape.end is None:
            return self._mouth(shape.pose.lips, 30, _LIPS_AT)
        arrow = self._arrow((60, _LIPS_AT), (64, _LIPS_AT), (70, _LIPS_AT), (76, _LIPS_AT))
        return self._mouth(shape.pose.lips, 30, _LIPS_AT) + arrow + self._mouth(shape.end.lips, 108, _LIPS_AT)

    def glide(self, start: Pose, end: Pose) -> str:
        """From where the tongue is highest to where it goes."""
        first, last = (min(pose.tongue, key=lambda at: at[1]) for pose in (start, end))
        return self._arrow(first, first, last, last)

    def _mouth(self, lips: LipShape, x: float, y: float) -> str:
        wide, tall = _FRONT[lips]
        outer = f'<ellipse cx="{x}" cy="{y}" rx="{wide + 6}" ry="{tall + 6}" {self._line(self.lip)}/>'
        if lips == "closed":
            return f'{outer}<path d="M {x - wide - 4} {y} L {x + wide + 4} {y}" {self._stroke(2, self.theme.ink)}/>'
        inside = "#40181a"
        edge = f"M {x - wide * 0.75} {y - tall * 0.65} L {x + wide * 0.75} {y - tall * 0.65}"
        teeth = f'<path d="{edge}" {self._stroke(max(2.0, tall * 0.5), self.bone)}/>'
        hole = f'<ellipse cx="{x}" cy="{y}" rx="{wide}" ry="{tall}" fill="{inside}"/>'
        return outer + hole + ("" if lips in ("small", "round") else teeth)

    def _arrow(self, start: Point, first: Point, second: Point, end: Point) -> str:
        points = " ".join(f"{x:g} {y:g}" for x, y in (first, second, end))
        (ax, ay), (bx, by) = (second if second != end else first), end
        length = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 0.1)
        ux, uy = (bx - ax) / length * 6, (by - ay) / length * 6
        head = f"M {bx - ux - uy * 0.7:g} {by - uy + ux * 0.7:g} L {bx:g} {by:g} L {bx - ux + uy * 0.7:g} {by - uy - ux * 0.7:g}"
        return f'<path d="M {start[0]:g} {start[1]:g} C {points}" {self._stroke(2)}/><path d="{head}" {self._stroke(2)}/>'

    def _line(self, fill: str) -> str:
        return f'fill="{fill}" stroke="{self.theme.ink}" stroke-width="1.5" stroke-linejoin="round"'

    def _stroke(self, width: float, colour: str | None = None) -> str:
        return f'fill="none" stroke="{colour or self.theme.accent}" stroke-width="{width:g}" stroke-linecap="round"'


def _curve(points: list[Point], *, closed: bool) -> str:
    """A smooth path through the points (Catmull-Rom as Bezier pieces)."""
    around = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    path = f"M {points[0][0]:g} {points[0][1]:g}"
    for before, start, end, behind in zip(around, around[1:], around[2:], around[3:], strict=False):
        first, second = _third(start, end, before), _third(end, start, behind)
        path += f" C {first} {second} {end[0]:g} {end[1]:g}"
    return path + (" Z" if closed else "")


def _third(near: Point, far: Point, beyond: Point) -> str:
    """The control point at `near`: along the line from what lies beyond it to the far end."""
    return f"{near[0] + (far[0] - beyond[0]) / 6:.1f} {near[1] + (far[1] - beyond[1]) / 6:.1f}"
