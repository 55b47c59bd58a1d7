"""Colours: readable on both backgrounds, and never the only sign."""

from __future__ import annotations

import re

import pytest

from plantrack.charts.palette import THEMES, contrast, palette
from plantrack.charts.shapes import CIRCLE, DIAMOND, STANDING_FULL, STANDING_LINE
from plantrack.model import Standing


def test_black_on_white_has_the_contrast_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_every_word_has_the_contrast_of_text(theme: str) -> None:
    colours = palette(theme)
    written = [colours.text, colours.muted, colours.main, *colours.standings.values()]
    for colour in written:
        assert contrast(colour, colours.background) >= 4.5, colour


@pytest.mark.parametrize("theme", THEMES)
def test_every_mark_that_means_something_stands_out(theme: str) -> None:
    colours = palette(theme)
    for colour in (colours.main, colours.second, colours.grey, colours.band_edge):
        assert contrast(colour, colours.background) >= 3, colour


@pytest.mark.parametrize("theme", THEMES)
def test_a_share_can_be_read_on_its_piece_of_the_bar(theme: str) -> None:
    colours = palette(theme)
    for fill, ink in zip(colours.parts, colours.on_parts, strict=True):
        assert contrast(fill, ink) >= 4.5, fill


@pytest.mark.parametrize("theme", THEMES)
def test_words_can_be_read_across_the_band_of_a_target(theme: str) -> None:
    colours = palette(theme)
    assert contrast(colours.text, colours.band) >= 4.5
    assert contrast(colours.muted, colours.band) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_data_and_comparison_are_no_standing_colours(theme: str) -> None:
    colours = palette(theme)
    assert not {colours.main, colours.second, colours.grey} & set(colours.standings.values())


def test_every_standing_has_a_shape_of_its_own_and_none_is_a_circle_or_diamond() -> None:
    drawn = [(STANDING_FULL[standing], STANDING_LINE[standing]) for standing in Standing]
    assert len(set(drawn)) == len(Standing)
    assert not {CIRCLE, DIAMOND} & {shape for pair in drawn for shape in pair}


def test_no_standing_is_drawn_as_another_one_wider_or_lower() -> None:
    """An outlined square and an outlined rectangle look alike at the size of a letter."""
    boxed = [(_boxed(STANDING_FULL[one]), _boxed(STANDING_LINE[one])) for one in Standing]
    assert len(set(boxed)) == len(Standing)


def _boxed(path: str) -> tuple[str, ...]:
    """The points of a path of straight lines in a box of one by one."""
    points = [one.rstrip("Z").split(",") for one in re.split("[ML]", path)[1:]]
    sides = [[float(one) for one in axis] for axis in zip(*points, strict=True)]
    within = [[(one - min(axis)) / (max(axis) - min(axis) or 1) for one in axis] for axis in sides]
    return tuple(f"{x:.1f},{y:.1f}" for x, y in zip(*within, strict=True))


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(ValueError, match="sepia"):
        palette("sepia")
