"""Text can be read on every colour, in both themes."""

import pytest

from tutor.domain.marks import Mark
from tutor.present.palette import DARK, LEVELS, LIGHT, Theme, contrast

READABLE = 4.5
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_wcags() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
def test_text_on_every_fill_can_be_read(theme: Theme) -> None:
    assert len(theme.fills) == len(theme.on_fills) == LEVELS
    pairs = [*zip(theme.fills, theme.on_fills, strict=True), *theme.marks.values()]
    pairs += [(theme.page, colour) for colour in (theme.ink, theme.quiet, theme.accent, theme.needs_work, theme.unsure)]
    pairs += [(theme.page, theme.pitch), (theme.page, theme.energy), (theme.pause, theme.ink)]
    assert [pair for pair in pairs if contrast(*pair) < READABLE] == []


@THEMES
def test_every_mark_has_colours_and_clear_words_look_like_the_page(theme: Theme) -> None:
    assert set(theme.marks) == set(Mark)
    assert theme.marks[Mark.CLEAR] == (theme.page, theme.ink)
