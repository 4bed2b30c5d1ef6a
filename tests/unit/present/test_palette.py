"""Text can be read on every colour, in every theme."""

import pytest

from tutor.domain.marks import Mark
from tutor.present.palette import CONTRAST, DARK, LEVELS, LIGHT, Theme, contrast

READABLE, STRONG = 4.5, 7.0  # WCAG 1.4.3 and 1.4.6
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])


def test_contrast_is_wcags() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
def test_text_on_every_fill_can_be_read(theme: Theme) -> None:
    assert len(theme.fills) == len(theme.on_fills) == LEVELS
    enough = STRONG if theme is CONTRAST else READABLE
    assert [pair for pair in _pairs(theme) if contrast(*pair) < enough] == []


def _pairs(theme: Theme) -> list[tuple[str, str]]:
    pairs = [*zip(theme.fills, theme.on_fills, strict=True), *theme.marks.values()]
    pairs += [(theme.page, colour) for colour in (theme.ink, theme.quiet, theme.accent, theme.needs_work, theme.unsure)]
    pairs += [(theme.page, theme.pitch), (theme.page, theme.energy), (theme.pause, theme.ink)]
    return pairs


@THEMES
def test_every_mark_has_colours_and_clear_words_look_like_the_page(theme: Theme) -> None:
    assert set(theme.marks) == set(Mark)
    assert theme.marks[Mark.CLEAR] == (theme.page, theme.ink)
