"""Standing marks: a shape, a word and a readable colour for each standing."""

from __future__ import annotations

import tomllib
from xml.etree import ElementTree

import pytest

from plantrack import words
from plantrack.model import Standing
from plantrack.ui.literal import literal
from plantrack.ui.marks import labelled_mark, mark_image, mark_svg, standing_rules
from plantrack.ui.palette import STANDING_COLOURS
from tests.pages.conftest import ROOT

ENGLISH = words.of("en")
VIETNAMESE = words.of("vi")


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("standing", Standing)
def test_a_standing_is_readable_on_the_page_of_either_theme(standing: Standing, theme: str) -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    background = settings["theme"][theme]["backgroundColor"]
    assert contrast(STANDING_COLOURS[standing].of(theme), background) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_two_standings_share_a_colour_or_a_shape(theme: str) -> None:
    assert len({STANDING_COLOURS[one].of(theme) for one in Standing}) == len(Standing)
    shapes = {mark_svg(one, ENGLISH, colour="#000").split(">", 1)[1] for one in Standing}
    assert len(shapes) == len(Standing)


@pytest.mark.parametrize("standing", Standing)
def test_a_mark_is_a_drawing_with_the_word_as_its_label(standing: Standing) -> None:
    drawn = ElementTree.fromstring(mark_svg(standing, VIETNAMESE, colour="#123456"))  # noqa: S314
    assert drawn.get("role") == "img"
    assert drawn.get("aria-label")
    assert list(drawn), "a shape is drawn"
    assert "#123456" in ElementTree.tostring(drawn, encoding="unicode")
    assert drawn.text is None, "never a glyph of a font"


def test_a_mark_beside_its_word_is_not_read_twice() -> None:
    both = labelled_mark(Standing.FAR_BEHIND, ENGLISH)
    assert "<b>Far behind</b>" in both
    assert 'aria-hidden="true"' in both
    assert "aria-label" not in both


@pytest.mark.parametrize("standing", Standing)
def test_every_mark_a_page_names_is_drawn_by_its_style(standing: Standing) -> None:
    named = f"mark-{standing.value}"
    assert f'class="drawn-mark {named}" ' in labelled_mark(standing, VIETNAMESE)
    assert f".{named} {{ --drawn: url(" in standing_rules()


def test_a_table_gets_the_mark_in_the_colour_of_its_theme() -> None:
    images = {mark_image(Standing.REACHED, ENGLISH, theme) for theme in ("light", "dark")}
    assert len(images) == 2
    assert all(image.startswith("data:image/svg+xml;base64,") for image in images)


def test_what_people_wrote_is_never_read_as_markup() -> None:
    assert literal("a*b [c](d) $5") == r"a\*b \[c\](d) \$5"
    assert literal(":red[x] :smile: https://a.vn") == r"\:red\[x\] \:smile: https\://a.vn"
    assert literal("- one\n  # two -> -- >=") == "\\- one\n  \\# two \\-> \\-- \\>="


def test_a_name_that_is_read_out_has_no_signs_of_its_own() -> None:
    told = "GRDP (new series), 2018: 40.25 – 41.5; −3 - 4 #2"
    assert literal(told) == told
