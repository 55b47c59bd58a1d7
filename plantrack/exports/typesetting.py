"""What all files set by Typst share: the program's fonts, and words placed over a drawing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import typst

from plantrack.charts.render import FONTS

PLACING: Final = "placing.typ"  # as templates import it


@cache
def fonts() -> typst.Fonts:
    """The program's font, and those Typst brings for the arrow it lacks; none of the machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


@cache
def placing() -> bytes:
    """The part of a template that sets the words of a `Drawing` over its shapes."""
    return Path(__file__).with_name(PLACING).read_bytes()
