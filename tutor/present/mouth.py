"""A mouth from the side and the lips from the front, drawn for each phone as SVG, with the same said in words. Pure, own drawing.

The head looks to the left. Everything that moves follows from a `Pose`; colours come from the theme.
"""

from tutor.present.mouth_shapes import LIP_WORDS, SHAPES, TONGUE_WORDS, LipShape, Point, Pose, Shape
from tutor.present.palette import Theme

WIDTH, HEIGHT = 240, 258
_LIPS_AT = 237
_DROP = 26  # how far a wide open jaw goes down
_LIP_FORWARD: dict[LipShape, float] = {"round": 5, "small": 9, "spread": -2}
_LIP_GAP: dict[LipShape, float] = {"closed": 0, "small": 5, "teeth": 4, "round": 9, "spread": 7}
_FRONT: dict[LipShape, tuple[float, float]] = {  # half width and half height of the opening, from the front
    "neutral": (15, 4), "spread": (20, 3.5), "round": (9, 7), "small": (4.5, 4), "open": (15, 12), "closed": (16, 0), "teeth": (15, 3),
}  # fmt: skip


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
    said = f"The tongue {TONGUE_WORDS[shape.pose.tongue]}; the lips are {LIP_WORDS[shape.pose.lips]}."
    if shape.end is not None:
        said += f" Then the tongue {TONGUE_WORDS[shape.end.tongue]}; the lips are {LIP_WORDS[shape.end.lips]}."
    air = {
        "flow": "the air flows out of the mouth", "burst": "the air is stopped, then let go",
        "nose": "the air flows out of the nose", "sides": "the air flows past the sides of the tongue",
    }[shape.air]  # fmt: skip
    return f"{said} The voice is {'on' if shape.voiced else 'off'}; {air}."


class _Ink:
    """Pieces of the drawing in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        light = theme.page > "#888888"
        self.flesh, self.tongue_ink, self.lip = ("#f3ddd0", "#e08a84", "#cf6f6c") if light else ("#3a302c", "#a85f5c", "#b8706c")
        self.bone = "#ffffff" if light else "#d9dde2"

    def head(self, shape: Shape) -> str:
        """All that stands still: nose, palate, throat; the velum is down for sounds through the nose. Chin and teeth by the jaw."""
        drop = shape.pose.jaw * _DROP
        above = (
            "M 62 10 C 56 30 46 48 34 60 C 26 67 24 72 30 76 C 36 79 42 78 46 80 C 48 86 46 90 44 95 L 62 96 "
            "C 66 98 70 98 73 95 C 80 84 96 74 114 73 C 128 72 138 74 146 79"
        )
        velum = "C 152 84 156 94 155 104" if shape.air == "nose" else "C 154 82 162 80 170 79"
        back = "C 160 96 162 84 158 76" if shape.air == "nose" else "C 164 75 158 71 152 70"
        nasal = f"{back} C 140 64 120 62 100 62 C 80 62 62 66 48 72 L 40 73 C 60 54 100 48 140 50 C 160 52 172 62 173 80 L 173 214 L 226 214 L 226 10 Z"
        below = (
            f"M 44 {122 + drop} C 42 {130 + drop} 46 {134 + drop} 44 {142 + drop} C 42 {152 + drop} 46 {164 + drop} 62 {168 + drop} "
            f"C 84 {174 + drop * 0.8} 118 {182 + drop * 0.4} 128 214 L 150 214 L 148 160 L 96 {152 + drop} L 66 {136 + drop} L 62 {122 + drop} Z"
        )
        teeth = (
            f'<path d="M 54 94 L 63 95 L 60 107 Q 57 109 55 107 Z" {self._line(self.bone)}/>'
            f'<path d="M 55 {113 + drop} Q 58 {111 + drop} 60 {113 + drop} L 64 {126 + drop} L 55 {126 + drop} Z" {self._line(self.bone)}/>'
        )
        return f'<path d="{above} {velum} {nasal}" {self._line(self.flesh)}/><path d="{below}" {self._line(self.flesh)}/>{teeth}'

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
        forward, drop = _LIP_FORWARD.get(pose.lips, 0), pose.jaw * _DROP
        gap = _LIP_GAP.get(pose.lips, 10 + drop * 0.9)
        x, top = 44 - forward, 98.0
        bottom = top + 11 + gap
        inner = 54.0 if pose.lips == "teeth" else 52.0
        upper = f"M 50 86 C {x - 4} 86 {x - 10} {top} {x - 3} {top + 9} C {x + 4} {top + 12} {inner - 2} {top + 8} 54 {top - 2} Z"
        lower = (
            f"M 54 {max(bottom + 16, 128 + drop)} L {inner} {bottom + 2} C {inner - 4} {bottom - 3} {x + 2} {bottom - 2} {x - 3} {bottom + 2} "
            f"C {x - 9} {bottom + 8} {x - 2} {bottom + 18} 44 {max(bottom + 18, 132 + drop)} Z"
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
            return bar + "".join(self._arrow((19, low + dy / 3), (15, low + dy / 2), (10, low + dy), (5, low + dy)) for dy in (-12, 0, 12))
        if shape.air == "sides":
            return self._arrow((120, 108), (100, 126), (80, 122), (60, 118)) + self._arrow((30, low), (24, low), (12, low), (6, low))
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
        teeth = f'<path d="M {x - wide * 0.75} {y - tall * 0.65} L {x + wide * 0.75} {y - tall * 0.65}" {self._stroke(max(2.0, tall * 0.5), self.bone)}/>'
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
    n = len(points)
    at = (lambda i: points[i % n]) if closed else (lambda i: points[min(max(i, 0), n - 1)])
    path = f"M {points[0][0]:g} {points[0][1]:g}"
    for i in range(n if closed else n - 1):
        (px, py), (ax, ay), (bx, by), (qx, qy) = at(i - 1), at(i), at(i + 1), at(i + 2)
        path += f" C {ax + (bx - px) / 6:.1f} {ay + (by - py) / 6:.1f} {bx - (qx - ax) / 6:.1f} {by - (qy - ay) / 6:.1f} {bx:g} {by:g}"
    return path + (" Z" if closed else "")
