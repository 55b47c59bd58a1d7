"""One look: sizes and colours come from one place, and standing colours mean standing alone."""

from __future__ import annotations

import ast
import colorsys
import re
import tomllib
from pathlib import Path

import pytest

from plantrack.charts.palette import THEMES, contrast, palette
from plantrack.charts.tokens import SPACE, TYPE
from plantrack.ui.tokens import COLOURS, REM, rules

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "plantrack"
STYLED = [file for file in PACKAGE.rglob("*.py") if "<style>" in file.read_text("utf-8")]
SHEETS = sorted([*PACKAGE.rglob("*.css"), *PACKAGE.rglob("*.js"), *STYLED])
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")

# Who may ask for the colour of a standing: what draws a standing's mark beside its word.
DRAW_STANDINGS = {
    "charts/gaps.py",
    "exports/brief/setting.py",
    "exports/slides/page.py",
    "exports/slides/shapes.py",
    "exports/slides/tables.py",
    "exports/workbook/calculation.py",
    "exports/workbook/tables.py",
    "ui/marks.py",
    "ui/palette.py",
}


def standing_colours() -> set[str]:
    return {colour.upper() for theme in THEMES for colour in palette(theme).standings.values()}


def test_only_the_palette_writes_the_colour_of_a_standing() -> None:
    files = [*PACKAGE.rglob("*"), *(ROOT / "pages").rglob("*"), *(ROOT / ".streamlit").rglob("*")]
    written = {
        file.relative_to(ROOT).as_posix()
        for file in files
        if file.suffix in {".py", ".css", ".js", ".toml", ".svg"}
        and standing_colours() & {found.upper() for found in HEX.findall(file.read_text("utf-8"))}
    }
    assert written == {"plantrack/charts/palette.py"}


def test_only_the_marks_of_standings_ask_for_their_colours() -> None:
    asking = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            name = node.id if isinstance(node, ast.Name) else ""
            indexed = (
                node.value.attr
                if isinstance(node, ast.Subscript)
                and isinstance(node.value, ast.Attribute)
                and ast.unparse(node.value.value) not in {"self", "chart"}  # lists of standings
                else ""
            )
            if name == "STANDING_COLOURS" or indexed == "standings":
                asking.add(file.relative_to(PACKAGE).as_posix())
    assert asking == DRAW_STANDINGS


@pytest.mark.parametrize("theme", THEMES)
def test_no_other_colour_of_the_palette_is_one_of_a_standing(theme: str) -> None:
    colours = palette(theme)
    names = ("text", "muted", "grey", "grid", "track", "band", "band_edge", "main", "second",
             "surface", "line", "notice", "caution", "alarm")  # fmt: skip
    others = {getattr(colours, name).upper() for name in names} | set(colours.parts)
    assert not others & {one.upper() for one in colours.standings.values()}


@pytest.mark.parametrize("theme", THEMES)
def test_grounds_of_messages_are_pale_and_leave_the_text_its_own_colour(theme: str) -> None:
    colours, native = palette(theme), THEME[theme]
    grounds = {"blue": colours.notice, "green": colours.notice, "violet": colours.notice,
               "gray": colours.surface, "yellow": colours.caution, "orange": colours.caution,
               "red": colours.alarm}  # fmt: skip
    for hue, ground in grounds.items():
        assert native[f"{hue}BackgroundColor"] == ground
        assert native[f"{hue}TextColor"] == colours.text
        assert contrast(ground, colours.text) >= 7
        assert abs(lightness(ground) - lightness(colours.background)) < 0.15


def lightness(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return colorsys.rgb_to_hls(red, green, blue)[1]


@pytest.mark.parametrize("theme", THEMES)
def test_the_pages_have_the_colours_of_the_charts(theme: str) -> None:
    colours, native = palette(theme), THEME[theme]
    assert native["backgroundColor"] == colours.background
    assert native["textColor"] == colours.text
    assert native["primaryColor"] == colours.main
    assert native["secondaryBackgroundColor"] == colours.surface
    assert native["borderColor"] == colours.line


def test_the_pages_have_the_sizes_of_the_charts() -> None:
    assert THEME["baseFontSize"] == REM == TYPE["body"]
    headings = [TYPE[name] for name in ("title", "head", "part", "lead", "body", "body")]
    assert THEME["headingFontSizes"] == [f"{size}px" for size in headings]


def test_sizes_grow_from_name_to_name() -> None:
    for scale in (TYPE, SPACE):
        assert list(scale.values()) == sorted(scale.values())


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_style_sheet_writes_no_colour_and_no_size_of_type_of_its_own(sheet: Path) -> None:
    text = sheet.read_text("utf-8")
    assert HEX.findall(text) == []
    sizes = re.findall(r"font-size:\s*([^;}]+)", text)
    named = re.compile(r"var\(--|^[\d.]+em$|^[\d.]+pt\b|^max\(|^calc\(var\(--u\)")
    assert [size for size in sizes if not named.search(size)] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_named_size_a_sheet_uses_exists(sheet: Path) -> None:
    known = {f"type-{name}" for name in TYPE} | {f"space-{name}" for name in SPACE}
    used = set(re.findall(r"var\(--((?:type|space)-\w+)", sheet.read_text("utf-8")))
    assert used <= known
    assert all(f"--{name}:" in rules() for name in (*known, *COLOURS))


def test_who_asks_for_more_contrast_reads_no_grey_word() -> None:
    plain, more = rules().split("@media (prefers-contrast: more)")
    for theme in THEMES:
        colours = palette(theme)
        assert colours.muted in plain
        assert colours.text in more
        assert colours.muted in more.split("--line")[1]
