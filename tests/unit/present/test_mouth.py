"""The drawn mouths: every sound has one that a reader of SVG understands, and that says in words what it shows."""

import xml.etree.ElementTree as ET

import pytest

from tutor.domain.phones import PHONES
from tutor.present.mouth import mouth_svg, mouth_text
from tutor.present.mouth_shapes import SHAPES
from tutor.present.palette import DARK, LIGHT

VOICELESS = {"P", "T", "K", "F", "TH", "S", "SH", "CH", "HH"}
NASAL = {"M", "N", "NG"}
GLIDES = {"EY", "AY", "AW", "OW", "OY"}


@pytest.mark.parametrize("symbol", PHONES)
def test_every_sound_is_drawn_in_both_themes(symbol: str) -> None:
    for theme in (LIGHT, DARK):
        root = ET.fromstring(mouth_svg(symbol, theme))
        assert len(root) > 8
        assert theme.ink in ET.tostring(root).decode()


def test_voice_and_air_are_those_of_the_sound() -> None:
    assert {symbol for symbol, shape in SHAPES.items() if not shape.voiced} == VOICELESS
    assert {symbol for symbol, shape in SHAPES.items() if shape.air == "nose"} == NASAL
    assert {symbol for symbol, shape in SHAPES.items() if shape.end is not None} == GLIDES


def test_no_two_sounds_are_shown_and_said_alike_but_by_their_neighbours() -> None:
    drawn = {symbol: mouth_svg(symbol, LIGHT) for symbol in PHONES}
    assert len(set(drawn.values())) == len(PHONES)
    assert mouth_text("TH") == (
        "The tongue has its tip between the teeth; the lips are relaxed. The voice is off; the air flows out of the mouth."
    )
    assert "Then the tongue is fairly high and forward" in mouth_text("AY")
