"""Standings and parts can be told apart by readers who see fewer colours, and on a grey print."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from plantrack import words
from plantrack.charts.palette import THEMES, palette
from plantrack.charts.shapes import STANDING_FULL, STANDING_LINE
from plantrack.model import LANGUAGES, Standing
from plantrack.words.terms import standing_word
from tests.charts.colour_blindness import MACHADO, apart, lightness, seen

CLOSE = 20  # a pair nearer than this is not told apart at a glance in marks of 14 pixels
TWICE_THE_LEAST = 5  # about twice the least difference a trained eye sees


def test_the_simulation_keeps_white_and_gives_the_published_red() -> None:
    for by in MACHADO:
        assert apart(seen("#FFFFFF", by), (1.0, 1.0, 1.0)) < 0.1
    assert seen("#FF0000", "protanopia") == pytest.approx((0.152286, 0.114503, 0.0))


def test_lightness_is_that_of_the_standard() -> None:
    assert lightness(seen("#777777", "on a grey print")) == pytest.approx(50.03, abs=0.05)


@pytest.mark.parametrize("by", MACHADO)
@pytest.mark.parametrize("theme", THEMES)
def test_standings_whose_colours_come_close_differ_by_shape_and_word(theme: str, by: str) -> None:
    colours = palette(theme).standings
    close = [
        pair
        for pair in combinations(Standing, 2)
        if apart(*(seen(colours[standing], by) for standing in pair)) < CLOSE
    ]
    assert close, "colour alone would tell every standing: the rest of this test tests nothing"
    for pair in close:
        assert _drawn(pair[0]) != _drawn(pair[1]), pair
        for language in LANGUAGES:
            first, second = (standing_word(one, words.of(language)) for one in pair)
            assert first != second, pair


def _drawn(standing: Standing) -> tuple[str, str]:
    return STANDING_FULL[standing], STANDING_LINE[standing]


@pytest.mark.parametrize("by", MACHADO)
@pytest.mark.parametrize("theme", THEMES)
def test_data_and_what_supports_it_stay_apart(theme: str, by: str) -> None:
    colours = palette(theme)
    assert apart(seen(colours.main, by), seen(colours.grey, by)) > 2 * TWICE_THE_LEAST


@pytest.mark.parametrize("by", MACHADO)
@pytest.mark.parametrize("theme", THEMES)
def test_neighbours_in_a_bar_of_parts_differ_in_lightness(theme: str, by: str) -> None:
    for one, other in pairwise(palette(theme).parts):
        light, dark = (lightness(seen(colour, by)) for colour in (one, other))
        assert abs(light - dark) > TWICE_THE_LEAST, (one, other)
