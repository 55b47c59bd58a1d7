"""What paper is told: texts that cannot end a style, light colours for each dark one."""

from __future__ import annotations

import pytest

from plantrack.charts.palette import contrast, palette
from plantrack.ui.paper import css_text, light_drawings, light_for_dark


def test_no_text_ends_the_style_it_stands_in() -> None:
    told = css_text('Plan "A" \\ </style><script>x</script>\n{}')
    assert told[1:-1].isprintable()
    assert not set(told[1:-1]) & set('"<>{}')
    assert css_text("Quyết định 236/QĐ-TTg, 2021") == '"Quyết định 236/QĐ-TTg, 2021"'


@pytest.mark.parametrize("name", ["text", "muted", "main", "grey", "band_edge"])
def test_a_dark_drawing_becomes_the_light_one(name: str) -> None:
    dark, light = (getattr(palette(theme), name) for theme in ("dark", "light"))
    assert light_for_dark()[dark] == light
    assert f'svg [fill="{dark}" i] {{ fill: {light}; }}' in set(light_drawings("svg"))


def test_what_is_written_on_a_part_is_still_read() -> None:
    light, dark = light_for_dark(), palette("dark")
    for fill, ink in zip(dark.parts, dark.on_parts, strict=True):
        assert contrast(light[fill], light[ink]) >= 4.5, fill


def test_a_standing_keeps_its_meaning() -> None:
    light = light_for_dark()
    for standing, dark in palette("dark").standings.items():
        assert light[dark] == palette("light").standings[standing]
