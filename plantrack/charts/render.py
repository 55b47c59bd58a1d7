"""Finished charts as PNG, as SVG and in pages, drawn offline with the program's own font."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import vl_convert

from plantrack.charts.finish import Spec
from plantrack.words.letters import writable

FONTS: Final = Path(__file__).resolve().parents[2] / "static" / "fonts"


def drawable(part: Any) -> Any:
    """Return a specification in which all texts are ones a file can hold.

    >>> drawable({"text": ["a\\x0bb"]})
    {'text': ['a b']}
    """
    if isinstance(part, str):
        return writable(part)
    if isinstance(part, list):
        return [drawable(one) for one in part]
    if isinstance(part, dict):
        return {drawable(key): drawable(value) for key, value in part.items()}
    return part


@cache
def _with_fonts() -> None:
    """Register the fonts once; vl-convert keeps them for the life of the program."""
    vl_convert.register_font_directory(str(FONTS))


def picture_of(drawing: str, *, scale: float) -> bytes:
    """Return a drawing that `svg` made as PNG."""
    _with_fonts()
    picture: bytes = vl_convert.svg_to_png(drawing, scale=scale)
    return picture


def png(spec: Spec, *, scale: float = 2.0) -> bytes:
    """Return the chart as PNG, `scale` pixels of the picture for one of the layout."""
    _with_fonts()
    picture: bytes = vl_convert.vegalite_to_png(drawable(spec), scale=scale, show_warnings=True)
    return picture


def svg(spec: Spec) -> str:
    """Return the chart as SVG; its text stays text."""
    _with_fonts()
    drawing: str = vl_convert.vegalite_to_svg(drawable(spec), show_warnings=True)
    return drawing


@cache
def scripts() -> str:
    """Return the scripts with which a page draws charts by itself, 0.9 MB.

    The first time takes seconds and stops every thread: whoever serves readers has a child do it.
    """
    bundle: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed")
    return bundle
